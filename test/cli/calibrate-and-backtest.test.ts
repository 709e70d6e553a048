import { afterAll, describe, expect, test } from 'vitest'
import type { AgreementDocument } from '../../src/index.ts'
import { applyPatch } from '../../src/insight.ts'
import { callsOf, replyAgreement } from '../unit/insight/calls.ts'
import { ndjson, Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())
const events = callsOf(
  Array.from({ length: 80 }, (_, index) => ({
    minutes: index % 2 ? 200 + index : 10 + (index % 20),
    data: { segment: index % 2 ? 'enterprise' : 'smb' },
    owner: index % 4 < 2 ? 'anna' : 'ben',
    team: 'north',
  })),
)
const tighter: AgreementDocument = {
  ...replyAgreement,
  version: '2',
  clauses: { reply: { ...replyAgreement.clauses.reply, within: 'PT15M' } },
}
scene.write('reply.json', JSON.stringify(replyAgreement, null, 2))
scene.write('tighter.json', JSON.stringify(tighter, null, 2))
scene.write('calls.ndjson', ndjson(events))
const asOf = '--as-of 2026-05-01T00:00:00Z'

describe('calibrate', () => {
  test('shows the targets that the past would have kept, and what it proposes', async () => {
    const { status, out, err } = await scene.call(`calibrate @reply.json @calls.ndjson ${asOf} --by $.segment --by team`, {
      columns: 110,
    })
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(/^Targets that 90\.0% of the past clocks would have kept\n/)
    expect(out).toMatch(/\$\.segment: enterprise +40 /)
    expect(out).toMatch(/team: north +80 /)
    expect(out).toContain('Proposed: enterprise: PT4H45M, a goal of its own; kept by 100% (91.2%–100%)')
    expect(out).toContain('whether it depends on the month cannot be said: 0 days of data, 730 needed')
  })

  test('speaks German', async () => {
    const { out } = await scene.call(`calibrate @reply.json @calls.ndjson ${asOf} --lang de --compliance 95%`)
    expect(out).toMatch(/^Fristen, die 95,0 % der bisherigen Uhren eingehalten hätten\n/)
    expect(out).toMatch(/Vorschlag: reply: PT4H45M statt PT4H; gehalten von 100 % \(95,4 %–100 %\)/)
    expect(out).toContain('ob es vom Monat abhängt, ist nicht zu sagen')
  })

  test('prints a patch that can be applied, and everything as JSON', async () => {
    const patch = await scene.call(`calibrate @reply.json @calls.ndjson ${asOf} --format patch`)
    const changed = applyPatch(replyAgreement, JSON.parse(patch.out))
    scene.write('changed.json', JSON.stringify(changed))
    expect((await scene.call('check @changed.json')).status).toBe(0)
    const whole = await scene.call(`calibrate @reply.json @calls.ndjson ${asOf} --format json`)
    expect(JSON.parse(whole.out)).toMatchObject({ compliance: 0.9, operations: JSON.parse(patch.out) })
  })

  test('ends with 2 for bad usage', async () => {
    for (const [more, complaint] of [
      ['--compliance 0', 'Write a share from 0.01 to 0.999'],
      ['--by segment', '--by: expected team, owner, goal, or a fact of the lead'],
    ] as const) {
      const { status, err } = await scene.call(`calibrate @reply.json @calls.ndjson ${asOf} ${more}`)
      expect([status, err.includes(complaint)]).toEqual([2, true])
    }
    expect((await scene.call('calibrate @reply.json @calls.ndjson')).err).toContain('--as-of is missing')
  })
})

describe('backtest', () => {
  test('shows who would have kept what, and the clocks that come out otherwise', async () => {
    const { status, out, err } = await scene.call(`backtest @reply.json @tighter.json @calls.ndjson ${asOf}`)
    expect([status, err]).toEqual([0, ''])
    const [head, effects] = out.split('\n')
    expect(head).toMatch(/^\d+ of 80 clocks come out otherwise$/)
    expect(effects).toMatch(/^\d+ worse, 0 better, 0 other$/)
    expect(out).toMatch(/\nreply +\d+ +\d+\.\d% +\d+\.\d% +80\n/)
    expect(out).toMatch(/\nreply\/L\d+\/1 +(anna|ben) +met +metLate\n/)
    expect(out).toContain('--all lists them.')
    const all = await scene.call(`backtest @reply.json @tighter.json @calls.ndjson ${asOf} --all --lang de`)
    expect(all.out).toMatch(/^\d+ von 80 Uhren gehen anders aus\n/)
    expect(all.out).not.toContain('weitere')
  })

  test('says so where nothing changes, and prints everything as JSON', async () => {
    expect((await scene.call(`backtest @reply.json @reply.json @calls.ndjson ${asOf}`)).out).toBe(
      'All 80 clocks come out the same.\n',
    )
    const { out } = await scene.call(`backtest @reply.json @tighter.json @calls.ndjson ${asOf} --format json`)
    expect(JSON.parse(out)).toMatchObject({ isEmpty: false, after: [{ version: '2' }] })
  })

  test('says how many events were not counted', async () => {
    scene.write('bad.ndjson', `${ndjson(events.slice(0, 2))}{"id": 1}\nnothing\n`)
    const { status, err } = await scene.call(`backtest @reply.json @tighter.json @bad.ndjson ${asOf}`)
    expect([status, err.split('\n')]).toEqual([
      0,
      [
        'bad.ndjson:4: refused: expected one JSON value on the line, got "nothing" [invalid-json]',
        '2 events were not counted; lead-sla evaluate says which.',
        '',
      ],
    ])
  })

  test('ends with 1 for an agreement with mistakes and with 2 for bad usage', async () => {
    scene.write('wrong.json', JSON.stringify({ ...replyAgreement, timeZone: 'Nowhere' }))
    expect((await scene.call(`backtest @reply.json @wrong.json @calls.ndjson ${asOf}`)).status).toBe(1)
    expect((await scene.call('backtest @reply.json @tighter.json')).status).toBe(2)
  })
})
