/** The details of promises over a period in English. */
import { isEmpty, type Phrase, phrase as p } from '../text/phrase.ts'
import type { PeriodWords } from './period-words.ts'

export const englishPeriods: { readonly period: PeriodWords } = {
  period: {
    leads: (count, leads) => `${count} lead${leads === 1 ? '' : 's'}`,
    worth: (value) => p`leads worth ${value}`,
    points: (points, count) => `${points} point${count === 1 ? '' : 's'}`,
    targetFrom: (from, amount) => (from === null ? p`at first ${amount}` : p`from ${from} on ${amount}`),
    carryOver: ({ shortfall, surplus, most }) => {
      const what =
        shortfall && surplus
          ? 'What is missing and what is more than owed'
          : shortfall
            ? 'What is missing'
            : 'What is more than owed'
      const limit: Phrase = most === null ? '' : p`, but not more than ${most}`
      return p`${what} is carried over to the next period${limit}.`
    },
    weights: 'What a lead counts',
    deduct: 'Taken back',
    deducted: (trigger, limits) =>
      p`A lead that has counted is taken back when ${trigger}${isEmpty(limits) ? '' : p`, ${limits}`}.`,
    forReasons: (reasons) => p`for one of these reasons: ${reasons}`,
    locked: (amount) =>
      p`A period no longer changes ${amount} after its end; what comes later is taken from the period that is open then.`,
    credit: 'To whose credit',
    credited: (as, by, party) =>
      p`Only what ${party} has ${as} counts, ${by === 'declared' ? 'as the data declare it' : 'as the first touch of the lead shows'}.`,
    cooldown: (amount) => p`A lead may count again after ${amount}.`,
    recordedFrom: (date) => p`It is recorded since ${date}; what began before is not judged.`,
    suspended: (clauses) => p`It is suspended while ${clauses} is not kept.`,
    automations: 'What an automation does counts as well.',
    peopleOnly: 'Only what a person does counts.',
    touches: 'What counts as a touch',
    touchesIntro: 'The party that touches a lead first has sourced it.',
    rates: 'Exchange rates',
    ratesIntro: (currency) =>
      p`One unit of each currency is worth so much of ${currency}. A period counts by the rates of its first day.`,
    ratesFirst: 'at first',
  },
}
