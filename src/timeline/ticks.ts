/** Where an axis on the wall has its hours and its dates, in pixels as in the columns of a terminal. */
import { readInstant } from '../time/instant.ts'
import { civilOf, dayOf, msOfDay } from '../time/plain-date.ts'
import type { Piece } from './scale.ts'
import type { Telling } from './telling.ts'
import type { Timeline } from './timeline-shape.ts'

/** What an axis is drawn on. */
export interface AxisFrame {
  readonly timeline: Timeline
  readonly telling: Telling
  readonly pieces: readonly Piece[]
  readonly left: number
  readonly right: number
  xOf(at: number): number
}

/** How wide texts are on it, and how far they stay apart. */
export interface AxisLetters {
  readonly gap: number
  widthOf(text: string, isBold: boolean): number
}

export interface Tick {
  readonly x: number
  readonly text: string
}

const minuteMs = 60_000
/** Between two ticks, in minutes. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720]

/** Returns whole hours of the wall, or parts of them, as close as they can be read; each is centred on its place. */
export function hourTicks({ pieces, xOf, telling, left, right }: AxisFrame, { gap, widthOf }: AxisLetters): Tick[] {
  const ticks: Tick[] = []
  const width = widthOf('00:00', false)
  let free = left - 2
  for (const { from, to, isFolded } of pieces) {
    const perMs = (xOf(to) - xOf(from)) / (to - from)
    const step = isFolded ? undefined : steps.find((minutes) => minutes * minuteMs * perMs >= width + gap)
    if (step === undefined) continue
    const stepMs = step * minuteMs
    // Aligned with the wall, not with the instants of UTC; a change of the clocks may bring a time twice or not at all.
    for (let local = Math.ceil(telling.localAt(from) / stepMs) * stepMs; ; local += stepMs) {
      const at = telling.instantOfLocal(local)
      if (at > to) break
      if (at < from || telling.localAt(at) !== local) continue
      const x = xOf(at)
      if (x - width / 2 < free || x + width / 2 > right + 2) continue
      ticks.push({ x, text: telling.time(at) })
      free = x + width / 2 + gap
    }
  }
  return ticks
}

export interface DateTick extends Tick {
  /** Where its text begins. */
  readonly start: number
}

/** Returns dates of which something is drawn to scale; of those that would stand on each other the first. */
export function dateTicks(frame: AxisFrame, { gap, widthOf }: AxisLetters, indent: number): DateTick[] {
  const { timeline, left, right } = frame
  const dates = timeline.days.length === 0 ? longDates(frame, widthOf('0000', true) + gap) : shownDates(frame)
  const ticks: DateTick[] = []
  let free = left - 1
  for (const { x, text } of dates) {
    const width = widthOf(text, true)
    const start = Math.min(Math.max(x + indent, left), right - width)
    if (start < free) continue
    ticks.push({ x, start, text })
    free = start + width + gap
  }
  return ticks
}

function shownDates({ timeline, pieces, telling, xOf }: AxisFrame): Tick[] {
  const ticks: Tick[] = []
  const [first, last] = [readInstant(timeline.from), readInstant(timeline.to)]
  let index = 0
  for (const [position, { date, from }] of timeline.days.entries()) {
    const start = Math.max(first, readInstant(from))
    const end = Math.min(last, readInstant(timeline.days[position + 1]?.from ?? timeline.to))
    while (index < pieces.length - 1 && (pieces[index]?.to ?? 0) <= start) index++
    const seen = pieces.slice(index).find((piece) => !piece.isFolded && piece.to > start)
    if (!seen || (seen.from >= end && end > start)) continue
    ticks.push({ x: xOf(Math.max(start, seen.from)), text: telling.date(date) })
  }
  return ticks
}

/** For years: the first days of years, of every second, fifth, … as close as they can be read. */
function longDates({ timeline, telling, xOf, left, right }: AxisFrame, room: number): Tick[] {
  const [from, to] = [readInstant(timeline.from), readInstant(timeline.to)]
  const yearOf = (at: number) => civilOf(Math.floor(telling.localAt(at) / msOfDay)).year
  const [first, last] = [yearOf(from), yearOf(to)]
  const most = Math.max(1, Math.floor((right - left) / room))
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((years) => (last - first) / years <= most) ?? 10_000
  const ticks: Tick[] = []
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const at = telling.instantOfLocal(dayOf(year, 1, 1) * msOfDay)
    if (at >= from && at <= to) ticks.push({ x: xOf(at), text: String(year) })
  }
  return ticks.length > 0 ? ticks : [{ x: xOf(from), text: String(first) }]
}
