import { afterAll, describe, expect, test } from 'vitest'
import { agreement, asOf, events } from './agreement.ts'
import { ndjson, Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())

describe('check', () => {
  test('prints one line for a good agreement, and what is odd about it as warnings', async () => {
    expect(await scene.call('check @agreement.json')).toEqual({
      status: 0,
      out: 'acme 7: 2 timed clauses, 2 calendars, 1 warning\n',
      err: 'agreement.json:47: warning: calendars.spare: no clause counts on the calendar spare [unused-calendar]\n',
    })
  })

  test('names each mistake with its line, in the order of the file', async () => {
    const { clauses } = agreement
    const bad = {
      ...agreement,
      clauses: {
        autoReply: { ...clauses.autoReply, clock: 'berlim', within: 'P1M' },
        firstResponse: { ...clauses.firstResponse, owedBy: 'sails', resume: undefined },
      },
    }
    scene.write('bad.json', JSON.stringify(bad, null, 2))
    const { status, out, err } = await scene.call('check @bad.json')
    expect(status).toBe(1)
    expect(out).toBe('')
    const found = err
      .split('\n')
      .map((line) => /^(bad\.json:\d+: [\w.]+): .*(\[[\w-]+\])$/.exec(line)?.slice(1).join(' ') ?? line)
    expect(found).toEqual([
      'bad.json:61: clauses.autoReply.clock [unknown-calendar]',
      'bad.json:68: clauses.autoReply.within [invalid-duration]',
      'bad.json:70: clauses.firstResponse.resume [missing-resume]',
      'bad.json:73: clauses.firstResponse.owedBy [unknown-party]',
      'bad.json: 4 errors',
      '',
    ])
  })

  test('reads standard input', async () => {
    const { status, out } = await scene.call('check -', { stdin: `\uFEFF${JSON.stringify(agreement)}` })
    expect([status, out]).toEqual([0, 'acme 7: 2 timed clauses, 2 calendars, 1 warning\n'])
  })
})

describe('explain', () => {
  const explain = `explain @agreement.json @events.ndjson --as-of ${asOf}`

  test('tells the story of a clock', async () => {
    const { status, out, err } = await scene.call(`${explain} --key firstResponse/B/1`)
    expect([status, err]).toEqual([0, ''])
    expect(out).toContain('firstResponse: sales owes lead B')
    expect(out).toMatch(
      /^Due on Tue 14 Apr 2026 13:00: .* by event B-3 \(call\.connected\): 20 min late, 4 h 20 min used \[T5, C4\]\.\n$/m,
    )
  })

  test('in German', async () => {
    const { status, out, err } = await scene.call(`${explain} --key firstResponse/B/1 --lang de`)
    expect([status, err]).toEqual([0, ''])
    expect(out).toContain('firstResponse: sales schuldet dem Lead B eine Erledigung binnen 4 h')
    expect(out).toMatch(/^Fällig am Di\., 14\. Apr\. 2026, 13:00 Uhr: .*: 20 min zu spät, 4 h 20 min verbraucht \[T5, C4\]\.\n$/m)
    const asData = await scene.call(`${explain} --key firstResponse/B/1 --lang de --format json`)
    expect(JSON.parse(asData.out).sentences.join('\n')).toBe(out.trimEnd())
  })

  test('in no language that it does not know', async () => {
    const { status, out, err } = await scene.call(`${explain} --key firstResponse/B/1 --lang fr`)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain('Allowed choices are en, de.')
  })

  test('as data', async () => {
    const { out } = await scene.call(`${explain} --key firstResponse/D/1 --format json`)
    expect(JSON.parse(out)).toMatchObject({
      key: 'firstResponse/D/1',
      obligation: { status: 'paused' },
      spans: [{ why: 'open' }, { why: 'paused' }],
    })
  })

  test('lists the clocks of a lead, as a table and as data', async () => {
    const { out } = await scene.call(`${explain} --lead A`)
    expect(out.match(/^(autoReply|firstResponse)\/A\/1 +kept/gm)).toHaveLength(2)
    const asData = await scene.call(`${explain} --lead A --format json`)
    expect(JSON.parse(asData.out).map(({ key }: { key: string }) => key)).toEqual(['autoReply/A/1', 'firstResponse/A/1'])
  })

  test('says which events of the lead were not counted, because one of them may be the reason', async () => {
    const refused = { id: 'B-7', lead: 'B', type: 'call.connected', at: '2026-04-14T09:10:00' }
    const stdin = `${ndjson([...events, refused, { ...refused, id: 'C-7', lead: 'C' }])}{"id":\n`
    const { err } = await scene.call(`explain @agreement.json - --as-of ${asOf} --key firstResponse/B/1`, { stdin })
    expect(err).toMatch(
      /^<standard input>:10: refused: at: .*\[missing-offset\]\n<standard input>:12(:\d+)?: refused: .*\[invalid-json\]\n$/,
    )
  })

  test('knows the keys of the lead when the key is wrong', async () => {
    expect(await scene.call(`${explain} --key firstResponse/A/2`)).toEqual({
      status: 2,
      out: '',
      err: '--key: expected the key of an obligation, clause/lead/cycle, got "firstResponse/A/2"; known: firstResponse/A/1, autoReply/A/1 [unknown-obligation] Did you mean firstResponse/A/1?\n',
    })
    const unknown = await scene.call(`${explain} --lead Z`)
    expect(unknown).toEqual({ status: 2, out: '', err: '--lead: the events start no clock of a lead "Z"\n' })
  })
})

test('--version and --help are 0, and the help of each command has examples', async () => {
  expect((await scene.call('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect((await scene.call('--help')).out).toContain('Exit status: 0 done')
  for (const command of ['demo', 'check', 'evaluate', 'explain']) {
    const { status, out, err } = await scene.call(`${command} --help`)
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(new RegExp(`Examples:\\n.*lead-sla ${command}`))
    expect((await scene.call(`help ${command}`)).out).toBe(out)
  }
})
