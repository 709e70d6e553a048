/** Instants and amounts of time as people say them, in a zone that is named and never the host's. */
import type { Zone } from '../clock/zone.ts'
import { civilOf, msOfDay, weekdayOf } from '../time/plain-date.ts'

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Returns `Tue 7 Apr 2026 10:30`, with seconds where they are not zero: rounding is for people only, and never hides a late second. [T10] */
export function wallTime(zone: Zone, at: number): string {
  const local = zone.localAt(at)
  const dayNumber = Math.floor(local / msOfDay)
  const { year, month, day } = civilOf(dayNumber)
  const seconds = Math.floor((local - dayNumber * msOfDay) / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${seconds % 60 ? `:${two(seconds % 60)}` : ''}`
  return `${weekdayNames[weekdayOf(dayNumber)]} ${day} ${monthNames[month - 1]} ${year} ${time}`
}

/** Returns `2 h 30 min`, `45 s` or `0 s`; parts of a second are cut off. **Units** milliseconds. */
export function amountOfTime(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const parts: string[] = []
  if (seconds >= 3600) parts.push(`${Math.floor(seconds / 3600)} h`)
  if (seconds % 3600 >= 60) parts.push(`${Math.floor((seconds % 3600) / 60)} min`)
  if (seconds % 60 > 0 && seconds < 3600) parts.push(`${seconds % 60} s`)
  return `${ms < 0 ? '-' : ''}${parts.length === 0 ? '0 s' : parts.join(' ')}`
}
