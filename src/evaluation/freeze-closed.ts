/** Puts a clock that was closed down as plain JSON: what became of it, and not how. */
import type { ClockRecord } from './clock-record.ts'
import { apart, freezeAttempts, measureNameOf } from './freeze-clock.ts'
import { endings, type FrozenClosed, type FrozenClosedMore, type Maybe, secondsOf } from './frozen-lead.ts'
import { sharesOf } from './shares.ts'

/** Returns a closed clock as plain JSON. */
export function freezeClosed(index: number, clock: ClockRecord, base: number): FrozenClosed {
  const { closing, startedAt, dueAt, breachedAt, isBreached, cycle } = clock
  const closedAt = closing?.at ?? startedAt
  const goal = clock.clause.goals.indexOf(clock.goal)
  const ending = endings.indexOf(closing?.ending ?? 'stopped')
  const more = moreOf(clock, closedAt, base)
  const paused = secondsOf(clock.pausedMsUntil(closedAt))
  const rest: (number | readonly Maybe[] | FrozenClosedMore)[] = [
    isBreached ? (breachedAt === dueAt ? 1 : [secondsOf(breachedAt - startedAt)]) : 0,
    paused,
  ]
  while (rest.length > 0 && rest.at(-1) === 0) rest.pop()
  if (Object.keys(more).length > 0) rest.push(more)
  // Closed while it was paused, it was not due, whatever its due instant would have been.
  const due = clock.isPaused && !isBreached ? null : apart(dueAt, startedAt)
  const closed = secondsOf(closedAt - startedAt)
  return [index, secondsOf(base - startedAt), due, goal, cycle, ending, closed, ...rest]
}

function moreOf(clock: ClockRecord, closedAt: number, base: number): FrozenClosedMore {
  const { owner, team } = clock.inChargeAt(closedAt)
  const actor = clock.closing?.actor ?? null
  const shares = clock.shares ?? (clock.hands ? sharesOf(clock, closedAt) : null)
  const blamed = blamedOf(clock, owner, team)
  const measure = measureNameOf(clock)
  return {
    ...(actor === null ? {} : { actor }),
    ...(owner === null ? {} : { owner }),
    ...(team === null ? {} : { team }),
    ...(shares ? { shares: shares.map((share) => [share.owner, share.team, secondsOf(share.usedMs)] as const) } : {}),
    ...(blamed ? { blamed } : {}),
    ...(measure === null ? {} : { measure }),
    ...freezeAttempts(clock.attempts, base),
  }
}

/** Nobody asks who answered for a breach that there was not. */
function blamedOf(clock: ClockRecord, owner: string | null, team: string | null): FrozenClosedMore['blamed'] {
  if (!clock.isBreached) return undefined
  const then = clock.blamed ?? clock.inChargeAt(clock.breachedAt)
  return then.owner === owner && then.team === team ? undefined : [then.owner, then.team]
}
