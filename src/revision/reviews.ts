/** The dates on which the parties look at their agreement again, and which of them nobody has kept yet. */
import { type Agreement, isAgreement, parseAgreement } from '../agreement/agreement.ts'
import type { AgreementDocument } from '../agreement/document.ts'
import { type Zone, zoneOf } from '../clock/zone.ts'
import { valueOf } from '../errors.ts'
import { parseDuration } from '../time/duration.ts'
import { type InstantLike, parseInstant } from '../time/instant.ts'
import { civilOf, dayOf, lengthOfMonth, msOfDay, printPlainDate, readPlainDate } from '../time/plain-date.ts'

/** A review that is to be held. */
export interface ReviewDue {
  /** The date in the agreement's zone. */
  readonly on: string
  /** `soon` from the day on which those who take part are told, `due` on its date, `overdue` after it. */
  readonly status: 'soon' | 'due' | 'overdue'
  readonly with: readonly string[]
  readonly agenda: readonly string[]
}

/** A review is not asked for when the next one but so many is due: nobody holds twenty at once. */
const mostReviews = 1_000

/**
 * Returns the reviews that are to be held as of an instant, the earliest first.
 *
 * **Edges** nothing where no review is agreed, and none after the agreement's end. A date in `held` settles every review that
 * had been told by then, so that two that are overdue are held as one.
 * **Errors** throws `LeadSlaError` for a bad agreement and for a bad instant.
 *
 * @example
 * const agreement = {
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   review: { next: '2026-10-01', every: 'quarter', remind: 'P14D', held: ['2026-10-06'] },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * } as const
 * reviewsDue(agreement, '2026-12-20T08:00:00Z') //=> [{ on: '2027-01-01', status: 'soon', with: [], agenda: [] }]
 */
export function reviewsDue(agreement: Agreement | AgreementDocument, asOf: InstantLike): ReviewDue[] {
  const { document } = isAgreement(agreement) ? agreement : valueOf(parseAgreement(agreement))
  const at = valueOf(parseInstant(asOf))
  const { review } = document
  if (!review) return []
  const zone = zoneOf(document.timeZone)
  const today = dayAt(zone, at)
  const last = readPlainDate(document.effective?.to)
  const told = Math.ceil(lengthOf(review.remind) / msOfDay)
  const held = (review.held ?? []).map((date) => readPlainDate(date))
  const dates = datesOf(readPlainDate(review.next), review.every, today + told)
  const open = dates.filter((day) => !(day >= last) && !held.some((date) => date >= day - told))
  return open.map((day) => ({
    on: printPlainDate(day),
    status: today > day ? 'overdue' : today === day ? 'due' : 'soon',
    with: review.with ?? [],
    agenda: review.agenda ?? [],
  }))
}

function dayAt(zone: Zone, at: number): number {
  return Math.floor(zone.localAt(at) / msOfDay)
}

function lengthOf(duration: string | undefined): number {
  const parsed = duration === undefined ? undefined : parseDuration(duration)
  return parsed?.ok ? parsed.value : 0
}

const months = { month: 1, quarter: 3, year: 12 } as const

/** The dates from the first one on until the day, and at most as many as anybody would hold. **Units** days since 1970. */
function datesOf(first: number, every: 'week' | 'month' | 'quarter' | 'year' | undefined, until: number): number[] {
  const days: number[] = []
  for (let count = 0; count < (every === undefined ? 1 : mostReviews); count++) {
    const day = every === undefined ? first : dateAfter(first, every, count)
    if (day > until) break
    days.push(day)
  }
  return days
}

/** So many periods later, on the same day of the month or on the last one of a month that is shorter. */
function dateAfter(first: number, every: 'week' | 'month' | 'quarter' | 'year', count: number): number {
  if (every === 'week') return first + 7 * count
  const { year, month, day } = civilOf(first)
  const total = year * 12 + month - 1 + months[every] * count
  const [laterYear, laterMonth] = [Math.floor(total / 12), (total % 12) + 1]
  return dayOf(laterYear, laterMonth, Math.min(day, lengthOfMonth(laterYear, laterMonth)))
}
