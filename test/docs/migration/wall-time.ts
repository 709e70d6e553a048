/** An instant as the page writes it: the weekday, the date and the time on a wall in the zone. */
import type { Zone } from '../../../src/clock.ts'
import { printInstant } from '../../../src/time/instant.ts'
import { msOfDay, type Weekday, weekdayOf, weekdays } from '../../../src/time/plain-date.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Returns an instant as `Mon 13 Apr 10:00`, with seconds where there are some. */
export function wallTimeInWords(zone: Zone, at: number): string {
  const local = zone.localAt(at)
  const weekday = weekdays[weekdayOf(Math.floor(local / msOfDay))] as Weekday
  const text = printInstant(local)
  const time = text.slice(17, 19) === '00' ? text.slice(11, 16) : text.slice(11, 19)
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${Number(text.slice(8, 10))} ${months[Number(text.slice(5, 7)) - 1]} ${time}`
}
