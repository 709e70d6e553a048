/** Bars that lie one below the other, each of one part or of several in a row: how much there is of something, and of what it is made. */
import { axisY, barX, text } from '@observablehq/plot'
import { chartWidth, drawn, type Frame } from './drawing.ts'

export interface Bar {
  readonly label: string
  readonly parts: readonly BarPart[]
  /** What stands behind the bar, such as the sum. */
  readonly sum: string
}

export interface BarPart {
  /** The class of the mark: the page's style draws it. */
  readonly kind: string
  readonly value: number
  /** The part in words, shown when somebody points at it. */
  readonly says: string
}

const [rowHeight, labelWidth, sumWidth] = [30, 128, 96]

/** Returns the bars as SVG, on one scale that begins at zero. */
export function barChart(bars: readonly Bar[], frame: Frame): string {
  const kinds = [...new Set(bars.flatMap(({ parts }) => parts.map(({ kind }) => kind)))]
  const placed = bars.flatMap(({ parts }, row) => {
    let from = 0
    return parts.map(({ kind, value, says }) => {
      const part = { row, kind, from, to: from + value, says }
      from += value
      return part
    })
  })
  const ends = bars.map(({ parts, sum }, row) => ({ row, end: parts.reduce((total, { value }) => total + value, 0), sum }))
  const longest = ends.reduce((most, { end }) => Math.max(most, end), 0)
  return drawn(
    frame,
    {
      width: chartWidth,
      height: bars.length * rowHeight + 8,
      margin: 4,
      marginLeft: labelWidth,
      marginRight: sumWidth,
      x: { axis: null, domain: [0, longest === 0 ? 1 : longest], label: null },
      y: { type: 'band', domain: bars.map((_, row) => row), padding: 0.3, label: null },
    },
    [
      axisY({
        tickFormat: (row: number) => bars[row]?.label ?? '',
        tickSize: 0,
        label: null,
        lineWidth: 11,
        textOverflow: 'ellipsis',
        className: 'axis',
      }),
      ...kinds.map((kind) => {
        const marks = placed.filter((part) => part.kind === kind && part.to > part.from)
        return barX(marks, { x1: 'from', x2: 'to', y: 'row', title: 'says', className: `part ${kind}` })
      }),
      text(ends, { x: 'end', y: 'row', text: 'sum', textAnchor: 'start', dx: 6, className: 'sum' }),
    ],
  )
}
