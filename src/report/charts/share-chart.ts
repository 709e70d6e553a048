/** Shares below each other, each with the interval in which it lies: what differs, and what may be chance. */
import { axisX, axisY, dot, gridX, ruleY, text } from '@observablehq/plot'
import { drawn, type Frame } from './drawing.ts'

export interface ShareRow {
  readonly label: string
  /** `null` where nothing is decided: the row has no mark. */
  readonly share: number | null
  readonly interval: readonly [low: number, high: number] | null
  readonly isSmall: boolean
  /** Behind the row, such as the share in words. */
  readonly sum: string
  readonly says: string
}

export interface ShareOptions extends Frame {
  /** The lowest share that the picture shows. */
  readonly floor: number
  share(value: number): string
}

const rowHeight = 30

/** Returns the shares as SVG. A point that rests on a small sample is hollow. */
export function shareChart(rows: readonly ShareRow[], { floor, share, ...frame }: ShareOptions): string {
  const placed = rows.map((row, index) => ({ ...row, index, low: row.interval?.[0], high: row.interval?.[1], end: 1 }))
  const decided = placed.filter((row) => row.share !== null)
  const place = { x: 'share', y: 'index', r: 4.5, title: 'says' }
  const steps = [0, 0.25, 0.5, 0.75, 1].filter((step) => step >= floor)
  return drawn(
    frame,
    {
      height: rows.length * rowHeight + 28,
      margin: 0,
      marginTop: 4,
      marginRight: 96,
      marginBottom: 24,
      marginLeft: 128,
      x: { domain: [floor, 1], label: null },
      y: { type: 'band', domain: rows.map((_, index) => index), label: null },
    },
    [
      gridX(steps, { className: 'grid' }),
      axisX(steps, { tickFormat: (value: number) => share(value), tickSize: 0, label: null, className: 'axis' }),
      axisY({
        tickFormat: (index: number) => rows[index]?.label ?? '',
        tickSize: 0,
        label: null,
        lineWidth: 11,
        textOverflow: 'ellipsis',
        className: 'axis',
      }),
      ruleY(decided, { y: 'index', x1: 'low', x2: 'high', className: 'interval' }),
      dot(
        decided.filter(({ isSmall }) => !isSmall),
        { ...place, className: 'point' },
      ),
      dot(
        decided.filter(({ isSmall }) => isSmall),
        { ...place, className: 'point small' },
      ),
      text(placed, { x: 'end', y: 'index', text: 'sum', textAnchor: 'start', dx: 8, className: 'sum' }),
    ],
  )
}
