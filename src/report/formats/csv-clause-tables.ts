/** The tables about the clauses with clocks. */
import type { ClauseSection } from '../data/clause-shape.ts'
import type { ComparedLine } from '../data/figures-shape.ts'
import type { Report } from '../data/report-shape.ts'
import {
  type Cell,
  countColumns,
  countsOf,
  personColumns,
  personOf,
  shareColumns,
  shareOf,
  type Table,
  teamColumns,
  teamOf,
} from './csv-cells.ts'

const ofClause = ({ clause, party }: ClauseSection): Cell[] => [clause, party]

export function clauses({ clauses: sections }: Report): Table {
  const columns = [
    'clause',
    'party',
    'title',
    'kind',
    'calendar',
    ...countColumns,
    ...shareColumns,
    'atRisk',
    'medianUsedMs',
    'worstLateMs',
  ]
  const rows = sections.map((section) => {
    const { title, kind, calendar, line } = section
    const { atRisk, medianUsedMs, worstLateMs } = line
    return [...ofClause(section), title, kind, calendar, ...countsOf(line), ...shareOf(line), atRisk, medianUsedMs, worstLateMs]
  })
  return { columns, rows }
}

const lineColumns = [...countColumns, ...shareColumns, 'medianUsedMs', 'worstLateMs', 'othersDecided', 'othersKept', 'standsOut']
const lineCells = (line: ComparedLine): Cell[] => [
  ...countsOf(line),
  ...shareOf(line),
  ...[line.medianUsedMs, line.worstLateMs, line.others.decided, line.others.kept, line.standsOut],
]

/** Beside the lines what was cut and what is nobody's, so that the rows of a clause add up to it. */
export function teams({ clauses: sections }: Report): Table {
  const rows = sections.flatMap((section) => [
    ...section.teams.rows.map((line) => [...ofClause(section), 'team', ...teamOf(line.team), ...lineCells(line)]),
    [...ofClause(section), 'rest', ...teamOf(null), ...countsOf(section.teams.rest)],
    [...ofClause(section), 'nobody', ...teamOf(null), ...countsOf(section.teams.nobody)],
  ])
  return { columns: ['clause', 'party', 'part', ...teamColumns, ...lineColumns], rows }
}

export function people({ clauses: sections }: Report): Table {
  const rows = sections.flatMap((section) => [
    ...section.people.rows.map((line) => [...ofClause(section), 'person', ...personOf(line.person), ...lineCells(line)]),
    [...ofClause(section), 'rest', ...personOf(null), ...countsOf(section.people.rest)],
    [...ofClause(section), 'nobody', ...personOf(null), ...countsOf(section.people.nobody)],
  ])
  return { columns: ['clause', 'party', 'part', ...personColumns, ...lineColumns], rows }
}

export function trend({ clauses: sections }: Report): Table {
  const rows = sections.flatMap((section) =>
    section.trend.rows.map((point) => {
      const { period, from, to, isRunning } = point
      return [...ofClause(section), period, from, to, isRunning, ...countsOf(point), ...shareOf(point)]
    }),
  )
  return { columns: ['clause', 'party', 'period', 'from', 'to', 'isRunning', ...countColumns, ...shareColumns], rows }
}

const binColumns = ['fromMs', 'toMs', 'stoppedInTime', 'stoppedLate', 'running', 'ended'] as const

export function distribution({ clauses: sections }: Report): Table {
  const rows = sections.flatMap((section) =>
    section.distribution.bins.map((bin) => [...ofClause(section), ...binColumns.map((column) => bin[column])]),
  )
  return { columns: ['clause', 'party', ...binColumns], rows }
}

const cellColumns = ['weekday', 'hour', 'count', 'openShare'] as const

export function arrivals({ clauses: sections, arrivals: leads }: Report): Table {
  const rows = sections.flatMap((section) =>
    section.arrivals.cells.map((cell) => ['clocks', ...ofClause(section), ...cellColumns.map((column) => cell[column])]),
  )
  const ofLeads = leads?.cells.map((cell) => ['leads', null, null, ...cellColumns.map((column) => cell[column])]) ?? []
  return { columns: ['of', 'clause', 'party', ...cellColumns], rows: [...rows, ...ofLeads] }
}

export function ageing({ clauses: sections }: Report): Table {
  const rows = sections.flatMap((section) =>
    section.ageing.buckets.map(({ bucket, clocks, paused }) => [...ofClause(section), bucket, clocks, paused]),
  )
  return { columns: ['clause', 'party', 'bucket', 'clocks', 'paused'], rows }
}

const delayColumns = [
  'systemMs',
  'humanMs',
  'pausedMs',
  'medianSystemMs',
  'medianHumanMs',
  'breachesWithoutOwner',
  'withSystemTime',
] as const

export function delay({ clauses: sections }: Report): Table {
  const rows = sections.map((section) => [...ofClause(section), ...delayColumns.map((column) => section.delay[column])])
  return { columns: ['clause', 'party', ...delayColumns], rows }
}
