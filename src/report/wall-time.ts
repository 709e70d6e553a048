/** Instants and amounts of time as people say them, in a zone that is named and never the host's. */
import type { Zone } from '../clock/zone.ts'
import { civilOf, msOfDay, weekdayOf } from '../time/plain-date.ts'

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Returns `Tue 7 Apr 2026 10:30`, with seconds and thousandths where they are not zero, so that nothing late looks in time. [T10] */
export function wallTime(zone: Zone, at: number): string {
  const local = zone.localAt(at)
  const dayNumber = Math.floor(local / msOfDay)
  const { year, month, day } = civilOf(dayNumber)
  const ms = local - dayNumber * msOfDay
  const two = (number: number) => String(number).padStart(2, '0')
  const time = `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}`
  const seconds = ms % 60_000 === 0 ? '' : `:${secondsOf(ms % 60_000, 2)}`
  return `${weekdayNames[weekdayOf(dayNumber)]} ${day} ${monthNames[month - 1]} ${year} ${time}${seconds}`
}

/** Returns `2 h 30 min`, `45 s` or `0 s`, exact to the thousandth. **Units** milliseconds. */
export function amountOfTime(ms: number): string {
  const whole = Math.abs(ms)
  const parts: string[] = []
  if (whole >= 3_600_000) parts.push(`${Math.floor(whole / 3_600_000)} h`)
  if (whole % 3_600_000 >= 60_000) parts.push(`${Math.floor((whole % 3_600_000) / 60_000)} min`)
  if (whole % 60_000 > 0) parts.push(`${secondsOf(whole % 60_000, 1)} s`)
  return `${ms < 0 ? '-' : ''}${parts.length === 0 ? '0 s' : parts.join(' ')}`
}

function secondsOf(ms: number, digits: number): string {
  const seconds = String(Math.floor(ms / 1000)).padStart(digits, '0')
  return ms % 1000 === 0 ? seconds : `${seconds}.${String(ms % 1000).padStart(3, '0')}`
}
