/** Stretches of open time on a wall clock, written as the windows of the days on which they start. */
import type { Span } from '../time/span.ts'

export const minutesOfDay = 1440

/**
 * Returns the windows of each day on which a stretch starts.
 *
 * **Units** the stretches are in minutes since the midnight of day 0.
 * **Edges** a stretch of less than 24 hours that runs over midnight is one shift of the day on which it starts; a longer one
 * is cut at every midnight.
 *
 * @example
 * windowsByDay([[540, 1020], [1320, 1800]]) //=> new Map([[0, ['09:00-17:00', '22:00-06:00']]])
 */
export function windowsByDay(stretches: readonly Span[]): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const [from, to] of stretches) {
    let open = from
    while (open < to) {
      const day = Math.floor(open / minutesOfDay)
      const close = to - open < minutesOfDay ? to : Math.min(to, (day + 1) * minutesOfDay)
      const windows = found.get(day) ?? []
      windows.push(printWindow(open - day * minutesOfDay, close - day * minutesOfDay))
      found.set(day, windows)
      open = close
    }
  }
  return found
}

/** Returns a window such as `22:00-06:00`. **Units** minutes since midnight; a close past 1440 lies on the next day. */
export function printWindow(open: number, close: number): string {
  return `${printTime(open)}-${printTime(close > minutesOfDay ? close - minutesOfDay : close)}`
}

function printTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
