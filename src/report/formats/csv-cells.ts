/** The cells that several tables of a report have. */
import type { Counts, Person, Team } from '../data/figures-shape.ts'

export type Cell = string | number | boolean | null

export interface Table {
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly Cell[]>
}

export const countColumns = [
  'clocks',
  'kept',
  'late',
  'openBreached',
  'open',
  'paused',
  'cancelled',
  'superseded',
  'waived',
  'decided',
] as const
export const shareColumns = ['share', 'low', 'high', 'isSmall'] as const
export const personColumns = ['personNumber', 'personId', 'personName', 'role'] as const
export const teamColumns = ['teamId', 'teamName'] as const

/** Returns the cells of counts. */
export const countsOf = (counts: Counts): Cell[] => countColumns.map((column) => counts[column])

interface Share {
  readonly share: number | null
  readonly interval: readonly [low: number, high: number] | null
  readonly isSmall: boolean
}

/** Returns the cells of a share. */
export const shareOf = ({ share, interval, isSmall }: Share): Cell[] => [
  share,
  interval?.[0] ?? null,
  interval?.[1] ?? null,
  isSmall,
]
/** Returns the cells of a person. */
export const personOf = (person: Person | null): Cell[] => [
  person?.number ?? null,
  person?.id ?? null,
  person?.name ?? null,
  person?.role ?? null,
]
/** Returns the cells of a team. */
export const teamOf = (team: Team | null): Cell[] => [team?.id ?? null, team?.name ?? null]
