/** The carrot as a person writes it: what earns points, and what the points earn. [F4] */
import type { ConditionDocument } from '../conditions/condition.ts'
import type { PeriodLength } from './clause-document.ts'
import type { SubjectKind } from './conduct-facts.ts'

/** **Units** minor units of an ISO 4217 currency. */
export interface MoneyDocument {
  readonly amountMinor: number
  readonly currency: string
}

export interface IncentivesDocument<PartyName extends string = string> {
  /** How long the periods are in which points are earned. The default is a month. */
  readonly per?: PeriodLength
  /** A period counts as soon as nothing in it is pending, and at the latest so long after its end. 14 days when left out. */
  readonly judgeAfter?: string
  /** Points for a service level that was met, and more for one that was exceeded. */
  readonly levels?: { readonly [level: string]: LevelDocument }
  /** Points for process conformity, such as training done in time. */
  readonly conformity?: { readonly [duty: string]: ConformityDocument }
  /** Points for a level that was met time after time. */
  readonly streaks?: { readonly [streak: string]: StreakDocument }
  /** What is worn, and worth no points. */
  readonly badges?: { readonly [badge: string]: BadgeDocument<PartyName> }
  /** For the highest total of a period, with a bonus for each win. */
  readonly awards?: { readonly [award: string]: AwardDocument }
  /** For everybody who reaches a total. */
  readonly prizes?: { readonly [prize: string]: PrizeDocument }
  /** Money for each clock that is kept, for a short time. */
  readonly spifs?: { readonly [spif: string]: SpifDocument }
  readonly boards?: { readonly [board: string]: BoardDocument }
  /** What a full-time person is to a half-time one: `1` when left out, `0.5` for half the time. */
  readonly capacity?: {
    readonly people?: { readonly [person: string]: number }
    readonly teams?: { readonly [team: string]: number }
  }
  /** The people who are not to be named on any board; `everybody` for boards without names. */
  readonly unnamed?: 'everybody' | readonly string[]
}

/** A service level: a share of a timed clause's clocks for each subject, or a promise of a party that is counted over a period. */
export interface LevelDocument {
  readonly title?: string
  readonly clause: string
  readonly for: SubjectKind
  /** The share of clocks to be kept; that of a `compliance` clause when left out. Other clauses have their own target. */
  readonly atLeast?: number
  /** Points where the level is met. */
  readonly met: number
  /** Points instead, where it is exceeded: a share of the clocks, or a multiple of the target of a number or a sum. */
  readonly exceeded?: { readonly atLeast: number; readonly points: number }
  /** Of fewer decided clocks no level is met. */
  readonly minimumSample?: number
}

/** Done by the end of the day `due`, or once in each period of the length `per`; exactly one of them. */
export interface ConformityDocument {
  readonly title?: string
  readonly points: number
  readonly due?: string
  readonly per?: PeriodLength
}

export interface StreakDocument {
  readonly title?: string
  readonly level: string
  /** So many periods in a row, and again after as many more. */
  readonly every: number
  readonly points: number
}

export interface BadgeDocument<PartyName extends string = string> {
  readonly title?: string
  readonly owedBy: PartyName
  readonly for: SubjectKind
  readonly when: ConditionDocument
  /** Of fewer decided clocks no badge is earned. */
  readonly minimumSample?: number
  /** Worn for good, once earned; otherwise for the period. */
  readonly once?: boolean
}

interface ContestDocument {
  readonly title?: string
  readonly for: SubjectKind
  readonly per: PeriodLength
  /** Only people of this role take part. */
  readonly role?: string
  /** Out of what it is paid, as long as it lasts. Whatever pays money has a budget. */
  readonly budget?: MoneyDocument
}

export interface AwardDocument extends ContestDocument {
  /** For each win: points beside those of the contest, money, or both. */
  readonly bonus: { readonly points?: number; readonly amountMinor?: number; readonly currency?: string }
  /** Whether all who tie get the whole bonus, the default, or share its money. */
  readonly ties?: 'each' | 'split'
  /** Nobody wins with fewer; 1 when left out. */
  readonly minimumPoints?: number
}

export interface PrizeDocument extends ContestDocument {
  readonly points: number
  readonly worth: MoneyDocument
}

export interface SpifDocument {
  readonly title?: string
  readonly for: 'team' | 'owner'
  readonly clause: string
  /** The dates in the agreement's zone between which clocks start that count: `[from, to)`. */
  readonly from: string
  readonly to: string
  readonly each: MoneyDocument
  readonly budget: MoneyDocument
}

/** A leaderboard. People of different roles never share a ranking. */
export interface BoardDocument {
  readonly title?: string
  readonly for: 'team' | 'owner'
  readonly per: PeriodLength
  readonly by: 'points' | 'kept' | 'keptShare'
  /** The clauses whose clocks count; all when left out. */
  readonly clauses?: readonly string[]
  /** Divided by capacity. A share is not, for it needs none. */
  readonly perCapacity?: boolean
  /** Who has fewer decided clocks is listed without a rank. */
  readonly minimumSample?: number
}
