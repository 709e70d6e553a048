/** Periods by their names: `2026-04`, `2026-Q2`, `2026-W15`, `2026`, and of a fiscal year `FY2026-M04`, `FY2026-Q2`, `FY2026`. */
import type { PeriodLength } from '../agreement/clause-document.ts'
import { issue, LeadSlaError } from '../errors.ts'
import { dayOf, weekdayOf } from '../time/plain-date.ts'

/** A period by its length and its number, as `Periods` counts them: the next one has the next number. */
export interface PeriodPlace {
  readonly per: PeriodLength
  readonly number: number
}

const names = /^(FY)?(\d{4})(?:-(?:(M?)(0[1-9]|1[0-2])|Q([1-4])|W(0[1-9]|[1-4]\d|5[0-3])))?$/

/**
 * Returns the place of a period, or `undefined` for a text that names none. A fiscal year may be named after the civil year
 * that follows the one in which it starts: by how many years.
 */
export function findPeriod(name: unknown, namedAfter = 0): PeriodPlace | undefined {
  const match = typeof name === 'string' ? names.exec(name) : null
  if (!match) return undefined
  const [, fiscal, yearText, sign, month, quarter, week] = match
  const isFiscal = fiscal !== undefined
  const year = Number(yearText) - (isFiscal ? namedAfter : 0)
  // The fourth month of a fiscal year is no April, and is not written like one.
  if (year < 1 || (month !== undefined && isFiscal !== (sign === 'M'))) return undefined
  if (month !== undefined) return { per: isFiscal ? 'fiscalMonth' : 'month', number: year * 12 + Number(month) - 1 }
  if (quarter !== undefined) return { per: isFiscal ? 'fiscalQuarter' : 'quarter', number: year * 4 + Number(quarter) - 1 }
  if (week === undefined) return { per: isFiscal ? 'fiscalYear' : 'year', number: year }
  if (isFiscal) return undefined
  const number = firstWeek(year) + Number(week) - 1
  return number < firstWeek(year + 1) ? { per: 'week', number } : undefined
}

/** Returns the place of a period. **Errors** throws `out-of-range` for a text that names none. */
export function periodPlace(name: unknown, path: readonly string[], namedAfter = 0): PeriodPlace {
  const place = findPeriod(name, namedAfter)
  if (place) return place
  throw new LeadSlaError([
    issue('out-of-range', path, { expected: 'the name of a period, such as 2026-04, 2026-Q2, 2026-W15 or 2026', got: name }),
  ])
}

/** The week that holds 4 January is the first, and weeks are counted from the Monday before 1970. */
function firstWeek(year: number): number {
  const fourth = dayOf(year, 1, 4)
  return (fourth - weekdayOf(fourth) + 3) / 7
}
