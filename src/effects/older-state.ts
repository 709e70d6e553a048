/**
 * States as the first version of their shape held them, put into the present one. They were folded before cadences were
 * followed live, so one of an agreement with cadences does not know what it would have to.
 */
import { isRecord } from '../content.ts'
import type { FrozenClock, FrozenClosed, FrozenHand, FrozenLead, FrozenMore, Maybe } from '../evaluation/frozen-lead.ts'
import { isPausedBit, isWaitingBit, secondsOf } from '../evaluation/frozen-lead.ts'
import type { Share } from '../evaluation/shares.ts'

type At = number | null
type OldPauses = readonly (readonly [from: number, to: At, isGap?: number])[]

/** Instants are milliseconds after `t`. */
interface OldLead {
  readonly t: number
  readonly facts: Readonly<Record<string, unknown>>
  readonly state: string | null
  readonly merged?: number
  readonly hands: readonly (readonly [at: At, owner: string | null, team: string | null])[]
  readonly slots: readonly (readonly [clause: number, cycle: number, held: number])[]
  readonly open: readonly OldClock[]
  readonly measures?: FrozenLead['measures']
  readonly closed: readonly OldClosed[]
}

type OldClock = readonly [
  ...head: [clause: number, cycle: number, goal: number, startedAt: number, dueAt: At, hand: number | readonly number[]],
  ...rest: [told?: number, breachedAt?: At, holdsDue?: number, pausedMs?: number, pauses?: OldPauses, event?: object | null],
  closing?: readonly [at: number, ending: number, actor: string | null],
]

type OldClosed = readonly [
  ...head: [clause: number, cycle: number, goal: number, startedAt: number, dueAt: At, breachedAt: At, pausedMs: number],
  ...end: [closedAt: number, ending: number, actor: string | null, owner: string | null, team: string | null],
  shares: readonly Share[] | null,
  blamed?: readonly [owner: string | null, team: string | null] | null,
  measure?: string,
]

/**
 * Returns a state of the first version in the present shape, and any other value as it is.
 *
 * **Edges** what cannot be read comes back as it is, to be refused.
 */
export function upgraded(value: Record<string, unknown>): Record<string, unknown> {
  if (value.v !== 1) return value
  try {
    const { head, base } = value
    return {
      ...value,
      v: 2,
      head: head === null ? null : leadOf(head, value.last),
      ...(base === undefined || base === null ? {} : { base: leadOf(base, value.baseLast) }),
      ...(head === null ? {} : { before: 'cadences' }),
    }
  } catch {
    return value
  }
}

function leadOf(value: unknown, last: unknown): FrozenLead {
  const [base] = last as readonly [number]
  if (!isRecord(value) || !Number.isSafeInteger(base)) throw new RangeError('no record')
  const old = value as unknown as OldLead
  const sinceMs = base - old.t
  const pauses: [took: number, ended: null][] = []
  const open = old.open.map((clock) => clockOf(clock, sinceMs, (row) => pauses.push(row)))
  return {
    facts: old.facts,
    ...(old.state === null ? {} : { state: old.state }),
    ...(old.merged === 1 ? { merged: 1 } : {}),
    hands: old.hands.map(([at, owner, team]): FrozenHand => (at === null ? 0 : [ago(at, sinceMs), owner, team])),
    slots: old.slots.map(([clause, cycle, held]) => [clause, bitsOf(held), cycle] as const),
    open,
    ...(pauses.length === 0 ? {} : { pauses }),
    ...(old.measures ? { measures: old.measures } : {}),
    closed: old.closed.map((clock) => closedOf(clock, sinceMs)),
  }
}

/** The bits of a pause and of waiting have other places. */
function bitsOf(held: number): number {
  const isPaused = (held & (1 << 16)) !== 0
  const isWaiting = (held & (1 << 17)) !== 0
  return (held & 0xffff) | (isPaused ? isPausedBit : 0) | (isWaiting ? isWaitingBit : 0)
}

function clockOf(clock: OldClock, sinceMs: number, rowOf: (row: [took: number, ended: null]) => number): FrozenClock {
  const [clause, cycle, goal, startedAt, dueAt, hand, told = 0, breachedAt = null, , pausedMs = 0, pauses = [], event, closing] =
    clock
  const row = pauses.length === 0 ? 0 : rowOf([secondsOf(pausedMs), null])
  const more: FrozenMore = {
    hand,
    ...(pauses.length === 0 ? {} : { spans: pauses.map(([from, to, gap]) => span(from, to, gap, sinceMs)) }),
    ...(event ? { event } : {}),
    ...(closing ? { closing: [ago(closing[0], sinceMs), closing[1], closing[2]] as const } : {}),
  }
  return [
    clause,
    ago(startedAt, sinceMs),
    after(dueAt, startedAt),
    goal,
    cycle,
    told,
    breach(breachedAt, startedAt),
    row,
    [],
    more,
  ]
}

function closedOf(clock: OldClosed, sinceMs: number): FrozenClosed {
  const [clause, cycle, goal, startedAt, dueAt, breachedAt, pausedMs, closedAt, ending, actor, owner, team, shares, ...rest] =
    clock
  const [blamed, measure] = rest
  const closed = secondsOf(closedAt - startedAt)
  const more = {
    ...(actor === null ? {} : { actor }),
    ...(owner === null ? {} : { owner }),
    ...(team === null ? {} : { team }),
    ...(shares ? { shares: shares.map((one) => [one.owner, one.team, secondsOf(one.usedMs)] as const) } : {}),
    ...(blamed ? { blamed } : {}),
    ...(measure === undefined ? {} : { measure }),
  }
  const due = after(dueAt, startedAt)
  const breached = breach(breachedAt, startedAt)
  return [clause, ago(startedAt, sinceMs), due, goal, cycle, ending, closed, breached, secondsOf(pausedMs), more]
}

function span(from: number, to: At, gap: number | undefined, sinceMs: number): readonly [number, Maybe, number?] {
  const ended = to === null ? null : ago(to, sinceMs)
  return gap === 1 ? [ago(from, sinceMs), ended, 1] : [ago(from, sinceMs), ended]
}

function breach(breachedAt: At, startedAt: number): 0 | [number] {
  return breachedAt === null ? 0 : [secondsOf(breachedAt - startedAt)]
}

function after(at: At, startedAt: number): Maybe {
  return at === null ? null : secondsOf(at - startedAt)
}

function ago(at: number, sinceMs: number): number {
  return secondsOf(sinceMs - at)
}
