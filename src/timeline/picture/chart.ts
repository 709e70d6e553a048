/** The used time as a hill that only grows where time counts, up to its target and beyond it. */
import { readInstant } from '../../time/instant.ts'
import { bandsOf, foldsOf, scaleBreaksOf } from './bands.ts'
import { fitted, textWidth } from './glyph-width.ts'
import { type Ground, type Part, smallText } from './ground.ts'
import { element, num, textAt } from './svg.ts'

interface Point {
  readonly at: number
  readonly usedMs: number
}

/** What is below the target keeps this share of the height, however far the clock has run over it. */
const leastBelow = 1 / 5
/** And above the target stays some room, so that its line is no edge. */
const headroom = 1.14

/** Returns the chart. */
export function chartOf(ground: Ground): Part {
  const { timeline, isNarrow, left, right } = ground
  const height = isNarrow ? 120 : 150
  const limit = timeline.usedAtDueMs ?? timeline.targetMs
  const points = pointsOf(ground)
  const ghost = ghostOf(ground)
  const yOf = heightScale(limit, Math.max(...[...points, ...ghost].map(({ usedMs }) => usedMs)), height)
  const last = points.at(-1)
  const below = hill(ground, points, (usedMs) => yOf(Math.min(usedMs, limit ?? usedMs)), height)
  const over =
    limit !== null && last && last.usedMs > limit
      ? hill(
          ground,
          points.filter(({ usedMs }) => usedMs >= limit),
          yOf,
          yOf(limit),
        )
      : ''
  const ghostLine = ghost.length < 2 ? '' : element('path', { class: 'ghost', d: line(ground, ghost, yOf) })
  const svg = [
    bandsOf(ground, 0, height),
    element('path', { class: 'used', d: below }),
    over === '' ? '' : element('path', { class: 'over', d: over }),
    over === '' ? '' : element('path', { d: over, fill: `url(#${ground.prefix}-over)` }),
    element('path', { class: 'edge', d: line(ground, points, yOf) }),
    ghostLine,
    foldsOf(ground, 0, height),
    plateausOf(ground, yOf, limit === null ? height : yOf(limit)),
    limit === null ? '' : targetLine(ground, yOf(limit), limit),
    element('path', { class: 'frame', d: `M${num(left)} ${height}H${num(right)}` }),
    ...scaleBreaksOf(ground).map((x) =>
      element('path', { class: 'break', d: `M${num(x - 5)} ${height + 4}l4-8M${num(x)} ${height + 4}l4-8` }),
    ),
  ]
  return { svg: svg.join(''), height }
}

/** Up to the limit the scale is one, and above it another where it would leave no room below. */
function heightScale(limit: number | null, mostMs: number, height: number): (usedMs: number) => number {
  const top = Math.max(mostMs, limit ?? 0, 1) * headroom
  if (limit === null || limit / top >= leastBelow || limit === 0) return (usedMs) => height - (usedMs / top) * height
  const at = height * (1 - leastBelow)
  return (usedMs) =>
    usedMs <= limit ? height - (usedMs / limit) * height * leastBelow : at - ((usedMs - limit) / (top - limit)) * at
}

/** Returns the corners of the hill, with the instant at which it crosses its limit. */
function pointsOf({ timeline, xOf }: Ground): Point[] {
  const due = timeline.dueAt === null ? Number.NaN : readInstant(timeline.dueAt)
  const corners = new Corners(xOf, { at: readInstant(timeline.from), usedMs: 0 })
  let usedMs = 0
  for (const { from, to, counts, ms } of timeline.spans) {
    const [start, end] = [readInstant(from), readInstant(to)]
    if (start < due && due < end) corners.add({ at: due, usedMs: counts ? usedMs + due - start : usedMs }, true)
    if (counts) usedMs += ms
    corners.add({ at: end, usedMs }, end === due)
  }
  return corners.points
}

/** Returns how the used time would have grown after the end of the clock, or will grow. */
function ghostOf({ timeline, xOf }: Ground): readonly Point[] {
  if (timeline.ahead.length === 0) return []
  let { usedMs } = timeline
  const corners = new Corners(xOf, { at: readInstant(timeline.until), usedMs })
  for (const { to, ms, why } of timeline.ahead) {
    if (why === 'open') usedMs += ms
    corners.add({ at: readInstant(to), usedMs }, false)
  }
  return corners.points
}

/** Closer corners than this are one. **Units** pixels. */
const leastStep = 0.6

/** The corners of a line that only grows, of which there are no more than a line of so many pixels can show. */
class Corners {
  readonly points: Point[]
  #isKept = true

  constructor(
    private readonly xOf: (at: number) => number,
    first: Point,
  ) {
    this.points = [first]
  }

  /** Takes a corner; one that is needed stays, whatever comes after it. */
  add(point: Point, isNeeded: boolean): void {
    const before = this.points.at(-2)
    const isClose = before !== undefined && this.xOf(point.at) - this.xOf(before.at) < leastStep
    if (isClose && !this.#isKept) this.points[this.points.length - 1] = point
    else this.points.push(point)
    this.#isKept = isNeeded
  }
}

function hill(ground: Ground, points: readonly Point[], yOf: (usedMs: number) => number, base: number): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return ''
  return `${line(ground, points, yOf)}V${num(base)}H${num(ground.xOf(first.at))}Z`
}

function line({ xOf }: Ground, points: readonly Point[], yOf: (usedMs: number) => number): string {
  return points.map(({ at, usedMs }, index) => `${index === 0 ? 'M' : 'L'}${num(xOf(at))} ${num(yOf(usedMs))}`).join('')
}

/** The words stand over the line, where the hill is not yet: it starts at the left. */
function targetLine({ left, right, timeline, telling }: Ground, y: number, limit: number): string {
  const words = timeline.targetMs === null ? telling.words.target : `${telling.words.target} ${telling.amount(limit)}`
  const text = fitted(words, right - left - 12, smallText)
  const box = { x: left + 4, y: y - 16.5, width: textWidth(text, smallText) + 8, height: 14, rx: 3 }
  const rule = element('path', { class: 'target', d: `M${num(left)} ${num(y)}H${num(right)}` })
  return (
    rule +
    (text === '' ? '' : element('rect', { class: 'plate', ...box }) + textAt(left + 8, y - 6, text, { class: 'small strong' }))
  )
}

const mostPlateaus = 8

/** Where nothing counts for long enough to be read, stands how much had counted by then. */
function plateausOf({ timeline, telling, xAt }: Ground, yOf: (usedMs: number) => number, targetY: number): string {
  const runs: { from: number; to: number; usedMs: number }[] = []
  let usedMs = 0
  for (const { from, to, ms, counts } of timeline.spans) {
    const last = runs.at(-1)
    const [start, end] = [xAt(from), xAt(to)]
    if (counts) usedMs += ms
    else if (last && last.usedMs === usedMs) last.to = end
    else runs.push({ from: start, to: end, usedMs })
  }
  const told = runs.flatMap((run) => {
    const text = telling.amount(run.usedMs)
    const y = yOf(run.usedMs) - 6
    const isFree = run.usedMs > 0 && y > 14 && (y < targetY - 18 || y - 9 > targetY + 2)
    return isFree && textWidth(text, smallText) <= run.to - run.from - 2 ? [{ ...run, text, y }] : []
  })
  return told
    .slice(0, mostPlateaus)
    .map(({ from, to, text, y }) => textAt((from + to) / 2, y, text, { class: 'small halo', 'text-anchor': 'middle' }))
    .join('')
}
