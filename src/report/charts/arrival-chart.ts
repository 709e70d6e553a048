/** When leads arrive, over the hours of a week: the days beside each other as in a calendar, the hours of opening at their edges. */
import { axisX, axisY, rect, text } from '@observablehq/plot'
import { drawn, type Frame } from './drawing.ts'

export interface ArrivalCell {
  /** 0 for Monday. */
  readonly weekday: number
  readonly hour: number
  readonly count: number
  /** Of the hour, how much is open: from 0 to 1. */
  readonly openShare: number
  readonly says: string
}

export interface ArrivalOptions extends Frame {
  /** From Monday on. */
  readonly weekdays: readonly string[]
  hour(hour: number): string
  count(value: number): string
}

const [levels, edge] = [5, 0.09]

/** Returns how dark a cell is: 0 for none, 1 to 5 by the root of its part, so that one full hour does not make all others pale. */
export function levelOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(count / most) * levels))
}

/** Returns the week as SVG; every cell holds its number too, so that nobody has to tell shades apart. */
export function arrivalChart(cells: readonly ArrivalCell[], { weekdays, hour, count, ...frame }: ArrivalOptions): string {
  const most = cells.reduce((highest, cell) => Math.max(highest, cell.count), 0)
  const placed = cells.map((cell) => ({
    x1: cell.weekday,
    x2: cell.weekday + 1,
    y1: cell.hour,
    y2: cell.hour + 1,
    middle: cell.weekday + 0.5 + edge / 2,
    center: cell.hour + 0.5,
    level: levelOf(cell.count, most),
    number: cell.count === 0 ? '' : count(cell.count),
    says: cell.count === 0 ? undefined : cell.says,
    openTo: cell.weekday + edge,
    openFrom: cell.hour + 1 - cell.openShare,
    isOpen: cell.openShare > 0,
  }))
  const ofLevel = Array.from({ length: levels + 1 }, (_, level) => placed.filter((cell) => cell.level === level))
  const place = { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2' }
  return drawn(
    frame,
    {
      height: 24 * 15 + 26,
      margin: 0,
      marginTop: 22,
      marginRight: 4,
      marginBottom: 4,
      marginLeft: 44,
      x: { domain: [0, 7], label: null },
      y: { domain: [0, 24], reverse: true, label: null },
    },
    [
      axisX(
        weekdays.map((_, day) => day + 0.5),
        {
          anchor: 'top',
          tickFormat: (place: number) => weekdays[Math.floor(place)] ?? '',
          tickSize: 0,
          label: null,
          className: 'axis',
        },
      ),
      axisY([0, 3, 6, 9, 12, 15, 18, 21], { tickFormat: hour, tickSize: 3, label: null, className: 'axis' }),
      ...ofLevel.map((some, level) => rect(some, { ...place, inset: 0.5, title: 'says', className: `cell level-${level}` })),
      rect(
        placed.filter(({ isOpen }) => isOpen),
        { x1: 'x1', x2: 'openTo', y1: 'openFrom', y2: 'y2', insetLeft: 0.5, className: 'open-hours' },
      ),
      ...ofLevel.map((some, level) => {
        return text(
          some.filter(({ number }) => number !== ''),
          { x: 'middle', y: 'center', text: 'number', className: `number level-${level}` },
        )
      }),
    ],
  )
}
