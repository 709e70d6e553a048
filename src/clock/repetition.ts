/** From when on a calendar repeats itself, so that a search which has found nothing in a whole cycle can end. */
import type { Calendar } from './calendar.ts'
import { repeatsFromYear, repeatsUntilYear } from './zone.ts'

/** Returns the year from which on nothing new comes: neither a rule of the zone nor a date of one time. */
export function repeatsFrom({ datedYears }: Calendar): number {
  return datedYears === null ? repeatsFromYear : Math.max(repeatsFromYear, datedYears[1] + 2)
}

/** Returns the year before which nothing was otherwise. */
export function repeatsUntil({ datedYears }: Calendar): number {
  return datedYears === null ? repeatsUntilYear : Math.min(repeatsUntilYear, datedYears[0] - 2)
}
