/** The picture in columns: what each column of a terminal shows of the clock's life. */
import { readInstant } from '../../time/instant.ts'
import { type Piece, placeOn } from '../scale.ts'
import type { Telling } from '../telling.ts'
import type { AxisFrame } from '../ticks.ts'
import type { Timeline } from '../timeline-shape.ts'

export type Look = 'open' | 'closed' | 'paused' | 'ahead' | 'shut'

/** **Units** business milliseconds. */
export interface Column {
  /** What takes most of it; `ahead` is open time after the life of the clock, `shut` closed time after it. */
  readonly look: Look
  /** At its end. */
  readonly usedMs: number
  readonly isAhead: boolean
}

export interface Columns extends AxisFrame {
  readonly list: readonly Column[]
  columnOf(instant: string): number
}

/** Returns the picture in so many columns. */
export function columnsOf(timeline: Timeline, telling: Telling, count: number): Columns {
  const pieces = timeline.scale.map((stretch) => ({ ...stretch, from: readInstant(stretch.from), to: readInstant(stretch.to) }))
  const place = placeOn(pieces)
  const xOf = (at: number) => place(at) * count
  return {
    ...{ timeline, telling, pieces, left: 0, right: count, xOf },
    list: listOf(timeline, pieces, count),
    columnOf: (instant) => Math.min(count - 1, Math.floor(xOf(readInstant(instant)))),
  }
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly look: Look
}

function listOf(timeline: Timeline, pieces: readonly Piece[], count: number): Column[] {
  const stretches: Stretch[] = [
    ...timeline.spans.map(({ from, to, why }): Stretch => ({ from: readInstant(from), to: readInstant(to), look: why })),
    ...timeline.ahead.map(
      ({ from, to, why }): Stretch => ({ from: readInstant(from), to: readInstant(to), look: why === 'open' ? 'ahead' : 'shut' }),
    ),
  ]
  const edges = edgesOf(pieces, count)
  const until = readInstant(timeline.until)
  const list: Column[] = []
  let [index, usedMs] = [0, 0]
  let before: Look = 'open'
  for (let column = 0; column < count; column++) {
    const [from, to] = [edges[column] ?? 0, edges[column + 1] ?? 0]
    const parts = new Map<Look, number>()
    while (index < stretches.length) {
      const stretch = stretches[index] as Stretch
      const ms = Math.min(to, stretch.to) - Math.max(from, stretch.from)
      if (ms > 0) {
        parts.set(stretch.look, (parts.get(stretch.look) ?? 0) + ms)
        if (stretch.look === 'open' || stretch.look === 'ahead') usedMs += ms
      }
      if (stretch.to > to) break
      index++
    }
    const [most] = [...parts].sort((a, b) => b[1] - a[1])
    before = most?.[0] ?? before
    list.push({ look: before, usedMs, isAhead: from >= until && until < (edges[count] ?? until) })
  }
  return list
}

/** Returns the instants at which the columns begin, and the end of the last one. */
function edgesOf(pieces: readonly Piece[], count: number): number[] {
  const edges: number[] = []
  let [index, before] = [0, 0]
  for (let column = 0; column <= count; column++) {
    const share = column / count
    while (index < pieces.length - 1 && before + (pieces[index]?.share ?? 0) < share) before += pieces[index++]?.share ?? 0
    const piece = pieces[index]
    if (!piece) return edges
    const part = piece.share === 0 ? 0 : Math.min(1, Math.max(0, (share - before) / piece.share))
    edges.push(column === count ? (pieces.at(-1)?.to ?? piece.to) : Math.round(piece.from + part * (piece.to - piece.from)))
  }
  return edges
}
