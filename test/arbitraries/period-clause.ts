/** Random period clauses and cadences about what the random histories hold. */

import fc from 'fast-check'
import type { ClauseDocument } from '../../src/index.ts'
import { anyTrigger, condition, often, written } from './timed-clause.ts'

const trigger = fc.oneof(often, anyTrigger)
const per = fc.constantFrom(
  'week',
  'week',
  'week',
  'week',
  'month',
  'quarter',
  'year',
  'fiscalMonth',
  'fiscalQuarter',
  'fiscalYear',
)
const clock = fc.constantFrom(undefined, 'main', 'other', 'always')
const owedBy = fc.constantFrom('sales', 'marketing')
const minimumSample = fc.constantFrom(undefined, undefined, 1, 2)
const share = fc.constantFrom(0, 0.25, 0.5, 2 / 3, 0.75, 1)
const seldom = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
const when = seldom(condition)
const mostly = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary })
const trimmed = (record: Record<string, unknown>) => written(record) as unknown as ClauseDocument
const bounds = fc.oneof(
  fc.record({ atLeast: share }),
  fc.record({ atMost: share }),
  fc.tuple(share, share).map(([a, b]) => ({ atLeast: Math.min(a, b), atMost: Math.max(a, b) })),
)
const moneyTypes = fc.constantFrom<(string | readonly string[])[]>(
  'opportunity.created',
  'opportunity.created',
  ['opportunity.created', 'opportunity.updated'],
  'opportunity.updated',
)
const span = fc.constantFrom('PT4H', 'PT30H', 'P2D', 'P7D', 'P20D')

const carryOver = seldom(
  fc
    .record({
      shortfall: fc.constantFrom(undefined, true, false),
      surplus: fc.constant(true),
      cap: fc.constantFrom(undefined, 0, 1, 150),
    })
    .map((one) => trimmed(one)),
)

/** Targets that change on dates after the Monday. */
const targetsOf = (date: (days: number) => string, most: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.nat(most) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.nat(most),
          fc.uniqueArray(fc.tuple(fc.nat(20), fc.nat(most)), { minLength: 1, maxLength: 3, selector: ([day]) => day }),
        )
        .map(([first, later]) => [
          { target: first },
          ...later.sort(([a], [b]) => a - b).map(([days, target]) => ({ from: date(days), target })),
        ]),
    },
  )

const deduct = mostly(
  fc
    .record({
      rejected: fc.oneof({ weight: 2, arbitrary: fc.constant({ on: ['reject', 'note'] }) }, { weight: 1, arbitrary: trigger }),
      codes: fc.constantFrom(undefined, undefined, undefined, ['x', 'y']),
      acceptWindow: fc.constantFrom(undefined, undefined, 'PT4H', 'PT16H', { businessDays: 2 }, { endOfBusinessDay: 1 }),
      lockAfter: fc.constantFrom(undefined, 'PT0H', 'PT4H', 'P2D', 'P9D'),
    })
    .map((one) => trimmed(one)),
)

const weights = seldom(
  fc
    .tuple(fc.array(fc.record({ when: condition, worth: fc.nat(4) }), { maxLength: 2 }), fc.option(fc.nat(3)))
    .filter(([some, rest]) => some.length > 0 || rest !== null)
    .map(([some, rest]) => [...some, ...(rest === null ? [] : [{ worth: rest }])]),
)

const credit = seldom(
  fc
    .record({
      as: fc.constantFrom('sourced', 'influenced'),
      by: fc.constantFrom('declared', 'firstTouch'),
      party: fc.constantFrom(undefined, 'marketing', 'sales'),
    })
    .map((one) => trimmed(one)),
)

/** Returns clauses whose dates lie after the Monday; `rest` asks for one of the other clauses to rest on. */
export function periodClause(date: (days: number) => string): fc.Arbitrary<ClauseDocument> {
  return fc
    .oneof(
      fc.record({
        kind: fc.constant('volume'),
        ...{ owedBy, count: trigger, per, clock, target: targetsOf(date, 5), carryOver, weights, deduct },
        cooldown: seldom(span),
      }),
      fc.record({
        kind: fc.constant('amount'),
        sum: fc.record({ on: moneyTypes, path: fc.constant('$.data.amountMinor'), when }).map(written),
        currency: fc.constantFrom('EUR', 'EUR', 'USD', 'JPY'),
        ...{ owedBy, per, clock, target: targetsOf(date, 500), carryOver, credit },
      }),
      fc
        .record({
          maturity: fc.constantFrom(undefined, 'PT4H', 'P2D', 'P7D'),
          cooldown: seldom(span),
          recordedFrom: seldom(fc.nat(12).map(date)),
          ...{ owedBy, of: trigger, that: trigger, per, minimumSample, bounds },
        })
        .map(({ bounds: between, ...rest }) => ({ kind: 'ratio', ...rest, ...between })),
      fc.record({
        kind: fc.constant('compliance'),
        clause: fc.constantFrom('clause1', 'clause1', 'cadence'),
        ...{ owedBy, per, atLeast: share, minimumSample },
      }),
    )
    .map((drawn) => trimmed(drawn as Record<string, unknown>))
}

const attempts = fc.constantFrom<string[]>('call', 'mail')

/** A promise of one to four attempts at what the histories hold. */
export const cadenceClause: fc.Arbitrary<ClauseDocument> = fc
  .record({
    kind: fc.constant('cadence'),
    owedBy,
    clock: fc.constantFrom('main', 'main', 'other', 'always'),
    start: fc.oneof({ weight: 2, arbitrary: often }, { weight: 1, arbitrary: trigger }),
    attempt: fc.oneof(
      { weight: 2, arbitrary: fc.constant({ on: ['call', 'mail'] }) },
      { weight: 1, arbitrary: fc.record({ on: attempts, when }).map(written) },
      { weight: 1, arbitrary: trigger },
    ),
    stop: seldom(trigger),
    cancel: seldom(trigger),
    once: fc.constantFrom(undefined, undefined, true),
    count: fc.integer({ min: 1, max: 4 }),
    within: fc.constantFrom('PT4H', 'PT16H', { businessDays: 1 }, { businessDays: 3 }, { endOfBusinessDay: 0 }),
    spacing: fc.constantFrom(undefined, undefined, 'PT30M', 'PT4H', 'P1D'),
    channels: fc.constantFrom(undefined, undefined, 1, 2),
    automations: fc.constantFrom(undefined, undefined, true),
  })
  .map(({ channels, count, ...rest }) => trimmed({ ...rest, count, channels: channels && Math.min(channels, count) }))
