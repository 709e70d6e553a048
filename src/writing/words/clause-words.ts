/** What a language must say about a promise: conditions, triggers, times, and the sentences they make. */
import type { Attribution, PeriodLength } from '../../agreement/clause-document.ts'
import type { DayParts, MomentParts } from '../figures.ts'
import type { Phrase } from '../text/phrase.ts'

export interface TimeWords {
  /** Returns the text in the language's quotation marks. */
  quoted(text: Phrase): Phrase
  /** `3 April 2026` */
  date(day: DayParts): Phrase
  /** `3 April`, of every year */
  yearly(day: DayParts): Phrase
  /** `Friday 3 April`, as the subject of a sentence. */
  weekday(day: DayParts): Phrase
  /** `on Friday 3 April 2026 at 16:30` */
  on(moment: MomentParts): Phrase
  /** `16:30 to 18:00` */
  hours(from: string, to: string): Phrase
  within(amount: Phrase): Phrase
  withinDays(days: string, count: number): Phrase
  /** The end of the n-th business day, 0 for the same. */
  byEndOfDay(days: string, count: number): Phrase
  byFact(fact: Phrase): Phrase
  /** Days of 24 hours, as in `within 60 days`. */
  days(days: string, count: number): Phrase
  /** How hours are counted, behind an amount of them. */
  onCalendar(calendar: Phrase): Phrase
  readonly aroundTheClock: Phrase
  /** The same beside a list of times; `null` for the clock that never stops. */
  counted(calendar: Phrase | null): Phrase
  /** Whose business days are meant, behind a number of them. */
  daysOf(calendar: Phrase): Phrase
  readonly everyDay: Phrase
}

/** Conditions are main clauses: `score is at least 80`. */
export interface ConditionWords {
  eventFact(name: Phrase): Phrase
  readonly lead: Phrase
  readonly event: Phrase
  readonly state: Phrase
  readonly owner: Phrase
  readonly team: Phrase
  readonly byPerson: Phrase
  readonly byAutomation: Phrase
  readonly hasOwner: Phrase
  readonly hasNoOwner: Phrase
  /** Of an event that assigns a lead. */
  readonly namesSomebody: Phrase
  readonly namesNobody: Phrase
  readonly operators: {
    readonly [Operator in
      | 'equal'
      | 'notEqual'
      | 'lessThan'
      | 'lessThanInclusive'
      | 'greaterThan'
      | 'greaterThanInclusive'
      | 'in'
      | 'notIn'
      | 'contains'
      | 'doesNotContain']: (fact: Phrase, value: Phrase) => Phrase
  }
  /** An operator of somebody's own. */
  operator(fact: Phrase, operator: Phrase, value: Phrase): Phrase
  isEmpty(fact: Phrase): Phrase
  isNotEmpty(fact: Phrase): Phrase
  readonly nothing: Phrase
  readonly yes: Phrase
  readonly no: Phrase
  not(condition: Phrase): Phrase
  /** Of a condition with a name, or of several. */
  applies(names: Phrase, several: boolean): Phrase
  doesNotApply(name: Phrase): Phrase
  readonly always: Phrase
  someOf(fact: Phrase): Phrase
  everyOf(fact: Phrase): Phrase
  readonly oneValue: Phrase
  forSome(condition: Phrase, values: Phrase): Phrase
  forEvery(condition: Phrase, values: Phrase): Phrase
  /** A trigger or an action, and what must hold with it. */
  provided(what: Phrase, condition: Phrase): Phrase
}

/** Whether a lead is spoken of for the first time. */
export type Mention = 'a' | 'the'

/** Triggers are clauses that follow `when` in English and `wenn` in German: `a lead is assigned`, `ein Lead zugewiesen wird`. */
export interface TriggerWords {
  /** Types of events that have words of their own. */
  readonly events: { readonly [type: string]: (lead: Mention) => Phrase }
  happens(types: Phrase): Phrase
  enters(lead: Mention, states: Phrase): Phrase
  leaves(lead: Mention, states: Phrase): Phrase
  disposed(lead: Mention, states: Phrase): Phrase
  /** `condition` is `null` where it has been said before. */
  becomes(lead: Mention, condition: Phrase | null): Phrase
  when(trigger: Phrase): Phrase
}

/** The parts of a sentence about a timed promise. */
interface TimedParts {
  /** Who owes it; `null` for the reader. */
  readonly party: Phrase | null
  readonly start: Phrase
  readonly stop: Phrase
  /** Such as `within 4 hours`; `null` where it depends on the lead. */
  readonly target: Phrase | null
  /** Such as `in the opening hours of Berlin`. */
  readonly clock: Phrase
}

interface CadenceParts {
  readonly party: Phrase | null
  readonly start: Phrase
  readonly count: string
  readonly attempts: number
  readonly target: Phrase
  readonly clock: Phrase
  readonly spacing: Phrase | null
  readonly channels: string | null
}

export interface PromiseWords {
  timed(parts: TimedParts): Phrase
  cadence(parts: CadenceParts): Phrase
  attempt(attempt: Phrase): Phrase
  /** `amount` is `null` where it changes in time and is set out below. */
  volume(party: Phrase, per: PeriodLength, amount: Phrase | null): Phrase
  counted(trigger: Phrase, per: PeriodLength): Phrase
  amount(party: Phrase, per: PeriodLength, money: Phrase | null): Phrase
  /** What the contract's events call `amountMinor`. */
  readonly amountOfEvent: Phrase
  summed(fact: Phrase, trigger: Phrase): Phrase
  ratio(party: Phrase, per: PeriodLength, share: Phrase): Phrase
  ratioOf(trigger: Phrase): Phrase
  ratioThat(trigger: Phrase, maturity: Phrase | null): Phrase
  compliance(party: Phrase, per: PeriodLength, share: Phrase, clause: Phrase): Phrase
  atLeast(amount: Phrase): Phrase
  atMost(amount: Phrase): Phrase
  between(least: Phrase, most: Phrase): Phrase
  minimumSample(count: string, sample: number): Phrase
  pace(calendar: Phrase): Phrase
  readonly paceEveryDay: Phrase
}

/** What else is agreed about the clock of a promise: labels, and what stands beside them. */
export interface DetailWords {
  readonly owedTo: Phrase
  readonly starts: Phrase
  readonly done: Phrase
  readonly pauses: Phrase
  readonly resumes: Phrase
  readonly ends: Phrase
  readonly restarts: Phrase
  readonly onlyWhile: Phrase
  readonly moreover: Phrase
  readonly target: Phrase
  readonly once: Phrase
  reopened(amount: Phrase): Phrase
  after(clause: Phrase): Phrase
  readonly perOwner: Phrase
  readonly onChange: { readonly keep: Phrase; readonly retarget: Phrase; readonly restart: Phrase }
  readonly attribution: { readonly [Kind in Attribution]: Phrase }
  readonly boundary: { readonly close: Phrase; readonly nextOpen: Phrase }
  /** The rules of the clock that hold for every promise. */
  readonly rules: readonly Phrase[]
  readonly example: Phrase
  readonly everyLead: Phrase
  readonly allOthers: Phrase
}

/** Where a worked deadline comes from. */
export interface ExampleWords {
  due(event: Phrase, on: Phrase, due: Phrase, reason: Phrase): Phrase
  readonly none: Phrase
  zone(timeZone: Phrase): Phrase
  countsOn(amount: Phrase, day: DayParts, hours: Phrase): Phrase
  counts(parts: Phrase): Phrase
  moreDays(amount: Phrase, days: string, count: number): Phrase
  /** A day in the list of `closed`. */
  closedOn(day: DayParts): Phrase
  closed(days: Phrase, count: number): Phrase
  closedDays(days: string): Phrase
  /** A day in the list of `holidays`. */
  holidayOn(day: DayParts, name: Phrase | null): Phrase
  holidays(days: Phrase, count: number): Phrase
  readonly always: Phrase
  readonly atNextOpening: Phrase
  businessDays(days: Phrase, count: number): Phrase
  nthBusinessDay(day: Phrase, days: string): Phrase
  readonly rolled: Phrase
  /** The close of the n-th business day, 0 for its own. */
  closes(day: Phrase, time: string, days: string, count: number): Phrase
  named(fact: Phrase): Phrase
}

/** Reminders, and what happens step by step when a promise is late. */
export interface FollowWords {
  readonly owner: Phrase
  readonly manager: Phrase
  readonly pool: Phrase
  atShare(share: Phrase, to: Phrase): Phrase
  before(amount: Phrase, on: 'business' | 'wall', to: Phrase): Phrase
  /** How the times before and after are counted. */
  readonly clock: Phrase
  readonly deliver: { readonly openHours: Phrase; readonly anyTime: Phrase; readonly digest: Phrase }
  /** `after` is `null` for the moment at which the promise is late; `to` is `null` where the step names nobody. */
  step(action: 'notify' | 'reassign' | 'pool', after: Phrase | null, to: Phrase | null): Phrase
}

export interface ClauseWords {
  readonly time: TimeWords
  readonly condition: ConditionWords
  readonly trigger: TriggerWords
  readonly promise: PromiseWords
  readonly detail: DetailWords
  readonly example: ExampleWords
  readonly follow: FollowWords
}
