/** What `simulate` says, in each language. */
import type { Language } from '../language.ts'

export interface SimulateWords {
  readonly head: (clause: string, leads: string, runs: string) => string
  readonly observed: string
  readonly past: string
  readonly changed: string
  readonly titles: Readonly<Record<'people' | 'target' | 'kept' | 'load' | 'half' | 'ninety', string>>
  readonly brackets: string
  readonly notCredible: string
  readonly overtook: (share: string) => string
  readonly endless: string
}

const english: SimulateWords = {
  head: (clause, leads, runs) => `${clause}: ${leads} leads of the past, ${runs} streams made of them`,
  observed: 'what happened',
  past: 'the past, simulated',
  changed: 'the change, simulated',
  titles: { people: 'people', target: 'target', kept: 'kept', load: 'load', half: 'half within', ninety: '90% within' },
  brackets: 'In brackets: from the 2.5% to the 97.5% quantile of the streams.',
  notCredible:
    'Not to be relied on: the simulated past does not cover what happened, so the team works otherwise than the model.',
  overtook: (share) => `${share} of the leads were answered before their turn; the model knows only first come, first served.`,
  endless: 'A load of 1 or more: the queue grows without end.',
}

const german: SimulateWords = {
  head: (clause, leads, runs) => `${clause}: ${leads} bisherige Leads, daraus ${runs} Abläufe`,
  observed: 'was geschah',
  past: 'Vergangenheit, simuliert',
  changed: 'Änderung, simuliert',
  titles: { people: 'Personen', target: 'Frist', kept: 'gehalten', load: 'Last', half: 'Hälfte in', ninety: '90 % in' },
  brackets: 'In Klammern: vom 2,5-%- bis zum 97,5-%-Quantil der Abläufe.',
  notCredible:
    'Nicht verlässlich: Die simulierte Vergangenheit deckt nicht ab, was geschah; das Team arbeitet anders als das Modell.',
  overtook: (share) =>
    `${share} der Leads wurden außer der Reihe beantwortet; das Modell kennt nur: wer zuerst kommt, mahlt zuerst.`,
  endless: 'Eine Last von 1 oder mehr: Die Schlange wächst ohne Ende.',
}

export const simulateWords = { en: english, de: german } satisfies Record<Language, SimulateWords>
