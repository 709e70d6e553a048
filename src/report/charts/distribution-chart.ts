/** How long it took: how many clocks used so much business time, with the line that the promise draws. */
import { axisX, axisY, gridY, rectY, ruleX, ruleY, text } from '@observablehq/plot'
import { drawn, type Frame, roundNumbers } from './drawing.ts'

/** **Units** milliseconds of business time, `[from, to)`. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly parts: readonly { readonly kind: string; readonly count: number; readonly says: string }[]
}

/** A line across the picture. **Units** milliseconds. */
export interface Line {
  readonly at: number
  readonly label: string
}

export interface DistributionOptions extends Frame {
  readonly targets: readonly Line[]
  /** Such as the median. */
  readonly quantiles: readonly Line[]
  /** **Units** milliseconds. */
  amount(ms: number): string
  count(value: number): string
}

/** Returns the distribution as SVG; the parts of a bin stand on each other, in their order. */
export function distributionChart(bins: readonly Bin[], options: DistributionOptions): string {
  const { targets, quantiles, amount, count, ...frame } = options
  const kinds = [...new Set(bins.flatMap(({ parts }) => parts.map(({ kind }) => kind)))]
  const placed = bins.flatMap(({ from, to, parts }) => {
    let below = 0
    return parts.map((part) => {
      const mark = { from, to, low: below, high: below + part.count, kind: part.kind, says: part.says }
      below += part.count
      return mark
    })
  })
  const highest = placed.reduce((most, { high }) => Math.max(most, high), 1)
  const end = Math.max(1, ...bins.map(({ to }) => to), ...targets.map(({ at }) => at))
  const steps = roundNumbers(highest, 1)
  const inside = (lines: readonly Line[]) => lines.filter(({ at }) => at <= end)
  const labels = (lines: readonly Line[], dy: number, className: string) => {
    const places = apart(inside(lines), end)
    const label = { x: 'at', y: highest, text: 'label', lineAnchor: 'bottom', dy, className } as const
    return [
      text(
        places.filter(({ at }) => at <= end * turn),
        { ...label, textAnchor: 'start', dx: 3 },
      ),
      text(
        places.filter(({ at }) => at > end * turn),
        { ...label, textAnchor: 'end', dx: -3 },
      ),
    ]
  }
  return drawn(
    frame,
    {
      height: 190,
      margin: 0,
      marginTop: 34,
      marginRight: 16,
      marginBottom: 26,
      marginLeft: 40,
      x: { domain: [0, end], label: null },
      y: { domain: [0, highest], label: null },
    },
    [
      gridY(steps, { className: 'grid' }),
      axisY(steps, { tickFormat: (value: number) => count(value), tickSize: 0, label: null, className: 'axis' }),
      axisX(roundNumbers(end, hour, partsOfAnHour), {
        tickFormat: (ms: number) => amount(ms),
        tickSize: 3,
        label: null,
        className: 'axis',
      }),
      ...kinds.map((kind) => {
        const marks = placed.filter((part) => part.kind === kind && part.high > part.low)
        return rectY(marks, { x1: 'from', x2: 'to', y1: 'low', y2: 'high', inset: 0.5, title: 'says', className: `part ${kind}` })
      }),
      ruleY([0], { className: 'base' }),
      ruleX(inside(quantiles), { x: 'at', className: 'quantile' }),
      ...labels(quantiles, -4, 'quantile-label'),
      ruleX(targets, { x: 'at', className: 'target' }),
      ...labels(targets, -18, 'target-label'),
    ],
  )
}

/** Behind so much of the width a label stands before its line. */
const turn = 0.8
/** So much of the width a label takes. */
const room = 0.14

/** Returns the lines whose labels do not lie on each other; the others are lines without a label. */
function apart(lines: readonly Line[], end: number): Line[] {
  const kept: Line[] = []
  for (const line of [...lines].sort((a, b) => a.at - b.at)) {
    const last = kept.at(-1)
    if (last === undefined || line.at - last.at >= end * room) kept.push(line)
  }
  return kept
}

const hour = 3_600_000
const partsOfAnHour = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 1800].map(
  (seconds) => seconds * 1000,
)
