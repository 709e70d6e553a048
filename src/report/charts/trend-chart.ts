/** The share that was kept, period by period, with its interval: a line that goes up or down, and how sure that is. */
import { axisX, axisY, dot, gridY, lineY, ruleX } from '@observablehq/plot'
import { drawn, type Frame, thinned } from './drawing.ts'

export interface TrendPoint {
  readonly label: string
  /** `null` where nothing was decided: the line has a gap. */
  readonly share: number | null
  readonly interval: readonly [low: number, high: number] | null
  readonly isSmall: boolean
  /** The point in words, shown when somebody points at it. */
  readonly says: string
}

export interface TrendOptions extends Frame {
  /** The lowest share that the picture shows; the charts of a page have the same one. */
  readonly floor: number
  share(value: number): string
}

interface Point {
  readonly index: number
  readonly share: number
  readonly low: number
  readonly high: number
  readonly says: string
}

const quarter = 0.25

/** Returns the trend of one clause as SVG. A point that rests on a small sample is hollow. */
export function trendChart(points: readonly TrendPoint[], { floor, share, ...frame }: TrendOptions): string {
  const shown = points.map(({ share: value, interval, says }, index): Point => {
    const middle = value ?? Number.NaN
    return { index, share: middle, low: interval?.[0] ?? middle, high: interval?.[1] ?? middle, says }
  })
  const dots = (isSmall: boolean) =>
    shown.filter(({ index }) => points[index]?.share != null && points[index]?.isSmall === isSmall)
  const place = { x: 'index', y: 'share' }
  const steps = Array.from({ length: Math.round((1 - floor) / quarter) + 1 }, (_, index) => floor + index * quarter)
  return drawn(
    frame,
    {
      height: 170,
      margin: 0,
      marginTop: 12,
      marginRight: 14,
      marginBottom: 26,
      marginLeft: 44,
      x: { type: 'point', domain: points.map((_, index) => index), label: null },
      y: { domain: [floor, 1], label: null },
    },
    [
      gridY(steps, { className: 'grid' }),
      axisY(steps, { tickFormat: (value: number) => share(value), tickSize: 0, label: null, className: 'axis' }),
      axisX(thinned(points.length, 8), {
        tickFormat: (index: number) => points[index]?.label ?? '',
        tickSize: 0,
        label: null,
        className: 'axis',
      }),
      ruleX(
        shown.filter(({ index }) => points[index]?.interval != null),
        { x: 'index', y1: 'low', y2: 'high', className: 'interval' },
      ),
      lineY(shown, { ...place, className: 'line' }),
      dot(dots(false), { ...place, r: 4, title: 'says', className: 'point' }),
      dot(dots(true), { ...place, r: 4, title: 'says', className: 'point small' }),
    ],
  )
}

/** Returns the lowest share that charts of such points must show: a quarter below which none of their intervals reaches. */
export function floorOf(points: Iterable<Pick<TrendPoint, 'share' | 'interval'>>): number {
  let least = 1
  for (const { share, interval } of points) least = Math.min(least, share ?? 1, interval?.[0] ?? 1)
  return Math.min(3 * quarter, Math.max(0, Math.floor(least / quarter) * quarter))
}
