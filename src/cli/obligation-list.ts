/** Obligations one by one: all of them, or those that somebody should look at now. */
import type { Zone } from '../clock/zone.ts'
import type { Status } from '../evaluation/obligation.ts'
import { wallTime } from '../explanation/wall-time.ts'
import { cut } from '../plain-text.ts'
import { readInstant } from '../time/instant.ts'
import { briefTime, count, wallSpan } from './figures.ts'
import type { Names } from './names.ts'
import { type Column, type Screen, table } from './table.ts'
import type { TableClock } from './table-clock.ts'

/** The words of the tables for each status. */
export const statusWords: Readonly<Record<Status, string>> = {
  met: 'kept',
  metLate: 'late',
  open: 'open',
  openBreached: 'overdue',
  paused: 'paused',
  cancelled: 'cancelled',
  waived: 'waived',
  superseded: 'superseded',
}

/** Whose times and names a list shows. */
export interface Viewpoint {
  readonly zone: Zone
  readonly names: Names
  readonly screen: Screen
  /** **Units** epoch milliseconds. */
  readonly asOf: number
}

/** Returns all obligations as a table. */
export function obligationList(obligations: readonly TableClock[], { zone, names, screen }: Viewpoint): string {
  const at = (instant: string | null): string => (instant === null ? '–' : wallTime(zone, readInstant(instant)))
  const columns: Column<TableClock>[] = [
    { title: 'key', least: 40, text: ({ key }) => key },
    { title: 'status', text: ({ status }) => statusWords[status], tone: toneOf },
    { title: 'owner', least: 8, dropped: 5, text: ({ owner }) => names.person(owner) },
    { title: 'started', dropped: 1, text: ({ startedAt }) => at(startedAt) },
    { title: 'due', dropped: 4, text: ({ dueAt }) => at(dueAt) },
    { title: 'used', align: 'right', dropped: 3, text: ({ usedMs }) => briefTime(usedMs) },
    { title: 'target', align: 'right', dropped: 2, text: ({ targetMs }) => briefTime(targetMs) },
  ]
  return table(columns, obligations, screen)
}

function toneOf({ status }: TableClock): 'bad' | undefined {
  return status === 'metLate' || status === 'openBreached' ? 'bad' : undefined
}

/** Returns the open clocks that are longest overdue, and those that are due next. */
export function urgentLists(obligations: readonly TableClock[], most: number, view: Viewpoint): string {
  const overdue = byDue(obligations, 'openBreached')
  const next = byDue(obligations, 'open')
  return [
    urgentList(`Most overdue now: ${shown(overdue, most)}`, overdue.slice(0, most), 'late by', view),
    urgentList(`Due next: ${shown(next, most)}`, next.slice(0, most), 'due in', view),
  ]
    .filter((text) => text !== '')
    .join('\n')
}

function urgentList(title: string, rows: readonly TableClock[], span: string, { zone, names, screen, asOf }: Viewpoint): string {
  if (rows.length === 0) return ''
  const dueOf = (clock: TableClock): number => clock.at('dueAt')
  const columns: Column<TableClock>[] = [
    { title: 'key', least: 40, text: ({ key }) => key },
    { title: 'owed by', least: 8, text: (row) => names.inCharge(row, 'owner') },
    { title: 'due', dropped: 1, text: (row) => wallTime(zone, dueOf(row)) },
    {
      title: span,
      align: 'right',
      text: (row) => wallSpan(Math.abs(asOf - dueOf(row))),
      tone: ({ status }) => (status === 'openBreached' ? 'bad' : undefined),
    },
  ]
  return `${screen.paint('strong', cut(title, screen.width))}\n${table(columns, rows, screen)}`
}

function byDue(obligations: readonly TableClock[], status: Status): TableClock[] {
  return obligations
    .filter((clock) => clock.status === status && !Number.isNaN(clock.at('dueAt')))
    .sort((a, b) => a.at('dueAt') - b.at('dueAt'))
}

function shown(rows: readonly TableClock[], most: number): string {
  return rows.length <= most ? count(rows.length) : `${count(most)} of ${count(rows.length)}`
}
