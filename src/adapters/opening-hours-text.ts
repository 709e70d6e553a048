/**
 * What a text in the notation of OpenStreetMap asks for, as far as a calendar can say it. The texts that come here are
 * canonical, as the package `opening_hours` prints them: rules are joined by `; `, states are `off`, `closed` or `open`.
 */

import type { Reader } from '../clock/reader.ts'
import { withoutYears } from './opening-hours-years.ts'

/** Opening hours without what belongs to the calendar around them. */
export interface PlainHours {
  readonly text: string
  /** True when public holidays are closed. */
  readonly closesOnHolidays: boolean
}

const refusals: readonly (readonly [pattern: RegExp, expected: string])[] = [
  [/"/, 'hours without comments that stand for a state, such as "by appointment"'],
  [/\bunknown\b/, 'hours that are open or closed, none that are unknown'],
  [/\b(dawn|sunrise|sunset|dusk)\b/, 'hours that do not follow the sun'],
  [/\bSH\b/, 'hours without school holidays (SH), which no calendar knows'],
  [/\bPH\b/, 'public holidays as the last rule, closed: "; PH off"'],
  [/(?<![:\d])\d{4}(?![:\d])/, 'years at the beginning of a rule only, such as "2026 Dec 24-2027 Jan 02 off"'],
  [/\bFeb (\d\d(-\d\d)?,)+\d\d-2[89]\b|\bFeb \d\d-2[89]\//, 'dates until the end of February as "Feb 20-Feb 28"'],
  [/easter [+-](8[1-9]|9\d|\d{3})/, 'dates at most 80 days from Easter'],
  [/\d\+/, 'hours that say when they end'],
]

/** Returns the hours without their public holidays and comments; what no calendar can say goes to the reader. */
export function readHours(canonical: string, reader: Reader): PlainHours {
  const { text, closesOnHolidays } = withoutHolidays(canonical.replace(/\b(open|off|closed) "[^"]*"/g, '$1'))
  const plain = withoutYears(text)
  for (const [pattern, expected] of refusals) if (pattern.test(plain)) reader.add('unsupported-hours', [], expected, canonical)
  return { text, closesOnHolidays }
}

const holidayRule = /^(?:([A-Za-z]{2}(?:[-,][A-Za-z]{2})*),)?PH(?:,([A-Za-z]{2}(?:[-,][A-Za-z]{2})*))? (off|closed)$/

/** A rule that comes later wins, so only those behind which nothing opens say that every public holiday is closed. */
function withoutHolidays(canonical: string): PlainHours {
  const rules = canonical.split('; ')
  let closesOnHolidays = false
  for (let index = rules.length - 1; index >= 0; index--) {
    const rule = rules[index] as string
    const additional = /^(.*), PH (?:off|closed)$/.exec(rule)
    const [, before, after, state] = holidayRule.exec(rule) ?? []
    const weekdays = [before, after].filter((days) => days !== undefined && !/\b[PS]H\b/.test(days))
    if (additional || (state !== undefined && !/\bSH\b/.test(rule))) closesOnHolidays = true
    if (additional) rules[index] = String(additional[1])
    else if (state !== undefined && !/\bSH\b/.test(rule)) {
      rules.splice(index, 1, ...(weekdays.length > 0 ? [`${weekdays.join(',')} ${state}`] : []))
    }
    if (!closes(rules[index] ?? 'off')) break
  }
  return { text: rules.join('; '), closesOnHolidays }
}

/** One rule that only closes, with nothing that opens put beside it. */
function closes(rule: string): boolean {
  return /(^| )(off|closed)$/.test(rule) && !/, |\|\|/.test(rule)
}
