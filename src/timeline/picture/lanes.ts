/** The lanes below the chart: who had the lead, and why it was closed. */
import { readInstant } from '../../time/instant.ts'
import { closedNotesOf } from '../closed-notes.ts'
import { fitted, textWidth } from './glyph-width.ts'
import { type Ground, type Part, smallText } from './ground.ts'
import { type Label, placeLabels } from './label-layout.ts'
import { element, isolated, num, textAt } from './svg.ts'

const laneHeight = 20

/** Returns the owners as segments, each with its name where it has room; what is too narrow to be seen is left out. */
export function ownersOf({ timeline, telling, xAt }: Ground): Part {
  const { owners } = timeline
  if (owners.every(({ name }) => name === null)) return { svg: '', height: 0 }
  const svg: string[] = []
  let free = Number.NEGATIVE_INFINITY
  for (const { from, to, name } of owners) {
    const [x, end] = [xAt(from), xAt(to)]
    if (end - x < 1 && x < free) continue
    free = end
    const text = fitted(name === null ? telling.words.nobody : telling.name(name), end - x - 10, smallText)
    const width = Math.max(1, end - x - 1)
    svg.push(
      element('rect', { class: name === null ? 'owner none' : 'owner', x, y: 3, width, height: 16, rx: Math.min(3, width / 2) }),
    )
    svg.push(textAt(x + 5, 15, isolated(text), { class: 'small' }))
  }
  return { svg: svg.join(''), height: laneHeight + 2 }
}

interface Note extends Label {
  readonly text: string
  readonly from: number
  readonly to: number
}

const noteHeight = 16
const mostNotes = 40
/** Of more weekends than this nobody wants to read. */
const mostWeekends = 8

interface ToldNote {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly rank: number
}

/** Returns the reasons below the axis, each under its gap, and the changes of the clocks. */
export function notesOf(ground: Ground): Part {
  const { left, right, xOf } = ground
  const notes = toldNotes(ground).map(({ from, to, text, rank }): Note => {
    const [first, last] = [xOf(from), xOf(to)]
    const line = fitted(text, Math.min(260, right - left - 4), smallText)
    return { from: first, to: last, text: line, x: (first + last) / 2, width: textWidth(line, smallText) + 2, rank }
  })
  const { placed } = placeLabels(notes, { left, right, rows: ground.isNarrow ? 3 : 2, gap: 8 })
  const rows = placed.reduce((sum, { row }) => Math.max(sum, row + 1), 0)
  const svg = placed.map(({ label, left: x, row }) => {
    const y = 10 + row * noteHeight
    const ends = `M${num(label.from)} 2v-4M${num(label.from)} 0H${num(label.to)}M${num(label.to)} 2v-4M${num(label.x)} 0V${num(y - 6)}`
    return element('path', { class: 'brace', d: ends }) + textAt(x + 1, y + 5, label.text, { class: 'small note' })
  })
  return { svg: svg.join(''), height: rows === 0 ? 0 : rows * noteHeight + 8 }
}

function toldNotes({ timeline, telling }: Ground): ToldNote[] {
  const { words } = telling
  const reasons = closedNotesOf(timeline, telling).map(({ from, to, reasons: all, isNews }) => ({
    ...{ from, to, rank: isNews ? 1 : 0 },
    text: `${all.slice(0, 4).join(', ')}${all.length > 4 ? ' …' : ''}`,
  }))
  const changes = timeline.changes.map(({ at, byMs }) => {
    const amount = telling.amount(Math.abs(byMs))
    const text = byMs > 0 ? words.clocksForward(amount) : words.clocksBack(amount)
    return { from: readInstant(at), to: readInstant(at), text, rank: 2 }
  })
  const weekends = reasons.filter(({ rank }) => rank === 0)
  const news = reasons.filter(({ rank }) => rank > 0)
  return [...changes, ...news, ...(weekends.length > mostWeekends ? [] : weekends)].slice(0, mostNotes)
}
