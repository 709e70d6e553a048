/**
 * Random small agreements: one to three timed clauses whose triggers, conditions and targets are about the few types, states
 * and facts that the random histories hold, so that most of what is written also happens. What is drawn is kept to what the
 * oracle of the evaluation knows: whole minutes, UTC and Berlin, plain paths, five operators.
 */

import fc from 'fast-check'
import {
  type Agreement,
  type AgreementDocument,
  type CalendarDocument,
  defineAgreement,
  type ExceptionDocument,
  type TimedClauseDocument,
} from '../../src/index.ts'
import { dateOf, dayOf } from '../oracle/civil-dates.ts'
import { boundary, owners, timedClause, written } from './timed-clause.ts'

export { states } from './timed-clause.ts'

/** Mondays before which nothing happens: before the two changes of Berlin's clocks, around New Year, and in summer. */
export const mondays = ['2026-03-23', '2026-10-19', '2025-12-29', '2026-06-29'] as const
export type Monday = (typeof mondays)[number]

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const clockText = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`

/** Quarters of an hour outside the hour that Berlin skips and repeats. */
const quarter = fc.oneof(fc.integer({ min: 12, max: 96 }), fc.integer({ min: 28, max: 72 }))
const window = fc
  .tuple(quarter, fc.integer({ min: 2, max: 40 }))
  .map(([open, length]) => `${clockText(Math.min(open, 94))}-${clockText(Math.min(open + length, 96))}`)
const hours: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(['09:00-17:00']) },
  { weight: 2, arbitrary: fc.constant(['09:00-12:30', '13:30-18:00']) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(['00:00-24:00'], ['22:00-06:00'], ['18:00-24:00', '00:00-02:00'], ['09:00-12:00', '12:00-17:00']),
  },
  { weight: 2, arbitrary: fc.array(window, { minLength: 1, maxLength: 3 }) },
)

const pools = new Map<Monday, readonly CalendarDocument[]>()

/** Returns one of few calendars: laying down the years of a new one is what an evaluation would mostly wait for. */
export function pooledCalendar(monday: Monday): fc.Arbitrary<CalendarDocument> {
  const office = { timeZone: 'UTC', week: Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, ['09:00-17:00']])) }
  const pool = pools.get(monday) ?? [office, ...fc.sample(calendar(monday), { numRuns: 23, seed: dayOf(monday) })]
  pools.set(monday, pool)
  return fc.constantFrom(...pool)
}

const mostlyPooled = (monday: Monday) =>
  fc.oneof({ weight: 19, arbitrary: pooledCalendar(monday) }, { weight: 1, arbitrary: calendar(monday) })

/** Returns calendars whose dated entries lie in the fortnight that begins on the Monday. */
export function calendar(monday: Monday): fc.Arbitrary<CalendarDocument> {
  const date = fc.integer({ min: 0, max: 13 }).map((days) => dateOf(dayOf(monday) + days))
  const days = fc.oneof(fc.constant(weekdays.slice(0, 5)), fc.subarray([...weekdays], { minLength: 2 }))
  return fc
    .record({
      timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Europe/Berlin'),
      days,
      hours: fc.tuple(hours, hours),
      holidays: fc.uniqueArray(date, { maxLength: 2 }),
      overrides: fc.dictionary(date, fc.oneof(hours, fc.constant([])), { maxKeys: 2 }),
      closures: fc.dictionary(date, fc.array(window, { minLength: 1, maxLength: 2 }), { maxKeys: 1 }),
    })
    .map(({ days: opening, hours: [usual, last], timeZone, ...dated }) => ({
      timeZone,
      week: Object.fromEntries(opening.map((day, index) => [day, index === opening.length - 1 ? last : usual])),
      ...dated,
    }))
}

export const lifecycle = {
  initial: 'new',
  states: {
    new: { to: ['open', 'lost'] },
    open: { to: ['waiting', 'won', 'lost'] },
    waiting: { to: ['open', 'lost'] },
    won: { disposition: true },
    lost: { to: ['open'], disposition: true },
  },
} as const

/** Which clause waits for which: the second of each pair for the first, all in one of the orders in which nothing is a circle. */
const waits = fc.record({
  order: fc.constantFrom<number[][]>([0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0]),
  behind: fc.constantFrom<(number | null)[][]>([], [], [], [null, 0], [null, 0], [null, 0, 1], [null, 0, 0]),
})
type Waits = typeof waits extends fc.Arbitrary<infer Value> ? Value : never

function withWaits(clauses: readonly TimedClauseDocument[], { order, behind }: Waits): AgreementDocument['clauses'] {
  const present = order.filter((position) => position < clauses.length)
  const nameOf = (position: number) => `clause${position + 1}`
  return Object.fromEntries(
    clauses.map((clause, position) => {
      const before = behind[present.indexOf(position)] ?? null
      const predecessor = before === null ? undefined : present[before]
      return [nameOf(position), predecessor === undefined ? clause : { ...clause, after: nameOf(predecessor) }]
    }),
  )
}

/** Exceptions of some days for some of the leads, owners and teams that the histories hold. */
const exception = (date: (days: number) => string): fc.Arbitrary<ExceptionDocument> =>
  fc
    .record({
      range: fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 5 })),
      clauses: fc.constantFrom(undefined, undefined, ['clause1']),
      leads: fc.constantFrom(undefined, undefined, ['A'], ['A', 'A/1']),
      owners: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.subarray([...owners]) }),
      teams: fc.constantFrom(undefined, undefined, undefined, ['east'], ['east', 'west']),
    })
    .map(({ range: [from, days], ...rest }) => {
      return written({ from: date(from), to: date(from + days), reason: 'agreed', ...rest }) as unknown as ExceptionDocument
    })

/** Returns agreements whose dates lie around the Monday. */
export function agreement(monday: Monday): fc.Arbitrary<AgreementDocument> {
  const date = (days: number) => dateOf(dayOf(monday) + days)
  return fc
    .record({
      timeZone: fc.constantFrom('UTC', 'Europe/Berlin'),
      calendars: fc.record({ main: mostlyPooled(monday), other: mostlyPooled(monday) }),
      effective: fc.constantFrom(
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        { from: date(1) },
        { to: date(3) },
        { from: date(0), to: date(5) },
      ),
      boundary,
      exceptions: fc.oneof(
        { weight: 1, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.array(exception(date), { minLength: 1, maxLength: 2 }) },
      ),
      clauses: fc.array(timedClause, { minLength: 1, maxLength: 3 }),
      waits,
    })
    .map(({ clauses, waits: waiting, ...rest }) => ({
      agreement: 'random',
      version: '1',
      parties: {
        marketing: { name: 'Marketing', members: { cora: { name: 'Cora', calendar: 'other' } } },
        sales: {
          name: 'Sales',
          teams: { east: { name: 'East', calendar: 'other' }, west: { name: 'West' } },
          members: { anna: { name: 'Anna', team: 'east' }, bert: { name: 'Bert', team: 'west', calendar: 'always' } },
        },
      },
      lifecycle,
      conditions: { hot: { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 }] } },
      ...(written(rest) as unknown as Pick<AgreementDocument, 'timeZone' | 'calendars' | 'exceptions'>),
      clauses: withWaits(clauses, waiting),
    }))
}

const agreementPools = new Map<Monday, readonly AgreementDocument[]>()

/** Returns one of some hundred agreements, the small ones first: for laws that are more about histories than about agreements. */
export function pooledAgreement(monday: Monday): fc.Arbitrary<AgreementDocument> {
  let pool = agreementPools.get(monday)
  if (!pool) {
    const drawn = fc.sample(agreement(monday), { numRuns: 100, seed: dayOf(monday) })
    pool = drawn.sort((a, b) => JSON.stringify(a.clauses).length - JSON.stringify(b.clauses).length)
    agreementPools.set(monday, pool)
  }
  return fc.constantFrom(...pool)
}

const defined = new WeakMap<AgreementDocument, Agreement>()

/** Returns the agreement of a document; the same document is checked once. */
export function agreementOf(document: AgreementDocument): Agreement {
  const agreement = defined.get(document) ?? defineAgreement(document)
  defined.set(document, agreement)
  return agreement
}
