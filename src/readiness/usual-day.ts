/** What a calendar is like on a usual business day, and how far apart its time lies on the wall: four weeks of it stand for all. */
import type { Agreement } from '../agreement/agreement.ts'
import type { Target } from '../agreement/target.ts'
import type { BusinessClock } from '../clock/business-clock.ts'
import { LeadSlaError } from '../errors.ts'
import { msOfDay } from '../time/plain-date.ts'

/** Four weeks from a Monday, where the agreement names no beginning. **Units** epoch milliseconds. */
const someMonday = Date.UTC(2026, 0, 5)
const fourWeeksMs = 28 * msOfDay

/** Returns the instant from which four weeks are looked at: the agreement's beginning, within what the calendar knows. */
function lookFrom({ effective }: Agreement, { horizon }: BusinessClock): number {
  const wanted = Number.isFinite(effective.from) ? effective.from : someMonday
  return Math.max(horizon[0], Math.min(wanted, horizon[1] - fourWeeksMs))
}

/** Returns the open time of the usual business day, `null` for a clock that never closes. **Units** milliseconds. */
export function usualDayMs(agreement: Agreement, clock: BusinessClock): number | null {
  return asked(() => {
    const from = lookFrom(agreement, clock)
    if (clock.nextClose(from) === null) return null
    const days = clock.byDate(from, from + fourWeeksMs).flatMap(({ openMs }) => (openMs > 0 ? [openMs] : []))
    days.sort((a, b) => a - b)
    return days[Math.floor(days.length / 2)] ?? null
  })
}

/** Returns the longest time on the wall from a start to its due instant, over starts of four weeks; `null` where there is none. */
export function longestWallMs(agreement: Agreement, clock: BusinessClock, target: Target): number | null {
  if (target.kind === 'dueFrom') return null
  return asked(() => {
    const from = lookFrom(agreement, clock)
    let longest = 0
    for (let start = from; start < from + fourWeeksMs; start += 6 * 3_600_000) {
      const due =
        target.kind === 'duration'
          ? clock.after(start, target.ms)
          : target.kind === 'businessDays'
            ? clock.addBusinessDays(start, target.days, 'forward')
            : clock.endOfBusinessDay(start, target.days)
      longest = Math.max(longest, due - start)
    }
    return longest
  })
}

/** Returns the answer of a calendar, or `null` where it knows none: no opening is left in the years of its holidays. */
export function asked<Answer>(ask: () => Answer): Answer | null {
  try {
    return ask()
  } catch (error) {
    if (error instanceof LeadSlaError) return null
    throw error
  }
}
