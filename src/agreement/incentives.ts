/** What earns points and what points earn, checked. **Units** money in minor units, amounts of time in milliseconds. */
import type { PeriodLength } from './clause-document.ts'
import type { ConductRule, SubjectKind } from './conduct-facts.ts'
import type { BoardDocument, MoneyDocument } from './incentives-document.ts'

export interface Incentives {
  readonly per: PeriodLength
  readonly judgeAfterMs: number
  readonly levels: readonly Level[]
  readonly duties: readonly Duty[]
  readonly streaks: readonly Streak[]
  readonly badges: readonly Badge[]
  readonly awards: readonly Award[]
  readonly prizes: readonly Prize[]
  readonly spifs: readonly Spif[]
  readonly boards: ReadonlyMap<string, Board>
  /** Thousandths of a full-time person, by name. */
  readonly capacity: { readonly people: ReadonlyMap<string, number>; readonly teams: ReadonlyMap<string, number> }
  readonly unnamed: 'everybody' | ReadonlySet<string>
}

interface Titled {
  readonly name: string
  readonly title: string | null
}

export interface Level extends Titled {
  readonly for: SubjectKind
  readonly owedBy: string
  /** The clause whose clocks are counted; `null` for a promise that is counted over a period. */
  readonly clocksOf: string | null
  /** The clause that is counted over a period, or whose target this is; `null` for a share of a timed clause. */
  readonly promise: string | null
  /** The share of clocks; `null` where the promise has its own target. */
  readonly atLeast: number | null
  readonly met: number
  readonly exceeded: { readonly atLeast: number; readonly points: number } | null
  readonly minimumSample: number
}

export interface Duty extends Titled {
  readonly points: number
  /** The last day, as a day number; `null` where it is done once a period. */
  readonly dueDay: number | null
  readonly per: PeriodLength | null
}

export interface Streak extends Titled {
  readonly level: string
  readonly every: number
  readonly points: number
}

export interface Badge extends Titled {
  readonly owedBy: string
  readonly for: SubjectKind
  readonly when: ConductRule
  readonly minimumSample: number
  readonly once: boolean
}

export interface Contest extends Titled {
  readonly for: SubjectKind
  readonly per: PeriodLength
  readonly role: string | null
  readonly budget: MoneyDocument | null
}

export interface Award extends Contest {
  readonly bonusPoints: number
  readonly bonus: MoneyDocument | null
  readonly ties: 'each' | 'split'
  readonly minimumPoints: number
}

export interface Prize extends Contest {
  readonly points: number
  readonly worth: MoneyDocument
}

export interface Spif extends Titled {
  readonly for: 'team' | 'owner'
  readonly clause: string
  /** **Units** epoch milliseconds, `[from, to)`. */
  readonly from: number
  readonly to: number
  readonly each: MoneyDocument
  readonly budget: MoneyDocument
}

export interface Board extends Titled, Pick<BoardDocument, 'for' | 'per' | 'by'> {
  /** `null` for all. */
  readonly clauses: ReadonlySet<string> | null
  readonly perCapacity: boolean
  readonly minimumSample: number
}
