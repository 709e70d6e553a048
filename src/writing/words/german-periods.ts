/** The details of promises over a period in German. */
import { isEmpty, type Phrase, phrase as p } from '../text/phrase.ts'
import type { PeriodWords } from './period-words.ts'

export const germanPeriods: { readonly period: PeriodWords } = {
  period: {
    leads: (count, leads) => `${count} ${leads === 1 ? 'Lead' : 'Leads'}`,
    worth: (value) => p`Leads im Wert von ${value}`,
    points: (points, count) => `${points} ${count === 1 ? 'Punkt' : 'Punkten'}`,
    targetFrom: (from, amount) => (from === null ? p`zunächst ${amount}` : p`ab dem ${from} ${amount}`),
    carryOver: ({ shortfall, surplus, most }) => {
      const what = shortfall && surplus ? 'Fehlendes und Überzähliges' : shortfall ? 'Fehlendes' : 'Überzähliges'
      const limit: Phrase = most === null ? '' : p`, höchstens aber ${most}`
      return p`${what} wird in den nächsten Zeitraum übertragen${limit}.`
    },
    weights: 'Was ein Lead zählt',
    deduct: 'Abzug',
    deducted: (trigger, limits) =>
      p`Ein Lead, der gezählt wurde, wird wieder abgezogen, wenn ${trigger}${isEmpty(limits) ? '' : p`, und zwar ${limits}`}.`,
    forReasons: (reasons) => p`aus einem dieser Gründe: ${reasons}`,
    locked: (amount) =>
      p`Ein Zeitraum ändert sich nach Ablauf von ${amount} seit seinem Ende nicht mehr; was später kommt, wird im dann offenen Zeitraum abgezogen.`,
    credit: 'Wem es zugerechnet wird',
    credited: (as, by, party) =>
      p`Nur was ${party} ${as === 'sourced' ? 'gewonnen' : 'beeinflusst'} hat, zählt, und zwar ${by === 'declared' ? 'nach Angabe in den Daten' : 'nach dem ersten Kontakt mit dem Lead'}.`,
    cooldown: (amount) => p`Ein Lead kann nach ${amount} erneut zählen.`,
    recordedFrom: (date) => p`Erfasst wird dies seit dem ${date}; was vorher begann, wird nicht beurteilt.`,
    suspended: (clauses) => p`Diese Zusage ruht, solange ${clauses} nicht eingehalten wird.`,
    automations: 'Was eine Automatik tut, zählt ebenfalls.',
    peopleOnly: 'Nur was ein Mensch tut, zählt.',
    touches: 'Was als Kontakt zählt',
    touchesIntro: 'Die Partei, die mit einem Lead zuerst Kontakt hat, hat ihn gewonnen.',
    rates: 'Wechselkurse',
    ratesIntro: (currency) =>
      p`Eine Einheit jeder Währung ist so viel in ${currency} wert. Ein Zeitraum zählt zu den Kursen seines ersten Tages.`,
    ratesFirst: 'zunächst',
  },
}
