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
  type ConditionDocument,
  defineAgreement,
  type GoalDocument,
  type TargetDocument,
  type TimedClauseDocument,
  type TriggerDocument,
} from '../../src/index.ts'
import { dateOf, dayOf } from '../oracle/calendar-days.ts'

/** Mondays before which nothing happens: before the two changes of Berlin's clocks, around New Year, and in summer. */
export const mondays = ['2026-03-23', '2026-10-19', '2025-12-29', '2026-06-29'] as const
export type Monday = (typeof mondays)[number]

export const states = ['new', 'open', 'waiting', 'won', 'lost'] as const
export const ownTypes = ['call', 'mail', 'snooze', 'wake', 'note', 'reopen'] as const
export const owners = ['anna', 'bert', 'cora'] as const

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

const leaf: fc.Arbitrary<ConditionDocument> = fc.oneof(
  fc
    .tuple(fc.constantFrom('greaterThanInclusive', 'lessThan'), fc.constantFrom(20, 50, 80))
    .map(([operator, value]) => ({ fact: 'lead', path: '$.score', operator, value })),
  fc
    .tuple(fc.constantFrom('equal', 'notEqual'), fc.constantFrom('smb', 'enterprise'))
    .map(([operator, value]) => ({ fact: 'lead', path: '$.segment', operator, value })),
  fc.subarray([...states], { minLength: 1, maxLength: 3 }).map((value) => ({ fact: 'state', operator: 'in', value })),
  fc.constantFrom<ConditionDocument>(
    { fact: 'owner', operator: 'notEqual', value: null },
    { fact: 'owner', operator: 'equal', value: 'anna' },
    { fact: 'team', operator: 'equal', value: 'east' },
    { fact: 'event', path: '$.actor.kind', operator: 'equal', value: 'human' },
    { fact: 'event', path: '$.data.seconds', operator: 'greaterThanInclusive', value: 30 },
    { fact: 'event', path: '$.data.kind', operator: 'notEqual', value: 'x' },
  ),
)

/** A condition of few nodes; sometimes by its name. */
export const condition: fc.Arbitrary<ConditionDocument> = fc.oneof(
  { weight: 6, arbitrary: leaf },
  { weight: 1, arbitrary: fc.array(leaf, { minLength: 1, maxLength: 2 }).map((all) => ({ all })) },
  { weight: 1, arbitrary: fc.array(leaf, { minLength: 1, maxLength: 2 }).map((any) => ({ any })) },
  { weight: 1, arbitrary: leaf.map((not) => ({ not })) },
  { weight: 1, arbitrary: fc.constant({ condition: 'hot' }) },
)

const when = fc.option(condition, { nil: undefined, freq: 4 })
const stateNames = fc.oneof(fc.constantFrom(...states), fc.subarray([...states], { minLength: 1, maxLength: 2 }))
const typeNames = (...types: readonly string[]) =>
  fc.oneof(fc.constantFrom(...types), fc.subarray([...types], { minLength: 1, maxLength: Math.min(2, types.length) }))

const written = (trigger: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(trigger).filter(([, value]) => value !== undefined)) as unknown as TriggerDocument

const onEvent = (...types: readonly string[]) => fc.record({ on: typeNames(...types), when }).map(written)
const byState: fc.Arbitrary<TriggerDocument> = fc.oneof(
  fc.record({ enters: stateNames, when }).map(written),
  fc.record({ leaves: stateNames, when }).map(written),
  fc.record({ disposed: fc.constant(true as const), when }).map(written),
  condition.map((becomes) => ({ becomes })),
)
const anyTrigger = fc.oneof(onEvent('lead.assigned', 'lead.updated', ...ownTypes), byState)
const oftenOn = (...types: readonly string[]) =>
  fc.oneof({ weight: 3, arbitrary: onEvent(...types) }, { weight: 1, arbitrary: byState }, { weight: 1, arbitrary: anyTrigger })

/** With a resume where the rules ask for one: a pause by an event, or by leaving a state, does not end by itself. */
const pausing = fc.oneof(
  fc.constant({}),
  fc.record({ pause: onEvent('snooze', 'snooze', 'mail', 'lead.assigned'), resume: oftenOn('wake', 'call') }),
  fc.record({ pause: byState, resume: oftenOn('wake', 'note') }),
  byState.filter((pause) => !('leaves' in pause)).map((pause) => ({ pause })),
)

const target: fc.Arbitrary<TargetDocument> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('PT15M', 'PT30M', 'PT1H', 'PT2H', 'PT4H', 'PT8H', 'PT16H') },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 700 }).map((minutes) => `PT${minutes}M`) },
  { weight: 2, arbitrary: fc.constantFrom({ businessDays: 1 }, { businessDays: 2 }, { businessDays: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom({ endOfBusinessDay: 0 }, { endOfBusinessDay: 1 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<TargetDocument>(
      { dueFrom: { fact: 'lead', path: '$.respondBy' } },
      { dueFrom: { fact: 'event', path: '$.data.by' } },
    ),
  },
)

const seldom = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

const goals = fc
  .tuple(
    fc.array(fc.record({ when: condition, target, name: fc.constantFrom('a', 'b', undefined) }), { maxLength: 2 }),
    fc.option(target),
  )
  .filter(([conditional, rest]) => conditional.length > 0 || rest !== null)
  .map(([conditional, rest]): GoalDocument[] => [
    ...conditional.map(({ name, ...goal }) => ({ ...goal, ...(name === undefined ? {} : { name }) })),
    ...(rest === null ? [] : [{ target: rest }]),
  ])

const boundary = fc.constantFrom(undefined, undefined, 'close' as const, 'nextOpen' as const)

const often = fc.constantFrom<TriggerDocument>(
  { on: 'lead.created' },
  { on: 'lead.assigned' },
  { on: ['call', 'note', 'lead.updated'] },
  { enters: ['new', 'open'] },
)

const clause: fc.Arbitrary<TimedClauseDocument> = fc
  .record({
    kind: fc.constant('timed'),
    owedBy: fc.constantFrom('sales', 'marketing'),
    clock: fc.constantFrom('main', 'main', 'other', 'always'),
    start: fc.oneof({ weight: 2, arbitrary: often }, { weight: 1, arbitrary: oftenOn('lead.created', 'lead.assigned', 'call') }),
    stop: oftenOn('call', 'mail', 'wake'),
    pausing,
    cancel: seldom(oftenOn('note')),
    reset: seldom(oftenOn('lead.assigned', 'reopen')),
    requires: seldom(condition),
    once: fc.constantFrom(undefined, undefined, undefined, true, false),
    onChange: fc.constantFrom(undefined, undefined, 'keep', 'retarget'),
    boundary,
    within: fc.oneof(target, goals, goals),
  })
  .map(({ pausing: pauses, ...rest }) => written({ ...rest, ...pauses }) as unknown as TimedClauseDocument)

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
      clauses: fc.array(clause, { minLength: 1, maxLength: 3 }),
    })
    .map(({ clauses, ...rest }) => ({
      agreement: 'random',
      version: '1',
      parties: {
        marketing: { name: 'Marketing', members: { cora: { name: 'Cora' } } },
        sales: { name: 'Sales', members: { anna: { name: 'Anna', team: 'east' }, bert: { name: 'Bert', team: 'west' } } },
      },
      lifecycle,
      conditions: { hot: { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 }] } },
      ...(written(rest) as unknown as Pick<AgreementDocument, 'timeZone' | 'calendars'>),
      clauses: Object.fromEntries(clauses.map((one, index) => [`clause${index + 1}`, one])),
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
