import { stripVTControlCharacters } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { csvColumns } from '../../src/cli/machine.ts'
import { asOf, events } from './agreement.ts'
import { ndjson, Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())

const evaluate = `evaluate @agreement.json @events.ndjson --as-of ${asOf}`

describe('evaluate prints tables', () => {
  test('with the figures by clause and, when it is short, the whole list', async () => {
    const { status, out, err } = await scene.call(evaluate)
    expect(status).toBe(0)
    expect(out.split('\n').slice(0, 4)).toEqual([
      'Acme: inbound leads',
      'acme 7, in force from 2026-04-01',
      'Period: Tue 14 Apr 2026 to Tue 14 Apr 2026: 5 clocks of 4 leads',
      'As of:  Tue 14 Apr 2026 15:00, Europe/Berlin',
    ])
    expect(out).toMatch(/^Marketing owes:\nautoReply +1 +100%\* +0 +0 +0 +0 +0 +1m +15m$/m)
    expect(out).toMatch(/^Sales owes:\nfirstResponse +3 +33\.3%\* +1 +1 +0 +1 +0 +2h40m +4h$/m)
    expect(out).toContain('*: n is below 20, a small sample.')
    expect(out).toMatch(/^firstResponse\/C\/1 +overdue +Emre Yıldız .*Tue 14 Apr 2026 13:00/m)
    expect(out).toMatch(/^firstResponse\/D\/1 +paused +Emre Yıldız .* – /m)
    expect(err).toMatch(/^agreement\.json:\d+: warning: calendars\.spare: .* \[unused-calendar\]\n$/)
  })

  test.each([40, 50, 60, 80, 100, 120, 200])('no line is wider than a terminal of %d columns', async (columns) => {
    for (const by of ['clause', 'owner', 'team', 'party']) {
      const { out } = await scene.call(`${evaluate} --by ${by} --all`, { columns })
      expect(out.split('\n').filter((line) => [...line].length > columns)).toEqual([])
    }
  })

  test('by person: who promised answers, and not who happened to own the lead', async () => {
    const { out } = await scene.call(`${evaluate} --by owner`)
    expect(out).toMatch(/^Emre Yıldız +1 +0\.0%\* +0 +1/m)
    expect(out).toMatch(/^Lena Hoffmann +2 +50\.0%\* +1 +0/m)
    expect(out).toMatch(/^Marketing +1 +100%\*/m)
  })

  test('of a part: a clause, a status by either name, an owner by id or name', async () => {
    const keysOf = async (options: string[]): Promise<string[]> => {
      const { out } = await scene.call([...`${evaluate} --format ndjson`.split(' '), ...options])
      return out.split('\n').flatMap((line) => (line === '' ? [] : JSON.parse(line).key))
    }
    expect(await keysOf(['--clause', 'autoReply'])).toEqual(['autoReply/A/1'])
    expect(await keysOf(['--status', 'overdue'])).toEqual(['firstResponse/C/1'])
    expect(await keysOf(['--status', 'openBreached', '--status', 'metLate'])).toEqual(['firstResponse/B/1', 'firstResponse/C/1'])
    expect(await keysOf(['--owner', 'emre'])).toEqual(['firstResponse/C/1', 'firstResponse/D/1'])
    expect(await keysOf(['--owner', 'Emre Yıldız', '--status', 'paused'])).toEqual(['firstResponse/D/1'])
    expect((await scene.call(`${evaluate} --owner nobody`)).out).toContain('No clock fits what was asked for.')
  })

  test('cut down to what is urgent when the list is long, unless all is asked for', async () => {
    scene.write('many.ndjson', ndjson(Array.from({ length: 30 }, (_, index) => many(index))))
    const line = `evaluate @agreement.json @many.ndjson --as-of ${asOf}`
    const { out } = await scene.call(line)
    expect(out).toMatch(/^Most overdue now: 10 of 30$/m)
    expect(out).toMatch(/^firstResponse\/L00\/1 +Lena Hoffmann +Tue 14 Apr 2026 13:00 +2h$/m)
    expect(out).toContain('30 clocks (overdue); --all lists them.')
    expect((await scene.call(`${line} --all`)).out.match(/^firstResponse\/L/gm)).toHaveLength(30)
  })

  test('with colour only where it is wanted, and never colour alone', async () => {
    const plain = await scene.call(evaluate, { columns: 80 })
    const painted = await scene.call(evaluate, { columns: 80, isTTY: true })
    expect(plain.out).not.toContain('\u001b')
    expect(painted.out).toContain('\u001b[31moverdue\u001b[39m')
    expect(stripVTControlCharacters(painted.out)).toBe(plain.out)
    expect((await scene.call(evaluate, { isTTY: true, env: { NO_COLOR: '1' } })).out).not.toContain('\u001b')
    expect((await scene.call(evaluate, { env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[31m')
    expect((await scene.call(evaluate, { isTTY: true, env: { TERM: 'dumb' } })).out).not.toContain('\u001b')
  })
})

describe('evaluate prints data', () => {
  test('json: the evaluation, with the lines of what was refused', async () => {
    scene.write('bad.ndjson', `${ndjson(events)}{"id":\n\n${ndjson([{ id: 'x', lead: 'A', type: 'y', at: 'soon' }])}`)
    const { status, out, err } = await scene.call(`evaluate @agreement.json @bad.ndjson --as-of ${asOf} --format json`)
    const found = JSON.parse(out)
    expect(status).toBe(0)
    expect(err).toBe('')
    expect(Object.keys(found)).toEqual(['asOf', 'knownAt', 'agreements', 'obligations', 'periods', 'refused', 'findings'])
    expect(found.obligations).toHaveLength(5)
    expect(found.periods).toMatchObject([{ key: 'leads/2026-04', target: 5, actual: 1, status: 'behind' }])
    expect(found.refused).toMatchObject([
      { event: null, code: 'invalid-json', line: 10 },
      { event: { id: 'x' }, code: 'invalid-instant', path: ['at'], line: 12 },
    ])
    expect(found.findings).toMatchObject([{ code: 'unused-calendar', path: ['calendars', 'spare'] }])
  })

  test('ndjson and csv: an obligation a line, and what was refused on standard error', async () => {
    const line = `evaluate @agreement.json @bad.ndjson --as-of ${asOf} --format`
    const [asNdjson, asCsv] = [await scene.call(`${line} ndjson`), await scene.call(`${line} csv`)]
    const [first = ''] = asNdjson.out.split('\n')
    expect(Object.keys(JSON.parse(first))).toEqual([...csvColumns])
    const rows = asCsv.out.split('\r\n')
    expect(rows[0]).toBe(csvColumns.join(','))
    expect(rows).toHaveLength(7)
    expect(rows[1]).toBe(
      'autoReply/A/1,autoReply,A,1,marketing,,,"[{""owner"":null,""team"":null,""usedMs"":60000}]",acme,7,met,1,2026-04-14T06:55:00.000Z,2026-04-14T07:10:00.000Z,,2026-04-14T06:56:00.000Z,,2026-04-14T06:56:00.000Z,,60000,900000,0,false',
    )
    expect(asCsv.err).toBe(asNdjson.err)
    expect(asCsv.err).toMatch(/^bad\.ndjson:10(:\d+)?: refused: .*\[invalid-json\]$/m)
    expect(asCsv.err).toMatch(/^bad\.ndjson:12: refused: at: .*\[invalid-instant\]$/m)
  })

  test('csv cells are quoted as RFC 4180 has it', async () => {
    const lead = 'a "b",\nc'
    const event = { id: '1', lead, type: 'lead.created', at: '2026-04-14T09:00:00Z' }
    const { out } = await scene.call(`evaluate @agreement.json - --as-of ${asOf} --format csv`, { stdin: ndjson([event]) })
    expect(out.split('\r\n')[1]).toMatch(/^"autoReply\/a ""b"",\nc\/1",autoReply,"a ""b"",\nc",1,/)
  })

  test('known then: what was recorded later is left out', async () => {
    const late = { id: 'C-3', lead: 'C', type: 'call.connected', at: '2026-04-14T08:00:00Z', recordedAt: '2026-04-14T12:30:00Z' }
    scene.write('late.ndjson', ndjson([...events, late]))
    const line = `evaluate @agreement.json @late.ndjson --as-of ${asOf} --format ndjson --clause firstResponse`
    const statusOfC = async (more: string): Promise<string> =>
      JSON.parse((await scene.call(line + more)).out.split('\n').find((each) => each.includes('/C/')) ?? '').status
    expect(await statusOfC('')).toBe('met')
    expect(await statusOfC(' --known-at 2026-04-14T12:00:00Z')).toBe('openBreached')
  })
})

describe('evaluate reads', () => {
  const same = async (line: string, stdin: string | Uint8Array = ''): Promise<string> => {
    const { out } = await scene.call(`evaluate @agreement.json ${line} --as-of ${asOf} --format ndjson`, { stdin })
    return out
  }

  test('NDJSON, JSON, gzip and standard input alike', async () => {
    const expected = await same('@events.ndjson')
    scene.write('events.json', JSON.stringify(events))
    scene.write('wrapped.json', JSON.stringify({ events }, null, 2))
    scene.write('events.ndjson.gz', gzipSync(ndjson(events)))
    scene.write('events.bin', gzipSync(ndjson(events)))
    expect(expected).toContain('firstResponse/A/1')
    expect(await same('@events.json')).toBe(expected)
    expect(await same('@wrapped.json')).toBe(expected)
    expect(await same('@events.ndjson.gz')).toBe(expected)
    expect(await same('@events.bin --input-format ndjson')).toBe(expected)
    expect(await same('-', ndjson(events))).toBe(expected)
    expect(await same('-', gzipSync(ndjson(events)))).toBe(expected)
    expect(await same('- --input-format json', JSON.stringify(events))).toBe(expected)
  })

  test('several files as one, whatever their order', async () => {
    scene.write('one.ndjson', ndjson(events.slice(0, 4)))
    scene.write('two.json', JSON.stringify(events.slice(4)))
    expect(await same('@two.json @one.ndjson')).toBe(await same('@events.ndjson'))
  })

  test('rows through a mapping: CSV, JSON and NDJSON', async () => {
    const mapping = {
      events: [
        { id: '{id}-c', lead: '{id}', type: 'lead.created', at: '{created}' },
        { id: '{id}-m', lead: '{id}', type: 'email.sent', at: '{mailed}', skipIfEmpty: 'mailed' },
      ],
    }
    const rows = [
      { id: 'A', created: '2026-04-14T08:00:00Z', mailed: '2026-04-14T08:05:00Z' },
      { id: 'B', created: 'yesterday', mailed: '' },
    ]
    scene.write('mapping.json', JSON.stringify(mapping, null, 2))
    scene.write('crm.csv', `id,created,mailed\n${rows.map((row) => Object.values(row).join(',')).join('\n')}\n`)
    scene.write('crm.tsv', `id\tcreated\tmailed\n${rows.map((row) => Object.values(row).join('\t')).join('\n')}\n`)
    scene.write('crm.json', JSON.stringify(rows, null, 2))
    scene.write('crm.ndjson', ndjson(rows))
    for (const [file, line] of [
      ['crm.csv', 3],
      ['crm.tsv', 3],
      ['crm.json', 7],
      ['crm.ndjson', 2],
    ] as const) {
      const { status, out, err } = await scene.call(
        `evaluate @agreement.json @${file} --mapping @mapping.json --as-of ${asOf} --format ndjson`,
      )
      expect(status).toBe(0)
      expect(out.split('\n').map((each) => each.slice(0, 23))).toEqual(['{"key":"autoReply/A/1",', ''])
      expect(err).toContain(`${file}:${line}: refused: created: `)
    }
    const mixed = await scene.call(
      `evaluate @agreement.json @crm.csv @one.ndjson --mapping @mapping.json --mapping none --as-of ${asOf} --format ndjson`,
    )
    expect(mixed.out.match(/"key":"[^"]+"/g)).toEqual(
      ['autoReply/A/1', 'autoReply/A/2', 'firstResponse/A/1'].map((key) => `"key":"${key}"`),
    )
  })

  test('a refused event in a JSON document is found on its own line', async () => {
    scene.write('pretty.json', JSON.stringify([events[0], { id: 'x', lead: 'A', type: 'y', at: 'soon' }], null, 2))
    const { err } = await scene.call(`evaluate @agreement.json @pretty.json --as-of ${asOf} --format csv`)
    expect(err).toContain('pretty.json:12: refused: at: ')
  })
})

function many(index: number): object {
  const lead = `L${String(index).padStart(2, '0')}`
  return { id: lead, lead, type: 'lead.assigned', at: '2026-04-14T07:00:00Z', data: { owner: 'lena' } }
}
