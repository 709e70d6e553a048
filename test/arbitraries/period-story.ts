/** Random stories that promise something over periods, with what only period clauses ask for: money, rejections, merges. */

import fc from 'fast-check'
import type { AgreementDocument, ClauseDocument, LeadEvent } from '../../src/index.ts'
import { dateOf, dayOf } from '../oracle/civil-dates.ts'
import { msOf } from '../oracle/ms.ts'
import { type Story, story } from './history.ts'
import { cadenceClause, periodClause } from './period-clause.ts'
import { anyTrigger, often, written } from './timed-clause.ts'

/** Something more that happens some minutes after one of the events; most of it to the lead of that event. */
const more = fc.record({
  after: fc.nat(),
  minutes: fc.constantFrom(0, 0, 1, 60, 2_880),
  what: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constantFrom('opportunity.created', 'opportunity.created', 'opportunity.updated'),
        data: fc.record(
          {
            opportunity: fc.constantFrom('O1', 'O1', 'O2'),
            amountMinor: fc.constantFrom(1, 40, 250, 700, -30, 12.5, '12', null, 2 ** 53),
            currency: fc.constantFrom('EUR', 'EUR', 'USD', 'JPY', 'KWD', 'GBP', 'EURO', null),
            kind: fc.constantFrom('x', 'y'),
            sourcedBy: fc.constantFrom('marketing', 'sales', 'anna', 'cora', 'nobody', null),
            influencedBy: fc.constantFrom<unknown[]>('marketing', ['sales', 'marketing'], ['bert'], [], ['nobody'], 7),
          },
          { requiredKeys: [] },
        ),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('reject'),
        data: fc.record({ reason: fc.constantFrom('x', 'y', 'z', 1) }, { requiredKeys: [] }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constantFrom('call', 'mail'),
        data: fc.record({ channel: fc.constantFrom('phone', 'mail', '', 1) }, { requiredKeys: [] }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('lead.merged'),
        data: fc.record({ into: fc.constantFrom('A', 'B', 'A/1', 'Z') }),
      }),
    },
  ),
})

const rates = fc.record({
  EUR: fc.constant('1'),
  USD: fc.constantFrom('0.9213', '1.5', '2'),
  JPY: fc.constantFrom('0.0061', '0.5'),
  KWD: fc.constant('3.01'),
})

/** What the period clauses of an agreement share. */
const terms = (date: (days: number) => string) =>
  fc.record({
    fiscalYear: fc
      .record({
        startsOn: fc.constantFrom('01-01', '04-01', '04-06', '10-28', '12-15'),
        named: fc.constantFrom(undefined, 'start', 'end'),
      })
      .map((one) => written(one)),
    rates: fc.oneof(
      { weight: 1, arbitrary: fc.constant(undefined) },
      {
        weight: 2,
        arbitrary: fc
          .record({
            into: fc.constant('EUR'),
            rounding: fc.constantFrom(undefined, 'halfEven', 'halfAwayFromZero'),
            tables: fc
              .tuple(
                rates,
                fc.option(fc.integer({ min: -20, max: 0 })),
                fc.option(fc.tuple(rates, fc.integer({ min: 1, max: 12 }))),
              )
              .map(([first, since, next]) => [
                { ...(since === null ? {} : { from: date(since) }), rates: first },
                ...(next === null ? [] : [{ from: date(next[1]), rates: next[0] }]),
              ]),
          })
          .map((one) => written(one)),
      },
    ),
    touches: fc.record({ sales: fc.oneof(often, anyTrigger), marketing: fc.oneof(often, anyTrigger) }),
  })

/** Some agreements for each document and Monday: laying down the years of their calendars is what a law would mostly wait for. */
const pools = new WeakMap<AgreementDocument, Map<number, readonly AgreementDocument[]>>()

function pooled(document: AgreementDocument, monday: number): readonly AgreementDocument[] {
  const pool = pools.get(document) ?? new Map<number, readonly AgreementDocument[]>()
  pools.set(document, pool)
  const known = pool.get(monday)
  if (known) return known
  const date = (days: number) => dateOf(monday + days)
  const drawn = fc
    .record({
      clauses: fc.array(periodClause(date), { minLength: 1, maxLength: 3 }),
      cadence: cadenceClause,
      agreed: terms(date),
      rests: fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }),
    })
    .map(({ clauses, cadence, agreed, rests }) =>
      withClauses({ ...document, ...written(agreed) } as AgreementDocument, [cadence], clauses, rests),
    )
  const made = fc.sample(drawn, { numRuns: 2, seed: monday + JSON.stringify(document.clauses).length })
  pool.set(monday, made)
  return made
}

/** Returns stories that promise something over periods, and are looked at when some of these may be over; `soon` before that. */
export function periodStory({ versions = false, soon = false } = {}): fc.Arbitrary<Story> {
  return fc
    .record({
      told: story({ versions }),
      which: fc.nat(1),
      mores: fc.array(more, { maxLength: 6 }),
      later: soon ? fc.constant(0) : fc.constantFrom(0, 0, 1, 3, 8, 20),
    })
    .map(({ told: { document, events, asOf, earlier }, which, mores, later }) => {
      const first = dayOf(new Date(Math.min(...events.map(({ at }) => msOf(at)))).toISOString().slice(0, 10))
      // Day 0 was a Thursday.
      const monday = first - ((first + 3) % 7)
      return {
        document: pooled(document, monday)[which] as AgreementDocument,
        events: [...events, ...mores.flatMap((one, index) => happeningOf(events, one, index))],
        asOf: asOf + later * 86_400_000,
        earlier,
      }
    })
}

function withClauses(
  document: AgreementDocument,
  [cadence]: readonly ClauseDocument[],
  clauses: readonly ClauseDocument[],
  rests: readonly number[],
): AgreementDocument {
  const named = { ...document.clauses, ...(cadence ? { cadence } : {}) }
  const counted = Object.fromEntries(
    clauses.map((one, index) => {
      const rest = restOf(one, clauses.slice(index + 1), named, rests[index] ?? 0, index)
      return [`period${index}`, rest === undefined ? one : { ...one, suspendedWhile: rest }]
    }),
  )
  return { ...document, clauses: { ...named, ...counted } }
}

/** One of the clauses on which this one may rest: a later one of the same periods, or one with clocks for a share. */
function restOf(
  clause: ClauseDocument,
  later: readonly ClauseDocument[],
  named: AgreementDocument['clauses'],
  rest: number,
  index: number,
): string | string[] | undefined {
  if (!('per' in clause)) return undefined
  const isOther = (other: ClauseDocument) => other.owedBy !== clause.owedBy
  const counted = later.flatMap((other, place) =>
    'per' in other && other.per === clause.per && isOther(other) ? [`period${index + 1 + place}`] : [],
  )
  const isShare = clause.kind === 'ratio' || clause.kind === 'compliance'
  const clocked = isShare ? Object.entries(named).flatMap(([id, other]) => (isOther(other) ? [id] : [])) : []
  const all = [...counted, ...clocked]
  if (all.length === 0 || rest === 0) return undefined
  return rest === 1 ? all : all[rest % all.length]
}

function happeningOf(
  events: readonly LeadEvent[],
  { after, minutes, what: { type, data } }: typeof more extends fc.Arbitrary<infer Value> ? Value : never,
  index: number,
): LeadEvent[] {
  const event = events[after % Math.max(events.length, 1)]
  return event ? [{ id: `more-${index}`, lead: event.lead, type, at: msOf(event.at) + minutes * 60_000, data }] : []
}
