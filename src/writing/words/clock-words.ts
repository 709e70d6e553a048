/** What a language must say about a clock: whose hours it counts, how long it pauses, what ends it, and what excuses it. */
import type { TimedClauseDocument } from '../../agreement/clause-document.ts'
import type { Phrase } from '../text/phrase.ts'

/** Whose calendar counts instead of the clause's own. */
export type Follows = NonNullable<TimedClauseDocument['clockFollows']>

export interface ClockWords {
  /** Whose hours count, behind an amount of time; `calendar` is the clause's own. */
  hoursOf(follows: Follows, calendar: Phrase): Phrase
  /** The same beside a list of times. */
  counted(follows: Follows, calendar: Phrase): Phrase
  /** Whose business days are meant, behind a number of them; `calendar` is `null` for the clock that never stops. */
  daysOf(follows: Follows, calendar: Phrase | null): Phrase
  readonly whose: Phrase
  /** Whose calendar counts, and which one otherwise; `calendar` is `null` for the clock that never stops. */
  chosen(follows: Follows, calendar: Phrase | null): Phrase
  readonly chosenAtStart: Phrase
  /** Of a list of teams and people. */
  readonly whoHasWhich: Phrase
  readonly calendar: Phrase
  readonly followedByNone: Phrase
  /** Beside a worked deadline of a clock that follows somebody. */
  here(calendar: Phrase): Phrase
  /** `counted` says how the amount is counted. */
  longestPause(amount: Phrase, counted: Phrase): Phrase
  mostPauses(count: string, pauses: number): Phrase
  readonly excused: Phrase
  /** `limits` says until when and for which reasons. */
  excuse(trigger: Phrase, limits: Phrase): Phrase
  /** The same to those who owe the promise. */
  yourExcuse(clause: Phrase, trigger: Phrase, limits: Phrase): Phrase
  fromStart(window: Phrase): Phrase
  readonly whileOpen: Phrase
  readonly anyReason: Phrase
  readonly counts: Phrase
  channels(channels: Phrase): Phrase
  readonly direction: { readonly inbound: Phrase; readonly outbound: Phrase }
  atLeast(amount: Phrase): Phrase
}
