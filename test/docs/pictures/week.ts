/** A week in which the clocks skip an hour: every row is a day as long as it really is, every bar a span of the clock. */
import { type BusinessClock, businessClock, type Zone } from '../../../src/clock.ts'
import { dayOf } from '../../../src/time/plain-date.ts'
import { bar, picture, upright, words } from './svg.ts'
import { dateInWords, everyHour, hours, midnight, msOfHour, wallTime, wallTimeBefore } from './wall.ts'

const day = ['09:00-17:00']
/** The calendar of the pictures: office hours, and night shifts on Friday and Saturday. */
export const berlin = businessClock({
  timeZone: 'Europe/Berlin',
  week: { mon: day, tue: day, wed: day, thu: day, fri: ['09:00-17:00', '22:00-06:00'], sat: ['22:00-06:00'] },
})

const [left, top, perHour, rowHeight, barHeight] = [88, 104, 27, 36, 22]
const width = 840
const right = width - 24
/** The words over the day of the change need room. */
const roomForWords = 16

/** Returns the picture of the week of 23 to 29 March 2026. */
export function weekPicture(): string {
  const monday = dayOf(2026, 3, 23)
  const days = Array.from({ length: 7 }, (_, index) => monday + index)
  const total = hours(berlin.between(midnight(berlin.zone, monday), midnight(berlin.zone, monday + 7)))
  const end = top + 7 * rowHeight + roomForWords
  const shapes = [
    words('A week in which the clocks skip an hour', { x: 24, y: 36, look: 'title' }),
    words('Berlin, 23 to 29 March 2026. Open 09:00–17:00 on weekdays, and 22:00–06:00 from Friday and from Saturday.', {
      x: 24,
      y: 58,
      look: 'quiet',
    }),
    ...wallRuler(),
    words('open', { x: right, y: top - 10, look: 'small', anchor: 'end' }),
    ...days.flatMap((date, row) => dayRow(berlin, date, top + row * rowHeight + (row === 6 ? roomForWords : 0))),
    words(total, { x: right, y: end + 40, look: 'strong', anchor: 'end' }),
    words('The length of a bar is real time: the night shift of Friday lasts 8 hours, that of Saturday 7.', {
      x: left,
      y: end + 40,
      look: 'quiet',
    }),
  ]
  const description =
    'Seven rows, one a day. Monday to Friday are open from 09:00 to 17:00, 8 hours each. Shifts from 22:00 to 06:00 start on ' +
    'Friday and on Saturday. The row of Sunday is 23 hours long, because the clocks go from 02:00 to 03:00, so that the shift ' +
    'of Saturday has 5 hours after midnight and not 6.'
  return picture({ width, height: end + 66, title: 'A week in which the clocks skip an hour', description }, shapes)
}

function wallRuler(): string[] {
  return [0, 3, 6, 9, 12, 15, 18, 21, 24].flatMap((hour) => [
    words(`${String(hour).padStart(2, '0')}:00`, { x: left + hour * perHour, y: top - 10, look: 'small', anchor: 'middle' }),
  ])
}

function dayRow({ zone, spans, between }: BusinessClock, date: number, y: number): string[] {
  const [from, to] = [midnight(zone, date), midnight(zone, date + 1)]
  const x = (at: number): number => left + ((at - from) / msOfHour) * perHour
  const turn = zone.transitions(from, to)[0]?.at
  const shapes = [
    words(dateInWords(date), { x: 24, y: y + 16, look: turn === undefined ? 'text' : 'strong' }),
    bar({ x: left, y, width: x(to) - left, height: barHeight }, 'track'),
    ...everyHour(from, to)
      .slice(1, -1)
      .map((at) => upright(x(at), y + barHeight - 4, y + barHeight, 'tick')),
  ]
  for (const [open, close] of spans(from, to)) {
    const isNight = open === from || close === to
    const round = { left: open !== from, right: close !== to }
    shapes.push(bar({ x: x(open), y, width: x(close) - x(open), height: barHeight }, isNight ? 'night' : 'day', round))
    const isCut = turn !== undefined && open < turn && turn < close
    const middle = (x(isCut ? turn : open) + x(close)) / 2
    shapes.push(words(hours(close - open), { x: middle, y: y + 16, look: 'in', anchor: 'middle' }))
  }
  shapes.push(words(hours(between(from, to)), { x: right, y: y + 16, look: 'text', anchor: 'end' }))
  if (turn !== undefined) shapes.push(...ownRuler(zone, [from, turn, to], x, y))
  return shapes
}

/** The day of the change reads other times at the same places, so it has a ruler of its own. */
function ownRuler(
  zone: Zone,
  [from, turn, to]: readonly [number, number, number],
  x: (at: number) => number,
  y: number,
): string[] {
  const marks = everyHour(from, to).filter((at) => Number(wallTime(zone, at).slice(0, 2)) % 3 === 0)
  return [
    words(`${wallTimeBefore(zone, turn)} → ${wallTime(zone, turn)}`, { x: x(turn), y: y - 9, look: 'turn', anchor: 'middle' }),
    upright(x(turn), y - 5, y + barHeight + 4, 'edge'),
    ...marks.map((at) =>
      words(at === to ? '24:00' : wallTime(zone, at), { x: x(at), y: y + barHeight + 15, look: 'small', anchor: 'middle' }),
    ),
    words(`a day of ${hours(to - from)}`, { x: x(to) - 10, y: y + 15, look: 'turn', anchor: 'end' }),
  ]
}
