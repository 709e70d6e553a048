/**
 * The plan of an agreement in all its versions: which triggers an event can fire and which rules it can change, worked out
 * once per event type, so that an event asks only those. The clauses of the versions stand one behind the other, the earliest
 * version first; those of one name share their cycles, which the first of them keeps: the head.
 */
import type { Agreement } from '../agreement/agreement.ts'
import { askedTypes } from '../agreement/asked-types.ts'
import { clockedClauses } from '../agreement/clocked-clauses.ts'
import type { Exception } from '../agreement/exceptions.ts'
import type { Rule } from '../agreement/scope.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { Version } from '../agreement/versions.ts'

/** What may happen to the clock of a clause at one event, as bits. */
export const does = {
  stop: 1,
  cancel: 2,
  reset: 4,
  pause: 8,
  resume: 16,
  start: 32,
  follow: 64,
  handOver: 128,
  excuse: 256,
  merge: 512,
  attempt: 1024,
} as const

/** A trigger of a clause, by the position of the clause and the bit of what it does. */
export interface Watch {
  readonly clause: number
  readonly bit: number
  readonly rule: Rule | null
}

export interface TypePlan {
  /** The type, one text for all its events: looking it up needs no look at the event. Empty for the types that nothing names. */
  readonly type: string
  /** What the event changes about the lead itself. */
  readonly effect: 'facts' | 'move' | 'assign' | 'merge' | 'none'
  /** True for the types that mean something to the library or to a trigger. */
  readonly isUsed: boolean
  /** Triggers of this type of event. */
  readonly on: readonly Watch[]
  /** `becomes` triggers whose condition this type of event can change. */
  readonly becomes: readonly Watch[]
  /** Clauses whose open clocks must look again: their requirement or their goal may have changed. */
  readonly follow: readonly number[]
}

export interface Plan {
  readonly versions: readonly Version[]
  readonly clauses: readonly TimedClause[]
  /** By position of a clause, that of its version. */
  readonly versionOf: readonly number[]
  /** By position of a clause, that of the first version's clause of the same name. */
  readonly heads: readonly number[]
  /** By version and by head, the position of that version's clause of the name; -1 for none. */
  readonly places: readonly (readonly number[])[]
  /** The waivers of all versions: an exception is a document of its dates. */
  readonly exceptions: readonly Exception[]
  readonly byType: ReadonlyMap<string, TypePlan>
  /** The plan of all the types that nothing names. */
  readonly otherType: TypePlan
  readonly entering: ReadonlyMap<string, readonly Watch[]>
  readonly leaving: ReadonlyMap<string, readonly Watch[]>
  readonly becomes: readonly Watch[]
  /** All clauses, each after the one that it waits for, and then as they stand; `null` where no order matters. [C11], [C13] */
  readonly order: readonly number[] | null
  /** By clause, the head of the one that it waits for, or -1. */
  readonly predecessors: readonly number[]
  /** Scratch of one step: what happens to each clause, and to which clauses, so many of them, anything happens. */
  readonly marks: Uint16Array
  readonly marked: Int32Array
  markedCount: number
}

const triggers = ['attempt', 'stop', 'excuse', 'cancel', 'reset', 'pause', 'resume', 'start'] as const

function triggerOf(clause: TimedClause, key: (typeof triggers)[number]): Trigger | null {
  if (key === 'attempt') return clause.attempts?.attempt ?? null
  return key === 'excuse' ? (clause.excuse?.rejected ?? null) : clause[key]
}

/** Returns the plan of the versions of an agreement. */
export function planOf(versions: readonly Version[]): Plan {
  const placed = versions.flatMap(({ agreement }, version) => clockedClauses(agreement).map((clause) => ({ clause, version })))
  const clauses = placed.map(({ clause }) => clause)
  const heads = clauses.map(({ id }) => clauses.findIndex((other) => other.id === id))
  const entering = new Map<string, Watch[]>()
  const leaving = new Map<string, Watch[]>()
  const becomes: Watch[] = []
  for (const [index, clause] of clauses.entries()) {
    for (const key of triggers) {
      const trigger = triggerOf(clause, key)
      if (!trigger) continue
      const watch = { clause: index, bit: does[key], rule: trigger.condition }
      if (trigger.kind === 'becomes') becomes.push(watch)
      for (const state of trigger.states) put(trigger.kind === 'leaves' ? leaving : entering, state, watch)
      // A pause by a state without a resume of its own ends when the lead leaves that state.
      if (key === 'pause' && clause.resume === null)
        for (const state of trigger.states) put(leaving, state, { clause: index, bit: does.resume, rule: null })
    }
  }
  const named = clauses.flatMap((clause) => triggers.flatMap((key) => [...(triggerOf(clause, key)?.types ?? [])]))
  const types = new Set([...knownTypes, ...named, ...versions.flatMap(({ agreement }) => askedTypes(agreement))])
  const predecessors = clauses.map(({ after }) => clauses.findIndex(({ id }) => id === after))
  const mattersInOrder = versions.length > 1 || predecessors.some((position) => position >= 0)
  return {
    versions,
    clauses,
    versionOf: placed.map(({ version }) => version),
    heads,
    places: versions.map((_, version) =>
      clauses.map(({ id }) => placed.findIndex((place) => place.version === version && place.clause.id === id)),
    ),
    exceptions: versions.flatMap(({ agreement }) => agreement.exceptions),
    byType: new Map([...types].map((type) => [type, makeTypePlan(clauses, becomes, type, true)])),
    otherType: makeTypePlan(clauses, becomes, '', false),
    entering,
    leaving,
    becomes,
    order: mattersInOrder ? inOrder(heads, predecessors) : null,
    predecessors,
    marks: new Uint16Array(clauses.length),
    marked: new Int32Array(clauses.length),
    markedCount: 0,
  }
}

/**
 * Returns the version that says what words mean at an instant: the latest that has begun, or the first one before them all.
 * Whether it still binds the cycles that start then is another question.
 */
export function agreementAt({ versions }: Pick<Plan, 'versions'>, at: number): Agreement {
  let index = versions.length - 1
  while (index > 0 && !((versions[index] as Version).effective.from <= at)) index--
  return (versions[index] as Version).agreement
}

/** Returns the position of the clause by which a cycle that starts at an instant is bound, or -1. [C11] */
export function boundAt({ versions, places }: Plan, head: number, at: number): number {
  for (let version = 0; version < versions.length; version++) {
    const { from, to } = (versions[version] as Version).effective
    if (at >= from && at < to) return places[version]?.[head] ?? -1
  }
  return -1
}

/** Returns the part of the plan that an event type needs. */
export function typePlanOf(plan: Plan, type: string): TypePlan {
  return plan.byType.get(type) ?? plan.otherType
}

/** The types that mean something without a trigger that names them. */
const knownTypes = [
  'lead.created',
  'lead.updated',
  'lead.moved',
  'lead.assigned',
  'lead.merged',
  'opportunity.created',
  'opportunity.updated',
]

function makeTypePlan(clauses: readonly TimedClause[], allBecomes: readonly Watch[], type: string, isUsed: boolean): TypePlan {
  const on: Watch[] = []
  const follow: number[] = []
  const effect = effectOf(type)
  const changed = changedBy[effect]
  const reads = (rule: Rule | null) => rule !== null && changed.some((fact) => rule.reads.has(fact))
  for (const [index, clause] of clauses.entries()) {
    for (const key of triggers) {
      const trigger = triggerOf(clause, key)
      if (trigger?.types.has(type)) on.push({ clause: index, bit: does[key], rule: trigger.condition })
    }
    if (reads(clause.requires) || changesGoal(clause, changed)) follow.push(index)
  }
  return { type, effect, isUsed, on, becomes: allBecomes.filter(({ rule }) => reads(rule)), follow }
}

function effectOf(type: string): TypePlan['effect'] {
  if (type === 'lead.created' || type === 'lead.updated') return 'facts'
  if (type === 'lead.moved') return 'move'
  if (type === 'lead.merged') return 'merge'
  return type === 'lead.assigned' ? 'assign' : 'none'
}

/** The facts that an event can change: always `event` itself. */
const changedBy: Readonly<Record<TypePlan['effect'], readonly string[]>> = {
  facts: ['event', 'lead'],
  move: ['event', 'state'],
  assign: ['event', 'owner', 'team'],
  merge: ['event'],
  none: ['event'],
}

/** To a goal `event` is the event that started the clock, which never changes. */
function changesGoal({ goals, onChange }: TimedClause, changed: readonly string[]): boolean {
  if (onChange === 'keep') return false
  const facts = changed.filter((fact) => fact !== 'event')
  return goals.some(({ when, target }) => {
    if (target.kind === 'dueFrom' && target.fact === 'lead' && facts.includes('lead')) return true
    return when !== null && facts.some((fact) => when.reads.has(fact))
  })
}

/**
 * Within a version nothing waits for itself, so a clause comes after as many others as its chain is long, in whichever version it
 * is longest. The versions of one clause come together, the earliest first: what was begun ends before the next begins.
 */
function inOrder(heads: readonly number[], predecessors: readonly number[]): number[] {
  const depth = (head: number, seen: readonly number[]): number => {
    if (head < 0 || seen.includes(head)) return 0
    const before = predecessors.filter((_, clause) => heads[clause] === head)
    return 1 + Math.max(...before.map((other) => depth(other, [...seen, head])))
  }
  const depths = heads.map((head) => depth(head, []))
  return heads
    .map((_, clause) => clause)
    .sort((a, b) => (depths[a] as number) - (depths[b] as number) || (heads[a] as number) - (heads[b] as number) || a - b)
}

function put(map: Map<string, Watch[]>, state: string, watch: Watch): void {
  const watches = map.get(state)
  if (watches) watches.push(watch)
  else map.set(state, [watch])
}
