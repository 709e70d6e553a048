/** Promises in English. */
import type { PeriodLength } from '../../agreement/clause-document.ts'
import { type Phrase, phrase as p, spaced } from '../text/phrase.ts'
import type { ClauseWords } from './clause-words.ts'

const lengths: Readonly<Record<PeriodLength, string>> = {
  ...{ week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
  ...{ fiscalMonth: 'fiscal month', fiscalQuarter: 'fiscal quarter', fiscalYear: 'fiscal year' },
}
const one = { a: 'a lead', the: 'the lead' } as const
const s = (count: number): string => (count === 1 ? '' : 's')
const orNothing = (content: Phrase | null, say: (content: Phrase) => Phrase): Phrase => (content === null ? '' : say(content))

export const englishClauses: ClauseWords = {
  time: {
    quoted: (text) => p`“${text}”`,
    date: ({ day, month, year }) => `${day} ${month} ${year}`,
    yearly: ({ day, month }) => `${day} ${month}`,
    weekday: ({ weekday, day, month }) => `${weekday} ${day} ${month}`,
    on: ({ weekday, day, month, year, time }) => `on ${weekday} ${day} ${month} ${year} at ${time}`,
    hours: (from, to) => `${from} to ${to}`,
    within: (amount) => p`within ${amount}`,
    withinDays: (days, count) => `within ${days} business day${s(count)}`,
    byEndOfDay: (days, count) => {
      if (count === 0) return 'by the end of the same business day'
      return count === 1 ? 'by the end of the next business day' : `by the end of business day ${days} after it`
    },
    byFact: (fact) => p`by the time that ${fact} names`,
    days: (days, count) => `${days} day${s(count)}`,
    onCalendar: (calendar) => p`in the opening hours of ${calendar}`,
    aroundTheClock: 'around the clock',
    counted: (calendar) => (calendar === null ? 'counted around the clock' : p`counted in the opening hours of ${calendar}`),
    daysOf: (calendar) => p`of ${calendar}`,
    everyDay: '(every day is one)',
  },

  condition: {
    eventFact: (name) => p`${name} of the event`,
    lead: 'the lead',
    event: 'the event',
    state: 'the status',
    owner: 'the owner',
    team: 'the team',
    byPerson: 'a person does it',
    byAutomation: 'an automation does it',
    hasOwner: 'the lead has an owner',
    hasNoOwner: 'the lead has no owner',
    namesSomebody: 'somebody is named as its owner',
    namesNobody: 'nobody is named as its owner',
    operators: {
      equal: (fact, value) => p`${fact} is ${value}`,
      notEqual: (fact, value) => p`${fact} is not ${value}`,
      lessThan: (fact, value) => p`${fact} is less than ${value}`,
      lessThanInclusive: (fact, value) => p`${fact} is at most ${value}`,
      greaterThan: (fact, value) => p`${fact} is more than ${value}`,
      greaterThanInclusive: (fact, value) => p`${fact} is at least ${value}`,
      in: (fact, value) => p`${fact} is ${value}`,
      notIn: (fact, value) => p`${fact} is not ${value}`,
      contains: (fact, value) => p`${fact} contains ${value}`,
      doesNotContain: (fact, value) => p`${fact} does not contain ${value}`,
    },
    operator: (fact, operator, value) => p`${fact} is ${operator} ${value}`,
    isEmpty: (fact) => p`${fact} is empty`,
    isNotEmpty: (fact) => p`${fact} is not empty`,
    nothing: 'empty',
    yes: 'true',
    no: 'false',
    not: (condition) => p`it is not the case that ${condition}`,
    applies: (names, several) => p`${names} ${several ? 'apply' : 'applies'}`,
    doesNotApply: (name) => p`${name} does not apply`,
    always: 'whatever it is',
    someOf: (fact) => p`at least one of ${fact}`,
    everyOf: (fact) => p`each of ${fact}`,
    oneValue: 'the value',
    forSome: (condition, values) => p`${condition}, for at least one of ${values}`,
    forEvery: (condition, values) => p`${condition}, for each of ${values}`,
    provided: (what, condition) => p`${what} (provided that ${condition})`,
  },

  trigger: {
    events: {
      'lead.created': (lead) => `${one[lead]} is created`,
      'lead.updated': (lead) => `${one[lead]} is updated`,
      'lead.moved': (lead) => `${one[lead]} changes its status`,
      'lead.assigned': (lead) => `${one[lead]} is assigned`,
      'lead.merged': (lead) => `${one[lead]} is merged with another one`,
      'lead.snoozed': (lead) => `${one[lead]} is put off`,
      'lead.woken': (lead) => `${one[lead]} is taken up again`,
      'opportunity.created': () => 'an opportunity is created',
      'opportunity.updated': () => 'an opportunity is updated',
      'call.made': () => 'a call is made',
      'call.attempted': () => 'a call is attempted',
      'call.connected': () => 'a call is connected',
      'email.sent': () => 'an email is sent',
      'email.replied': () => 'an email is replied to',
      'meeting.booked': () => 'a meeting is booked',
      'meeting.held': () => 'a meeting is held',
      'form.submitted': () => 'a form is submitted',
    },
    happens: (types) => p`${types} happens`,
    enters: (lead, states) => p`${one[lead]} enters the status ${states}`,
    leaves: (lead, states) => p`${one[lead]} leaves the status ${states}`,
    disposed: (lead, states) => p`${one[lead]} enters a status that ends its cycle (${states})`,
    becomes: (lead, condition) =>
      condition === null
        ? `${one[lead]} begins to meet this condition`
        : p`${one[lead]} begins to meet this condition (${condition})`,
    when: (trigger) => p`when ${trigger}`,
  },

  promise: {
    timed: ({ party, start, stop, target, clock }) => {
      const who = party === null ? 'see' : p`${party} sees`
      return p`When ${start}, ${who} to it that ${spaced(target ?? 'within the time set out below', clock, stop)}.`
    },
    cadence: ({ party, start, count, attempts, target, clock, spacing, channels }) => {
      const apart = orNothing(spacing, (amount) => p`, at least ${amount} apart`)
      const over = orNothing(channels, (number) => p`, over at least ${number} channels`)
      const who = party === null ? 'make' : p`${party} makes`
      return p`When ${start}, ${who} ${count} attempt${s(attempts)} ${spaced(target, clock)}${apart}${over}.`
    },
    attempt: (attempt) => p`An attempt is counted when ${attempt}.`,
    volume: (party, per, amount) => p`${party} delivers ${amount ?? 'what is set out below'} every ${lengths[per]}.`,
    counted: (trigger, per) => p`It counts when ${trigger}, and each lead counts once in a ${lengths[per]}.`,
    amount: (party, per, money) => p`${party} brings in ${money ?? 'what is set out below'} every ${lengths[per]}.`,
    amountOfEvent: 'the amount',
    summed: (fact, trigger) => p`Added up is ${fact}, whenever ${trigger}.`,
    ratio: (party, per, share) =>
      p`${party} sees to it that ${share} of the leads that count in a ${lengths[per]} show the outcome below.`,
    ratioOf: (trigger) => p`A lead counts when ${trigger}.`,
    ratioThat: (trigger, maturity) =>
      maturity === null
        ? p`It shows the outcome when, at any time after that, ${trigger}.`
        : p`It shows the outcome when, within ${maturity} after that, ${trigger}.`,
    compliance: (party, per, share, clause) =>
      p`${party} keeps the promise ${clause} in ${share} of all cases, every ${lengths[per]}.`,
    atLeast: (amount) => p`at least ${amount}`,
    atMost: (amount) => p`at most ${amount}`,
    between: (least, most) => p`between ${least} and ${most}`,
    minimumSample: (count) => `Fewer than ${count} are not judged.`,
    pace: (calendar) => p`How much should be there by now is measured by the business days of ${calendar}.`,
    paceEveryDay: 'How much should be there by now is measured by all days alike.',
  },

  detail: {
    owedTo: 'Owed to',
    starts: 'Starts',
    done: 'Done',
    pauses: 'Pauses',
    resumes: 'Goes on',
    ends: 'Ends without being due',
    restarts: 'Starts anew',
    onlyWhile: 'Only as long as',
    moreover: 'Moreover',
    target: 'Target',
    once: 'Only the first time counts for each lead.',
    reopened: (amount) =>
      p`If it starts again within ${amount} after it was done, the same case goes on, and the time between does not count.`,
    after: (clause) => p`It does not start before ${clause} is closed.`,
    perOwner: 'It starts anew with each person who is given the lead.',
    onChange: {
      keep: 'If the facts of a lead change, the time that was set at the start remains.',
      retarget: 'If the facts of a lead change, the time for the new facts holds, counted from the same start.',
      restart: 'If the facts of a lead change, the time for the new facts starts from the beginning.',
    },
    attribution: {
      ownerAtDue: 'What is late is held against the person who had the lead when it was due.',
      ownerAtStart: 'What is late is held against the person who had the lead at the start.',
      lastOwner: 'What is late is held against the person who had the lead last.',
      proportional: 'What is late is held against the person who had the lead the longest.',
    },
    boundary: {
      close: 'A time that ends exactly with the opening hours is due at that close.',
      nextOpen: 'A time that ends exactly with the opening hours is due when the calendar opens next.',
    },
    rules: [
      'A promise is kept when what is promised happens at the due time or before it.',
      'Time stands still outside the opening hours of the calendar, and while a promise is paused.',
      'Business days are the dates on which the calendar opens. A time in business days ends at the same time of day, or, when it is closed then, at the next opening.',
      'What was late remains late, even when it is done afterwards.',
      'The version of this agreement that is in force when a time starts applies until it ends.',
    ],
    example: 'Example:',
    everyLead: 'every lead',
    allOthers: 'all others',
  },

  example: {
    due: (event, on, due, reason) => p`If ${event} ${on}, this is due ${due}, because ${reason}.`,
    none: 'There is no example: no course of events was found that starts this time.',
    zone: (timeZone) => p`Times of day are those of ${timeZone}.`,
    countsOn: (amount, { weekday, day, month }, hours) => p`${amount} on ${weekday} ${day} ${month} (${hours})`,
    counts: (parts) => p`${parts} count`,
    moreDays: (amount, days, count) => p`${amount} on ${days} more day${s(count)}`,
    closedOn: ({ weekday, day, month }) => `${weekday} ${day} ${month}`,
    closed: (days, count) => p`${days} ${count === 1 ? 'is' : 'are'} closed`,
    closedDays: (days) => `${days} days in between are closed`,
    holidayOn: ({ weekday, day, month }, name) => p`${weekday} ${day} ${month}${orNothing(name, (known) => p` (${known})`)}`,
    holidays: (days, count) => p`${days} ${count === 1 ? 'is a holiday' : 'are holidays'}`,
    always: 'every hour counts, day and night',
    atNextOpening: 'the time ends with the close, and so it is due at the next opening',
    businessDays: (days, count) => (count === 1 ? p`the next business day is ${days}` : p`the next business days are ${days}`),
    nthBusinessDay: (day, days) => p`${day} is business day ${days} after it`,
    rolled: 'it is closed at that time of day, and so it is due at the next opening',
    closes: (day, time, days, count) => {
      if (count === 0) return p`its business day is ${day}, and that closes at ${time}`
      if (count === 1) return p`the next business day is ${day}, and that closes at ${time}`
      return p`business day ${days} after it is ${day}, and that closes at ${time}`
    },
    named: (fact) => p`${fact} names this time`,
  },

  follow: {
    owner: 'the owner of the lead',
    manager: 'the manager',
    pool: 'the pool',
    atShare: (share, to) => p`When ${share} of the time is used up, ${to} is reminded`,
    before: (amount, on, to) =>
      p`${amount}${on === 'wall' ? ' (counted around the clock)' : ''} before it is due, ${to} is reminded`,
    clock: 'Times before and after the due time are counted on the clock of the promise.',
    deliver: {
      openHours: ', in opening hours.',
      anyTime: ', whatever the hour.',
      digest: ', together with all others on the next morning.',
    },
    step: (action, after, to) => {
      const when = after === null ? 'As soon as it is late' : p`${after} after it was due`
      if (action === 'notify') return p`${when}, ${to ?? 'the manager'} is told.`
      if (action === 'pool') return p`${when}, the lead goes back to ${to ?? 'the pool'}.`
      return p`${when}, the lead is given to ${to ?? 'somebody who has not had it yet'}.`
    },
  },
}
