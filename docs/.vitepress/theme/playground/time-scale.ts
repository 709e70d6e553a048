/**
 * The slider over time: its steps are round amounts of time, so that a key press goes on by a minute, an hour or a day, and not by
 * some share of the whole.
 */

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const steps = [minuteMs, 5 * minuteMs, 15 * minuteMs, 30 * minuteMs, hourMs, 3 * hourMs, 6 * hourMs, 12 * hourMs, dayMs]

/** As many steps as a pointer can tell apart on a wide screen. */
const mostSteps = 2_000

/** **Units** epoch milliseconds, `[from, to]`. */
export interface TimeScale {
  readonly from: number
  readonly to: number
  readonly stepMs: number
  /** The highest position; the lowest is zero. */
  readonly steps: number
}

/**
 * Returns the scale over a span of time, widened to whole steps.
 *
 * **Edges** a span of nothing has one step; an end before the beginning counts as the beginning.
 */
export function timeScale(from: number, to: number): TimeScale {
  const span = Math.max(to - from, 0)
  const usual = steps.find((step) => span / step <= mostSteps)
  const stepMs = usual ?? Math.ceil(span / mostSteps / dayMs) * dayMs
  // Plus zero: zero times a step before the epoch would be a negative one.
  const first = Math.floor(from / stepMs) * stepMs + 0
  const last = Math.max(Math.ceil(to / stepMs) * stepMs, first + stepMs) + 0
  return { from: first, to: last, stepMs, steps: Math.round((last - first) / stepMs) }
}

/** Returns the instant of a position, which is kept within the scale. */
export function instantAt({ from, stepMs, steps: most }: TimeScale, position: number): number {
  return from + Math.min(Math.max(Math.round(position), 0), most) * stepMs
}

/** Returns the position nearest to an instant. */
export function positionOf({ from, stepMs, steps: most }: TimeScale, at: number): number {
  return Math.min(Math.max(Math.round((at - from) / stepMs), 0), most)
}

/**
 * Returns the span of the instants of some events, with an hour before it and a tenth of it after it, in which what is open becomes
 * due; a day from `otherwise` on when there is none.
 */
export function spanOf(instants: Iterable<number>, otherwise: number): { readonly from: number; readonly to: number } {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const at of instants) {
    if (at < from) from = at
    if (at > to) to = at
  }
  if (!(from <= to)) return { from: otherwise, to: otherwise + dayMs }
  return { from: from - hourMs, to: to + Math.max((to - from) / 10, dayMs) }
}
