import { mkdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { unreadable } from '../../src/cli/failure.ts'
import * as evaluating from '../../src/periods/evaluate.ts'
import { agreement, asOf, events } from './agreement.ts'
import { ndjson, Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())

const at = `--as-of ${asOf}`

async function failure(line: string | readonly string[], stdin?: string | Uint8Array): Promise<[number, string]> {
  const { status, out, err } = await scene.call(line, stdin === undefined ? {} : { stdin })
  expect(out).toBe('')
  expect(err).not.toMatch(/^\s+at /m)
  return [status, err.trimEnd()]
}

describe('bad usage is 2', () => {
  test.each([
    ['evalaute', "error: unknown command 'evalaute'\n(Did you mean evaluate?)"],
    ['evaluate a b --as-fo x', "error: unknown option '--as-fo'\n(Did you mean --as-of?)"],
    ['evaluate @agreement.json', "error: missing required argument 'events'"],
    [
      'evaluate @agreement.json @events.ndjson',
      '--as-of is missing: the instant at which open clocks are judged, such as 2026-10-01T00:00:00Z',
    ],
    [
      `evaluate @agreement.json @events.ndjson ${at} --format xml`,
      "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are table, json, ndjson, csv.",
    ],
    [
      'evaluate @agreement.json @events.ndjson --as-of 2026-10-01T00:00:00',
      '--as-of: expected an instant with an offset such as 2026-10-01T00:00:00Z, got "2026-10-01T00:00:00" [missing-offset]',
    ],
    [
      `evaluate @agreement.json @events.ndjson ${at} --known-at soon`,
      '--known-at: expected an instant with an offset such as 2026-10-01T00:00:00Z, got "soon" [invalid-instant]',
    ],
    [
      `evaluate @agreement.json @events.ndjson ${at} --clause firstResponce`,
      '--clause: agreement.json has no clause "firstResponce"; known: firstResponse, autoReply, leads [unknown-clause] Did you mean firstResponse?',
    ],
    [`evaluate @agreement.json @events.txt ${at}`, 'events.txt: its name tells no format; say --input-format ndjson, json, csv'],
    [
      `evaluate @agreement.json @events.csv ${at}`,
      'events.csv: a CSV file needs --mapping FILE, which says what its columns mean',
    ],
    [
      `evaluate @agreement.json @a.csv @b.csv @c.csv ${at} --mapping @a.json --mapping @b.json`,
      '--mapping: expected one for all files, or one for each of the 3, got 2',
    ],
    [`evaluate - - ${at}`, 'standard input can be read only once'],
    [`explain @agreement.json @events.ndjson ${at}`, 'explain needs --key KEY, or --lead LEAD for the keys of a lead'],
    [
      `explain @agreement.json @events.ndjson ${at} --key a --lead b`,
      "error: option '--key <key>' cannot be used with option '--lead <lead>'",
    ],
  ])('%s', async (line, sentence) => expect(await failure(line)).toEqual([2, sentence]))

  test('no command at all shows the help', async () => {
    const [status, err] = await failure([])
    expect(status).toBe(2)
    expect(err).toMatch(/^Usage: lead-sla/)
  })
})

describe('input that cannot be read is 2, in one sentence', () => {
  scene.write('empty.ndjson', '')
  scene.write('blank.ndjson', '\n \n')
  scene.write('empty.json', '')
  scene.write('none.json', '[]')
  scene.write('object.json', '{"rows": []}')
  scene.write('broken.json', '[\n  {"id": "a"},\n  {"id": "b",}\n]')
  scene.write('binary.ndjson', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe, 10, 0xff]))
  scene.write('events.xlsx.csv', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe, 10, 0xff]))
  scene.write('pretty.ndjson', JSON.stringify(events, null, 2))
  scene.write('header.csv', 'id,created\n')
  scene.write('other.csv', 'Id,Created\n1,2026-04-14T08:00:00Z\n')
  scene.write(
    'mapping.json',
    '{\n "events": [\n  { "id": "{id}", "lead": "{id}", "type": "lead.created",\n    "at": "{created}" } ] }',
  )
  scene.write('bad-mapping.json', '{\n "events": [],\n "csw": {} }')
  scene.write('cut.ndjson.gz', gzipSync(ndjson(events)).subarray(0, 60))
  scene.write('wrong.ndjson.gz', new Uint8Array([0x1f, 0x8b, 1, 2, 3]))
  mkdirSync(scene.path('folder.ndjson'))

  test.each([
    ['@missing.ndjson', 'missing.ndjson: there is no such file [unreadable-file]'],
    ['@events.ndjson/deeper.ndjson', 'events.ndjson/deeper.ndjson: there is no such file [unreadable-file]'],
    ['@folder.ndjson', 'folder.ndjson: it is a folder, not a file [unreadable-file]'],
    ['@empty.ndjson', 'empty.ndjson: there is no event in it [unreadable-file]'],
    ['@events.ndjson @empty.ndjson', 'empty.ndjson: there is no event in it [unreadable-file]'],
    ['@blank.ndjson', 'blank.ndjson: there is no event in it [unreadable-file]'],
    ['@empty.json', 'empty.json: there is no event in it [unreadable-file]'],
    ['@none.json', 'none.json: there is no event in it [unreadable-file]'],
    ['-', '<standard input>: there is no event in it [unreadable-file]'],
    ['@object.json', 'object.json:1: events: expected an array of events [missing-key]'],
    ['@broken.json', 'broken.json:3:14: expected JSON, got "}" [invalid-json]'],
    ['@binary.ndjson', 'binary.ndjson: expected UTF-8 text [unreadable-file]'],
    ['@binary.ndjson --input-format json', 'binary.ndjson: expected UTF-8 text [unreadable-file]'],
    [
      '@events.xlsx.csv --mapping @mapping.json',
      'events.xlsx.csv:1: expected text in the encoding of the file [unreadable-file]',
    ],
    ['@cut.ndjson.gz', 'cut.ndjson.gz: the gzip data in it ends too early [unreadable-file]'],
    ['@wrong.ndjson.gz', 'wrong.ndjson.gz: the gzip data in it is broken [unreadable-file]'],
    ['@header.csv --mapping @mapping.json', 'header.csv: there is no event in it [unreadable-file]'],
    ['@header.csv --mapping @missing.json', 'missing.json: there is no such file [unreadable-file]'],
    ['@header.csv --mapping @broken.json', 'broken.json:3:14: expected JSON, got "}" [invalid-json]'],
  ])('%s', async (line, sentence) => expect(await failure(`evaluate @agreement.json ${line} ${at}`)).toEqual([2, sentence]))

  test('a mapping with mistakes, or for other columns, with their lines', async () => {
    const [bad, wrong] = [
      await failure(`evaluate @agreement.json @header.csv --mapping @bad-mapping.json ${at}`),
      await failure(`evaluate @agreement.json @other.csv --mapping @mapping.json ${at}`),
    ]
    expect([bad[0], wrong[0]]).toEqual([2, 2])
    expect(bad[1]).toMatch(/^bad-mapping\.json:2: events: .*\nbad-mapping\.json:3: csw: .*\[unknown-key\]$/)
    expect(wrong[1]).toMatch(
      /^mapping\.json:3: events\[0\]\.id: expected a column of the file, got "id"; known: Id, Created \[unknown-column\]$/m,
    )
    expect(wrong[1]).toMatch(/^mapping\.json:4: events\[0\]\.at: /m)
  })

  test('a file in another format than its name says', async () => {
    const [status, err] = await failure(`evaluate @agreement.json @pretty.ndjson ${at}`)
    expect(status).toBe(2)
    expect(err).toMatch(
      /^pretty\.ndjson:1.*: expected one JSON value on the line, got "\[" \[invalid-json\]\npretty\.ndjson: no event can be read from it as NDJSON; say --input-format if it is JSON or CSV/,
    )
  })

  test('a file that may not be read, or that fails in a way of its own', () => {
    const sentenceOf = (code: string): string => unreadable('a.ndjson', Object.assign(new Error('…'), { code })).message
    expect(sentenceOf('EACCES')).toBe('a.ndjson: it may not be read: permission denied [unreadable-file]')
    expect(sentenceOf('EIO')).toBe('a.ndjson: it cannot be read (EIO) [unreadable-file]')
  })
})

describe('an agreement', () => {
  test('with mistakes is 1, and every mistake has its line', async () => {
    scene.write('bad.json', JSON.stringify({ ...agreement, timeZone: 'Berlin', clauses: { reply: { kind: 'timed' } } }, null, 2))
    const [status, err] = await failure(`evaluate @bad.json @events.ndjson ${at}`)
    expect(status).toBe(1)
    expect(err).toMatch(/^bad\.json:8: timeZone: .* \[unknown-time-zone\]$/m)
    expect(err.split('\n').every((line) => /^bad\.json:\d+: .* \[[a-z-]+\]$/.test(line))).toBe(true)
  })

  test.each([
    ['', 'a.json: the file is empty [unreadable-file]'],
    ['{\n  "agreement": "acme"\n  "version": "1"\n}', 'a.json:3:3: expected JSON, got "\\"version\\": \\"1\\"" [invalid-json]'],
    ['{"agreement": "acme', 'a.json:1:15: expected JSON, got "\\"acme" [invalid-json]'],
    ['{"agreement": ', 'a.json:1:15: expected JSON, got "the end of the file" [invalid-json]'],
    ['\u0000PNG', 'a.json:1:1: expected JSON, got "\\u0000PNG" [invalid-json]'],
  ])('that is no JSON is 2: %j', async (text, sentence) => {
    scene.write('a.json', text)
    expect(await failure('check @a.json')).toEqual([2, sentence])
    expect(await failure(`evaluate @a.json @events.ndjson ${at}`)).toEqual([2, sentence])
  })

  test('that is nested beyond reason neither crashes nor shows a stack', async () => {
    scene.write('deep.json', `{"clauses": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`)
    const [status] = await failure('check @deep.json')
    expect(status).toBe(1)
  })
})

describe('a bug', () => {
  test('is one sentence and 70, with its stack only where it is asked for', async () => {
    const spy = vi.spyOn(evaluating, 'beginEvaluation').mockImplementation(() => {
      throw new TypeError('x is not a function')
    })
    const line = `evaluate @agreement.json @events.ndjson ${at}`
    expect(await failure(line)).toEqual([
      70,
      'lead-sla: this is a bug of the command, which LEAD_SLA_DEBUG=1 locates: x is not a function',
    ])
    const { err } = await scene.call(line, { env: { LEAD_SLA_DEBUG: '1' } })
    expect(err).toMatch(/^TypeError: x is not a function\n\s+at /m)
    spy.mockRestore()
  })
})

test('ids that would command the terminal are spelt out', async () => {
  const lead = '\u001b[2Jx\u202eevil\r\n\u009b31m'
  const event = { id: '1', lead, type: 'lead.created', at: '2026-04-14T09:00:00Z' }
  const stdin = ndjson([event, { ...event, id: '2', at: '\u001b[31msoon' }, { ...event, id: '3', type: 'lead.moved' }])
  for (const more of ['--all', '--format json', '--format ndjson']) {
    const { out, err } = await scene.call(`evaluate @agreement.json - ${at} ${more}`, { stdin })
    expect(commanding(out + err)).toEqual([])
  }
  const onTerminal = await scene.call(`evaluate @agreement.json - ${at} --format csv`, { stdin, isTTY: true })
  expect(commanding(onTerminal.out.replaceAll('\r\n', '\n'))).toEqual([])
  const { out, err } = await scene.call(['explain', '@agreement.json', '-', '--as-of', asOf, '--key', `autoReply/${lead}/1`], {
    stdin,
  })
  expect(out).toContain('\\u{1b}[2Jx')
  expect(commanding(out + err)).toEqual([])
})

function commanding(text: string): string[] {
  return ['\u001b', '\u202e', '\u009b', '\r'].filter((character) => text.includes(character))
}
