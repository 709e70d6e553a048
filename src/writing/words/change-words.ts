/** What a language must say about the changes between two versions. */
import type { BearingReason } from '../../revision/bearing.ts'
import type { Phrase } from '../text/phrase.ts'

export interface ReviewWords {
  /** When the next one is, and `every` how long it is to the one after it. */
  next(date: Phrase, every: 'week' | 'month' | 'quarter' | 'year' | null): Phrase
  told(days: Phrase): Phrase
  readonly with: Phrase
  readonly agenda: Phrase
  readonly held: Phrase
}

export interface ChangeWords {
  /** Of a page about nothing but the changes. */
  title(agreement: Phrase): Phrase
  between(before: Phrase, after: Phrase): Phrase
  count(changes: string, count: number, breaking: string, breakingCount: number): Phrase
  readonly breaking: Phrase
  readonly others: Phrase
  /** The sentences end with what they quote. */
  added(subject: Phrase, text: Phrase): Phrase
  removed(subject: Phrase, text: Phrase): Phrase
  changed(subject: Phrase, was: Phrase, now: Phrase): Phrase
  moved(subject: Phrase, text: Phrase): Phrase
  /** Behind the sentence: whom it binds otherwise, and why. */
  bearing(party: Phrase | null, effect: 'stricter' | 'easier' | 'other', reason: Phrase): Phrase
  readonly reasons: { readonly [Reason in BearingReason]: Phrase }
  readonly underWay: Phrase
  clocks(clauses: Phrase, begins: Phrase | null): Phrase
  periods(clauses: Phrase, begins: Phrase | null): Phrase
  begin(clauses: Phrase, begins: Phrase | null): Phrase
  end(clauses: Phrase, begins: Phrase | null): Phrase
  readonly nothing: Phrase
  /** Days of 24 hours by themselves. */
  days(days: string, count: number): Phrase
  promise(name: Phrase): Phrase
  calendar(name: Phrase): Phrase
  state(name: Phrase): Phrase
  /** The keys of the document as people call them. */
  readonly labels: Readonly<Record<string, string>>
  /** Keys that mean something else inside of others, as `states.to`. */
  readonly inside: Readonly<Record<string, string>>
  /** Its fixed values as people call them. */
  readonly values: Readonly<Record<string, string>>
}
