/** What a clock keeps of the pauses that are over. [C3] */
import type { ClockRecord } from './clock-record.ts'
import type { Past } from './past.ts'
import { countPauses } from './pause.ts'
import { stintMs } from './shares.ts'

/**
 * Returns what a clock keeps of the pauses that are over; `null` where there were none, and where a later answer may ask for each:
 * whoever had the lead the longest at some instant is told by all of them.
 */
export function pastOf(clock: ClockRecord): Past | null {
  const { clause, past } = clock
  const over = (clock.pauses ?? []).filter(({ to }) => to === to)
  const to = over.at(-1)?.to ?? past?.to
  if (to === undefined || clause.attribution === 'proportional') return null
  const hands = clock.hands ?? []
  const lostMs = hands.length === 0 ? clock.pausedMs : lostSince(clock, hands.length - 1)
  const isAll = lostMs === clock.pausedMs && !(clock.pausedAt < (hands.at(-1)?.at ?? Number.NEGATIVE_INFINITY))
  const used = isAll ? [] : hands.map((_, index) => stintMs(clock, index - 1, Number.POSITIVE_INFINITY))
  const count = clause.maxPauses === Number.POSITIVE_INFINITY ? 0 : countPauses(over) + (past?.count ?? 0)
  return { count, to, dues: duesOf(clock), hands: hands.length, lostMs, used }
}

/** What ended pauses took from the hand at a position, which is the last. */
function lostSince({ measure, hands, pauses, past }: ClockRecord, index: number): number {
  const from = hands?.[index]?.at ?? 0
  const before = past !== null && past.hands === index + 1 ? past.lostMs : 0
  return (pauses ?? []).reduce((sum, pause) => {
    if (pause.to !== pause.to || pause.to <= from) return sum
    return sum + measure.clock.between(Math.max(pause.from, from), pause.to)
  }, before)
}

/** A breached clock keeps the goal that it broke, so none but that matters. [C7] */
function duesOf(clock: ClockRecord): ReadonlyMap<number, number> {
  const dues = new Map<number, number>()
  const { clause, goal } = clock
  if (clause.onChange !== 'retarget' || clause.goals.length < 2 || clock.isBreached) return dues
  for (const [position, other] of clause.goals.entries()) {
    if (other.target.kind !== 'dueFrom') dues.set(position, other === goal ? clock.rawDueAt : clock.dueUnder(other))
  }
  return dues
}
