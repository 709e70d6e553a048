/** The figures of a clock, as many in a line as fit. */
import { cut, widthOf } from '../../plain-text.ts'
import { statsOf } from '../stats.ts'
import type { Telling } from '../telling.ts'
import type { Timeline } from '../timeline-shape.ts'
import type { Screen } from './screen.ts'

const gap = 3

/** Returns the lines. */
export function statLines(timeline: Timeline, telling: Telling, { width, paint }: Screen): string[] {
  const lines: { text: string; width: number }[] = []
  for (const { label, value } of statsOf(timeline, telling)) {
    const plain = cut(`${label} ${value}`, width)
    const text = plain.startsWith(`${label} `)
      ? `${paint('quiet', label)} ${paint('strong', plain.slice(label.length + 1))}`
      : plain
    const last = lines.at(-1)
    if (last && last.width + gap + widthOf(plain) <= width) {
      last.text += `${' '.repeat(gap)}${text}`
      last.width += gap + widthOf(plain)
    } else lines.push({ text, width: widthOf(plain) })
  }
  return lines.map(({ text }) => text)
}
