/** The axis on the wall: the hours where they are wide enough, and the dates. */
import { type AxisLetters, dateTicks, hourTicks } from '../ticks.ts'
import { textWidth } from './glyph-width.ts'
import { type Ground, type Part, smallText } from './ground.ts'
import { element, num, textAt } from './svg.ts'

const rowHeight = 16
const letters: AxisLetters = { gap: 8, widthOf: (text, isBold) => textWidth(text, smallText, isBold) }

/** Returns the axis below the chart; `height` is that of the lines which the first instants of dates draw through it. */
export function axisOf(ground: Ground, chartHeight: number): Part {
  const { left, right } = ground
  const hours = hourTicks(ground, letters)
  const dates = dateTicks(ground, letters, 3)
  const small = { class: 'small quiet', 'text-anchor': 'middle' }
  const lines = dates.filter(({ x }) => x > left + 1 && x < right - 1).map(({ x }) => `M${num(x)} ${num(-chartHeight)}V0`)
  const svg = [
    lines.length === 0 ? '' : element('path', { class: 'day', d: lines.join('') }),
    hours.length === 0 ? '' : element('path', { class: 'tick', d: hours.map(({ x }) => `M${num(x)} 0v4`).join('') }),
    ...hours.map(({ x, text }) => textAt(x, 14, text, small)),
    ...dates.map(({ start, text }) => textAt(start, hours.length === 0 ? 14 : 14 + rowHeight, text, { class: 'small strong' })),
  ]
  return { svg: svg.join(''), height: hours.length === 0 ? rowHeight + 4 : 2 * rowHeight + 4 }
}
