/** What the `scorecard` command says beside the card itself, in each language. */
import type { EntryKind, EntryStanding } from '../incentives/entry.ts'
import type { Language } from '../language.ts'

export interface ScorecardWords {
  readonly head: (period: string, from: string, to: string) => string
  readonly asOf: (instant: string, isOver: boolean) => string
  readonly owes: (party: string) => string
  readonly nothing: string
  readonly clocks: Readonly<
    Record<'clause' | 'owed' | 'done' | 'breached' | 'pending' | 'atRisk' | 'kept' | 'n' | 'median' | 'nobody', string>
  >
  readonly teams: string
  readonly people: string
  readonly unnamed: string
  readonly stands: Readonly<Record<'above' | 'below', string>>
  readonly standsOut: string
  readonly means: string
  readonly consequences: Readonly<Record<'title' | 'ladder' | 'step' | 'for' | 'strikes' | 'standing', string>>
  readonly earned: Readonly<Record<'title' | 'name' | 'rule' | 'points' | 'paid' | 'standing' | 'because', string>>
  readonly standing: Readonly<Record<EntryStanding, string>>
  readonly kinds: Readonly<Record<EntryKind, string>>
  readonly small: (count: number) => string
}

const english: ScorecardWords = {
  head: (period, from, to) => `Scorecard of ${period}: ${from} to ${to}`,
  asOf: (instant, isOver) => `As of ${instant}${isOver ? '' : ', the period is not over'}`,
  owes: (party) => `${party} owes:`,
  nothing: 'nothing in this period',
  clocks: {
    clause: 'clocks',
    owed: 'owed',
    done: 'done',
    breached: 'late',
    pending: 'pend-\ning',
    atRisk: 'at\nrisk',
    kept: 'kept',
    n: 'n',
    median: 'median\nused',
    nobody: 'with\nnobody',
  },
  teams: 'team',
  people: 'person',
  unnamed: '(not named)',
  stands: { above: 'above', below: 'below' },
  standsOut: 'stands out',
  means: 'What it means:',
  consequences: {
    title: 'What follows:',
    ladder: 'ladder',
    step: 'step',
    for: 'for',
    strikes: 'strike',
    standing: 'standing',
  },
  earned: {
    title: 'What was earned:',
    name: 'for',
    rule: 'what',
    points: 'points',
    paid: 'paid',
    standing: 'standing',
    because: 'because',
  },
  standing: { final: 'final', pending: 'pending', running: 'if it ended now' },
  kinds: {
    level: 'level',
    conformity: 'duty',
    streak: 'streak',
    badge: 'badge',
    award: 'award',
    prize: 'prize',
    spif: 'SPIF',
  },
  small: (count) => `*: n is below ${count}, a small sample.`,
}

const german: ScorecardWords = {
  head: (period, from, to) => `Bilanz ${period}: ${from} bis ${to}`,
  asOf: (instant, isOver) => `Stand ${instant}${isOver ? '' : ', der Zeitraum läuft noch'}`,
  owes: (party) => `${party} schuldet:`,
  nothing: 'nichts in diesem Zeitraum',
  clocks: {
    clause: 'Uhren',
    owed: 'geschuldet',
    done: 'gehalten',
    breached: 'verspätet',
    pending: 'offen',
    atRisk: 'gefährdet',
    kept: 'Anteil',
    n: 'n',
    median: 'Median\nverbraucht',
    nobody: 'bei\nniemandem',
  },
  teams: 'Team',
  people: 'Person',
  unnamed: '(ungenannt)',
  stands: { above: 'darüber', below: 'darunter' },
  standsOut: 'fällt auf',
  means: 'Was das heißt:',
  consequences: {
    title: 'Was daraus folgt:',
    ladder: 'Leiter',
    step: 'Stufe',
    for: 'für',
    strikes: 'Verstoß',
    standing: 'Stand',
  },
  earned: {
    title: 'Was verdient wurde:',
    name: 'für',
    rule: 'wofür',
    points: 'Punkte',
    paid: 'Betrag',
    standing: 'Stand',
    because: 'weil',
  },
  standing: { final: 'endgültig', pending: 'offen', running: 'wenn er jetzt endete' },
  kinds: {
    level: 'Ziel',
    conformity: 'Pflicht',
    streak: 'Serie',
    badge: 'Abzeichen',
    award: 'Auszeichnung',
    prize: 'Preis',
    spif: 'Prämie',
  },
  small: (count) => `*: n ist kleiner als ${count}, eine kleine Stichprobe.`,
}

export const scorecardWords: Readonly<Record<Language, ScorecardWords>> = { en: english, de: german }
