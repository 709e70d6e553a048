import { describe, expect, test } from 'vitest'
import { withAssertions } from './assertions.ts'
import * as check from './check.ts'
import { complaint, fencesOf } from './fences.ts'
import { type Program, programsOf } from './programs.ts'
import { commandsOf, Folder, matches } from './shell.ts'
import { typeErrors } from './type-check.ts'

const page = (...lines: string[]): string => lines.map((line) => line.replace(/^(\s*)'''/, '$1```')).join('\n')
const program = (text: string): Program => ({ path: 'a.md', line: 1, language: 'ts', text })

describe('fences', () => {
  test('begin on the line after the backticks', () => {
    expect(fencesOf('a.md', page('# Title', "'''ts continue", 'one', 'two', "'''", '', "  '''sh", '  $ three', "  '''"))).toEqual(
      [
        { path: 'a.md', line: 3, language: 'ts', marks: ['continue'], text: 'one\ntwo' },
        { path: 'a.md', line: 8, language: 'sh', marks: [], text: '$ three' },
      ],
    )
  })
  test('must end', () => expect(() => fencesOf('a.md', page("'''ts", 'one'))).toThrow('a.md:1: a fence without an end'))
  test.each([
    ["'''mermaid", 'no runner for mermaid'],
    ["'''", 'no runner for a fence without a language'],
    ["'''ts contineu", 'unknown mark contineu'],
  ])('that cannot run are refused: %s', (opening, reason) => {
    expect(fencesOf('a.md', page(opening, "'''")).map(complaint)).toEqual([expect.stringContaining(reason)])
  })
  test.each(["'''ts", "'''mermaid no-run", "'''csv file=events.csv"])('that can are not: %s', (opening) => {
    expect(fencesOf('a.md', page(opening, "'''")).map(complaint)).toEqual([undefined])
  })
})

describe('programs', () => {
  test('keep their lines, and one that continues shares the one before', () => {
    const text = page(
      'Text',
      "'''ts",
      'const a = 1',
      "'''",
      'Text',
      "'''ts continue",
      'a',
      "'''",
      "'''js",
      'b',
      "'''",
      "'''ts no-run",
      "'''",
    )
    expect(programsOf('a.md', text)).toEqual([
      { path: 'a.md', line: 3, language: 'ts', text: '\n\nconst a = 1\n\n\n\na' },
      { path: 'a.md', line: 10, language: 'js', text: `${'\n'.repeat(9)}b` },
    ])
  })
  test('are examples of docstrings, with what the file exports', () => {
    const text = [
      '/**',
      ' * Returns one more.',
      ' * @example',
      ' * ;[...next(1)] //=> [2]',
      ' * @returns a number',
      ' */',
      'export function next() {}',
    ]
    expect(programsOf('src/next.ts', text.join('\n'))).toEqual([
      { path: 'src/next.ts', line: 4, language: 'ts', text: `import { next } from './next.ts';\n\n\n;[...next(1)] //=> [2]` },
    ])
  })
  test('of a docstring import nothing twice', () => {
    const text = `/** @example\n * import { next } from 'lead-sla'\n * next(1)\n */\nexport const next = 1`
    expect(programsOf('src/next.ts', text).map((each) => each.text)).toEqual([`\nimport { next } from 'lead-sla'\nnext(1)`])
  })
  test('of a docstring may use the library, but not where it declares the name itself', () => {
    const example = (line: string) => programsOf('src/a.ts', `/**\n * @example\n * ${line}\n */\nexport interface A {}`)[0]?.text
    expect(example('printDuration(1)')).toMatch(/^import \{ printDuration \} from 'lead-sla';\n/)
    expect(example('const a: A = {}')).toMatch(/^import \{ type A \} from '\.\/a\.ts';\n/)
    expect(example('const printDuration = { parseDuration: a.evaluate }')).toMatch(/^\n/)
  })
})

describe('assertions', () => {
  test.each([
    ['one()   //=> { a: 1 }', `;docsCheck.equal(one(), ({ a: 1 }), "a.md:1")`],
    ['one()\n//=> 1', `;docsCheck.equal(one(), (1), "a.md:2")\n`],
    ['one()\n//=> [1,\n//     2]\ntwo()', `;docsCheck.equal(one(), ([1, 2]), "a.md:2")\n\n\ntwo()`],
    ['console.log(one) //=> 1', `;docsCheck.equal(one, (1), "a.md:1")`],
    ['const a = one() //=> 1', `const a = one();docsCheck.equal(a, (1), "a.md:1")`],
    ['one() //=> throws no-key', `;docsCheck.throws(() => (one()), "no-key", "a.md:1")`],
    ['await one() //=> throws no-key', `;await docsCheck.rejects(async () => (await one()), "no-key", "a.md:1")`],
    ['if (a) {\n  one() //=> 1\n}', `if (a) {\n  ;docsCheck.equal(one(), (1), "a.md:2")\n}`],
    ['one() // => not a claim', 'one() // => not a claim'],
  ])('are made of comments: %s', (text, expected) => expect(withAssertions(program(text))).toBe(expected))

  test.each([
    ['one() //=> { a: ', 'a.md:1: { a: is not a JavaScript value'],
    ['// a comment\n//=> 1', 'a.md:2: //=> follows no statement'],
    ['const { a } = one() //=> 1', 'a.md:1: //=> needs one value with one name'],
  ])('fail on a claim that checks nothing: %s', (text, reason) => expect(() => withAssertions(program(text))).toThrow(reason))

  test('compare deeply and name the line', () => {
    expect(() => check.equal({ a: [1] }, { a: [1] }, 'a.md:1')).not.toThrow()
    expect(() => check.equal({ a: [1] }, { a: [2] }, 'a.md:1')).toThrow('a.md:1: ')
    expect(() => check.equal({ a: undefined }, {}, 'a.md:1')).toThrow('a.md:1: ')
  })
  test('compare the code of an error', async () => {
    const fail = (): never => {
      throw Object.assign(new Error('no'), { code: 'no-key' })
    }
    check.throws(fail, 'no-key', 'a.md:1')
    await check.rejects(async () => fail(), 'no-key', 'a.md:1')
    expect(() => check.throws(fail, 'other-key', 'a.md:1')).toThrow('a.md:1: ')
    expect(() => check.throws(() => 1, 'no-key', 'a.md:1')).toThrow('a.md:1: expected an error with the code no-key, got 1')
    await expect(check.rejects(async () => 1, 'no-key', 'a.md:1')).rejects.toThrow('a.md:1: ')
  })
  test('are type-checked as they stand', () => {
    const [wrong, ...more] = typeErrors([program('\nconst a: number = "one"'), { ...program('const a = 1'), line: 9 }])
    expect(wrong).toMatch(/^a\.md:2: Type 'string' is not assignable/)
    expect(more).toEqual([])
  })
})

describe('shell fences', () => {
  const shell = (text: string) => commandsOf({ path: 'a.md', line: 5, language: 'sh', marks: [], text })

  test('are commands with the output below', () => {
    expect(shell('$ echo one\none\n\nlead-sla check a.json\nnpx lead-sla demo \\\n  --plain')).toEqual([
      { path: 'a.md', line: 5, command: 'echo one', output: 'one' },
      { path: 'a.md', line: 8, command: 'lead-sla check a.json', output: '' },
      { path: 'a.md', line: 9, command: 'npx lead-sla demo \\\n  --plain', output: '' },
    ])
    expect(() => shell('npm install lead-sla')).toThrow('a.md:5: no command of lead-sla')
  })
  test('run in one folder, and $? is the status before', () => {
    const folder = new Folder()
    folder.write('data/a.txt', 'one')
    expect(folder.run('cat data/a.txt; echo two >&2; exit 3')).toEqual({ status: 3, output: 'one\ntwo\n' })
    expect(folder.run('echo $?')).toEqual({ status: 0, output: '3\n' })
    folder.remove()
  })
  test.each([
    ['one\ntwo  \n', 'one\ntwo', true],
    ['one\n2\n3\nfour', 'one\n…\nfour', true],
    ['took 12 ms', 'took … ms', true],
    ['one\ntwo', 'one', false],
    ['a+b', 'a.b', false],
  ])('match their output: %j as %j', (output, expected, same) => expect(matches(output, expected)).toBe(same))
})
