/** What a language must say about the details of promises that are counted over a period, and about money. */
import type { Phrase } from '../text/phrase.ts'

export interface PeriodWords {
  /** How much is owed: leads, or what leads are worth. */
  leads(count: string, leads: number): Phrase
  worth(value: Phrase): Phrase
  points(points: string, count: number): Phrase
  /** `from` is `null` for the first target. */
  targetFrom(from: Phrase | null, amount: Phrase): Phrase
  carryOver(carried: { readonly shortfall: boolean; readonly surplus: boolean; readonly most: Phrase | null }): Phrase
  readonly weights: Phrase
  readonly deduct: Phrase
  /** `limits` says until when and for which reasons; it may be empty. */
  deducted(trigger: Phrase, limits: Phrase): Phrase
  forReasons(reasons: Phrase): Phrase
  locked(amount: Phrase): Phrase
  readonly credit: Phrase
  credited(as: 'sourced' | 'influenced', by: 'declared' | 'firstTouch', party: Phrase): Phrase
  cooldown(amount: Phrase): Phrase
  recordedFrom(date: Phrase): Phrase
  suspended(clauses: Phrase): Phrase
  readonly automations: Phrase
  readonly peopleOnly: Phrase
  readonly touches: Phrase
  readonly touchesIntro: Phrase
  readonly rates: Phrase
  ratesIntro(currency: Phrase): Phrase
  readonly ratesFirst: Phrase
}
