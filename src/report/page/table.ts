/** Tables of figures: the rows have heads, wide ones move inside their own frame, and a script sorts and filters them. */
import { clean, html, type Insert, type Markup } from '../../markup.ts'

export interface Column {
  readonly head: Insert
  /** Numbers stand at the end of their cells and are sorted by their values. */
  readonly isNumber?: boolean
}

/** A cell with more than what is shown. */
export interface Cell {
  readonly shown: Insert
  /** What the column is sorted by; a row without one comes last. */
  readonly value?: number | string | null
}

export type Row = readonly (Cell | Insert)[]

export interface TableOptions {
  readonly caption: Insert
  /** The caption again, for people who cannot see it: other tables of the page have others. */
  readonly label: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Rows that are never sorted or filtered: what was cut. */
  readonly foot?: readonly Row[]
  readonly canSort?: boolean
  /** Whether the rows are hidden that do not hold what the reader looks for. */
  readonly canFilter?: boolean
}

/** Returns the table. The first cell of a row is its head. */
export function table({ caption, label, columns, rows, foot = [], canSort = false, canFilter = false }: TableOptions): Markup {
  const heads = columns.map(({ head, isNumber }) => html`<th scope=col${isNumber ? numeric : null}>${head}`)
  const rowOf = (row: Row) => html`<tr>${row.map((cell, at) => cellOf(cell, columns[at], at === 0))}\n`
  const abilities = [canSort ? 'sort' : '', canFilter ? 'filter' : ''].filter((name) => name !== '').join(' ')
  return html`<div class="wide${rows.length > mostRows ? ' long' : ''}" role="group" tabindex="0" aria-label="${clean(label)}"><table${abilities === '' ? null : html` class="${abilities}"`}>
<caption>${caption}</caption>
<thead><tr>${heads}</thead>
<tbody>
${rows.map(rowOf)}</tbody>
${foot.length === 0 ? null : html`<tfoot>${foot.map(rowOf)}</tfoot>\n`}</table></div>`
}

/** A longer table moves up and down in its own frame too, so that it does not push the rest of the page away. */
const mostRows = 12

const numeric = html` class=n`

/** Cells and rows end where the next one begins, as HTML allows: a report is made of thousands of them. */
function cellOf(cell: Cell | Insert, column: Column | undefined, isHead: boolean): Markup {
  const { shown, value } = isCell(cell) ? cell : { shown: cell }
  const sorted = typeof value === 'number' ? Number(value.toPrecision(6)) : value
  // A number that is shown as it is need not be said twice.
  const given = sorted == null || String(sorted) === shown ? null : html` data-v="${sorted}"`
  const attributes = html`${column?.isNumber ? numeric : null}${given}`
  return isHead ? html`<th scope=row${attributes}>${shown}` : html`<td${attributes}>${shown}`
}

function isCell(cell: Cell | Insert): cell is Cell {
  return typeof cell === 'object' && cell !== null && 'shown' in cell
}
