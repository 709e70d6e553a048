/** What readiness finds in past events, in English. */
import { amount, counted, decimal, list, percent, quoted } from './english-figures.ts'
import type { EventFacts, TriggerKey } from './facts.ts'
import type { Count, WordsFor } from './readiness-words.ts'

const of = ({ hits, sample }: Count, noun: string): string => `${decimal(hits)} of ${counted(sample, noun)}`

const does: Readonly<Record<TriggerKey, string>> = {
  start: 'starts',
  stop: 'stops',
  pause: 'pauses',
  resume: 'resumes',
  cancel: 'cancels',
  reset: 'resets',
  attempt: 'counts as an attempt of',
  count: 'counts for',
  sum: 'adds to',
  of: 'joins',
  that: 'fulfils',
}

export const englishEvents: WordsFor<EventFacts> = {
  'events-refused': {
    message: ({ why }, count) => `${of(count, 'event')} cannot be read [${why}]`,
    remedy: 'Mend the export or the mapping; the page of errors says what each code asks for.',
  },
  'event-type-unasked': {
    message: ({ types }, count) => `no clause asks for ${of(count, 'event')}: ${list(types.map(quoted))}`,
    remedy: 'Leave it, or name a type where it was meant: one letter may be the difference.',
  },
  'trigger-never-fires': {
    message: ({ clause, trigger, types }, { sample }) =>
      `what ${does[trigger]} ${quoted(clause)} never happens: among ${counted(sample, 'event')} there is no ${list(types.map(quoted), 'or')}`,
    remedy: 'Name the type as the data does, or see to it that it is recorded.',
  },
  'records-begin-late': {
    message: ({ clause, type, date, from }, count) =>
      `no ${quoted(type)} is recorded before ${date}, though leads came from ${from} on: ${of(count, 'clock')} of ${quoted(clause)} lack data and look like breaches`,
    remedy: 'Begin later (effective.from, or recordedFrom of a ratio), or bring in what is missing.',
  },
  'move-outside-lifecycle': {
    message: ({ from, to }, count) =>
      `${of(count, 'move')} went from ${quoted(from)} to ${quoted(to)}, which the lifecycle does not allow`,
    remedy: 'Allow the move if it is right, or close the short cut in the CRM.',
  },
  'move-by-another-party': {
    message: ({ state }, count) => `${of(count, 'lead')} came to ${quoted(state)} by the hand of a party whose move it is not`,
    remedy: 'Settle who may make the move, and set the rights in the CRM to that.',
  },
  'definition-not-kept': {
    message: ({ state }, count) => `${count.hits} of ${count.sample} entries to ${quoted(state)} did not fulfil its definition`,
    remedy: 'Make the CRM ask for what the definition asks for, or change the definition.',
  },
  'moves-not-recorded': {
    message: (_, { sample }) => `not one of ${counted(sample, 'lead')} ever moved: the events hold no lead.moved`,
    remedy: 'Record changes of status; without them the lifecycle says nothing.',
  },
  'status-unused': {
    message: ({ states }) => `no lead was ever in ${list(states.map(quoted), 'or')}`,
    remedy: 'Take the status out, or find out where those leads are kept instead.',
  },
  'owners-not-recorded': {
    message: (_, { sample }) => `none of ${counted(sample, 'lead')} was ever given to anybody: no breach is anybody’s`,
    remedy: 'Record lead.assigned with its owner, at least from the hand-over on.',
  },
  'clock-without-owner': {
    message: ({ clause }, count) => `${of(count, 'clock')} of ${quoted(clause)} ran without anybody ever having the lead`,
    remedy: 'Route every lead to a person or a team before its clock starts.',
  },
  'events-without-actor': {
    message: ({ types }, count) =>
      `${of(count, 'event')} do not say who did it, though others of their type do (${list(types.map(quoted))})`,
    remedy: 'Export the user with every activity; an automation is an actor too.',
  },
  'person-unknown': {
    message: ({ people }, count) =>
      `${list(people)} did or owned ${of(count, 'thing')} and ${people.length === 1 ? 'is' : 'are'} no member of any party`,
    remedy: 'Add them as members, with their party, team and role, or mark automations as such.',
  },
  'member-unseen': {
    message: ({ people }) => `${list(people)} never wrote or owned anything`,
    remedy: 'See whether they use the CRM, under another name perhaps, or take them out.',
  },
  'acts-like-machine': {
    message: ({ person, quietShare }) =>
      `${quoted(person)} counts as a person and works around the clock: ${percent(quietShare)} of the events fall into the quietest six hours of the day`,
    remedy: 'If it is a machine, mark it as an automation; otherwise what it does counts as a response.',
  },
  gap: {
    message: ({ from, to, days, usual }) =>
      days === 1
        ? `nobody wrote anything on ${from}, a working day, where ${usual} events are usual`
        : `nobody wrote anything on ${counted(days, 'working day')} from ${from} to ${to}, where ${usual} events a day are usual`,
    remedy: 'A holiday belongs into the calendar; an outage or a lost export is a case for an exception.',
  },
  'person-gap': {
    message: ({ gaps }) =>
      `${list(gaps.map(({ person, from, days }) => `${quoted(person)} (${counted(days, 'day')} from ${from})`))} wrote nothing for ten working days and more`,
    remedy: 'If it was leave, see who had the leads meanwhile; if not, how the work was recorded.',
  },
  'outside-hours': {
    message: ({ share }) => `people wrote ${percent(share)} of their events outside the opening hours`,
    remedy: 'Set the hours that are really worked, or see whether the zone of the times is right.',
  },
  'shifted-times': {
    message: ({ hours, share, shiftedShare }) =>
      `${percent(share)} of what people wrote lies in opening hours, and ${percent(shiftedShare)} would if every time were ${counted(Math.abs(hours), 'hour')} ${hours > 0 ? 'later' : 'earlier'}: the zone may be wrong`,
    remedy: 'Find out in which zone the source writes its times, and name it in the mapping.',
  },
  'date-only-times': {
    message: ({ type, isTimed }, count) =>
      `${of(count, 'event')} of type ${quoted(type)} are at midnight: dates without a time${isTimed ? ', and a promise counts hours from them' : ''}`,
    remedy: 'Promise business days, or record the time; dateOnly of the mapping puts a date where it is meant.',
  },
  'same-time-of-day': {
    message: ({ type, time }, count) =>
      `${of(count, 'event')} of type ${quoted(type)} are at ${time} exactly: a machine or a mapping wrote the time`,
    remedy: 'Treat them as dates without a time.',
  },
  'round-times': {
    message: ({ type }, count) =>
      `${of(count, 'event')} of type ${quoted(type)} are at a full quarter of an hour: written down from memory`,
    remedy: 'Let the dialler or the mail server record the time.',
  },
  'repeated-hour': {
    message: ({ date }, { hits }) => `${counted(hits, 'event')} fell into the hour that clocks show twice on ${date}`,
    remedy: 'See that their source writes an offset; without one nobody can tell which hour was meant.',
  },
  'same-instant': {
    message: ({ isDecided }, count) =>
      `${of(count, 'lead')} have several events of the same instant${isDecided ? ', and a sequence decides between them' : ', and only their ids decide between them'}`,
    remedy: 'Give each event its place: sequence, as the row of the file does.',
  },
  'mass-update': {
    message: ({ type, most }, count) =>
      `${of(count, 'event')} of type ${quoted(type)} came twenty and more in a second, ${most} at most: an import or a mass update`,
    remedy: 'Nobody can answer hundreds of leads at once: agree on an exception, or leave imports out.',
  },
  'event-repeated': {
    message: (_, count) => `${of(count, 'event')} came more than once and count once`,
    remedy: 'Nothing has to be done.',
  },
  'event-corrected': {
    message: (_, count) => `${of(count, 'event')} were replaced by a later record`,
    remedy: 'Nothing has to be done; see who corrects what, if they are many.',
  },
  'content-repeated': {
    message: (_, count) => `${of(count, 'event')} say the same of the same lead at the same instant as another, under another id`,
    remedy: 'See whether two systems write the same thing; as attempts they would count twice.',
  },
  'stop-before-start': {
    message: ({ clause }, count) => `for ${of(count, 'lead')} what stops ${quoted(clause)} came before what starts it`,
    remedy: 'See whether the two times come from different systems or zones; the clock is open and nothing will stop it.',
  },
  'never-stopped': {
    message: ({ clause }, { sample }) => `not one of ${counted(sample, 'clock')} of ${quoted(clause)} was ever stopped`,
    remedy: 'See whether its stop is recorded, and under that name and condition.',
  },
  'left-open': {
    message: ({ clause, longestMs }, count) =>
      `${of(count, 'clock')} of ${quoted(clause)} have been open for longer than 99 % of the stopped ones took (${amount(longestMs)} on the wall): they will hardly stop`,
    remedy: 'Let a disposition or a lost lead stop or cancel the clock.',
  },
  'left-paused': {
    message: ({ clause, days }, count) =>
      `${of(count, 'clock')} of ${quoted(clause)} have been paused for more than ${days} days`,
    remedy: 'Let a pause end by itself: resume on a date, or on leaving the status.',
  },
  'no-due-instant': {
    message: ({ clause }, count) => `${of(count, 'clock')} of ${quoted(clause)} are never due, because no fact says when`,
    remedy: 'Ask for the time when the clock starts, or give a target that needs no fact.',
  },
  'target-out-of-reach': {
    message: ({ clause, kept }, count) =>
      `only ${percent(kept)} of ${counted(count.sample, 'clock')} of ${quoted(clause)} would have been kept`,
    remedy: 'Begin with a target that half of them keep, and tighten it at each review.',
  },
  'target-too-easy': {
    message: ({ clause, share }, { sample }) =>
      `all ${counted(sample, 'clock')} of ${quoted(clause)} would have been kept, nine in ten with less than ${percent(share)} of the time used`,
    remedy: 'Tighten the target, or spend the attention on another promise.',
  },
  'fact-missing': {
    message: ({ fact }, count) => `${of(count, 'lead')} have no ${quoted(fact)}, by which conditions decide`,
    remedy: 'Make it a field that must be filled in before the hand-over, or say what holds without it.',
  },
  'two-ways-not-to-know': {
    message: ({ fact, words, empty }, count) =>
      `for ${of(count, 'lead')} nobody knows ${quoted(fact)}, and it is said in several ways: ${list([...words.map(quoted), ...(empty > 0 ? [`nothing at all (${empty})`] : [])])}`,
    remedy: 'Find out whether they mean the same, and say it in one way.',
  },
}
