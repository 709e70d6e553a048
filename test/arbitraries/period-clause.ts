/** Random period clauses about what the random histories hold, and the money that they do not. */

import fc from 'fast-check'
import type { AgreementDocument, ClauseDocument, LeadEvent } from '../../src/index.ts'
import { msOf } from '../oracle/ms.ts'
import { type Story, story } from './history.ts'
import { anyTrigger, condition, often, written } from './timed-clause.ts'

const trigger = fc.oneof(often, anyTrigger)
const per = fc.constantFrom('week', 'week', 'month', 'quarter', 'year')
const clock = fc.constantFrom(undefined, 'main', 'other', 'always')
const owedBy = fc.constantFrom('sales', 'marketing')
const when = fc.option(condition, { nil: undefined, freq: 2 })
const minimumSample = fc.constantFrom(undefined, undefined, 1, 2)
const share = fc.constantFrom(0, 0.25, 0.5, 2 / 3, 0.75, 1)
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

const clause: fc.Arbitrary<ClauseDocument> = fc
  .oneof(
    fc.record({ kind: fc.constant('volume'), owedBy, count: trigger, per, clock, target: fc.nat(5) }),
    fc.record({
      kind: fc.constant('amount'),
      owedBy,
      sum: fc.record({ on: moneyTypes, path: fc.constant('$.data.amountMinor'), when }).map(written),
      currency: fc.constant('EUR'),
      ...{ per, clock, target: fc.constantFrom(0, 100, 500) },
    }),
    fc
      .record({
        owedBy,
        of: trigger,
        that: trigger,
        per,
        minimumSample,
        bounds,
        maturity: fc.constantFrom(undefined, 'PT4H', 'P2D', 'P7D'),
      })
      .map(({ bounds: between, ...rest }) => ({ kind: 'ratio', ...rest, ...between })),
    fc.record({ kind: fc.constant('compliance'), owedBy, clause: fc.constant('clause1'), per, atLeast: share, minimumSample }),
  )
  .map((drawn) => written(drawn as Record<string, unknown>) as unknown as ClauseDocument)

/** An opportunity that was created or changed some minutes after one of the events. */
const money = fc.record({
  after: fc.nat(),
  minutes: fc.constantFrom(0, 0, 1, 60, 2_880),
  type: fc.constantFrom('opportunity.created', 'opportunity.created', 'opportunity.updated'),
  data: fc.record(
    {
      opportunity: fc.constantFrom('O1', 'O1', 'O2'),
      amountMinor: fc.constantFrom(1, 40, 250, 700, -30, 12.5, '12', null, 2 ** 53),
      currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD', null),
      kind: fc.constantFrom('x', 'y'),
    },
    { requiredKeys: [] },
  ),
})

/** Returns stories that promise something over periods, and are looked at when some of these may be over. */
export function periodStory({ versions = false } = {}): fc.Arbitrary<Story> {
  return fc
    .record({
      told: story({ versions }),
      clauses: fc.array(clause, { minLength: 1, maxLength: 3 }),
      moneys: fc.array(money, { maxLength: 5 }),
      later: fc.constantFrom(0, 0, 1, 3, 8),
    })
    .map(({ told: { document, events, asOf, earlier }, clauses, moneys, later }) => ({
      document: withClauses(document, clauses),
      events: [...events, ...moneys.flatMap((one, index) => moneyOf(events, one, index))],
      asOf: asOf + later * 86_400_000,
      earlier,
    }))
}

function withClauses(document: AgreementDocument, clauses: readonly ClauseDocument[]): AgreementDocument {
  return {
    ...document,
    clauses: { ...document.clauses, ...Object.fromEntries(clauses.map((one, index) => [`period${index}`, one])) },
  }
}

function moneyOf(
  events: readonly LeadEvent[],
  { after, minutes, type, data }: typeof money extends fc.Arbitrary<infer Value> ? Value : never,
  index: number,
): LeadEvent[] {
  const event = events[after % Math.max(events.length, 1)]
  return event ? [{ id: `money-${index}`, lead: event.lead, type, at: msOf(event.at) + minutes * 60_000, data }] : []
}
