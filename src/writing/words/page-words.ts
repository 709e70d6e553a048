/** What a language must say around the promises: headings, open questions, guides and the table to negotiate at. */
import type { FindingCode } from '../../finding.ts'
import type { Phrase } from '../text/phrase.ts'

export interface HeadingWords {
  readonly contents: Phrase
  foot(agreement: Phrase, version: Phrase): Phrase
  readonly parties: Phrase
  readonly purpose: Phrase
  readonly definitions: Phrase
  readonly lifecycle: Phrase
  readonly calendars: Phrase
  readonly promises: Phrase
  owedBy(party: Phrase): Phrase
  readonly rules: Phrase
  readonly reminders: Phrase
  readonly escalation: Phrase
  readonly consequences: Phrase
  readonly incentives: Phrase
  readonly exceptions: Phrase
  readonly review: Phrase
  readonly versions: Phrase
  readonly more: Phrase
  readonly dataNames: Phrase
  readonly signatures: Phrase
  /** The parts about which the agreement says nothing. */
  readonly leftOut: Phrase
  readonly nothingAbout: Phrase
}

export interface FrontWords {
  readonly id: Phrase
  readonly version: Phrase
  readonly inForce: Phrase
  readonly timeZone: Phrase
  readonly fiscalYear: Phrase
  fiscalYearFrom(day: Phrase): Phrase
  readonly content: Phrase
  from(date: Phrase): Phrase
  to(date: Phrase): Phrase
  fromTo(from: Phrase, to: Phrase): Phrase
  readonly noDates: Phrase
}

export interface PartyWords {
  readonly members: Phrase
  readonly name: Phrase
  readonly team: Phrase
  readonly role: Phrase
  readonly teams: Phrase
  readonly title: Phrase
  readonly signatories: Phrase
  readonly signedOn: Phrase
  readonly signature: Phrase
  readonly date: Phrase
  /** Before the lines of a party. */
  signsFor(party: Phrase): Phrase
}

export interface StatusWords {
  readonly meaning: Phrase
  means(condition: Phrase): Phrase
  conditions: Phrase
  readonly state: Phrase
  readonly next: Phrase
  readonly entry: Phrase
  readonly by: Phrase
  readonly isInitial: Phrase
  readonly isDisposition: Phrase
  readonly noNext: Phrase
  readonly diagram: Phrase
  readonly diagramKey: Phrase
  readonly table: Phrase
}

export interface CalendarPageWords {
  usedBy(clauses: Phrase): Phrase
  holidays(from: Phrase, to: Phrase): Phrase
  readonly noHolidays: Phrase
  readonly date: Phrase
  readonly weekday: Phrase
  readonly name: Phrase
  readonly unnamed: Phrase
  readonly always: Phrase
}

export interface ExceptionWords {
  /** Of an empty list. */
  readonly nobody: Phrase
  readonly reason: Phrase
  readonly when: Phrase
  readonly whom: Phrase
  readonly approvedBy: Phrase
  readonly everybody: Phrase
  clauses(list: Phrase): Phrase
  leads(list: Phrase): Phrase
  owners(list: Phrase): Phrase
  teams(list: Phrase): Phrase
  readonly effect: Phrase
}

export interface VersionWords {
  readonly current: Phrase
  readonly first: Phrase
  since(version: Phrase): Phrase
  readonly unchanged: Phrase
  hash(hash: Phrase): Phrase
}

export interface DataNameWords {
  readonly intro: Phrase
  readonly type: Phrase
  readonly words: Phrase
  readonly usedBy: Phrase
}

export interface QuestionWords {
  title(count: number): Phrase
  readonly label: Phrase
  readonly none: Phrase
  readonly noPurpose: Phrase
  readonly noDates: Phrase
  readonly noDefinition: Phrase
  noSignatory(party: Phrase): Phrase
  undefinedState(state: Phrase): Phrase
  holidaysEnd(calendar: Phrase, date: Phrase): Phrase
  readonly noConsequence: Phrase
  /** About the place that the finding names. */
  finding(code: FindingCode, subject: Phrase): Phrase | null
}

export interface GuideWords {
  title(role: Phrase): Phrase
  foot(role: Phrase, agreement: Phrase): Phrase
  /** Of one person, of a team, of a role in a party. */
  readonly forWhom: Phrase
  readonly people: Phrase
  readonly glance: Phrase
  readonly promise: Phrase
  readonly byWhen: Phrase
  readonly yours: Phrase
  readonly yourPeoples: Phrase
  readonly period: Phrase
  readonly theirs: Phrase
  readonly nothing: Phrase
  readonly before: Phrase
  readonly after: Phrase
  readonly noReminder: Phrase
  readonly noStep: Phrase
  readonly may: Phrase
  readonly moves: Phrase
  readonly pausing: Phrase
  pauses(clause: Phrase, pause: Phrase, resume: Phrase | null): Phrase
  readonly noPause: Phrase
  readonly rejecting: Phrase
  rejects(states: Phrase): Phrase
  readonly reasons: Phrase
  readonly noReasons: Phrase
  readonly noRejection: Phrase
  readonly reaches: Phrase
  reached(clause: Phrase, what: Phrase): Phrase
  readonly waivers: Phrase
  readonly statuses: Phrase
}

export interface NegotiationWords {
  title(agreement: Phrase): Phrase
  readonly intro: Phrase
  readonly data: Phrase
  readonly noData: Phrase
  kept(share: Phrase, decided: string, count: number): Phrase
  interval(from: Phrase, to: Phrase): Phrase
  readonly small: Phrase
  median(amount: Phrase): Phrase
  quantile(share: Phrase, amount: Phrase): Phrase
  /** In the place of a share of nothing. */
  readonly nothingYet: Phrase
  actual(period: Phrase, actual: Phrase, target: Phrase): Phrase
  proposal(text: Phrase): Phrase
  readonly decision: Phrase
  readonly agreed: Phrase
  readonly changed: Phrase
}

export interface PageWords {
  readonly heading: HeadingWords
  readonly front: FrontWords
  readonly party: PartyWords
  readonly status: StatusWords
  readonly calendar: CalendarPageWords
  readonly exception: ExceptionWords
  readonly version: VersionWords
  readonly dataName: DataNameWords
  readonly question: QuestionWords
  readonly guide: GuideWords
  readonly negotiation: NegotiationWords
  /** Said once where sentences had to be taken from another language. */
  missing(count: number): Phrase
}
