/** A clock as the tables look at it. */
import type { Obligation } from '../evaluation/obligation.ts'

export type TableClock = Pick<
  Obligation,
  'key' | 'clause' | 'lead' | 'party' | 'owner' | 'team' | 'status' | 'startedAt' | 'dueAt' | 'breachedAt' | 'usedMs' | 'targetMs'
>
