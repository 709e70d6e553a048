/** What `calibrate` and `backtest` say, in each language. */
import type { NoSuggestion } from '../insight/calibrate/calibration.ts'
import type { Language } from '../language.ts'

export interface InsightWords {
  readonly decimal: string
  readonly thousands: string
  readonly percent: (number: string) => string
  readonly weekdays: Readonly<Record<string, string>>
  readonly months: readonly string[]
  readonly none: string
  readonly by: Readonly<Record<string, string>>
  readonly calibrate: {
    readonly head: (share: string) => string
    readonly columns: Readonly<Record<'name' | 'stopped' | 'open' | 'half' | 'target' | 'interval' | 'now' | 'ratio', string>>
    readonly proposals: string
    readonly others: string
    readonly proposal: (goal: string, from: string | null, to: string, kept: string) => string
    readonly because: Readonly<Record<NoSuggestion, string>>
    readonly season: Readonly<Record<'seasonal' | 'none', (by: string) => string>>
    readonly tooShort: (by: string, span: string, needed: string) => string
    readonly tooFew: (by: string) => string
    readonly notes: readonly string[]
  }
  readonly backtest: {
    readonly same: (clocks: string) => string
    readonly head: (flips: string, clocks: string) => string
    readonly effects: (better: string, worse: string, other: string) => string
    readonly columns: Readonly<Record<'flips' | 'before' | 'after' | 'clocks', string>>
    readonly groups: Readonly<Record<'clauses' | 'parties' | 'teams' | 'owners', string>>
    readonly list: Readonly<Record<'key' | 'owner' | 'before' | 'after', string>>
    readonly gone: string
    readonly periods: string
    readonly more: (count: string) => string
    readonly refused: (count: string) => string
  }
}

const english: InsightWords = {
  decimal: '.',
  thousands: ',',
  percent: (number) => `${number}%`,
  weekdays: { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' },
  months: 'January February March April May June July August September October November December'.split(' '),
  none: 'none',
  by: { month: 'month', weekday: 'weekday', team: 'team', owner: 'person', goal: 'goal' },
  calibrate: {
    head: (share) => `Targets that ${share} of the past clocks would have kept`,
    columns: {
      name: 'clause',
      stopped: 'stop-\nped',
      open: 'not\nstopped',
      half: 'half\nwithin',
      target: 'target',
      interval: 'between',
      now: 'kept\nnow',
      ratio: '× the\nothers',
    },
    proposals: 'Proposed:',
    others: 'all others',
    proposal: (goal, from, to, kept) =>
      `${goal}: ${to}${from === null ? ', a goal of its own' : ` instead of ${from}`}; kept by ${kept}`,
    because: {
      insufficientData: 'too few clocks stopped to propose a target',
      neverReached: 'too many clocks are still going to say by when so many stop',
      noDuration: 'the target is no amount of business time',
      noClause: 'the agreement has no timed clause of this name',
      unchanged: 'the target is right as it is',
    },
    season: {
      seasonal: (by) => `it depends on the ${by}`,
      none: (by) => `no sign that it depends on the ${by}`,
    },
    tooShort: (by, span, needed) => `whether it depends on the ${by} cannot be said: ${span} days of data, ${needed} needed`,
    tooFew: (by) => `whether it depends on the ${by} cannot be said: too few clocks in each`,
    notes: [
      'between: where the target of all such clocks lies, at 95%.',
      'A clock that did not stop counts for as long as it was going.',
      '×: the target divided by that of the others. *: differs, and not by chance.',
    ],
  },
  backtest: {
    same: (clocks) => `All ${clocks} clocks come out the same.`,
    head: (flips, clocks) => `${flips} of ${clocks} clocks come out otherwise`,
    effects: (better, worse, other) => `${worse} worse, ${better} better, ${other} other`,
    columns: { flips: 'other-\nwise', before: 'kept\nbefore', after: 'kept\nafter', clocks: 'clocks' },
    groups: { clauses: 'clause', parties: 'party', teams: 'team', owners: 'person' },
    list: { key: 'clock', owner: 'owner', before: 'before', after: 'after' },
    gone: 'no clock',
    periods: 'period',
    more: (count) => `… and ${count} more; --all lists them.`,
    refused: (count) => `${count} events were not counted; lead-sla evaluate says which.`,
  },
}

const german: InsightWords = {
  decimal: ',',
  thousands: '.',
  percent: (number) => `${number} %`,
  weekdays: {
    mon: 'Montag',
    tue: 'Dienstag',
    wed: 'Mittwoch',
    thu: 'Donnerstag',
    fri: 'Freitag',
    sat: 'Samstag',
    sun: 'Sonntag',
  },
  months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  none: 'ohne',
  by: { month: 'Monat', weekday: 'Wochentag', team: 'Team', owner: 'Person', goal: 'Ziel' },
  calibrate: {
    head: (share) => `Fristen, die ${share} der bisherigen Uhren eingehalten hätten`,
    columns: {
      name: 'Klausel',
      stopped: 'ge-\nstoppt',
      open: 'nicht\ngestoppt',
      half: 'Hälfte\nin',
      target: 'Frist',
      interval: 'zwischen',
      now: 'jetzt\ngehalten',
      ratio: '× die\nanderen',
    },
    proposals: 'Vorschlag:',
    others: 'alle anderen',
    proposal: (goal, from, to, kept) =>
      `${goal}: ${to}${from === null ? ', ein eigenes Ziel' : ` statt ${from}`}; gehalten von ${kept}`,
    because: {
      insufficientData: 'zu wenige Uhren wurden gestoppt, um eine Frist vorzuschlagen',
      neverReached: 'zu viele Uhren laufen noch, um zu sagen, bis wann so viele gestoppt sind',
      noDuration: 'die Frist ist keine Menge an Geschäftszeit',
      noClause: 'die Vereinbarung hat keine Zeitklausel dieses Namens',
      unchanged: 'die Frist stimmt, wie sie ist',
    },
    season: {
      seasonal: (by) => `es hängt vom ${by} ab`,
      none: (by) => `kein Anzeichen, dass es vom ${by} abhängt`,
    },
    tooShort: (by, span, needed) => `ob es vom ${by} abhängt, ist nicht zu sagen: Daten von ${span} Tagen, ${needed} sind nötig`,
    tooFew: (by) => `ob es vom ${by} abhängt, ist nicht zu sagen: je zu wenige Uhren`,
    notes: [
      'zwischen: wo die Frist aller solchen Uhren liegt, zu 95 %.',
      'Eine nicht gestoppte Uhr zählt, so lange sie lief.',
      '×: die Frist geteilt durch die der anderen. *: anders, und nicht durch Zufall.',
    ],
  },
  backtest: {
    same: (clocks) => `Alle ${clocks} Uhren gehen gleich aus.`,
    head: (flips, clocks) => `${flips} von ${clocks} Uhren gehen anders aus`,
    effects: (better, worse, other) => `${worse} schlechter, ${better} besser, ${other} sonst anders`,
    columns: { flips: 'anders', before: 'gehalten\nvorher', after: 'gehalten\nnachher', clocks: 'Uhren' },
    groups: { clauses: 'Klausel', parties: 'Partei', teams: 'Team', owners: 'Person' },
    list: { key: 'Uhr', owner: 'Zuständig', before: 'vorher', after: 'nachher' },
    gone: 'keine Uhr',
    periods: 'Zeitraum',
    more: (count) => `… und ${count} weitere; --all zeigt sie.`,
    refused: (count) => `${count} Ereignisse wurden nicht gezählt; lead-sla evaluate sagt, welche.`,
  },
}

export const insightWords = { en: english, de: german } satisfies Record<Language, InsightWords>

/** Numbers as a language writes them. A share is cut off, so that it never looks better than it is. [T10] */
export function numberIn(words: InsightWords, number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, words.thousands)
}

export function shareIn(words: InsightWords, share: number | null): string {
  if (share === null) return '–'
  const tenths = Math.floor(share * 1000 + 1e-9) / 10
  return words.percent(share === 1 ? '100' : tenths.toFixed(1).replace('.', words.decimal))
}
