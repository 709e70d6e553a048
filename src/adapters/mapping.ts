/** The door of mappings: a document is checked once, with all its mistakes, and then reads rows without ever throwing. */
import { shapeIssues } from '../agreement/shape.ts'
import { type Issue, issue, type Parsed } from '../errors.ts'
import type { LeadEvent } from '../events/event.ts'
import type { CsvOptions } from './csv.ts'
import { type MappingDocument, mappingSchema } from './mapping-document.ts'
import { type ColumnUse, type RowEvent, readRowEvent } from './row-event.ts'
import type { Row } from './template.ts'

/** A checked mapping. */
export interface Mapping {
  /** How the rows are written when they are CSV. */
  readonly csv: CsvOptions
  /** Every column that the mapping names. */
  readonly columns: readonly ColumnUse[]
  readonly events: readonly RowEvent[]
}

/** What one row became: its events, and why it holds no others. */
export interface MappedRow {
  readonly events: readonly LeadEvent[]
  readonly issues: readonly Issue[]
}

/** Returns the events of a row. `rowNumber` counts from 1 in the order of the file and orders what happened at the same instant. */
export type MapRow = (row: Row, rowNumber: number) => MappedRow

/**
 * Returns the checked mapping, or everything that is wrong with it.
 *
 * **Errors** `wrong-type`, `missing-key`, `unknown-key`, `out-of-range`, `unknown-value` (templates and date formats),
 * `unknown-time-zone`, and those of conditions.
 *
 * @example
 * const document = { events: [{ id: '{id}', lead: '{id}', type: 'lead.created', at: { text: '{day}', format: 'dd.MM.yyyy' } }] }
 * const mapping = parseMapping(document)
 * const problem = mapping.ok ? '' : mapping.issues[0]?.message //=> 'expected the IANA zone of dd.MM.yyyy, which has no offset'
 */
export function parseMapping(document: unknown): Parsed<Mapping> {
  const issues = shapeIssues(mappingSchema, document)
  if (issues.length > 0) return { ok: false, issues }
  const { csv = {}, events } = document as MappingDocument
  const read = events.map((event, index) => readRowEvent(event, ['events', index], issues))
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, value: Object.freeze({ csv: { ...csv }, columns: read.flatMap((event) => event.columns), events: read }) }
}

/**
 * Returns the function from rows to events. With the header of the file it first checks that every column is there.
 *
 * **Edges** the function is total: a row that cannot be read comes back as issues whose path is the column. An event of
 * which any part is wrong is left out as a whole; the other events of the row stand. `sequence: "row"` counts on through
 * the events of a row, so that the order of the mapping decides inside it.
 * **Errors** `unknown-column`, with the nearest columns of the header.
 *
 * @example
 * const mapping = parseMapping({ events: [{ id: '{id}', lead: '{id}', type: 'lead.created', at: '{created}' }] })
 * const map = mapping.ok ? compileMapping(mapping.value, ['id', 'created']) : mapping
 * const mapped = map.ok && map.value({ id: '0042', created: '2026-04-07T10:30:00+02:00' }, 1)
 * //=> { events: [{ id: '0042', lead: '0042', type: 'lead.created', at: '2026-04-07T08:30:00.000Z' }], issues: [] }
 */
export function compileMapping(mapping: Mapping, header?: readonly string[]): Parsed<MapRow> {
  const unknown = header ? mapping.columns.filter(({ column }) => !header.includes(column)) : []
  if (header && unknown.length > 0) {
    const expected = 'a column of the file'
    return {
      ok: false,
      issues: unknown.map(({ column, path }) => issue('unknown-column', path, { expected, got: column, known: header })),
    }
  }
  const { events: readers } = mapping
  return {
    ok: true,
    value: (row, rowNumber) => {
      const events: LeadEvent[] = []
      const issues: Issue[] = []
      for (const [index, reader] of readers.entries()) {
        const event = reader.read(row, rowNumber * readers.length + index, issues)
        if (event) events.push(event)
      }
      return { events, issues }
    },
  }
}
