/** Walks over the open time of a calendar, day by day and in either direction, until there is nothing more to find. */

import type { Span } from './calendar-days.ts'
import { knownTime, type Openness, piecesBetween } from './openness.ts'
import { BeyondTables, dayMs } from './zone-oracle.ts'

/** A stretch of open time as a walk meets it: its near end first. */
export interface Run {
  near: number
  /** Infinite where it never ends; `NaN` where it ends beyond what the calendar knows. */
  far: number
}

export type Direction = 1 | -1

export interface OpenWalk {
  /** Returns the open spans in `[from, to)`, merged. */
  spans(fromMs: number, toMs: number): Span[]
  /** Walks over open time piece by piece; pieces may touch. It ends where nothing more can come. */
  pieces(atMs: number, direction: Direction): Iterable<Run>
  /** Walks over open time span by span. */
  runs(atMs: number, direction: Direction): Iterable<Run>
}

/** So much longer without a change, after the last dated entry, means never: a date falls on each weekday within 28 years. */
const patienceMs = { once: 90 * dayMs, yearly: 29 * 366 * dayMs }

export function openWalk(openness: Openness): OpenWalk {
  const { dated, recurs } = openness
  const [knownFromMs, knownToMs] = knownTime(openness)
  const patience = recurs ? patienceMs.yearly : patienceMs.once
  const lastDatedMs = (dated[1] + 4) * dayMs
  const firstDatedMs = (dated[0] - 4) * dayMs
  const book = new Map<number, readonly Span[]>()

  /** The open spans of a UTC day. */
  function spansOfDay(number: number): readonly Span[] {
    let found = book.get(number)
    if (found === undefined) {
      const [fromMs, toMs] = [number * dayMs, (number + 1) * dayMs]
      found = merged(piecesBetween(fromMs, toMs, openness.edgesIn(fromMs, toMs), openness.isOpen))
      book.set(number, found)
    }
    return found
  }

  function spans(fromMs: number, toMs: number): Span[] {
    const found: Span[] = []
    for (let number = Math.floor(fromMs / dayMs); number * dayMs < toMs; number++) {
      for (const [openAt, closeAt] of spansOfDay(number)) {
        const piece: Span = [Math.max(openAt, fromMs), Math.min(closeAt, toMs)]
        if (piece[0] < piece[1]) found.push(piece)
      }
    }
    return merged(found)
  }

  function* pieces(atMs: number, direction: Direction): Generator<Run> {
    const endMs = direction === 1 ? knownToMs : knownFromMs
    let edge = atMs
    let quietSince = pastDates(atMs, direction)
    while (direction * (endMs - edge) > 0 && direction * (edge - quietSince) <= patience) {
      const day = direction === 1 ? Math.floor(edge / dayMs) + 1 : Math.ceil(edge / dayMs) - 1
      const next = direction === 1 ? Math.min(day * dayMs, endMs) : Math.max(day * dayMs, endMs)
      const found = direction === 1 ? spans(edge, next) : spans(next, edge).reverse()
      for (const [openAt, closeAt] of found)
        yield direction === 1 ? { near: openAt, far: closeAt } : { near: closeAt, far: openAt }
      edge = next
      if (found.length > 0) quietSince = pastDates(edge, direction)
    }
    if (direction * (endMs - edge) > 0) conclude(direction)
  }

  /** Throws where a silence says nothing of what comes: Easter moves on, and before it zones kept other times. */
  function conclude(direction: Direction): void {
    if (recurs && (direction === -1 || openness.movesWithEaster)) throw new BeyondTables('a silence that may end')
  }

  /** Nothing can be concluded from a silence before the last date that the document names, nor where the known years end. */
  function pastDates(atMs: number, direction: Direction): number {
    if (Number.isFinite(direction === 1 ? knownToMs : knownFromMs)) return direction * Number.POSITIVE_INFINITY
    return direction === 1 ? Math.max(atMs, lastDatedMs) : Math.min(atMs, firstDatedMs)
  }

  function* runs(atMs: number, direction: Direction): Generator<Run> {
    let run: Run | undefined
    for (const piece of pieces(atMs, direction)) {
      if (run?.far === piece.near) run.far = piece.far
      else {
        if (run) yield run
        run = { ...piece }
      }
      if (direction * (run.far - pastDates(run.near, direction)) > patience) {
        conclude(direction)
        yield { near: run.near, far: direction * Number.POSITIVE_INFINITY }
        return
      }
    }
    const endMs = direction === 1 ? knownToMs : knownFromMs
    if (run) yield run.far === endMs ? { near: run.near, far: Number.NaN } : run
  }

  return { spans, pieces, runs }
}

function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const [openAt, closeAt] of spans) {
    const last = found.at(-1)
    if (last?.[1] === openAt) last[1] = closeAt
    else found.push([openAt, closeAt])
  }
  return found
}
