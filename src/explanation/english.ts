/** Explanations in English. */
import type { ExplanationWords } from './explanation-words.ts'

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

const started = (cycle: number, at: string, event: string) => `Cycle ${cycle} started on ${at} with ${event}`
const pausesLeftOut = (isMoved: boolean) => (isMoved ? ', pauses left out' : '')

const attemptsOwed = ({ count, channels }: { readonly count: number; readonly channels: number }) =>
  `${counted(count, 'attempt', 'attempts')}${channels > 1 ? ` in ${channels} channels` : ''}`

export const english: ExplanationWords = {
  locale: 'en-GB',
  date: ({ weekday, day, month, year }) => `${weekday} ${day} ${month} ${year}`,
  shortDate: ({ weekday, day, month }) => `${weekday} ${day} ${month}`,
  instant: (date, time) => `${date} ${time}`,
  hours: (count) => `${count} h`,
  minutes: (count) => `${count} min`,
  seconds: (count) => `${count} s`,

  event: (id, type, actor, reason) =>
    `event ${id} (${type})${actor === null ? '' : ` of ${actor}`}${reason === null ? '' : `, “${reason}”`}`,
  owner: (owner, team) => `${owner ?? 'nobody'}${team === null ? '' : ` (team ${team})`}`,

  promise: (clause, { party, lead, within, calendar, zone, attempts }) =>
    `${clause}: ${party} owes lead ${lead} ${attempts ? attemptsOwed(attempts) : 'a stop'} ${within}, counted ${calendar === null ? 'at all hours' : `in the opening hours of ${calendar}`} (times are ${zone})`,
  within: (target, amountOf) => {
    switch (target.kind) {
      case 'duration':
        return `within ${amountOf(target.ms)}`
      case 'businessDays':
        return `within ${counted(target.days, 'business day', 'business days')}`
      case 'endOfBusinessDay':
        return target.days === 0
          ? 'by the close of the same business day'
          : `by the last close ${counted(target.days, 'business day', 'business days')} later`
      case 'dueFrom':
        return `by the time that ${target.fact}.${target.keys.join('.')} names`
    }
  },
  started: {
    trigger: started,
    reset: (cycle, at, event) => `${started(cycle, at, event)}, which reset the cycle before`,
    goal: (cycle, at, event) => `${started(cycle, at, event)}, which brought another goal`,
    owner: (cycle, at, event) => `${started(cycle, at, event)}, which brought another owner`,
    predecessor: (cycle, at, event) => `${started(cycle, at, event)}, which closed what it had waited for`,
  },

  handedOver: (at, event, from, to) =>
    from === to
      ? `On ${at} ${event} left the lead with ${to ?? 'nobody'}`
      : `On ${at} ${event} handed the lead from ${from ?? 'nobody'} to ${to ?? 'nobody'}`,
  retargeted: (at, event, from, to) =>
    `On ${at} ${event} changed the goal, and the due time from ${from ?? 'none'} to ${to ?? 'none'}`,
  reopened: (at, event, stopped) => `On ${at} ${event} reopened it, after ${stopped.event} had stopped it on ${stopped.at}`,
  pausedForNothing: (at, event, until) =>
    `On ${at} ${event} paused it${until === null ? '' : ` until ${until}`}, which took no time because all of it was closed`,

  counted: (amount, from, to) => `Counted ${amount}: ${from} to ${to}`,
  paused: (from, to, event) => `Not counted: ${from} to ${to}, paused by ${event}`,
  pausedToTheCap: (from, to, event) => `Not counted: ${from} to ${to}, paused by ${event} for as long as a pause may last`,
  notPaused: (at, event) => `On ${at} ${event} did not pause it, because it had been paused as often as it may`,
  tried: {
    attempted: (at, event, { count, channel, isKnown }) =>
      `On ${at} ${event} was attempt ${count}, by ${channel}${isKnown ? ', a channel that was used before' : ''}`,
    notAttempted: (at, event, because) =>
      `On ${at} ${event} did not count as an attempt, because ${because === 'automation' ? 'an automation made it' : 'it came too close to the one before'}`,
    notCounted: (at, event, because, channel) => {
      const why = {
        automation: 'what an automation does is not counted',
        channel: `${channel} is not a channel that counts`,
        direction: 'it did not go in the direction that counts',
        length: 'it was not long enough',
      }
      return `On ${at} ${event} did not stop it, because ${why[because]}`
    },
  },
  stoppedMeanwhile: (from, to, event) => `Not counted: ${from} to ${to}, stopped by ${event} until it was reopened`,
  closed: (from, to, reasons) => `Not counted: ${from} to ${to}, closed: ${reasons}`,
  closedBecause: {
    hours: () => 'outside the opening hours',
    noHours: (dates) => `no opening hours on ${dates}`,
    holiday: (dates, count) => `${count === 1 ? 'holiday' : 'holidays'} on ${dates}`,
    override: (dates) => `special hours on ${dates}`,
    closure: (dates) => `closure on ${dates}`,
    excluded: (dates) => `excluded by another calendar on ${dates}`,
  },
  named: (date, name) => `${date} (${name})`,
  moreDates: (count) => counted(count, 'more date', 'more dates'),
  moreSteps: (count) => `… and ${counted(count, 'more step', 'more steps')}`,

  waivedBy: ({ name, from, to, reason, approvedBy }) =>
    `Waived by the exception ${name}, for what falls due from ${from} until before ${to}: “${reason}”${approvedBy === null ? '' : `, approved by ${approvedBy}`}`,
  countsFor: {
    ownerAtDue: (owner) => `It counts for ${owner}, who had the lead when it fell due`,
    ownerAtEnd: (owner) => `It counts for ${owner}, who had the lead last`,
    ownerAtStart: (owner) => `It counts for ${owner}, who had the lead when the clock started`,
    lastOwner: (owner) => `It counts for ${owner}, who had the lead last`,
    proportional: (owner) => `It counts for ${owner}, who used the most of the time`,
  },
  countsForNobody: 'It counts for no person, because nobody had the lead then',
  shares: (shares) => `Time used: ${shares}`,
  share: (owner, amount) => `${amount} by ${owner}`,

  due: {
    duration: (due, { amount, isBusiness, start, isMoved, days }) => {
      const sum = `${amount}${isBusiness ? ' of business time' : ''} from ${start} on${pausesLeftOut(isMoved)}`
      return days === null ? `Due on ${due}: ${sum}` : `Due on ${due}, because ${sum}${isMoved ? ',' : ''} are ${days}`
    },
    businessDays: (due, { count, start, days, isMoved }) =>
      `Due on ${due}, ${counted(count, 'business day', 'business days')} after ${start}${days === null ? '' : ` (${days})`}${pausesLeftOut(isMoved)}`,
    endOfBusinessDay: (due, { count, isMoved }) =>
      `Due on ${due}, the last close ${count === 0 ? 'of that business day' : `${counted(count, 'business day', 'business days')} after the start`}${pausesLeftOut(isMoved)}`,
    dueFrom: (due, fact) => `Due on ${due}, as ${fact} says`,
    atStart: (due, fact) => `Due on ${due}, at its start, because ${fact} names no later time`,
    rolled: ', when the calendar opens next',
    paused: 'Not due while it is paused',
    ifResumed: (due) => `Not due while it is paused, and on ${due} if it were resumed now`,
    closedWhilePaused: 'Not due, because it was paused to the end',
    noFact: (fact) => `Not due, because ${fact} names no time`,
    noTimeLeft: 'Not due, because the calendar has no such time left',
    onDay: (amount, date) => `${amount} on ${date}`,
    onMoreDays: (amount, count) => `${amount} on ${counted(count, 'more date', 'more dates')}`,
  },
  ending: {
    stopped: (at, event) => `stopped on ${at} by ${event}`,
    cancelled: (at, event, because) =>
      `cancelled on ${at} by ${event}${because === 'requires' ? ', after which what it requires did not hold any more' : ''}`,
    superseded: (at, event, because) =>
      because === 'reset' ? `reset on ${at} by ${event}` : `ended on ${at} by ${event}, to start anew with another ${because}`,
    excused: (at, event) => `excused on ${at} by ${event}, which sent the lead back for an agreed reason and in time`,
    merged: (at, event) => `ended on ${at} by ${event}, which merged the lead into another`,
    stillOpen: (asOf) => `still open on ${asOf}`,
  },
  outcome: {
    kept: 'kept',
    inTime: 'in time',
    late: (late) => `${late} late`,
    waived: (late) => `${late} late and waived`,
    used: (used) => `${used} used`,
  },
  argument: (due, ending, outcomes) => `${due}; ${ending}: ${outcomes}`,
}
