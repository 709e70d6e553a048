/** What the scorecard and the rows of periods say, in each language. Words of the agreement stay in its own. */
import type { Rounding } from '../agreement/terms-document.ts'
import type { PeriodStatus } from '../evaluation/evaluation.ts'
import type { Language } from '../language.ts'

export interface CardWords {
  readonly decimal: string
  readonly thousands: string
  /** The status in a row, and in a sentence. */
  readonly verdicts: Readonly<Record<PeriodStatus, string>>
  readonly statuses: Readonly<Record<PeriodStatus, string>>
  readonly notes: {
    readonly rests: (key: string) => string
    readonly dataSince: (date: string) => string
    readonly pending: (count: string) => string
    readonly excluded: (count: string) => string
    readonly owedBefore: (figure: string) => string
    readonly doneBefore: (figure: string) => string
    readonly takenBack: (figure: string) => string
    readonly part: (target: string, days: string) => string
    readonly parts: (parts: string, days: string) => string
    readonly rounding: Readonly<Record<Rounding, string>>
  }
  readonly means: {
    readonly nothing: string
    readonly of: (done: string, target: string) => string
    readonly sample: (count: string) => string
    readonly by: (status: string, gap: string) => string
    readonly kept: (done: number, decided: number) => string
    readonly share: (share: string) => string
    readonly interval: (low: string, high: string) => string
    readonly breached: (count: number, open: number) => string
    readonly pending: (count: number, atRisk: number) => string
    readonly forNobody: (count: number) => string
    readonly tooFew: string
    readonly consequence: (step: string, name: string, strikes: number) => string
    readonly pendingStanding: string
    readonly runningStanding: string
  }
}

const english: CardWords = {
  decimal: '.',
  thousands: ',',
  verdicts: {
    onTrack: 'on track',
    behind: 'behind',
    met: 'met',
    missed: 'missed',
    insufficientData: 'too little data',
    suspended: 'suspended',
  },
  statuses: {
    onTrack: 'on track',
    behind: 'behind',
    met: 'met',
    missed: 'missed',
    insufficientData: 'too little to judge',
    suspended: 'suspended',
  },
  notes: {
    rests: (key) => `rests: ${key} is missed`,
    dataSince: (date) => `data only since ${date}`,
    pending: (count) => `${count} pending`,
    excluded: (count) => `${count} excluded`,
    owedBefore: (figure) => `${figure} owed from before`,
    doneBefore: (figure) => `${figure} done before`,
    takenBack: (figure) => `${figure} taken back of earlier periods`,
    part: (target, days) => `${target} for ${days}`,
    parts: (parts, days) => `target ${parts} of ${days} business days`,
    rounding: { halfEven: 'rounded half to even', halfAwayFromZero: 'rounded half away from zero' },
  },
  means: {
    nothing: 'nothing yet',
    of: (done, target) => `${done} of ${target}`,
    sample: (count) => `, of ${count}`,
    by: (status, gap) => `${status} by ${gap}`,
    kept: (done, decided) => `${done} of ${decided} kept`,
    share: (share) => `, ${share}`,
    interval: (low, high) => ` (95 % interval ${low} to ${high})`,
    breached: (count, open) => `${count} breached${open > 0 ? `, ${open} of them still open` : ''}`,
    pending: (count, atRisk) => `${count} pending${atRisk > 0 ? `, ${atRisk} of them at risk` : ''}`,
    forNobody: (count) => `${count} count for nobody`,
    tooFew: 'too few to judge a share by',
    consequence: (step, name, strikes) => `${step} for ${name}, at strike ${strikes}`,
    pendingStanding: ', if what is pending changes nothing',
    runningStanding: ', if the period ended now',
  },
}

const german: CardWords = {
  decimal: ',',
  thousands: '.',
  verdicts: {
    onTrack: 'im Plan',
    behind: 'im Rückstand',
    met: 'erfüllt',
    missed: 'verfehlt',
    insufficientData: 'zu wenig Daten',
    suspended: 'ausgesetzt',
  },
  statuses: {
    onTrack: 'im Plan',
    behind: 'im Rückstand',
    met: 'erfüllt',
    missed: 'verfehlt',
    insufficientData: 'zu wenig für ein Urteil',
    suspended: 'ausgesetzt',
  },
  notes: {
    rests: (key) => `ruht: ${key} ist verfehlt`,
    dataSince: (date) => `Daten erst seit ${date}`,
    pending: (count) => `${count} offen`,
    excluded: (count) => `${count} ausgenommen`,
    owedBefore: (figure) => `${figure} von früher geschuldet`,
    doneBefore: (figure) => `${figure} schon früher geleistet`,
    takenBack: (figure) => `${figure} aus früheren Zeiträumen zurückgenommen`,
    part: (target, days) => `${target} für ${days}`,
    parts: (parts, days) => `Ziel ${parts} von ${days} Geschäftstagen`,
    rounding: { halfEven: 'zur geraden Ziffer gerundet', halfAwayFromZero: 'kaufmännisch gerundet' },
  },
  means: {
    nothing: 'noch nichts',
    of: (done, target) => `${done} von ${target}`,
    sample: (count) => `, aus ${count}`,
    by: (status, gap) => `${status} um ${gap}`,
    kept: (done, decided) => `${done} von ${decided} gehalten`,
    share: (share) => `, ${share}`,
    interval: (low, high) => ` (95-%-Intervall ${low} bis ${high})`,
    breached: (count, open) => `${count} gebrochen${open > 0 ? `, davon ${open} noch offen` : ''}`,
    pending: (count, atRisk) => `${count} offen${atRisk > 0 ? `, davon ${atRisk} gefährdet` : ''}`,
    forNobody: (count) => `${count} ${count === 1 ? 'zählt' : 'zählen'} für niemanden`,
    tooFew: 'zu wenige, um einen Anteil zu beurteilen',
    consequence: (step, name, strikes) => `${step} für ${name}, beim ${strikes}. Verstoß`,
    pendingStanding: ', wenn das Offene nichts ändert',
    runningStanding: ', wenn der Zeitraum jetzt endete',
  },
}

export const cardWords: Readonly<Record<Language, CardWords>> = { en: english, de: german }
