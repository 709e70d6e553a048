/** The clock of a calendar, made once for all calendars of equal content. */
import { valueOf } from '../errors.ts'
import type { BusinessClock } from './business-clock.ts'
import type { Calendar } from './calendar.ts'
import type { AnyCalendarDocument } from './calendar-document.ts'
import { dateQuestions } from './date-questions.ts'
import { horizonOf } from './horizon.ts'
import { parseCalendar } from './parse-calendar.ts'
import { timeQuestions } from './time-questions.ts'
import { Timeline } from './timeline.ts'

const clocks = new Map<string, BusinessClock>()
const mostClocks = 256

/**
 * Returns the clock of a calendar. Calendars of equal content share one clock, so that calling it again costs the reading
 * of the document and no more.
 *
 * **Errors** throws `LeadSlaError` with every mistake of the document; `parseCalendar` returns them instead.
 *
 * @example
 * const berlin = businessClock({ timeZone: 'Europe/Berlin', week: { fri: ['09:00-17:00'], mon: ['09:00-17:00'] } })
 * new Date(berlin.after('2026-04-10T16:00:00+02:00', 2 * 3_600_000)).toISOString() //=> '2026-04-13T08:00:00.000Z'
 */
export function businessClock(document: AnyCalendarDocument): BusinessClock {
  return clockOf(valueOf(parseCalendar(document)))
}

/** Returns the clock of a checked calendar. */
export function clockOf(calendar: Calendar): BusinessClock {
  let clock = clocks.get(calendar.content)
  if (!clock) {
    if (clocks.size >= mostClocks) clocks.delete(clocks.keys().next().value as string)
    clock = makeClock(calendar)
    clocks.set(calendar.content, clock)
  }
  return clock
}

function makeClock(calendar: Calendar): BusinessClock {
  const timeline = new Timeline(calendar)
  const time = timeQuestions(timeline)
  return { zone: calendar.zone, horizon: horizonOf(calendar), ...time, ...dateQuestions(calendar, timeline, time) }
}
