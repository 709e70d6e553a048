/** Whose hours a clock counts, its pauses, what counts and what excuses, in English. */
import { type Phrase, phrase as p } from '../text/phrase.ts'
import type { ClockWords, Follows } from './clock-words.ts'

function of(follows: Follows, calendar: Phrase): Phrase {
  if (follows === 'owner') return 'the owner of the lead'
  return follows === 'team' ? 'the team that has the lead' : p`${calendar} in the time zone of the lead`
}

export const englishClocks: { readonly clock: ClockWords } = {
  clock: {
    hoursOf: (follows, calendar) => p`in the opening hours of ${of(follows, calendar)}`,
    counted: (follows, calendar) => p`counted in the opening hours of ${of(follows, calendar)}`,
    daysOf: (follows, calendar) => {
      if (follows === 'lead' && calendar === null) return '(every day in the time zone of the lead is one)'
      return p`of ${of(follows, calendar ?? '')}`
    },
    whose: 'Whose calendar counts',
    chosen: (follows, calendar) => {
      const otherwise = calendar ?? 'every hour'
      if (follows === 'owner')
        return p`The calendar of the owner of the lead counts; if there is none, that of the team that has it; otherwise ${otherwise}.`
      if (follows === 'team') return p`The calendar of the team that has the lead counts; if there is none, ${otherwise}.`
      return calendar === null
        ? 'Dates are those of the time zone of the lead; where that is not known, those of the agreement.'
        : p`The opening hours of ${calendar} count in the time zone of the lead; where that is not known, in that of the calendar.`
    },
    chosenAtStart: 'This is settled when the time starts, and holds until the time ends.',
    whoHasWhich: 'The calendars of teams and people',
    calendar: 'Calendar',
    followedByNone: 'No promise is counted by them.',
    here: (calendar) => p`Here ${calendar} counts.`,
    longestPause: (amount, counted) => p`A pause lasts at most ${amount}, ${counted}; then the time goes on by itself.`,
    mostPauses: (count, pauses) =>
      `Each time it starts, at most ${pauses === 1 ? 'one pause counts' : `${count} pauses count`}; a further one does not stop the time.`,
    excused: 'Excused',
    excuse: (trigger, limits) => p`It ends as excused when ${trigger}, ${limits}. What was late by then is waived.`,
    yourExcuse: (clause, trigger, limits) =>
      p`${clause}: nothing is owed any more when ${trigger}, ${limits}. What was late by then is waived.`,
    fromStart: (window) => p`${window}, counted from the start`,
    whileOpen: 'as long as the promise is open',
    anyReason: 'for whatever reason',
    counts: 'What counts as done',
    channels: (channels) => p`Only these channels count: ${channels}.`,
    direction: {
      inbound: 'Only what the data declare as coming from the lead counts.',
      outbound: 'Only what the data declare as going out to the lead counts.',
    },
    atLeast: (amount) => p`Only what the data declare as lasting at least ${amount} counts.`,
  },
}
