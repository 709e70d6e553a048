/** A clock as the tables look at it. */
import type { Obligation } from '../evaluation/obligation.ts'

/** The instants that tables show. */
export type TableInstant = 'startedAt' | 'dueAt' | 'breachedAt'

export interface TableClock
  extends Pick<
    Obligation,
    'key' | 'clause' | 'lead' | 'party' | 'owner' | 'team' | 'status' | 'usedMs' | 'targetMs' | TableInstant
  > {
  /** An instant without its text. **Units** epoch milliseconds, `NaN` for none. */
  at(which: TableInstant): number
}
