/** What the editor offers to write, and what it says of a key. */
import { describe, expect, test } from 'vitest'
import { treeOf } from '../../../docs/.vitepress/theme/playground/json-place.ts'
import { describedShapes, keyWords } from '../../../docs/.vitepress/theme/playground/key-words.ts'
import { shapesAt } from '../../../docs/.vitepress/theme/playground/schema-nodes.ts'
import { suggestionsAt } from '../../../docs/.vitepress/theme/playground/suggestions.ts'
import { agreementJsonSchema, parseAgreement } from '../../../src/index.ts'
import { template, templateNames } from '../../../src/templates.ts'
import { filesBelow, readText } from '../../repository.ts'

const schema = agreementJsonSchema()

/** What is offered where a bar stands in the text, and what would be replaced. */
function offered(marked: string): {
  readonly labels: readonly string[]
  readonly replaced: string
  readonly inserts: readonly string[]
} {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const found = suggestionsAt(schema, treeOf(text), text, offset)
  const options = found?.options ?? []
  return {
    labels: options.map(({ label }) => label),
    inserts: options.map(({ insert }) => insert),
    replaced: text.slice(found?.from, found?.to),
  }
}

const labels = (marked: string): readonly string[] => offered(marked).labels

describe('keys', () => {
  test('of an agreement are those of its schema that are not there yet', () => {
    expect(labels('{ "|" }')).toEqual(expect.arrayContaining(['agreement', 'version', 'timeZone', 'parties', 'clauses']))
    expect(labels('{ "agreement": "a", | }')).not.toContain('agreement')
    expect(labels('{ "agreement": "a", | }')).toContain('version')
  })

  test('of a clause are those of its kind', () => {
    expect(labels('{ "clauses": { "a": { "|" } } }')).toEqual(
      expect.arrayContaining(['kind', 'within', 'target', 'attempt', 'atLeast']),
    )
    const volume = labels('{ "clauses": { "a": { "kind": "volume", "|" } } }')
    expect(volume).toEqual(expect.arrayContaining(['count', 'per', 'target']))
    for (const key of ['within', 'attempt', 'sum']) expect(volume).not.toContain(key)
    const timed = labels('{ "clauses": { "a": { "kind": "timed", "" } } }'.replace('""', '"|"'))
    expect(timed).toEqual(expect.arrayContaining(['start', 'stop', 'within', 'reminders']))
    expect(timed).not.toContain('attempt')
  })

  test('of a trigger are those that go with what is there', () => {
    expect(labels('{ "clauses": { "a": { "kind": "timed", "start": { | } } } }')).toEqual([
      'on',
      'when',
      'enters',
      'leaves',
      'disposed',
      'becomes',
    ])
    expect(labels('{ "clauses": { "a": { "kind": "timed", "start": { "on": "x", | } } } }')).toEqual(['when'])
  })

  test('are written with what belongs behind them', () => {
    const { labels: names, inserts } = offered('{ | }')
    const insertOf = (key: string) => inserts[names.indexOf(key)]
    expect([insertOf('timeZone'), insertOf('parties'), insertOf('exceptions')]).toEqual([
      '"timeZone": ""',
      '"parties": {}',
      '"exceptions": []',
    ])
    // The value is there already.
    const renamed = offered('{ "vers|": "1" }')
    expect(renamed.replaced).toBe('"vers"')
    expect(renamed.inserts).toContain('"version"')
  })

  test('of people’s own names are nobody’s business', () => expect(labels('{ "clauses": { "|" } }')).toEqual([]))
})

const known =
  '"parties": { "sales": { "name": "S", "teams": { "desk": { "name": "D" } } } }, "calendars": { "berlin": {} }, "lifecycle": { "initial": "new", "states": { "new": {}, "mql": {} } }, "conditions": { "hot": {} }'

describe('values', () => {
  test.each([
    ['a kind', '{ "clauses": { "a": { "kind": "|" } } }', ['timed', 'cadence', 'volume', 'amount', 'ratio', 'compliance']],
    ['a choice', '{ "boundary": | }', ['close', 'nextOpen']],
    [
      'a choice inside of a clause',
      '{ "clauses": { "a": { "kind": "timed", "onChange": "re|" } } }',
      ['keep', 'retarget', 'restart'],
    ],
    ['yes or no', '{ "clauses": { "a": { "kind": "timed", "once": | } } }', ['true', 'false']],
    ['a party', `{ ${known}, "clauses": { "a": { "kind": "timed", "owedBy": "|" } } }`, ['sales']],
    ['a clock', `{ ${known}, "clauses": { "a": { "kind": "timed", "clock": "|" } } }`, ['berlin', 'always']],
    ['a state', `{ ${known}, "clauses": { "a": { "kind": "timed", "start": { "enters": "|" } } } }`, ['new', 'mql']],
    [
      'a state in a list',
      `{ ${known}, "clauses": { "a": { "kind": "timed", "start": { "enters": ["new", | ] } } } }`,
      ['new', 'mql'],
    ],
    ['another clause', `{ ${known}, "clauses": { "a": { "kind": "timed", "after": "|" }, "b": {} } }`, ['b']],
    ['a condition', `{ ${known}, "clauses": { "a": { "kind": "timed", "requires": { "condition": "|" } } } }`, ['hot']],
    ['a team', '{ "parties": { "sales": { "members": { "x": { "team": "|" } }, "teams": { "desk": {} } } } }', ['desk']],
    ['nothing for free text', '{ "title": "|" }', []],
  ])('are offered: %s', (_, text, wanted) => expect(labels(text)).toEqual(wanted))

  test('replace what is half written', () => {
    expect(offered('{ "boundary": "ne|" }')).toMatchObject({ replaced: '"ne"', inserts: ['"close"', '"nextOpen"'] })
  })
})

test('nothing is thrown wherever the cursor stands, and every offered value is one of the schema or a name', () => {
  const text = JSON.stringify(template('smb-high-volume').agreement, null, 1)
  const tree = treeOf(text)
  for (let offset = 0; offset <= text.length; offset += 7) suggestionsAt(schema, tree, text, offset)
  for (const odd of [
    '',
    '{',
    '[',
    '"',
    '{ "',
    '{ "a',
    '{ "a":',
    '}}}',
    '{ "__proto__": { | } }',
    '{"clauses":{"__proto__":{"kind":"timed","|"',
  ]) {
    expect(() => suggestionsAt(schema, treeOf(odd), odd, odd.length)).not.toThrow()
  }
})

test.each(templateNames)('%s: the schema knows every place of it', (name) => {
  const { agreement } = template(name)
  expect(parseAgreement(agreement).ok).toBe(true)
  const strange: string[] = []
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (shapesAt(schema, agreement, path).length === 0) strange.push(path.join('.'))
    if (typeof value !== 'object' || value === null) return
    for (const [key, member] of Object.entries(value)) visit(member, [...path, Array.isArray(value) ? Number(key) : key])
  }
  visit(agreement, [])
  // The value of a comparison may be anything, and so may what is inside of it.
  expect(strange.filter((path) => !/\.value\.\d+$/.test(path))).toEqual([])
})

describe('the words of a key', () => {
  const sources = filesBelow('src').filter((path) =>
    /^src\/(agreement|clock|conditions)\/[\w-]*(document|review|node)\.ts$/.test(path),
  )
  const described = describedShapes(sources.map(readText))
  const document = template('b2b-inbound').agreement
  const wordsOf = (...path: (string | number)[]) => keyWords({ schema, described, document }, path)

  test('are those of the docstrings, without the numbers of rules', () => {
    expect(wordsOf('timeZone')).toEqual({
      key: 'timeZone',
      words: 'The zone of the agreement\u2019s own dates.'.replace('\u2019', "'"),
      value: 'string',
    })
    expect(wordsOf('clauses', 'firstResponse', 'onChange')).toMatchObject({
      words: expect.stringMatching(/^What happens to an open clock when the facts make another goal win\./),
      value: '"keep" | "retarget" | "restart"',
    })
    expect(wordsOf('clauses', 'firstResponse', 'onChange')?.words).not.toContain('[')
    expect(wordsOf('clauses', 'qualifiedLeads', 'cooldown')?.words).toContain('may count again')
    expect(wordsOf('clauses', 'quality', 'cooldown')?.words).toContain('may join another')
  })

  test('of a name that people gave are those of what it names', () => {
    expect(wordsOf('clauses', 'firstResponse')?.words).toBe('An action within a target, per lead and cycle.')
    expect(wordsOf('clauses', 'quality')?.words).toBe('A share of one kind of lead that another thing happens to.')
  })

  test('of a key that the schema does not know are none', () => {
    expect([wordsOf('nonsense'), wordsOf('clauses', 'quality', 'toString'), wordsOf()]).toEqual([null, null, null])
  })

  test('most keys of the document have some', () => {
    const keys = [
      'agreement',
      'effective',
      'definitions',
      'conditions',
      'boundary',
      'rates',
      'touches',
      'exceptions',
      'enforcement',
      'incentives',
      'review',
    ]
    const silent = keys.filter((key) => (keyWords({ schema, described, document: {} }, [key])?.words ?? '') === '')
    expect(silent).toEqual([])
  })
})
