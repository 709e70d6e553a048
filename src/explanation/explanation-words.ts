/**
 * What a language must say to explain a clock: one typed table, so that a sentence that is missing does not compile. The names
 * of days and months, decimals and lists come from `Intl`; the order of a date comes from the table, because the patterns of
 * the runtimes change with their versions. Phrases come without the full stop.
 */

import type { Attribution } from '../agreement/clause-document.ts'
import type { NotCounted } from '../agreement/counts.ts'
import type { Target } from '../agreement/target.ts'
import type { NoAttempt } from '../evaluation/attempts.ts'
import type { ClosedWhy } from './explanation.ts'

/** The parts of a date, as `Intl` names them. */
export interface DateNames {
  readonly weekday: string
  readonly day: string
  readonly month: string
  readonly year: string
}

/** What is needed to say an instant, a date or an amount of time. */
export interface TimeWords {
  /** For `Intl`, such as `de-DE`. */
  readonly locale: string
  /** With the year, and without it. */
  date(names: DateNames): string
  shortDate(names: DateNames): string
  instant(date: string, time: string): string
  hours(count: string): string
  minutes(count: string): string
  seconds(count: string): string
}

/** Why a clock started. */
export type StartBecause = 'trigger' | 'predecessor' | RestartBecause

/** Why a clock was closed to make room for the next cycle. */
export type RestartBecause = 'reset' | 'goal' | 'owner'

/** How a clock ended, or how it stands. */
export interface EndingWords {
  stopped(at: string, event: string): string
  cancelled(at: string, event: string, because: 'trigger' | 'requires'): string
  superseded(at: string, event: string, because: RestartBecause): string
  /** The lead was sent back. */
  excused(at: string, event: string): string
  /** The lead was merged into another. */
  merged(at: string, event: string): string
  stillOpen(asOf: string): string
}

/** How it is to be called. `late` is the time on the wall from the due instant to the end. */
export interface OutcomeWords {
  readonly kept: string
  readonly inTime: string
  late(late: string): string
  waived(late: string): string
  used(used: string): string
}

/** Why a clock was due when it was. */
export interface DueWords {
  /** `days` are the amounts of the dates, or `null` where there is but one. */
  duration(
    due: string,
    sum: { amount: string; isBusiness: boolean; start: string; isMoved: boolean; days: string | null },
  ): string
  businessDays(due: string, sum: { count: number; start: string; days: string | null; isMoved: boolean }): string
  endOfBusinessDay(due: string, sum: { count: number; isMoved: boolean }): string
  dueFrom(due: string, fact: string): string
  /** The fact names a time before the start. */
  atStart(due: string, fact: string): string
  /** Behind any of them: the calendar was closed, and opens next at the due instant. */
  readonly rolled: string
  readonly paused: string
  ifResumed(due: string): string
  readonly closedWhilePaused: string
  noFact(fact: string): string
  readonly noTimeLeft: string
  onDay(amount: string, date: string): string
  onMoreDays(amount: string, count: number): string
}

/** The words of one language. */
/** What is owed: a stop, or the attempts of a cadence in so many channels. */
export interface Promised {
  readonly party: string
  readonly lead: string
  readonly within: string
  readonly calendar: string | null
  readonly zone: string
  readonly attempts: { readonly count: number; readonly channels: number } | null
}

/** What was tried on a clock and did not count, or did. `channel` is that of the event. */
export interface TriedWords {
  /** `count` is how many count with it; `isKnown` for a channel that was used before, where several are owed. */
  attempted(at: string, event: string, attempt: { count: number; channel: string; isKnown: boolean }): string
  notAttempted(at: string, event: string, because: NoAttempt): string
  notCounted(at: string, event: string, because: NotCounted, channel: string): string
}

export interface ExplanationWords extends TimeWords {
  event(id: string, type: string, actor: string | null, reason: string | null): string
  owner(owner: string | null, team: string | null): string

  promise(clause: string, promise: Promised): string
  within(target: Target, amountOf: (ms: number) => string): string
  readonly started: { readonly [Why in StartBecause]: (cycle: number, at: string, event: string) => string }

  handedOver(at: string, event: string, from: string | null, to: string | null): string
  retargeted(at: string, event: string, from: string | null, to: string | null): string
  reopened(at: string, event: string, stopped: { at: string; event: string }): string
  /** A pause that took nothing, because the calendar was closed all the time. */
  pausedForNothing(at: string, event: string, until: string | null): string

  counted(amount: string, from: string, to: string): string
  paused(from: string, to: string, event: string): string
  /** Until the pause had lasted as long as one may. */
  pausedToTheCap(from: string, to: string, event: string): string
  /** The clock had been paused as often as it may. */
  notPaused(at: string, event: string): string
  readonly tried: TriedWords
  /** The time from a stop until the clock was reopened. */
  stoppedMeanwhile(from: string, to: string, event: string): string
  closed(from: string, to: string, reasons: string): string
  /** Why it was closed, with the dates where they matter, and how many. */
  readonly closedBecause: { readonly [Why in ClosedWhy]: (dates: string, count: number) => string }
  named(date: string, name: string): string
  moreDates(count: number): string
  moreSteps(count: number): string

  waivedBy(exception: { name: string; from: string; to: string; reason: string; approvedBy: string | null }): string
  readonly countsFor: { readonly [Kind in Attribution | 'ownerAtEnd']: (owner: string) => string }
  readonly countsForNobody: string
  shares(shares: string): string
  share(owner: string, amount: string): string

  readonly due: DueWords
  readonly ending: EndingWords
  readonly outcome: OutcomeWords
  /** Returns why it was due and how it ended, in one sentence. */
  argument(due: string, ending: string, outcomes: string): string
}
