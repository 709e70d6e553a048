/** Three nights of the same shift: a cell is a real hour, and the wall time stands at its edges. */
import type { Zone } from '../../../src/clock.ts'
import { dayOf } from '../../../src/time/plain-date.ts'
import { bar, picture, upright, words } from './svg.ts'
import { dateInWords, everyHour, hours, midnight, msOfHour, wallTime, wallTimeBefore } from './wall.ts'
import { berlin } from './week.ts'

const [left, top, perHour, rowHeight, barHeight] = [178, 100, 63, 96, 34]
const width = 840

const nights = [
  { name: 'A usual night', month: 'March 2026', day: dayOf(2026, 3, 27) },
  { name: 'Spring', month: 'March 2026', day: dayOf(2026, 3, 28) },
  { name: 'Autumn', month: 'October 2026', day: dayOf(2026, 10, 24) },
]

/** Returns the picture of the shifts that start at 22:00 on a usual night and on the two nights of the change. */
export function nightsPicture(): string {
  const end = top + nights.length * rowHeight
  const shapes = [
    words('22:00–06:00 on three nights', { x: 24, y: 36, look: 'title' }),
    words('Every cell is an hour of real time; the numbers are what a clock on the wall in Berlin reads.', {
      x: 24,
      y: 58,
      look: 'quiet',
    }),
    ...nights.flatMap((night, row) => nightRow(night, top + row * rowHeight)),
  ]
  const description =
    'Three bars of cells, a cell an hour. The usual night has 8 cells from 22:00 to 06:00. The night of 28 March 2026 has 7: ' +
    'after 02:00 comes 03:00. The night of 24 October 2026 has 9: the hour from 02:00 to 03:00 comes twice.'
  return picture({ width, height: end - 12, title: '22:00–06:00 on three nights', description }, shapes)
}

function nightRow({ name, month, day }: (typeof nights)[number], y: number): string[] {
  const { zone } = berlin
  const evening = midnight(zone, day) + 18 * msOfHour
  const [from, to] = berlin.spans(evening, evening + 18 * msOfHour)[0] ?? [0, 0]
  const x = (at: number): number => left + ((at - from) / msOfHour) * perHour
  const every = everyHour(from, to)
  return [
    words(name, { x: 24, y: y + 15, look: 'strong' }),
    words(`from ${dateInWords(day)} ${month}`, { x: 24, y: y + 31, look: 'small' }),
    bar({ x: left, y, width: x(to) - left, height: barHeight }, 'night'),
    ...every.slice(1, -1).map((at) => upright(x(at), y, y + barHeight, 'cut')),
    ...zone.transitions(from, to).flatMap(({ at }) => change(zone, at, x, y)),
    ...every.map((at) => words(wallTime(zone, at), { x: x(at), y: y + barHeight + 18, look: 'small', anchor: 'middle' })),
    words(hours(to - from), { x: x(to) + 14, y: y + 22, look: 'strong' }),
  ]
}

/** The hour that comes twice, or the place where one is missing. */
function change(zone: Zone, turn: number, x: (at: number) => number, y: number): string[] {
  const [before, after] = [wallTimeBefore(zone, turn), wallTime(zone, turn)]
  const isRepeated = after < before
  const text = isRepeated ? `the clocks go back from ${before} to ${after}` : `the clocks skip from ${before} to ${after}`
  const cell = { x: x(turn), y, width: perHour, height: barHeight }
  return [
    ...(isRepeated ? [bar(cell, 'again', { left: false, right: false })] : []),
    ...(isRepeated ? [words('again', { x: cell.x + perHour / 2, y: y + 21, look: 'in-small', anchor: 'middle' })] : []),
    words(text, { x: cell.x, y: y - 11, look: 'turn', anchor: 'middle' }),
    upright(cell.x, y - 6, y + barHeight + 4, 'edge'),
  ]
}
