/** What was done in each period beside what was promised: bars, each with the line that it had to reach. */
import { axisX, axisY, barY, gridY, ruleY, tickY } from '@observablehq/plot'
import { drawn, type Frame, roundNumbers, thinned } from './drawing.ts'

export interface HistoryPoint {
  readonly label: string
  /** `null` for nothing yet: there is no bar. */
  readonly actual: number | null
  readonly target: number
  /** The class of the mark. */
  readonly kind: string
  readonly says: string
}

export interface HistoryOptions extends Frame {
  figure(value: number): string
}

/** Returns the periods as SVG, on one scale that begins at zero, or below it where something is. */
export function historyChart(points: readonly HistoryPoint[], { figure, ...frame }: HistoryOptions): string {
  const placed = points.map((point, index) => ({ ...point, index }))
  const done = placed.flatMap(({ actual, ...point }) => (actual === null ? [] : [{ ...point, actual }]))
  const highest = placed.reduce((most, { actual, target }) => Math.max(most, actual ?? 0, target), 0) || 1
  const lowest = done.reduce((least, { actual }) => Math.min(least, actual), 0)
  const steps = roundNumbers(highest)
  return drawn(
    frame,
    {
      height: 170,
      margin: 0,
      marginTop: 12,
      marginRight: 10,
      marginBottom: 26,
      marginLeft: 66,
      x: { type: 'band', domain: placed.map(({ index }) => index), padding: 0.3, label: null },
      y: { domain: [lowest, highest], label: null },
    },
    [
      gridY(steps, { className: 'grid' }),
      axisY(steps, { tickFormat: figure, tickSize: 0, label: null, className: 'axis' }),
      axisX(thinned(points.length, 6), {
        tickFormat: (index: number) => points[index]?.label ?? '',
        tickSize: 0,
        label: null,
        className: 'axis',
      }),
      ...[...new Set(done.map(({ kind }) => kind))].map((kind) => {
        return barY(
          done.filter((point) => point.kind === kind),
          { x: 'index', y: 'actual', title: 'says', className: `part ${kind}` },
        )
      }),
      tickY(placed, { x: 'index', y: 'target', inset: -3, className: 'level' }),
      ruleY([0], { className: 'base' }),
    ],
  )
}
