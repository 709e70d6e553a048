/** How long a promise may take, in words. */
import type { TargetDocument, TimedClauseDocument } from '../agreement/clause-document.ts'
import { parseDuration } from '../time/duration.ts'
import { msOfDay } from '../time/plain-date.ts'
import { pathInWords } from './condition-in-words.ts'
import type { Pen } from './pen.ts'
import type { Phrase } from './text/phrase.ts'
import type { Follows } from './words/clock-words.ts'

/** Returns `within 4 hours`, `by the end of the next business day`. */
export function targetInWords(target: TargetDocument, pen: Pen, clock = ''): Phrase {
  const { time: words } = pen.words
  const { figures } = pen
  if (typeof target === 'string') {
    // Only around the clock a day is 24 hours; and one day of them is said as what it is.
    const isLong = clock === 'always' && msOf(target) >= 2 * msOfDay
    return words.within(isLong ? spanInWords(target, pen) : figures.amount(msOf(target)))
  }
  if ('businessDays' in target) return words.withinDays(figures.number(target.businessDays), target.businessDays)
  if ('endOfBusinessDay' in target) return words.byEndOfDay(figures.number(target.endOfBusinessDay), target.endOfBusinessDay)
  return words.byFact(pathInWords(target.dueFrom.fact, target.dueFrom.path, pen))
}

/** What a promise is counted on: its calendar, and whose counts instead. */
type Counting = Pick<TimedClauseDocument, 'clock' | 'clockFollows'>

/** Returns the clause's own calendar, `null` for the clock that never stops. */
export function ownCalendar({ clock }: Counting, pen: Pen): Phrase | null {
  return clock === 'always' ? null : pen.calendar(clock)
}

/** Returns what counts for the target, as it stands behind it: `in the opening hours of Berlin`; nothing where a fact decides. */
export function clockInWords(target: TargetDocument | null, counting: Counting, pen: Pen): Phrase {
  const { time: words, clock } = pen.words
  const calendar = ownCalendar(counting, pen)
  const follows = followedIn(counting)
  if (target === null || typeof target === 'string') {
    if (follows !== null) return clock.hoursOf(follows, calendar ?? '')
    return calendar === null ? words.aroundTheClock : words.onCalendar(calendar)
  }
  if ('dueFrom' in target) return ''
  if (counting.clockFollows !== undefined) return clock.daysOf(counting.clockFollows, calendar)
  return calendar === null ? words.everyDay : words.daysOf(calendar)
}

/** Returns how the hours are counted, beside an amount or a list of times: `counted in the opening hours of Berlin`. */
export function countedInWords(counting: Counting, pen: Pen): Phrase {
  const { time: words, clock } = pen.words
  const calendar = ownCalendar(counting, pen)
  const follows = followedIn(counting)
  return follows === null ? words.counted(calendar) : clock.counted(follows, calendar ?? '')
}

/** Whose hours count. Those of a clock that never stops are the same in every zone. */
function followedIn({ clock, clockFollows }: Counting): Follows | null {
  return clockFollows === undefined || (clock === 'always' && clockFollows === 'lead') ? null : clockFollows
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
