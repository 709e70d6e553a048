/** How long a promise may take, in words. */
import type { TargetDocument } from '../agreement/clause-document.ts'
import { parseDuration } from '../time/duration.ts'
import { msOfDay } from '../time/plain-date.ts'
import { pathInWords } from './condition-in-words.ts'
import type { Pen } from './pen.ts'
import type { Phrase } from './text/phrase.ts'

/** Returns `within 4 hours`, `by the end of the next business day`. */
export function targetInWords(target: TargetDocument, pen: Pen): Phrase {
  const { time: words } = pen.words
  const { figures } = pen
  if (typeof target === 'string') return words.within(figures.amount(msOf(target)))
  if ('businessDays' in target) return words.withinDays(figures.number(target.businessDays), target.businessDays)
  if ('endOfBusinessDay' in target) return words.byEndOfDay(figures.number(target.endOfBusinessDay), target.endOfBusinessDay)
  return words.byFact(pathInWords(target.dueFrom.fact, target.dueFrom.path, pen))
}

/** Returns what counts for the target, as it stands behind it: `in the opening hours of Berlin`; nothing where a fact decides. */
export function clockInWords(target: TargetDocument | null, clock: string, pen: Pen): Phrase {
  const { time: words } = pen.words
  const isAlways = clock === 'always'
  if (target === null || typeof target === 'string')
    return isAlways ? words.aroundTheClock : words.onCalendar(pen.calendar(clock))
  if ('dueFrom' in target) return ''
  return isAlways ? words.everyDay : words.daysOf(pen.calendar(clock))
}

/** Returns an amount of time on the wall: in days where it is whole days. */
export function spanInWords(duration: string, pen: Pen): Phrase {
  const ms = msOf(duration)
  const days = ms / msOfDay
  return Number.isInteger(days) && days > 0 ? pen.words.time.days(pen.figures.number(days), days) : pen.figures.amount(ms)
}

/** **Units** milliseconds; the document has been checked. */
export function msOf(duration: string): number {
  const parsed = parseDuration(duration)
  return parsed.ok ? parsed.value : 0
}
