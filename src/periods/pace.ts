/** How far a period has gone, in business days: what a number or a sum should have come to by now. [P3], [P6] */
import type { BusinessClock } from '../clock/business-clock.ts'
import { printPlainDate } from '../time/plain-date.ts'

/** **Units** day numbers; from the first day to the one after the last. */
export type Days = readonly [from: number, to: number]

/** Business days of a period. `NaN` where the calendar does not know them. */
export interface Pace {
  /** All. */
  readonly total: number
  /** Those on which the agreement is in force. */
  readonly inForce: number
  /** Those of them that are over: today is not. */
  readonly elapsed: number
}

/** Returns the pace of a period on a calendar, on a day. */
export function paceOf(clock: BusinessClock, period: Days, inForce: Days, today: number): Pace {
  const [from, to] = [Math.max(period[0], inForce[0]), Math.min(period[1], inForce[1])]
  return {
    total: businessDays(clock, period),
    inForce: businessDays(clock, [from, to]),
    elapsed: businessDays(clock, [from, Math.min(to, today)]),
  }
}

/** Returns the part of an amount for some of the days; of a period without business days the whole. */
export function partOf(amount: number, days: number, total: number): number {
  return days === total || !(total > 0) ? amount : (amount * days) / total
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
