import { describe, expect, it } from 'vitest'
import {
  type AgreementDocument,
  advance,
  type CadenceClauseDocument,
  defineAgreement,
  type Effect,
  evaluate,
  explain,
  init,
  type LeadEvent,
  type LeadState,
  nextWake,
  obligations,
  restore,
  snapshot,
  step,
} from '../../../src/index.ts'
import { documentOf, happened, moved } from '../periods/one-period-clause.ts'

const clause: CadenceClauseDocument = {
  kind: 'cadence',
  owedBy: 'sales',
  clock: 'always',
  start: { on: 'lead.assigned' },
  attempt: { on: ['call', 'email'] },
  stop: { enters: 'won' },
  cancel: { enters: 'lost' },
  count: 3,
  within: 'P5D',
  spacing: 'PT4H',
  channels: 2,
  reminders: [{ name: 'half', share: 0.5 }],
  escalation: [{ name: 'manager', after: 'PT2H' }],
}
const document: AgreementDocument = documentOf(clause)
const agreement = defineAgreement(document)
const numbered = (events: readonly LeadEvent[]) => events.map((event, index) => ({ ...event, id: `e${index}` }))
const begun = happened('A 2026-04-01 09:00 lead.assigned', { owner: 'anna' })
const at = (day: string, type = 'call') => happened(`A 2026-04-${day} 10:00 ${type}`)

/** Each state written down and read back. */
function followed(events: readonly LeadEvent[], window = { count: 0 }): { state: LeadState; effects: Effect[] } {
  let state = init(agreement, 'A', { window })
  const effects: Effect[] = []
  for (const event of numbered(events)) {
    const next = step(agreement, state, event)
    expect(next.refused).toEqual([])
    state = JSON.parse(JSON.stringify(next.state))
    effects.push(...next.effects)
  }
  return { state, effects }
}

const inShort = ({ kind, at: when, data }: Effect) => `${kind} ${when.slice(8, 16)} ${JSON.stringify(data?.status ?? data?.step)}`

describe('a cadence, live [C14]', () => {
  it('reminds, is due, is breached and climbs its ladder, and tells how far it has come', () => {
    const { state } = followed([begun, at('01'), at('02', 'email')])
    expect(new Date(nextWake(agreement, state) ?? 0).toISOString()).toBe('2026-04-03T21:00:00.000Z')
    const { effects } = advance(agreement, state, '2026-04-10T00:00:00Z')
    expect(effects.map(inShort)).toEqual([
      'reminder 03T21:00 "half"',
      'due 06T09:00 undefined',
      'breach 06T09:00 undefined',
      'escalation 06T11:00 "manager"',
    ])
    const progress = { attempts: 2, count: 3, channels: ['call', 'email'], channelCount: 2 }
    for (const { data, key } of effects) {
      expect(data).toMatchObject({ owner: 'anna', progress })
      expect(key).toMatch(/\/it\/A\/1\//)
    }
  })

  it('closes with the attempt that completes it, and has nothing to wait for then', () => {
    const { state, effects } = followed([begun, at('01'), at('02', 'email'), at('03')])
    expect(effects.map(inShort)).toEqual(['closed 03T10:00 "met"'])
    expect(effects[0]?.data).toMatchObject({ progress: { attempts: 3 } })
    expect(nextWake(agreement, state)).toBeNull()
  })

  it.each([
    ['with attempts that are too close', [begun, at('01'), happened('A 2026-04-01 11:00 email'), at('02', 'email')]],
    ['that its stop fulfils', [begun, at('01'), moved('A 2026-04-02 10:00', 'won')]],
    ['that is cancelled', [begun, at('01'), moved('A 2026-04-02 10:00', 'lost')]],
    [
      'that begins again',
      [begun, at('01'), at('02', 'email'), at('03'), happened('A 2026-04-04 09:00 lead.assigned', { owner: 'bert' })],
    ],
    [
      'that is handed over',
      [begun, at('01'), happened('A 2026-04-03 09:00 lead.assigned', { owner: 'bert' }), at('04', 'email')],
    ],
    ['of a lead that was merged', [begun, at('01'), happened('A 2026-04-03 09:00 lead.merged', { into: 'B' })]],
  ])('%s is what the batch evaluates', (_title, events) => {
    const { state } = followed(events)
    for (const asOf of ['2026-04-05T00:00:00Z', '2026-04-30T00:00:00Z']) {
      const expected = evaluate(agreement, numbered(events), { asOf }).obligations
      expect(expected.length).toBeGreaterThan(0)
      expect(obligations(agreement, state, { asOf })).toEqual(expected)
    }
  })

  it('counts an attempt that comes late in its place, and takes back what was told too early', () => {
    const { state } = followed([begun, at('01'), at('02', 'email')], { count: 10 })
    const passed = advance(agreement, state, '2026-04-07T00:00:00Z')
    const late = step(agreement, passed.state, { ...at('03'), id: 'late' })
    expect(late.effects.map(({ kind, retracts }) => [kind, retracts])).toEqual([
      ['retraction', 'reminder/it/A/1/half/anna'],
      ['retraction', 'due/it/A/1/anna'],
      ['retraction', 'breach/it/A/1/anna'],
      ['retraction', 'escalation/it/A/1/manager/anna'],
      ['closed', undefined],
    ])
    expect(obligations(agreement, late.state, { asOf: '2026-04-07T00:00:00Z' })).toMatchObject([
      { status: 'met', progress: { attempts: 3 } },
    ])
  })

  it('goes through a snapshot as it is', () => {
    const { state } = followed([begun, at('01')], { count: 10 })
    const restored = restore(snapshot([state]))
    expect(restored.ok && [...restored.value]).toEqual([state])
  })

  it('is explained by its key', () => {
    const events = numbered([begun, at('01'), at('02', 'email')])
    const { obligation } = explain(agreement, events, { asOf: '2026-04-30T00:00:00Z', key: 'it/A/1' })
    expect(obligation).toEqual(evaluate(agreement, events, { asOf: '2026-04-30T00:00:00Z' }).obligations[0])
  })

  it('keeps the condition that its attempts wait for', () => {
    const score = (least: number) => ({ fact: 'lead', path: '$.score', operator: 'greaterThan', value: least }) as const
    const changing = defineAgreement(documentOf({ ...clause, attempt: { becomes: score(50) }, channels: 1, count: 2 }))
    const events = numbered([
      begun,
      happened('A 2026-04-01 10:00 lead.updated', { score: 60 }),
      happened('A 2026-04-02 10:00 lead.updated', { score: 70 }),
      happened('A 2026-04-03 10:00 lead.updated', { score: 40 }),
      happened('A 2026-04-03 11:00 lead.updated', { score: 80 }),
    ])
    let state = init(changing, 'A', { window: { count: 0 } })
    for (const event of events) state = JSON.parse(JSON.stringify(step(changing, state, event).state))
    const asOf = '2026-04-30T00:00:00Z'
    expect(obligations(changing, state, { asOf })).toEqual(evaluate(changing, events, { asOf }).obligations)
    expect(obligations(changing, state, { asOf })).toMatchObject([{ status: 'met', stoppedAt: '2026-04-03T11:00:00.000Z' }])
  })
})
