/** The picture of one clock in a terminal: the same lanes as the SVG, and what happened as a list below them. */
import { issue, LeadSlaError } from '../../errors.ts'
import type { Language } from '../../language.ts'
import { cut, widthOf } from '../../plain-text.ts'
import { Telling } from '../telling.ts'
import { dateTicks, hourTicks } from '../ticks.ts'
import type { Timeline } from '../timeline-shape.ts'
import { type Columns, columnsOf } from './columns.ts'
import { barLine, hillLines } from './hill-lines.ts'
import { markList, noteList } from './mark-list.ts'
import { painted, type Screen, type Tone, unpainted } from './screen.ts'
import { ascii, plainPunctuation, unicode } from './signs.ts'
import { statLines } from './stat-lines.ts'

export interface PrintTimelineOptions {
  readonly language: Language
  /** **Units** columns. */
  readonly width: number
  /** Whether colours may be used. They only repeat what the characters say. */
  readonly color: boolean
  /** For a terminal without Unicode. */
  readonly ascii?: boolean
}

const [leastWidth, mostWidth] = [20, 1000]
/** In a narrower terminal the lanes have no names. */
const leastNamed = 48

/**
 * Returns the picture of one clock as lines for a terminal, each with its end, none wider than the terminal.
 *
 * **Units** `width` counts columns, from 20 to 1000.
 * **Edges** what is too long is cut with `…`; of many marks the most important ones are listed, and the others counted.
 * **Errors** throws `unknown-value` for a language that is not known, `out-of-range` for another width.
 *
 * @example
 * import { timeline } from 'lead-sla/report'
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const events = [{ id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-10T16:30:00+02:00' }]
 * const picture = timeline(agreement, events, { asOf: '2026-04-10T17:00:00+02:00', key: 'reply/L1/1' })
 * printTimeline(picture, { language: 'en', width: 60, color: false }).split('\n')[0] //=> 'reply                                                 ○ open'
 */
export function printTimeline(
  timeline: Timeline,
  { language, width, color, ascii: isAscii = false }: PrintTimelineOptions,
): string {
  if (!Number.isSafeInteger(width) || width < leastWidth || width > mostWidth)
    throw new LeadSlaError([
      issue('out-of-range', ['width'], { expected: `a width from ${leastWidth} to ${mostWidth}`, got: width }),
    ])
  const telling = new Telling(timeline, language)
  const screen: Screen = { width, signs: isAscii ? ascii : unicode, paint: color ? painted : unpainted }
  const { lanes } = telling.words
  const names = [lanes.hours, lanes.used, lanes.owner, lanes.marks]
  const indent = width < leastNamed ? 0 : Math.max(...names.map(widthOf)) + 2
  const columns = columnsOf(timeline, telling, width - indent)
  const named = (name: string, line: string) => `${indent === 0 ? '' : name.padEnd(indent)}${line}`
  const hill = hillLines(columns, screen)
  const lines = [
    ...headLines(timeline, telling, screen),
    ...statLines(timeline, telling, screen),
    ...barLine(timeline, screen),
    '',
    named(lanes.marks, signLine(columns, screen)),
    ...hill.map((line, index) => named(index === hill.length - 1 ? lanes.used : '', line)),
    ...axisLines(columns).map((line) => screen.paint('quiet', named('', line))),
    ...ownerLine(columns, screen).map((line) => named(lanes.owner, line)),
    '',
    ...markList(timeline, telling, screen),
    ...noteList(timeline, telling, screen),
    screen.paint('quiet', cut(footOf(timeline, telling), width)),
  ]
  // A terminal knows one width of space.
  const spaced = lines.map((line) => line.replaceAll('\u202f', ' '))
  return spaced.map((line) => `${(isAscii ? plainPunctuation(line) : line).trimEnd()}\n`).join('')
}

function headLines(timeline: Timeline, telling: Telling, { width, signs, paint }: Screen): string[] {
  const { words } = telling
  const { status } = timeline
  const badge = cut(`${signs.status[status]} ${words.status[status]}`, width)
  const title = cut(telling.name(timeline.title), Math.max(1, width - widthOf(badge) - 2))
  const gap = ' '.repeat(Math.max(1, width - widthOf(title) - widthOf(badge)))
  const tone: Tone = status === 'metLate' || status === 'openBreached' ? 'over' : 'strong'
  const isBeside = widthOf(title) + 1 + widthOf(badge) <= width && widthOf(badge) + 8 <= width
  const parts = [
    `${words.lead} ${telling.name(timeline.lead)}`,
    ...(timeline.cycle > 1 ? [`${words.cycle} ${timeline.cycle}`] : []),
    `${words.owedBy} ${telling.name(timeline.party)}`,
    ...(timeline.owner === null ? [] : [telling.name(timeline.owner)]),
  ]
  const first = isBeside
    ? [`${paint('strong', title)}${gap}${paint(tone, badge)}`]
    : [paint('strong', cut(telling.name(timeline.title), width)), paint(tone, badge)]
  return [...first, paint('quiet', cut(parts.join(' · '), width))]
}

/** Of the marks in one column, the one that happened first is shown. */
function signLine({ timeline, list, columnOf }: Columns, { signs }: Screen): string {
  const cells = list.map(() => ' ')
  for (const { at, what } of timeline.marks) {
    const column = columnOf(at)
    if (cells[column] === ' ' || what === 'due' || what === 'stopped') cells[column] = signs.mark[what]
  }
  return cells.join('')
}

function axisLines(columns: Columns): string[] {
  const letters = { gap: 1, widthOf: (text: string) => widthOf(text) }
  const { right } = columns
  const hours = hourTicks(columns, letters).map(({ x, text }) => ({ at: Math.round(x - text.length / 2), text }))
  const dates = dateTicks(columns, letters, 0).map(({ start, text }) => ({ at: Math.floor(start), text }))
  return [hours, dates].map((ticks) => written(ticks, right)).filter((line) => line.trim() !== '')
}

function written(ticks: readonly { readonly at: number; readonly text: string }[], width: number): string {
  let line = ''
  for (const { at, text } of ticks) {
    const start = Math.max(at, 0)
    if (start < widthOf(line) + (line === '' ? 0 : 1) || start + widthOf(text) > width) continue
    line += ' '.repeat(start - widthOf(line)) + text
  }
  return line
}

function ownerLine({ timeline, telling, columnOf, list }: Columns, { signs }: Screen): string[] {
  if (timeline.owners.every(({ name }) => name === null)) return []
  let line = ''
  const end = Math.max(1, columnOf(timeline.until) + (list.at(-1)?.isAhead ? 0 : 1))
  for (const [index, { from, name }] of timeline.owners.entries()) {
    const next = timeline.owners[index + 1]
    const start = Math.max(widthOf(line), columnOf(from))
    const width = (next ? columnOf(next.from) : end) - start
    if (width < 1) continue
    const text = cut(name === null ? telling.words.nobody : telling.name(name), width > 1 ? width - 1 : width)
    line += `${text}${(name === null ? signs.nobody : signs.owner).repeat(Math.max(0, width - widthOf(text) - (next ? 1 : 0)))}`
    line += ' '.repeat(Math.max(0, start + width - widthOf(line)))
  }
  return [cut(line, list.length)]
}

function footOf(timeline: Timeline, { words, name }: Telling): string {
  const calendar = timeline.calendar === null ? words.alwaysOpen : words.hoursOf(name(timeline.calendar))
  return [words.timesIn(timeline.zone), calendar].join(' · ')
}
