/** Puts a clock that goes on down as plain JSON: of its pauses no more than later answers need. */
import { nameOf } from '../agreement/clock-choice.ts'
import type { Goal } from '../agreement/target.ts'
import type { Attempts } from './attempts.ts'
import type { ClockRecord } from './clock-record.ts'
import { reached } from './due.ts'
import {
  endings,
  type FrozenClock,
  type FrozenMore,
  type FrozenPauses,
  type Keeping,
  type Maybe,
  secondsOf,
} from './frozen-lead.ts'
import type { Hand } from './hand.ts'
import type { Past } from './past.ts'
import { pastOf } from './past-of.ts'
import type { Pause } from './pause.ts'

/** Who had a lead the longest follows from each of its pauses; of so many. */
const mostPauses = 512

/** What is kept once for all clocks of a lead. */
export interface FreezingLead {
  /** Instants are counted back from it. **Units** epoch milliseconds. */
  readonly base: number
  readonly hands: readonly Hand[]
  readonly keeping: Keeping
  /** Returns the place of what is known of the pauses, from 1. */
  readonly rowOf: (row: FrozenPauses) => number
}

/** Returns a clock that goes on, as plain JSON. */
export function freezeOpen(index: number, clock: ClockRecord, lead: FreezingLead): FrozenClock {
  const past = pastOf(clock)
  const row = pausesOf(clock, past, lead.base)
  const goal = clock.clause.goals.indexOf(clock.goal)
  const dues = past ? duesOf(clock, past, goal) : none
  const frozen: (number | readonly Maybe[] | FrozenMore)[] = [
    goal,
    clock.cycle,
    clock.told,
    breachOf(clock),
    row ? lead.rowOf(row) : 0,
    dues,
  ]
  while (frozen.length > 0 && isUsual(frozen.at(-1), frozen.length - 1)) frozen.pop()
  const more = moreOf(index, clock, past, lead)
  if (Object.keys(more).length > 0) frozen.push(more)
  return [index, secondsOf(lead.base - clock.startedAt), dueOf(clock, clock.goal, clock.rawDueAt), ...frozen]
}

/** Those of the goals that may win again; none where all are what their goals say. */
function duesOf(clock: ClockRecord, { dues }: Past, goal: number): readonly Maybe[] {
  const others = [...dues].filter(([position]) => position !== goal)
  const found = others.map(([position, due]) => dueOf(clock, clock.clause.goals[position] as Goal, due))
  return found.every((due) => due === 0) ? none : found
}

/** Of a clock that was paused it mostly follows from the goal and from what the pauses took: `0`. Else it is as short as it is. */
function dueOf(clock: ClockRecord, goal: Goal, due: number): Maybe {
  return clock.pausedMs > 0 && due === dueByGoal(clock, goal) ? 0 : apart(due, clock.startedAt)
}

/** Returns when so much time as a goal grants has passed, and so much as the pauses took; `NaN` where it is no amount of time. */
export function dueByGoal({ measure, startedAt, pausedMs }: ClockRecord, { target }: Goal): number {
  return target.kind === 'duration' ? reached(measure.clock, startedAt, target.ms + pausedMs) : Number.NaN
}

const none: readonly Maybe[] = []

/** No other due instants, no pauses, no breach, nothing told, the first cycle, the first goal. */
function isUsual(value: unknown, position: number): boolean {
  return Array.isArray(value) ? value.length === 0 : value === (position === 1 ? 1 : 0)
}

function breachOf({ isBreached, breachedAt, dueAt, startedAt }: ClockRecord): 0 | 1 | [number] {
  if (!isBreached) return 0
  return breachedAt === dueAt ? 1 : [secondsOf(breachedAt - startedAt)]
}

/** Returns what is known of the pauses together; `null` where there were none. */
function pausesOf({ pauses, pausedMs }: ClockRecord, past: Past | null, base: number): FrozenPauses | null {
  const last = pauses?.at(-1)
  if (!past && !last) return null
  const told = [secondsOf(pausedMs), past ? secondsOf(base - past.to) : null] as const
  if (!last || last.to === last.to) return told
  return last.isGap ? [...told, secondsOf(base - last.from), 1] : [...told, secondsOf(base - last.from)]
}

function moreOf(index: number, clock: ClockRecord, past: Past | null, { base, hands, keeping }: FreezingLead): FrozenMore {
  const { closing, pauses, clause } = clock
  const hand = handOf(clock, hands)
  const used = past ? usedOf(past, past.hands + 1 - hand.count) : []
  const isCounted = past !== null && clause.maxPauses !== Number.POSITIVE_INFINITY
  const isEach = past === null && pauses !== null && pauses.some(({ to }) => to === to)
  const more: { -readonly [Key in keyof FrozenMore]: FrozenMore[Key] } = freezeAttempts(clock.attempts, base)
  if (hand.said !== undefined) more.hand = hand.said
  if (used.length > 0) {
    more.used = used.map(secondsOf)
    more.lost = secondsOf(past?.lostMs ?? 0)
  }
  if (isCounted) more.pauses = past.count
  if (isEach) more.spans = pauses.slice(-mostPauses).map((pause) => spanOf(pause, base))
  if (keeping.eventClauses.has(index)) more.event = clock.eventFact
  if (closing) more.closing = [secondsOf(base - closing.at), endings.indexOf(closing.ending), closing.actor]
  return more
}

/** Of hands that are no longer kept, the first one that is has used what they did. */
function usedOf({ used }: Past, dropped: number): readonly number[] {
  if (dropped === 0) return used
  const rest = used.slice(dropped + 1)
  return used.length > dropped ? [used.slice(0, dropped + 1).reduce((sum, ms) => sum + ms, 0), ...rest] : []
}

/** Most clocks have been in all hands since the one that they started in, which is the one of their start. */
function handOf({ starter, hands, startedAt }: ClockRecord, known: readonly Hand[]): { said?: number | number[]; count: number } {
  const positions = [starter, ...(hands ?? [])].map((hand) => known.indexOf(hand)).filter((position) => position >= 0)
  const first = positions[0] ?? 0
  const count = positions.length
  const isRest = count === known.length - first && positions.every((position, index) => position === first + index)
  if (!isRest) return { said: positions, count }
  return first === handAt(known, startedAt) ? { count } : { said: first, count }
}

/** Returns the position of the hand in which a clock that started at an instant mostly is. */
export function handAt(hands: readonly Hand[], startedAt: number): number {
  return Math.max(
    0,
    hands.findLastIndex(({ at }) => at <= startedAt),
  )
}

/** Returns true for an open clock that is paused because its lead is; the time from a stop until it was reopened is no pause of the lead. */
export function isLeadPaused({ isPaused, pauses }: ClockRecord): boolean {
  return isPaused && pauses?.at(-1)?.isGap === false
}

export function freezeAttempts({ count, lastAt, channels }: Attempts, base: number): Pick<FrozenMore, 'attempts'> {
  return count === 0 ? {} : { attempts: [count, lastAt === null ? null : secondsOf(base - lastAt), ...channels] }
}

/** Returns the name of the calendar that counts; `null` for the clause's own. */
export function measureNameOf({ clause, measure }: ClockRecord): string | null {
  return measure === clause ? null : nameOf(measure)
}

/** Returns how long after another an instant is; `null` for none. */
export function apart(at: number, from: number): Maybe {
  return at === at ? secondsOf(at - from) : null
}

function spanOf({ from, to, isGap }: Pause, base: number): readonly [from: number, to: Maybe, isGap?: number] {
  const ended = to === to ? secondsOf(base - to) : null
  return isGap ? [secondsOf(base - from), ended, 1] : [secondsOf(base - from), ended]
}
