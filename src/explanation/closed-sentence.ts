/** Why a span was closed, in a sentence that joins the dates of each reason. */
import type { ClosedWhy, RuleName } from './explanation.ts'
import type { StorySpan } from './story.ts'
import type { Teller } from './teller.ts'

/** Of a longer list of dates the others are counted. */
const mostDates = 4

/** The rule by which each reason closes. */
export const ruleOfClosing: { readonly [Why in ClosedWhy]: RuleName } = {
  hours: 'T6',
  noHours: 'T6',
  holiday: 'T7',
  override: 'T7',
  closure: 'T7',
  excluded: 'T4',
}

/** Returns the sentence of a closed span. */
export function closedSentence({ from, to, closed }: StorySpan, teller: Teller): string {
  const { words } = teller
  const byReason = new Map<ClosedWhy, Map<string, string | null>>()
  for (const { why, date, name } of closed) {
    const dates = byReason.get(why) ?? new Map<string, string | null>()
    if (date !== null) dates.set(date, name)
    byReason.set(why, dates)
  }
  const reasons = [...byReason].map(([why, dates]) => words.closedBecause[why](datesInWords(dates, teller), dates.size))
  const rules = new Set([...byReason.keys()].map((why) => ruleOfClosing[why]).sort())
  return teller.ruled(words.closed(teller.instant(from), teller.instant(to), reasons.join('; ')), ...rules)
}

function datesInWords(dates: ReadonlyMap<string, string | null>, teller: Teller): string {
  const { words } = teller
  const named = [...dates].slice(0, mostDates).map(([date, name]) => {
    const day = teller.shortDate(date)
    return name === null ? day : words.named(day, teller.name(name))
  })
  if (dates.size > mostDates) named.push(words.moreDates(dates.size - mostDates))
  return teller.list(named)
}
