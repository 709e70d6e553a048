/** A table of a report as CSV, safe to open in a spreadsheet. */
import { issue, LeadSlaError } from '../../errors.ts'
import type { Report } from '../data/report-shape.ts'
import type { Cell } from './csv-cells.ts'
import { type ReportTable, tables } from './csv-tables.ts'

export interface ReportCsvOptions {
  /** Which list of the report. */
  readonly table: ReportTable
}

/**
 * Returns a table as CSV with a header, in the units of the data: instants in UTC, amounts of time in milliseconds, shares
 * between 0 and 1, and nothing in an empty cell.
 *
 * **Edges** text that a spreadsheet would take for a formula gets an apostrophe before it; numbers never do. A list that was cut
 * ends in a row that has only its first cell and `more`.
 * **Errors** throws `LeadSlaError` with `unknown-value` for a table that there is not.
 * **Source** RFC 4180; OWASP on CSV injection.
 *
 * @example
 * import { report } from 'lead-sla/report'
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', effective: { from: '2026-04-01' }, timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const events = [{ id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' }]
 * const evaluation = evaluate(agreement, events, { asOf: '2026-04-07T08:15:00Z' })
 * const csv = reportCsv(report(evaluation, { agreement }), { table: 'ageing' })
 * csv.split('\r\n').slice(0, 2) //=> ['clause,party,bucket,clocks,paused', 'reply,sales,under50,1,0']
 */
export function reportCsv(report: Report, { table }: ReportCsvOptions): string {
  if (!Object.hasOwn(tables, table)) {
    throw new LeadSlaError([
      issue('unknown-value', ['table'], { expected: 'a table of the report', got: table, known: Object.keys(tables) }),
    ])
  }
  const { columns, rows } = tables[table](report)
  let text = `${columns.join(',')}\r\n`
  for (const row of rows) text += `${columns.map((_, index) => cellText(row[index] ?? null)).join(',')}\r\n`
  return text
}

/** Spreadsheets take a text that begins so for a formula, some of them after spaces. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
