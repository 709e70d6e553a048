/** What readiness finds in an agreement, in English. */
import { amount, counted, list, percent, quoted } from './english-figures.ts'
import type { DocumentFacts, TriggerKey } from './facts.ts'
import type { WordsFor } from './readiness-words.ts'

const names: Readonly<Record<TriggerKey | 'requires' | 'goal', string>> = {
  start: 'the start',
  stop: 'the stop',
  pause: 'the pause',
  resume: 'the resume',
  cancel: 'the cancellation',
  reset: 'the reset',
  attempt: 'the attempt',
  count: 'the count',
  sum: 'the sum',
  of: 'the cohort',
  that: 'the conversion',
  requires: 'what it requires',
  goal: 'a goal',
}

export const englishDocument: WordsFor<DocumentFacts> = {
  'undefined-status': {
    message: ({ state, isUsed }) =>
      `nobody has written down what ${quoted(state)} means${isUsed ? ', and a promise depends on it' : ''}`,
    remedy: 'Agree on a definition in words that both parties would use, and better still on an entry rule.',
  },
  'unreachable-state': {
    message: ({ state }) => `no allowed move leads to ${quoted(state)}`,
    remedy: 'Allow the move that leads there, or take the status out.',
  },
  'dead-end-state': {
    message: ({ state }) => `no move leaves ${quoted(state)}, and it is no disposition: a lead stays there for ever`,
    remedy: 'Allow a move out of it, or call it a disposition.',
  },
  'no-disposition': {
    message: () => 'no status is a disposition, so no lead is ever dealt with',
    remedy: 'Say on which statuses a lead is done: qualified, recycled, disqualified.',
  },
  'handover-without-owner': {
    message: ({ clauses }) =>
      `${list(clauses.map(quoted))} ${clauses.length === 1 ? 'starts' : 'start'} when a lead is given to somebody, and nobody promises by when that is`,
    remedy: 'Add a promise that stops on lead.assigned, so that a lead without an owner is somebody’s.',
  },
  'trigger-unreachable': {
    message: ({ clause, trigger, states }) =>
      `${names[trigger]} of ${quoted(clause)} waits for ${list(states.map(quoted), 'or')}, which no allowed move reaches from where the lead is then`,
    remedy: 'Allow the moves that lead there, or wait for a status that can come.',
  },
  'met-at-start': {
    message: ({ clause }) => `what starts ${quoted(clause)} stops it as well, so it is always kept, with no time used`,
    remedy: 'Stop it on what is to be done, and not on what begins it.',
  },
  'born-paused': {
    message: ({ clause }) => `what starts ${quoted(clause)} pauses it as well, so its time stands still from the first instant`,
    remedy: 'Pause on something of its own.',
  },
  'each-event-restarts': {
    message: ({ clause, types }) =>
      `each ${list(types.map(quoted), 'or')} stops ${quoted(clause)} and starts it again: a promise that no silence is longer than the target`,
    remedy: 'Leave it if that is meant; the last cycle of every lead stays open until something cancels it.',
  },
  'pause-never-ends': {
    message: ({ clause, states }) =>
      states.length === 0
        ? `what resumes ${quoted(clause)} pauses it as well, and then the pause goes on`
        : `the pause of ${quoted(clause)} in ${list(states.map(quoted), 'and')} never ends: no allowed move leads to its resume`,
    remedy: 'Resume on something that can come after the pause.',
  },
  'never-cancels': {
    message: ({ clause }) =>
      `whatever cancels ${quoted(clause)} stops it as well, and the stop wins: it is kept and never cancelled`,
    remedy: 'Take from the stop what is meant to cancel.',
  },
  'unreachable-goal': {
    message: ({ clause, goal, by }) =>
      `goal ${goal} of ${quoted(clause)} never wins${by === null ? '' : `, because goal ${by} holds whenever it does and comes first`}`,
    remedy: 'Put the narrower condition first.',
  },
  'no-catch-all': {
    message: ({ clause }) => `leads for which no goal of ${quoted(clause)} holds are promised nothing`,
    remedy: 'End with a goal without a condition, if every lead is meant.',
  },
  'impossible-condition': {
    message: ({ clause, part }) => `the condition of ${names[part]} of ${quoted(clause)} can never hold: it contradicts itself`,
    remedy: 'Read its comparisons one by one; probably an all was meant to be an any, or a number is the wrong way round.',
  },
  'target-cannot-fit': {
    message: ({ clause, neededMs, openMs }) =>
      `${quoted(clause)} asks for ${amount(neededMs)}, and its calendar is open for only ${amount(openMs)} while the agreement is in force`,
    remedy: 'Shorten the target, or let the agreement or the opening hours be longer.',
  },
  'cadence-cannot-fit': {
    message: ({ clause, neededMs, givenMs }) =>
      `the attempts of ${quoted(clause)} are at least ${amount(neededMs)} apart from first to last, and at most ${amount(givenMs)} are given`,
    remedy: 'Ask for fewer attempts, for less time between them, or give more time.',
  },
  'day-long-target': {
    message: ({ clause, targetMs, dayMs, days }) =>
      `${amount(targetMs)} of ${quoted(clause)} count only while the calendar is open, ${amount(dayMs)} on a usual day: that is ${counted(days, 'business day')}`,
    remedy: 'Say businessDays if days are meant, or use the clock always if hours on the wall are.',
  },
  'target-over-day': {
    message: ({ clause, targetMs, dayMs, days }) =>
      `${amount(targetMs)} of ${quoted(clause)} are more than the ${amount(dayMs)} of a usual day: they take ${counted(days, 'business day')}`,
    remedy: 'Make sure that both parties know; where whole days are meant, businessDays says so.',
  },
  'same-day-close': {
    message: ({ clause }) =>
      `${quoted(clause)} is due at the close of the same day, so a lead that comes a minute before it has a minute`,
    remedy: 'Leave it if that is meant; otherwise say hours, or the end of the next business day.',
  },
  'target-over-period': {
    message: ({ clause, other, days, periodDays }) =>
      `a clock of ${quoted(other)} may run for ${counted(days, 'day')}, and ${quoted(clause)} counts it over ${counted(periodDays, 'day')}: the period is over before it is decided`,
    remedy: 'Count over a longer period.',
  },
  'trivial-target': {
    message: ({ clause }) => `${quoted(clause)} is kept whatever happens`,
    remedy: 'Name a target that somebody could miss.',
  },
  'all-or-nothing': {
    message: ({ clause }) => `${quoted(clause)} asks for all without exception, so one slip loses the period`,
    remedy: 'Leave it if that is meant; nine in ten or 95 % leave room for a bad day.',
  },
  'reminder-out-of-time': {
    message: ({ clause, reminder, isBefore }) =>
      `the reminder ${quoted(reminder)} of ${quoted(clause)} ${isBefore ? 'would come before the clock starts, and is never sent' : 'comes in the digest of the next morning, after the promise is due'}`,
    remedy: 'Remind at a share of the target, and within opening hours.',
  },
  'holidays-end': {
    message: ({ calendar, until }) =>
      `the holidays of ${quoted(calendar)} are known only until ${until}, and the agreement goes on`,
    remedy: 'Add the years that are missing; lead-sla holidays does it.',
  },
  'unused-calendar': {
    message: ({ calendar }) => `no clause counts on the calendar ${quoted(calendar)}`,
    remedy: 'Take it out, or name it in the clause that it was made for.',
  },
  'contradicting-clauses': {
    message: ({ clause, other }) =>
      `${quoted(clause)} and ${quoted(other)} promise the same action and ask for different targets`,
    remedy: 'Make one clause of them, with a goal for each case.',
  },
  'repeated-clause': {
    message: ({ clause, other }) => `${quoted(clause)} says the same as ${quoted(other)}, and every breach counts twice`,
    remedy: 'Take one of them out.',
  },
  'complicated-clause': {
    message: ({ clause, points, most }) => `${quoted(clause)} holds ${points} things to keep in mind, more than ${most}`,
    remedy: 'Give conditions a name and a definition, or make two promises of it.',
  },
  'complicated-agreement': {
    message: ({ points, most }) => `the agreement holds ${points} things to keep in mind, more than ${most}: few will read it`,
    remedy: 'Begin with the few promises that matter most, and add others at the next review.',
  },
  'too-many-goals': {
    message: ({ clause, count, most }) => `${quoted(clause)} has ${count} targets, more than ${most}: nobody will know theirs`,
    remedy: 'Keep two or three, for the leads that really differ.',
  },
  'too-many-exceptions': {
    message: ({ count, most }) => `there are ${count} exceptions, more than ${most}`,
    remedy: 'Put what happens regularly into calendars and targets.',
  },
  'blanket-exception': {
    message: ({ name, share }) => `the exception ${quoted(name)} waives everything for ${percent(share)} of the time`,
    remedy: 'Shorten it, or name the clauses, teams or leads that it is for.',
  },
  'exception-without-approval': {
    message: ({ name }) => `nobody is named who approved the exception ${quoted(name)}`,
    remedy: 'Name who approved it: approvedBy.',
  },
  'missing-signatory': {
    message: ({ party }) => `nobody signs for ${quoted(party)}`,
    remedy: 'Name the person who answers for the party: signatories.',
  },
  unsigned: {
    message: ({ names: missing }) => `${list(missing)} ${missing.length === 1 ? 'has' : 'have'} not signed yet`,
    remedy: 'Write down the date of the signature: signedOn.',
  },
  'no-start-date': {
    message: () => 'the agreement has no beginning, so it binds everything that ever happened',
    remedy: 'Name the date from which it is in force: effective.from.',
  },
  'no-end-date': {
    message: () => 'the agreement has no end, so nothing asks the parties to look at it again',
    remedy: 'Name the date by which it is reviewed: effective.to.',
  },
  'party-without-people': {
    message: ({ party, promises }) =>
      `${quoted(party)} owes ${counted(promises, 'promise')}, and names nobody who keeps ${promises === 1 ? 'it' : 'them'}`,
    remedy: 'Name the members; figures by person and team, and what nobody owns, follow from it.',
  },
  'member-without-role': {
    message: ({ people }) => `${list(people)} ${people.length === 1 ? 'has' : 'have'} no role, so like is not compared with like`,
    remedy: 'Name the role of each member.',
  },
  'member-without-team': {
    message: ({ people }) => `${list(people)} ${people.length === 1 ? 'belongs' : 'belong'} to none of the party’s teams`,
    remedy: 'Name the team of each member.',
  },
}
