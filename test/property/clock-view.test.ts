import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { type ClockView, clocksOf } from '../../src/evaluation/clock-view.ts'
import { type Evaluation, evaluate, type Obligation } from '../../src/index.ts'
import { agreementOf, mondays, pooledAgreement } from '../arbitraries/agreement.ts'
import { history } from '../arbitraries/history.ts'
import { law } from './law.ts'

const scene = fc.constantFrom(...mondays).chain((monday) =>
  fc.record({
    agreement: pooledAgreement(monday),
    events: history(monday),
    asOf: fc.integer({ min: 1, max: 12 }).map((days) => Date.parse(`${monday}T00:00:00Z`) + days * 86_400_000),
  }),
)

const members = [
  ...(['key', 'clause', 'lead', 'cycle', 'party', 'owner', 'team', 'status', 'goal'] as const),
  ...(['usedMs', 'targetMs', 'pausedMs', 'isPaused'] as const),
] satisfies readonly (keyof ClockView & keyof Obligation)[]
const instants = ['startedAt', 'dueAt', 'stoppedAt', 'closedAt', 'breachedAt'] as const

function saysTheSame(evaluation: Evaluation, obligations: readonly Obligation[]): void {
  const views = clocksOf(evaluation)
  expect(views.length).toBe(obligations.length)
  for (const [index, view] of views.entries()) {
    const obligation = obligations[index] as Obligation
    for (const member of [...members, ...instants]) expect([member, view[member]]).toEqual([member, obligation[member]])
    for (const instant of [...instants, 'dueIfResumedAt'] as const)
      expect([instant, view.at(instant)]).toEqual([instant, Date.parse(obligation[instant] ?? '')])
    expect(view.obligation()).toEqual(obligation)
  }
}

describe('the clocks of an evaluation, looked at one member at a time', () => {
  law('say what the obligations say', scene, ({ agreement, events, asOf }) => {
    const evaluation = evaluate(agreementOf(agreement), events, { asOf })
    saysTheSame(evaluation, evaluate(agreementOf(agreement), events, { asOf }).obligations)
  })

  law('say the same of an evaluation that was written down and read again', scene, ({ agreement, events, asOf }) => {
    const { obligations } = evaluate(agreementOf(agreement), events, { asOf })
    saysTheSame(JSON.parse(JSON.stringify(evaluate(agreementOf(agreement), events, { asOf }))), obligations)
  })
})
