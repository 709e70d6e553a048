/** Amounts of time and instants in words. */
import { stepOf } from './row.ts'

const time = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' })

/** Returns `1 h 05 min`, or `4 min 09 s` under an hour. What is left is rounded up, and what is over down. */
export function amount(ms: number): string {
  const step = stepOf(ms)
  const size = Math.abs(Math.ceil(ms / step) * step)
  const [hours, minutes, seconds] = [Math.floor(size / 3_600_000), Math.floor(size / 60_000) % 60, Math.floor(size / 1000) % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  if (hours > 0) return `${hours} h ${two(minutes)} min`
  return minutes > 0 ? `${minutes} min ${two(seconds)} s` : `${seconds} s`
}

export function weekdayAndTime(at: number): string {
  return time.format(at)
}
