/**
 * How far a period has gone, in business days: what a number or a sum should have come to by now, and what it owes where its
 * target holds for a part of the period only. [P3], [P6]
 */
import type { DatedTarget } from '../agreement/paced-target.ts'
import type { BusinessClock } from '../clock/business-clock.ts'
import type { TargetPart } from '../evaluation/period-details.ts'
import { printPlainDate } from '../time/plain-date.ts'

/** **Units** day numbers; from the first day to the one after the last. */
export type Days = readonly [from: number, to: number]

/** Days of a period that have one target and are in force. */
interface Stretch {
  readonly from: number
  readonly target: number
  readonly businessDays: number
  /** Those of them that are over: today is not. */
  readonly elapsed: number
}

/** Business days of a period. `NaN` where the calendar does not know them. */
export interface Pace {
  /** All. */
  readonly total: number
  /** Those on which the agreement is in force. */
  readonly inForce: number
  /** Those of them that are over. */
  readonly elapsed: number
  readonly stretches: readonly Stretch[]
  /** Whether one target holds on all days of the period. */
  readonly isWhole: boolean
}

/** Returns the pace of a period on a calendar, on a day. */
export function paceOf(
  { clock, targets }: { readonly clock: BusinessClock; readonly targets: readonly DatedTarget[] },
  period: Days,
  inForce: Days,
  today: number,
): Pace {
  const [from, to] = [Math.max(period[0], inForce[0]), Math.min(period[1], inForce[1])]
  const stretches = targets.flatMap(({ from: since, target }, index): Stretch[] => {
    const [first, end] = [Math.max(from, since), Math.min(to, targets[index + 1]?.from ?? to)]
    if (end <= first) return []
    const elapsed = businessDays(clock, [first, Math.min(end, today)])
    return [{ from: first, target, businessDays: businessDays(clock, [first, end]), elapsed }]
  })
  return {
    total: businessDays(clock, period),
    inForce: sum(stretches, (stretch) => stretch.businessDays),
    elapsed: sum(stretches, (stretch) => stretch.elapsed),
    stretches,
    isWhole: stretches.length === 1 && from === period[0] && to === period[1],
  }
}

/** Returns what the whole period owes; of a period without business days the target of its last day. */
export function owedIn({ total, stretches, isWhole }: Pace): number {
  const last = stretches.at(-1)?.target ?? 0
  if (isWhole || !(total > 0)) return last
  return sum(stretches, ({ target, businessDays: days }) => target * days) / total
}

/** Returns what is owed by now; `NaN` where the calendar does not know the days. */
export function owedByNow({ total, stretches }: Pace): number {
  return total === 0 ? 0 : sum(stretches, ({ target, elapsed }) => target * elapsed) / total
}

/** Returns what the target is made of, or `null` where it is that of the whole period, or the days are not known. */
export function partsOf({ total, stretches, isWhole }: Pace): TargetPart[] | null {
  if (isWhole || Number.isNaN(total)) return null
  return stretches.map(({ from, target, businessDays: days }) => ({
    from: printPlainDate(from),
    target,
    businessDays: days,
    of: total,
  }))
}

function businessDays(clock: BusinessClock, [from, to]: Days): number {
  if (to <= from) return 0
  try {
    return clock.businessDaysBetween(printPlainDate(from - 1), printPlainDate(to - 1))
  } catch {
    // A week may reach into a year whose holidays nobody knows yet.
    return Number.NaN
  }
}

function sum<Item>(items: readonly Item[], amount: (item: Item) => number): number {
  return items.reduce((total, item) => total + amount(item), 0)
}
