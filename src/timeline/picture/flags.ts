/** The marks that have words, above the chart; what finds no room there is a dot in the lane below it, and is counted. */
import { readInstant } from '../../time/instant.ts'
import { rankOf } from '../mark-rank.ts'
import type { TimelineMark } from '../timeline-shape.ts'
import { fitted, textWidth } from './glyph-width.ts'
import { type Ground, type Part, smallText, usualText } from './ground.ts'
import { type Label, type Placed, placeLabels } from './label-layout.ts'
import { element, isolated, num, textAt } from './svg.ts'
import { symbolOf } from './symbols.ts'

interface Flag extends Label {
  readonly mark: TimelineMark
  readonly title: string
  readonly detail: string
}

const rowHeight = 34
/** Between the lowest words and the chart, where the signs are. */
const foot = 20

export interface Flags extends Part {
  /** What has no words there, for the lane below. */
  readonly left: readonly TimelineMark[]
}

/** Returns the flags, which end at the top of the chart; `chartHeight` is how far the lines go on through it. */
export function flagsOf(ground: Ground, chartHeight: number): Flags {
  const { timeline, left, right, isNarrow } = ground
  const most = Math.max(3, Math.floor((right - left) / (isNarrow ? 48 : 62)))
  const ranked = timeline.marks.map((mark, index) => ({ mark, rank: rankOf(mark, index) })).sort((a, b) => b.rank - a.rank)
  const chosen = ranked.slice(0, most).map(({ mark, rank }) => flagOf(ground, mark, rank))
  const room = { left, right, rows: isNarrow ? 9 : 7, gap: 8 }
  const { placed } = placeLabels(chosen, room)
  const rows = placed.reduce((sum, { row }) => Math.max(sum, row + 1), 0)
  const height = rows * rowHeight + foot
  const svg = placed.map((flag) => drawn(flag, height, chartHeight)).join('')
  const spoken = new Set(placed.map(({ label }) => label.mark))
  const signs = placed.map(({ label }) => symbolOf(label.mark.what, label.x, height - 7)).join('')
  return {
    svg: svg + signs,
    height,
    left: timeline.marks.filter((mark) => !spoken.has(mark)),
  }
}

function flagOf({ telling, xOf, isNarrow, left, right }: Ground, mark: TimelineMark, rank: number): Flag {
  const widest = Math.min(isNarrow ? 190 : 240, right - left - 8)
  const told = telling.mark(mark)
  const title = fitted(told.title, widest, usualText, true)
  const detail = fitted(told.detail, widest, smallText)
  const width = Math.max(textWidth(title, usualText, true), textWidth(detail, smallText)) + 4
  return { mark, title, detail, width, rank, x: xOf(readInstant(mark.at)) }
}

function drawn({ label, left, row }: Placed<Flag>, height: number, chartHeight: number): string {
  const { mark, title, detail, x, width } = label
  const top = height - foot - (row + 1) * rowHeight
  const isThrough = mark.what === 'due' || mark.what === 'now' || mark.what === 'stopped' || mark.what === 'cancelled'
  const line = element('path', {
    class: `leader ${mark.what}`,
    d: `M${num(x)} ${num(top + 30)}V${num(isThrough ? height + chartHeight : height)}`,
  })
  // The foot of the words reaches to their line, also where they were moved aside.
  const shelf = element('path', {
    class: `leader ${mark.what}`,
    d: `M${num(Math.min(x, left))} ${num(top + 30)}H${num(Math.max(x, left + width))}`,
  })
  const look = mark.isAhead ? ' ahead' : ''
  return (
    line +
    shelf +
    textAt(left + 2, top + 12, title, { class: `usual strong${look}` }) +
    textAt(left + 2, top + 25, isolated(detail), { class: `small quiet${look}` })
  )
}

const dotsHeight = 22
/** A number has this much room at least, and signs that are closer than the other are a number. **Units** pixels. */
const [leastCell, leastApart] = [40, 11]

interface Dot {
  readonly what: TimelineMark['what']
  readonly x: number
}

/** Returns the lane of the marks without words: a sign for each, or how many there are where they would stand on each other. */
export function dotsOf({ xOf, left, right }: Ground, marks: readonly TimelineMark[]): Part {
  if (marks.length === 0) return { svg: '', height: 0 }
  const count = Math.floor((right - left) / leastCell)
  const width = (right - left) / count
  const cells = new Map<number, Dot[]>()
  for (const { at, what } of marks) {
    const x = xOf(readInstant(at))
    const cell = Math.min(count - 1, Math.floor((x - left) / width))
    const dots = cells.get(cell)
    if (dots) dots.push({ what, x })
    else cells.set(cell, [{ what, x }])
  }
  const svg = [...cells].map(([cell, dots]) => cellOf(dots, left + cell * width, width))
  return { svg: svg.join(''), height: dotsHeight }
}

function cellOf(dots: readonly Dot[], start: number, cellWidth: number): string {
  const isClear = dots.every(({ x }, index) => index === 0 || x - (dots[index - 1]?.x ?? 0) >= leastApart)
  if (isClear) return dots.map(({ what, x }) => symbolOf(what, x, 11)).join('')
  const text = dots.length > 999 ? '+999' : `+${dots.length}`
  const width = textWidth(text, 10) + 6
  const middle = ((dots[0]?.x ?? start) + (dots.at(-1)?.x ?? start)) / 2
  const x = Math.min(Math.max(middle, start + width / 2), start + cellWidth - width / 2)
  return (
    element('rect', { class: 'bubble', x: x - width / 2, y: 4, width, height: 14, rx: 7 }) +
    textAt(x, 14.5, text, { class: 'tiny', 'text-anchor': 'middle' })
  )
}
