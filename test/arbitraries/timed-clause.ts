/**
 * Random timed clauses whose triggers, conditions and targets are about the few types, states and facts that the random
 * histories hold, so that most of what is written also happens. Kept to what the oracle knows: plain paths, five operators.
 */

import fc from 'fast-check'
import type { ConditionDocument, GoalDocument, TargetDocument, TimedClauseDocument, TriggerDocument } from '../../src/index.ts'

export const states = ['new', 'open', 'waiting', 'won', 'lost'] as const
export const ownTypes = ['call', 'mail', 'snooze', 'wake', 'note', 'reopen'] as const
export const owners = ['anna', 'bert', 'cora'] as const

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

/** Returns the document without what is undefined. */
export const written = (trigger: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(trigger).filter(([, value]) => value !== undefined)) as unknown as TriggerDocument

const onEvent = (...types: readonly string[]) => fc.record({ on: typeNames(...types), when }).map(written)
const byState: fc.Arbitrary<TriggerDocument> = fc.oneof(
  fc.record({ enters: stateNames, when }).map(written),
  fc.record({ leaves: stateNames, when }).map(written),
  fc.record({ disposed: fc.constant(true as const), when }).map(written),
  condition.map((becomes) => ({ becomes })),
)
export const anyTrigger = fc.oneof(onEvent('lead.assigned', 'lead.updated', ...ownTypes), byState)
const oftenOn = (...types: readonly string[]) =>
  fc.oneof({ weight: 3, arbitrary: onEvent(...types) }, { weight: 1, arbitrary: byState }, { weight: 1, arbitrary: anyTrigger })

/** What may cap a pause, mostly nothing. */
const caps = fc.record({
  maxPause: fc.constantFrom(undefined, undefined, undefined, 'PT30M', 'PT4H', 'PT17M'),
  maxPauses: fc.constantFrom(undefined, undefined, undefined, 1, 2),
})

/** With a resume where the rules ask for one: a pause by an event, or by leaving a state, does not end by itself. */
const paused = fc.oneof(
  fc.record({ pause: onEvent('snooze', 'snooze', 'mail', 'lead.assigned'), resume: oftenOn('wake', 'call') }),
  fc.record({ pause: byState, resume: oftenOn('wake', 'note') }),
  byState.filter((pause) => !('leaves' in pause)).map((pause) => ({ pause })),
)

const pausing = fc.oneof(
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: fc.tuple(paused, caps).map(([pauses, most]) => ({ ...pauses, ...most })) },
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

const excuse = fc
  .record({
    rejected: fc.oneof(oftenOn('note', 'mail'), fc.constant<TriggerDocument>({ enters: ['lost', 'waiting'] })),
    codes: fc.constantFrom(undefined, ['duplicate']),
    acceptWindow: fc.constantFrom(undefined, 'PT1H', 'PT8H', { businessDays: 1 }, { endOfBusinessDay: 0 }),
  })
  .map(written)

const counts = fc
  .record({
    automations: fc.constantFrom(undefined, undefined, true, false),
    channels: fc.constantFrom(undefined, undefined, ['phone'], ['call', 'mail']),
    direction: fc.constantFrom(undefined, undefined, undefined, 'outbound'),
    atLeast: fc.constantFrom(undefined, undefined, undefined, 'PT30S'),
  })
  .map(written)

export const boundary = fc.constantFrom(undefined, undefined, 'close' as const, 'nextOpen' as const)

export const often = fc.constantFrom<TriggerDocument>(
  { on: 'lead.created' },
  { on: 'lead.assigned' },
  { on: ['call', 'note', 'lead.updated'] },
  { enters: ['new', 'open'] },
)

/** A clause of which nothing is said that names other clauses. */
export const timedClause: fc.Arbitrary<TimedClauseDocument> = fc
  .record({
    kind: fc.constant('timed'),
    owedBy: fc.constantFrom('sales', 'marketing'),
    clock: fc.constantFrom('main', 'main', 'other', 'always'),
    clockFollows: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, 'owner', 'team', 'lead'),
    start: fc.oneof({ weight: 2, arbitrary: often }, { weight: 1, arbitrary: oftenOn('lead.created', 'lead.assigned', 'call') }),
    stop: oftenOn('call', 'mail', 'wake'),
    pausing,
    excuse: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: excuse }),
    counts: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: counts }),
    cancel: seldom(oftenOn('note')),
    reset: seldom(oftenOn('lead.assigned', 'reopen')),
    requires: seldom(condition),
    once: fc.constantFrom(undefined, undefined, undefined, true, false),
    onChange: fc.constantFrom(undefined, undefined, 'keep', 'retarget', 'restart'),
    reopenWindow: fc.constantFrom(undefined, undefined, 'PT30M', 'PT4H', 'PT48H'),
    runs: fc.constantFrom(undefined, undefined, 'lead', 'owner'),
    attribution: fc.constantFrom(undefined, undefined, 'ownerAtDue', 'ownerAtStart', 'lastOwner', 'proportional', 'proportional'),
    boundary,
    within: fc.oneof(target, goals, goals),
  })
  .map(({ pausing: pauses, ...rest }) => written({ ...rest, ...pauses }) as unknown as TimedClauseDocument)
