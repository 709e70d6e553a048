/** How a due instant comes about: the business time of each date that counts until then, or the business dates. */
import type { OpenDay } from '../clock/business-clock.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import { msOfDay, printPlainDate } from '../time/plain-date.ts'
import { intersect, type Span, subtract, union } from '../time/span.ts'
import type { RuleName } from './explanation.ts'

/** **Units** epoch milliseconds. */
export interface Reckoned {
  readonly dueAt: number
  readonly rule: RuleName
  readonly days: readonly OpenDay[] | null
  /** Some pause moved it. */
  readonly isMoved: boolean
  /** It fell into closed time, and was moved to the next opening. */
  readonly isRolled: boolean
}

const mostDates = 1000

/**
 * Returns how the due instant of a clock comes about; `null` where it has none.
 *
 * **Edges** the list of dates is left out where it would have more than a thousand. **Source** [T3], [T5], [C3].
 */
export function reckoningOf(clock: ClockRecord): Reckoned | null {
  const { dueAt, rawDueAt, startedAt, goal, measure, pauses } = clock
  if (dueAt !== dueAt || (clock.isPaused && !clock.isBreached)) return null
  const { target } = goal
  const open = measure.clock.spans(startedAt, dueAt)
  const paused = union((pauses ?? []).map(({ from, to }): Span => [from, to === to ? to : dueAt]))
  const counted = subtract(open, paused)
  return {
    dueAt,
    rule: target.kind === 'duration' ? 'T5' : target.kind === 'businessDays' ? 'T9' : 'T3',
    days:
      target.kind === 'duration'
        ? byDate(clock, counted)
        : target.kind === 'businessDays'
          ? businessDates(clock, target.days)
          : null,
    isMoved: target.kind !== 'dueFrom' && intersect(open, paused).length > 0,
    isRolled: dueAt !== rawDueAt,
  }
}

/** Returns the time of each date that holds some of it. */
function byDate({ measure }: ClockRecord, spans: readonly Span[]): OpenDay[] | null {
  const days = new Map<string, number>()
  for (const [from, to] of spans) {
    if (days.size > mostDates || to - from > mostDates * msOfDay) return null
    for (const { date, openMs } of measure.clock.byDate(from, to)) {
      if (openMs > 0) days.set(date, (days.get(date) ?? 0) + openMs)
    }
  }
  return [...days].map(([date, openMs]) => ({ date, openMs }))
}

/** Returns the dates that `businessDays` counts, the last of them being the one on which the clock was due before any pause. */
function businessDates({ measure, startedAt }: ClockRecord, days: number): OpenDay[] | null {
  if (days > mostDates) return null
  const { clock } = measure
  return Array.from({ length: days }, (_, index) => {
    const day = Math.floor(clock.zone.localAt(clock.addBusinessDays(startedAt, index + 1)) / msOfDay)
    return { date: printPlainDate(day), openMs: 0 }
  })
}
