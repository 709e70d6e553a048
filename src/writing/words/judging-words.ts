/** What a language must say about the stick and the carrot: what follows late promises, and what is earned by keeping them. */
import type { PeriodLength } from '../../agreement/clause-document.ts'
import type { SubjectKind } from '../../agreement/conduct-facts.ts'
import type { Phrase } from '../text/phrase.ts'

export interface ConsequenceWords {
  /** Who is judged, and by what; `clauses` is `null` for all promises. */
  judged(of: SubjectKind, party: Phrase, per: PeriodLength, clauses: Phrase | null): Phrase
  /** `condition` is `null` for any promise that was late or missed. */
  strike(condition: Phrase | null): Phrase
  minimumSample(count: string): Phrase
  grace(periods: string, count: number): Phrase
  forgiven(periods: string, count: number): Phrase
  judgedAfter(amount: Phrase): Phrase
  /** When a step is taken: at the n-th strike. */
  atStrike(number: string): Phrase
  onCondition(condition: Phrase): Phrase
  notice(to: Phrase): Phrase
  coaching(to: Phrase): Phrase
  returnLeads(to: Phrase): Phrase
  adjustQuota(clause: Phrase, share: Phrase, isMore: boolean): Phrase
  moveBudget(from: Phrase, to: Phrase, money: Phrase): Phrase
}

export interface IncentiveWords {
  readonly levels: Phrase
  readonly conformity: Phrase
  readonly streaks: Phrase
  readonly badges: Phrase
  readonly awards: Phrase
  readonly prizes: Phrase
  readonly spifs: Phrase
  readonly boards: Phrase
  readonly capacity: Phrase
  readonly unnamed: Phrase
  earnedPer(per: PeriodLength): Phrase
  points(points: string, count: number): Phrase
  /** `share` is `null` where the promise's own target counts. */
  level(of: SubjectKind, clause: Phrase, share: Phrase | null, points: Phrase): Phrase
  exceeded(share: Phrase, points: Phrase): Phrase
  due(date: Phrase, points: Phrase): Phrase
  eachPeriod(per: PeriodLength, points: Phrase): Phrase
  streak(level: Phrase, every: string, points: Phrase): Phrase
  badge(of: SubjectKind, party: Phrase, condition: Phrase): Phrase
  readonly once: Phrase
  award(of: SubjectKind, per: PeriodLength, bonus: Phrase): Phrase
  readonly split: Phrase
  leastPoints(points: Phrase): Phrase
  prize(of: SubjectKind, per: PeriodLength, points: Phrase, worth: Phrase): Phrase
  spif(of: SubjectKind, clause: Phrase, money: Phrase, when: Phrase): Phrase
  role(role: Phrase): Phrase
  budget(money: Phrase): Phrase
  board(of: SubjectKind, per: PeriodLength, by: 'points' | 'kept' | 'keptShare'): Phrase
  readonly perCapacity: Phrase
  counting(clauses: Phrase): Phrase
  readonly nobodyNamed: Phrase
}

export interface JudgingWords {
  /** The facts of a period that rules read, as subjects of a sentence. */
  readonly facts: { readonly [fact: string]: Phrase }
  readonly consequence: ConsequenceWords
  readonly incentive: IncentiveWords
}
