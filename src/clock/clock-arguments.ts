/** Checks what goes into a clock besides instants: amounts, numbers of days, columns; and what comes out of it. */
import { type IssueCode, issue, LeadSlaError } from '../errors.ts'
import { firstInstant, isInstant, lastInstant } from '../time/instant.ts'

const longest = lastInstant - firstInstant
/** As many spans as a list is made of at once. */
export const mostOpenings = 1_000_000

/** Throws unless a column is at least as long as the instants that it goes with. */
export function sameLength(from: Float64Array, other: Float64Array, name: string): void {
  if (other.length >= from.length) return
  throw refused('out-of-range', `${name} to be as long as from, ${from.length}`, other.length)
}

/** Lets a negative amount of business time through and refuses what is none. */
export function amount(openMs: number): number {
  if (Number.isInteger(openMs) && Math.abs(openMs) <= longest) return openMs
  throw refused('out-of-range', 'a whole number of milliseconds within ten thousand years', openMs)
}

/** Returns the number of days, or throws. */
export function wholeDays(days: number): number {
  if (Number.isSafeInteger(days)) return days
  throw refused('out-of-range', 'a whole number of business days', days)
}

/** Returns the answer when it is an instant that the library knows. */
export function inRange(at: number, got: unknown): number {
  if (isInstant(at)) return at
  throw refused('beyond-horizon', 'an answer between the years 1 and 9999', got)
}

/** Returns the error of a bad argument. */
export function refused(code: IssueCode, expected: string, got: unknown): LeadSlaError {
  return new LeadSlaError([issue(code, [], { expected, got })])
}
