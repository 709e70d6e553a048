/**
 * A report is what people look at: both parties side by side, how each clause was kept and by whom, what is due, how things move,
 * and how good the data is. It is plain JSON that follows from an evaluation, so that a page, a message, a table and a
 * monitoring system all show the same figures; words and rounding belong to whoever renders it.
 *
 * Figures of the past are about the clocks that started in the period, as on the scorecard. What is open is open at `asOf`,
 * whenever it started.
 */
import type { Consequence } from '../../consequences/consequence.ts'
import type { PeriodResult } from '../../evaluation/evaluation.ts'
import type { IncentiveEntry } from '../../incentives/entry.ts'
import type { BoardLine, Leaderboard } from '../../incentives/leaderboard.ts'
import type { ArrivalMap, ClauseSection } from './clause-shape.ts'
import type { Capped, ClockRow, Counts, Person, Team } from './figures-shape.ts'
import type { FunnelSection } from './funnel-shape.ts'
import type { QualitySection } from './quality-shape.ts'

export interface Report {
  readonly header: ReportHeader
  /** In the order of the agreement: the scorecard, a card for each party with the same members. */
  readonly parties: readonly PartySection[]
  /** One for each clause with clocks, in the order of the agreement. */
  readonly clauses: readonly ClauseSection[]
  /** All clocks that are open at `asOf`, whatever their clause. */
  readonly queue: QueueSection
  /** When leads arrive; `null` without events. Of each clause's clocks see `ClauseSection.arrivals`. */
  readonly arrivals: ArrivalMap | null
  /** How far leads came; `null` without events, and without a lifecycle. */
  readonly funnel: FunnelSection | null
  /** A leaderboard for each board of the incentives, for its own length of period; empty where the agreement has none. */
  readonly boards: readonly BoardSection[]
  readonly quality: QualitySection
  /** Every clock that some `keys` of the report name, each once, by key. */
  readonly clocks: readonly ClockRow[]
}

export interface ReportHeader {
  /** The agreement as its latest version names it. */
  readonly agreement: string
  readonly version: string
  /** `null` where the document has none. */
  readonly title: string | null
  /** All versions that the evaluation was made with. */
  readonly versions: readonly { readonly version: string; readonly hash: string }[]
  readonly asOf: string
  readonly knownAt: string | null
  /** The IANA zone in which periods, weekdays and hours are meant. */
  readonly timeZone: string
  /** `2026-04`, `2026-Q2`, `2026-W15`, `2026` or one of a fiscal year; from its first instant to the first of the next. */
  readonly period: string
  readonly from: string
  readonly to: string
  /** True when nothing more can start in the period. */
  readonly isOver: boolean
  readonly riskShare: number
  readonly minimumSample: number
  /** How many clocks there are in all, in the period, and open now. */
  readonly clocks: { readonly all: number; readonly inPeriod: number; readonly open: number }
}

export interface PartySection {
  readonly party: string
  readonly name: string
  /** The ids of its clauses with clocks, each of which has a `ClauseSection`. */
  readonly clauses: readonly string[]
  /** The clocks of all its clauses that started in the period. A share over different promises would say nothing. */
  readonly totals: Counts
  /** What it owes that is counted over a period: of periods that end in this one, and of those that last longer. */
  readonly promises: readonly PromiseRow[]
  /** What follows for the party, its teams and its people, of periods that end in this one. */
  readonly consequences: ConsequenceList
  /** What was earned in the period. */
  readonly earned: EarnedList
}

export interface PromiseRow extends PeriodResult {
  /** The title of its clause; `null` where it has none. */
  readonly title: string | null
  /** The name of its period, such as `2026-Q2`. */
  readonly period: string
  /** The same promise in the periods up to this one, the latest last; `latest` of them, and how many there were before. */
  readonly history: Capped<PromisePoint>
}

export interface PromisePoint {
  readonly period: string
  readonly from: string
  readonly to: string
  readonly actual: number | null
  readonly target: number
  readonly sample: number
  readonly interval: readonly [low: number, high: number] | null
  readonly status: PeriodResult['status']
}

export interface ConsequenceList extends Capped<ConsequenceRow> {
  /** How many are not shown because they are about people who are not to be named; not part of `total`. */
  readonly withheld: number
}

export interface ConsequenceRow extends Omit<Consequence, 'trace' | 'due' | 'action'> {
  readonly action: Consequence['due']['action']
  /** To whom it goes, of a notice, of coaching, and of leads that go back; `null` of the others. */
  readonly sentTo: string | null
  /** Of leads that go back: the first of them. */
  readonly leads: Capped<string> | null
  /** Of a quota that changes. */
  readonly quota: {
    readonly clause: string
    readonly target: number | null
    readonly newTarget: number | null
    readonly fromPeriod: string
  } | null
  /** Of a budget that moves. **Units** minor units of `currency`. */
  readonly budget: { readonly from: string; readonly to: string; readonly amountMinor: number; readonly currency: string } | null
  /** The person's, where it is about one. */
  readonly person: Person | null
}

export interface EarnedList extends Capped<EarnedRow> {
  /** How many are not shown because they are of people who are not to be named; not part of `total`. */
  readonly withheld: number
}

export interface EarnedRow extends IncentiveEntry {
  /** The person's, where a person earned it. */
  readonly person: Person | null
}

/** What is open, in lists that share no clock and whose totals add up to `open`. */
export interface QueueSection {
  readonly open: number
  /** Breached and open: by due instant, the oldest first. */
  readonly overdue: Capped<ClockRow>
  /** In time, with so much of the target used as `riskShare` says: by due instant. */
  readonly atRisk: Capped<ClockRow>
  /** In time: by due instant, the next first; those without one at the end. */
  readonly due: Capped<ClockRow>
  /** In time and paused: by when they would be due. */
  readonly paused: Capped<ClockRow>
}

export interface BoardSection extends Omit<Leaderboard, 'groups'> {
  readonly for: 'owner' | 'team'
  /** The people of one role, or the teams. */
  readonly groups: readonly BoardGroupSection[]
}

export interface BoardGroupSection {
  readonly role: string | null
  readonly ranked: Capped<BoardRow>
  /** Those with too small a sample. */
  readonly unranked: Capped<BoardRow>
}

/** `name` is left out: it is the person's or the team's. */
export interface BoardRow extends Omit<BoardLine, 'name'> {
  readonly person: Person | null
  readonly team: Team | null
}
