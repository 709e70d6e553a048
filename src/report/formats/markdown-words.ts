/** What a short report in words says, in each of its languages. Every name in it is markup already. */

import type { PeriodStatus } from '../../evaluation/evaluation.ts'
import type { TimeWords } from '../../explanation/explanation-words.ts'
import { languages } from '../../explanation/languages.ts'
import type { Language } from '../../language.ts'
import type { PeriodNames } from '../page/report-figures.ts'

export interface MarkdownWords {
  readonly periods: PeriodNames
  /** `of a period`, `asOf` in the zone. */
  readonly head: (period: string, asOf: string, zone: string) => string
  readonly nothing: string
  readonly kept: (kept: string, decided: string) => string
  readonly tooFew: string
  readonly overdue: (count: string) => string
  readonly promise: (actual: string, target: string) => string
  readonly none: string
  readonly statuses: Readonly<Record<PeriodStatus, string>>
  readonly now: string
  readonly queue: (overdue: string, atRisk: string, due: string, paused: string) => string
  readonly due: (at: string) => string
  readonly nobody: string
  readonly person: (number: string) => string
  readonly consequences: string
  readonly step: (ladder: string, step: string, whom: string) => string
  readonly standings: Readonly<Record<'final' | 'pending' | 'running', string>>
  /** Counts of things come as they are and as a figure. */
  readonly withheld: (count: number, figure: string) => string
  readonly data: string
  readonly refused: (count: number, figure: string) => string
  readonly unassigned: (count: number, figure: string) => string
  readonly more: (count: string) => string
}

const english: MarkdownWords = {
  periods: { quarter: (quarter, year) => `Q${quarter} ${year}`, week: (week, year) => `week ${week} of ${year}` },
  head: (period, asOf, zone) => `${period}, as of ${asOf} (${zone})`,
  nothing: 'no clocks in the period, and no promise that is counted over it',
  kept: (kept, decided) => `${kept} of ${decided} kept`,
  tooFew: 'too few to judge a share by',
  overdue: (count) => `${count} overdue and open`,
  promise: (actual, target) => `${actual} of ${target}`,
  none: 'nothing yet',
  statuses: {
    onTrack: 'on track',
    behind: 'behind',
    met: 'met',
    missed: 'missed',
    insufficientData: 'too little to judge',
    suspended: 'suspended',
  },
  now: 'Now',
  queue: (overdue, atRisk, due, paused) => `${overdue} overdue, ${atRisk} at risk, ${due} due later, ${paused} paused`,
  due: (at) => `due ${at}`,
  nobody: 'nobody’s',
  person: (number) => `person ${number}`,
  consequences: 'Consequences',
  step: (ladder, step, whom) => `${ladder}: ${step} for ${whom}`,
  standings: { final: 'due', pending: 'if what is pending changes nothing', running: 'if the period ended now' },
  withheld: (count, figure) => `${figure} about ${count === 1 ? 'somebody who is' : 'people who are'} not named`,
  data: 'Data',
  refused: (count, figure) => `${figure} ${count === 1 ? 'event' : 'events'} refused`,
  unassigned: (count, figure) => `${figure} ${count === 1 ? 'clock' : 'clocks'} without an owner`,
  more: (count) => `and ${count} more`,
}

const german: MarkdownWords = {
  periods: { quarter: (quarter, year) => `${quarter}. Quartal ${year}`, week: (week, year) => `Kalenderwoche ${week}, ${year}` },
  head: (period, asOf, zone) => `${period}, Stand ${asOf} (${zone})`,
  nothing: 'keine Fristen im Zeitraum und keine Zusage, die über ihn gezählt wird',
  kept: (kept, decided) => `${kept} von ${decided} eingehalten`,
  tooFew: 'zu wenige für einen Anteil',
  overdue: (count) => `${count} überfällig und offen`,
  promise: (actual, target) => `${actual} von ${target}`,
  none: 'noch nichts',
  statuses: {
    onTrack: 'auf Kurs',
    behind: 'im Rückstand',
    met: 'erfüllt',
    missed: 'verfehlt',
    insufficientData: 'zu wenig für ein Urteil',
    suspended: 'ausgesetzt',
  },
  now: 'Jetzt',
  queue: (overdue, atRisk, due, paused) =>
    `${overdue} überfällig, ${atRisk} gefährdet, ${due} später fällig, ${paused} angehalten`,
  due: (at) => `fällig ${at}`,
  nobody: 'ohne Zuständige',
  person: (number) => `Person ${number}`,
  consequences: 'Folgen',
  step: (ladder, step, whom) => `${ladder}: ${step} für ${whom}`,
  standings: { final: 'fällig', pending: 'wenn Offenes nichts mehr ändert', running: 'wenn der Zeitraum jetzt endete' },
  withheld: (count, figure) =>
    count === 1 ? `${figure} über eine Person, die nicht genannt wird` : `${figure} über Personen, die nicht genannt werden`,
  data: 'Daten',
  refused: (count, figure) => `${figure} ${count === 1 ? 'Ereignis' : 'Ereignisse'} abgelehnt`,
  unassigned: (count, figure) => `${figure} ${count === 1 ? 'Frist' : 'Fristen'} ohne Zuständige`,
  more: (count) => `und ${count} weitere`,
}

/** A further language is a table and a line here. */
export const markdownLanguages: Readonly<Record<Language, { readonly words: MarkdownWords; readonly time: TimeWords }>> = {
  en: { words: english, time: languages.en },
  de: { words: german, time: languages.de },
}
