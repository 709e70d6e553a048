/** Tables of plain text that fit the terminal: cells are cut with an ellipsis, whole columns are left out, nothing wraps. */

import { cut, plainText, widthOf } from '../plain-text.ts'
import type { Paint, Tone } from './paint.ts'

export interface Column<Row> {
  /** The head of the column, of one or two lines. */
  readonly title: string
  readonly text: (row: Row) => string
  readonly align?: 'right'
  readonly tone?: (row: Row) => Tone | undefined
  /** How narrow the column may become; columns without it are never cut. */
  readonly least?: number
  /** Columns with a number are left out when there is no room, the lowest first. */
  readonly dropped?: number
}

export interface Screen {
  readonly width: number
  readonly paint: Paint
}

interface Fitted<Row> {
  readonly column: Column<Row>
  readonly cells: readonly string[]
  readonly title: readonly string[]
  width: number
}

/** Returns a table as text. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], screen: Screen): string {
  const { head, body } = tableLines(columns, rows, screen)
  return [...head, ...body].join('')
}

export interface TableLines {
  readonly head: readonly string[]
  /** One for each row. */
  readonly body: readonly string[]
}

/** Returns the lines of a table, each with its end. Texts of cells are made harmless here. */
export function tableLines<Row>(columns: readonly Column<Row>[], rows: readonly Row[], { width, paint }: Screen): TableLines {
  const natural = columns.map((column): Fitted<Row> => {
    const cells = rows.map((row) => plainText(column.text(row)))
    const title = column.title.split('\n')
    return { column, cells, title, width: Math.max(widest(cells), widest(title)) }
  })
  const { fitted, gap } = fit(natural, width)
  const line = (cellOf: (fitted: Fitted<Row>) => string, toneOf: (column: Column<Row>) => Tone | undefined): string => {
    const cells = fitted.map((each, index) => {
      const text = cut(cellOf(each), each.width)
      const space = ' '.repeat(each.width - widthOf(text))
      const painted = paint(toneOf(each.column), text)
      if (each.column.align === 'right') return space + painted
      return index === fitted.length - 1 ? painted : painted + space
    })
    return `${cells.join(' '.repeat(gap)).trimEnd()}\n`
  }
  const headLines = Math.max(0, ...fitted.map(({ title }) => title.length))
  const head = Array.from({ length: headLines }, (_, index) =>
    line(
      ({ title }) => title[index - headLines + title.length] ?? '',
      () => 'quiet',
    ),
  )
  const body = rows.map((row, index) =>
    line(
      ({ cells }) => cells[index] ?? '',
      ({ tone }) => tone?.(row),
    ),
  )
  return { head, body }
}

/** How narrow the cells of a terminal become that has no room for the columns it must show. */
const narrowest = 6

/** Tries a wide gap before a narrow one, and both before leaving out a column. */
function fit<Row>(natural: readonly Fitted<Row>[], width: number): { fitted: readonly Fitted<Row>[]; gap: number } {
  let left = [...natural]
  for (;;) {
    for (const gap of [2, 1]) {
      const room = width - gap * (left.length - 1)
      if (sum(left, leastOf) <= room) return { fitted: shrunk(left, room), gap }
    }
    const next = left.filter(({ column }) => column.dropped !== undefined).sort((a, b) => rank(a) - rank(b))[0]
    if (!next) return { fitted: shrunk(left, width - left.length + 1, narrowest), gap: 1 }
    left = left.filter((each) => each !== next)
  }
}

/** Takes from the widest column that may still become narrower, a character at a time. */
function shrunk<Row>(fitted: readonly Fitted<Row>[], room: number, most = Number.POSITIVE_INFINITY): Fitted<Row>[] {
  const columns = fitted.map((each) => ({ ...each }))
  for (let over = sum(columns, ({ width }) => width) - room; over > 0; over--) {
    const flexible = columns.filter((each) => each.width > Math.min(most, leastOf(each)))
    const longest = flexible.sort((a, b) => b.width - a.width)[0]
    if (!longest) break
    longest.width--
  }
  return columns
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0)
}

function leastOf<Row>({ column, width }: Fitted<Row>): number {
  return Math.min(width, column.least ?? width)
}

function rank<Row>({ column }: Fitted<Row>): number {
  return column.dropped ?? Number.POSITIVE_INFINITY
}

function sum<Item>(items: readonly Item[], amount: (item: Item) => number): number {
  return items.reduce((total, item) => total + amount(item), 0)
}
