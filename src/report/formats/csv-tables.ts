/** The tables of a report: one for each of its lists, with amounts and instants as they are in the data. */
import type { Capped, ClockRow } from '../data/figures-shape.ts'
import type { Cohort } from '../data/funnel-shape.ts'
import type { Report } from '../data/report-shape.ts'
import { type Cell, personColumns, personOf, type Table, teamColumns, teamOf } from './csv-cells.ts'
import { ageing, arrivals, clauses, delay, distribution, people, teams, trend } from './csv-clause-tables.ts'

const clockColumns = [
  'key',
  'clause',
  'lead',
  'cycle',
  'party',
  'status',
  'goal',
  'startedAt',
  'dueAt',
  'dueIfResumedAt',
  'breachedAt',
  'usedMs',
  'targetMs',
  'usedShare',
  'pausedMs',
  'lateMs',
] as const satisfies readonly (keyof ClockRow)[]

/** Of a list that was cut the last row says only how many more there are. */
function queue({ queue: { overdue, atRisk, due, paused } }: Report): Table {
  const lists = Object.entries({ overdue, atRisk, due, paused })
  const rows = lists.flatMap(([name, list]: [string, Capped<ClockRow>]) => [
    ...list.rows.map((row) => [
      name,
      null,
      ...clockColumns.map((column) => row[column]),
      ...personOf(row.owner),
      ...teamOf(row.team),
    ]),
    ...moreOf([name], list),
  ])
  return { columns: ['list', 'more', ...clockColumns, ...personColumns, ...teamColumns], rows }
}

function moreOf(head: readonly Cell[], { more }: Capped<unknown>): Cell[][] {
  return more === 0 ? [] : [[...head, more]]
}

function funnel({ funnel: section }: Report): Table {
  const reachedBy = (name: string, isMature: boolean | null, { leads, reached }: Pick<Cohort, 'leads' | 'reached'>) =>
    reached.map(({ state, leads: own, share, medianMs }) => [name, isMature, leads, state, own, share, medianMs])
  const rows = section
    ? [
        ...section.cohorts.rows.flatMap((cohort) => reachedBy(cohort.period, cohort.isMature, cohort)),
        ...reachedBy('mature', true, section.mature),
        ...reachedBy('all', null, section.all),
      ]
    : []
  return { columns: ['cohort', 'isMature', 'leads', 'state', 'reached', 'share', 'medianMs'], rows }
}

const promiseColumns = [
  'key',
  'clause',
  'title',
  'kind',
  'party',
  'period',
  'from',
  'to',
  'target',
  'actual',
  'expectedToDate',
  'sample',
  'pending',
  'excluded',
  'currency',
  'status',
] as const

function promises({ parties }: Report): Table {
  const rows = parties.flatMap((party) => party.promises.map((row) => promiseColumns.map((column) => row[column])))
  return { columns: promiseColumns, rows }
}

const consequenceColumns = [
  'key',
  'ladder',
  'period',
  'for',
  'name',
  'verdict',
  'standing',
  'step',
  'words',
  'action',
  'sentTo',
] as const

function consequences({ parties }: Report): Table {
  const rows = parties.flatMap(({ party, consequences: list }) => [
    ...list.rows.map((row) => [party, null, ...consequenceColumns.map((column) => row[column]), row.facts.strikes]),
    ...moreOf([party], list),
  ])
  return { columns: ['party', 'more', ...consequenceColumns, 'strikes'], rows }
}

const earnedColumns = [
  'key',
  'kind',
  'rule',
  'for',
  'name',
  'period',
  'at',
  'standing',
  'points',
  'amountMinor',
  'currency',
  'because',
] as const

function earned({ parties }: Report): Table {
  const rows = parties.flatMap(({ party, earned: list }) => [
    ...list.rows.map((row) => [party, null, ...earnedColumns.map((column) => row[column])]),
    ...moreOf([party], list),
  ])
  return { columns: ['party', 'more', ...earnedColumns], rows }
}

const boardColumns = ['rank', 'value', 'sample', 'capacity'] as const

function boards({ boards: sections }: Report): Table {
  const rows = sections.flatMap(({ board, period, isFinal, groups }) =>
    groups.flatMap(({ role, ranked, unranked }) => [
      ...[...ranked.rows, ...unranked.rows].map((row) => {
        const cells = boardColumns.map((column) => row[column])
        return [board, null, period, isFinal, role, ...cells, ...personOf(row.person).slice(0, 3), ...teamOf(row.team)]
      }),
      ...moreOf([board], { rows: [], total: 0, more: ranked.more + unranked.more }),
    ]),
  )
  const columns = ['board', 'more', 'period', 'isFinal', 'role', ...boardColumns, ...personColumns.slice(0, 3), ...teamColumns]
  return { columns, rows }
}

function quality({ quality: { refused, findings, suspicions, unassigned } }: Report): Table {
  const rows = [
    ...refused.byCode.map(({ code, count, example }) => ['refused', code, count, example.message]),
    ...findings.byCode.map(({ code, count, example }) => ['finding', code, count, example.message]),
    ...suspicions.map(({ code, clocks }) => ['suspicion', code, clocks, null]),
    ['unassigned', 'clocks', unassigned.clocks, null],
    ['unassigned', 'open', unassigned.open, null],
  ]
  return { columns: ['about', 'code', 'count', 'example'], rows }
}

/** Every table by its name. */
export const tables = {
  clauses,
  teams,
  people,
  trend,
  distribution,
  arrivals,
  ageing,
  delay,
  queue,
  funnel,
  promises,
  consequences,
  earned,
  boards,
  quality,
} as const satisfies Record<string, (report: Report) => Table>

export type ReportTable = keyof typeof tables
