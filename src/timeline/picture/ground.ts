/** What every part of the picture stands on: its measures, its scale in pixels, and its words. */
import { readInstant } from '../../time/instant.ts'
import { type Piece, placeOn } from '../scale.ts'
import type { Telling } from '../telling.ts'
import type { Timeline } from '../timeline-shape.ts'

/** **Units** pixels. */
export interface Ground {
  readonly timeline: Timeline
  readonly telling: Telling
  readonly pieces: readonly Piece[]
  readonly width: number
  /** The edges of the chart. */
  readonly left: number
  readonly right: number
  readonly isNarrow: boolean
  /** What the names of patterns begin with, so that several pictures may stand in one page. */
  readonly prefix: string
  xOf(at: number): number
  xAt(instant: string): number
}

/** A part of the picture: its elements, drawn from its own top edge, and its height. */
export interface Part {
  readonly svg: string
  readonly height: number
}

export const smallText = 11
export const usualText = 12.5

export function groundOf(timeline: Timeline, telling: Telling, width: number): Ground {
  const pieces = timeline.scale.map((stretch) => ({ ...stretch, from: readInstant(stretch.from), to: readInstant(stretch.to) }))
  const isNarrow = width < 560
  const margin = isNarrow ? 14 : 24
  const [left, right] = [margin, width - margin]
  const place = placeOn(pieces)
  const xOf = (at: number) => left + place(at) * (right - left)
  return {
    ...{ timeline, telling, pieces, width, left, right, isNarrow, xOf },
    prefix: `ls-${nameOf(timeline.key)}`,
    xAt: (instant) => xOf(readInstant(instant)),
  }
}

/** The same for the same clock; FNV-1a, for a name and not for safety. */
function nameOf(key: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36)
}
