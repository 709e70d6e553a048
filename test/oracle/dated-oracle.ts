/** Texts that name dates, `2026-12-24`, `2026-12-24/2027-01-02`, `12-24`, `11-01/02-28`: read by comparing texts. */

import { dayOf } from './civil-dates.ts'

/** Returns true when the dates that a text names, both ends included, hold a date such as `2026-12-24`. */
export function holdsDate(text: string, date: string): boolean {
  const [first = '', last = first] = text.split('/')
  if (!isYearly(text)) return (first === '..' || first <= date) && (last === '..' || date <= last)
  const monthDay = date.slice(5)
  return first <= last ? first <= monthDay && monthDay <= last : monthDay >= first || monthDay <= last
}

/** Returns true for dates of every year. */
export function isYearly(text: string): boolean {
  return text.split('/')[0]?.length === 5
}

/** Returns the dates that stand in a text with their year. */
export function datesIn(text: string): string[] {
  return text.split('/').filter((end) => end.length >= 10)
}

/**
 * Returns the entries that apply to a date, the narrowest first: what has a year before what comes every year, then fewer dates
 * before more, then the later start; a date before the range of that one date.
 */
export function entriesOn<Entry>(record: Readonly<Record<string, Entry>> | undefined, date: string): Entry[] {
  return Object.entries(record ?? {})
    .filter(([text]) => holdsDate(text, date))
    .sort(([a], [b]) => Number(isYearly(a)) - Number(isYearly(b)) || widthOf(a) - widthOf(b) || laterFirst(a, b))
    .map(([, entry]) => entry)
}

function laterFirst(a: string, b: string): number {
  const [first = '', other = ''] = [a, b].map((text) => text.split('/')[0])
  return first === other ? a.length - b.length : first > other ? -1 : 1
}

const leapYear = '2024-'

/** Returns the number of dates that a text names; a yearly one is counted in a leap year. */
function widthOf(text: string): number {
  const [first = '', last = first] = text.split('/').map((end) => (isYearly(text) ? leapYear + end : end))
  const days = dayOf(last) - dayOf(first)
  return days < 0 ? days + 366 : days
}
