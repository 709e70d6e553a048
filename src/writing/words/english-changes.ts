/** The changes between two versions in English. */
import { phrase as p } from '../text/phrase.ts'
import type { ChangeWords, ReviewWords } from './change-words.ts'
import { englishLabels } from './english-labels.ts'
import { englishValues } from './english-values.ts'

export const englishChanges: { readonly change: ChangeWords; readonly review: ReviewWords } = {
  review: {
    next: (date, every) =>
      every === null
        ? p`The next review is on ${date}.`
        : p`The next review is on ${date}, and after that there is one every ${every}.`,
    told: (days) => p`Those who take part are told ${days} before.`,
    with: 'Taking part',
    agenda: 'What is looked at',
    held: 'Held on',
  },
  change: {
    title: (agreement) => p`What changes: ${agreement}`,
    between: (before, after) => p`From version ${before} to version ${after}.`,
    count: (changes, count, breaking, breakingCount) => {
      const all = `There ${count === 1 ? 'is 1 change' : `are ${changes} changes`}`
      return breakingCount === 0
        ? `${all}, and none binds anybody more strictly.`
        : `${all}, and ${breaking} of them ${breakingCount === 1 ? 'needs' : 'need'} the consent of those who are bound by it.`
    },
    breaking: 'Changes that bind somebody more strictly or otherwise',
    others: 'All other changes',
    added: (subject, text) => p`New: ${subject}: ${text}`,
    removed: (subject, text) => p`Left out: ${subject}: ${text}`,
    changed: (subject, was, now) => p`${subject}. Until now: ${was} From now on: ${now}`,
    moved: (subject, text) => p`In another place of the order: ${subject}: ${text}`,
    bearing: (party, effect, reason) => {
      const way = { stricter: 'Stricter', easier: 'Less strict', other: 'To be looked at' }[effect]
      return p`${way} for ${party ?? 'all parties'}: ${reason}.`
    },
    reasons: {
      tighterTarget: 'the target is tighter',
      newDuty: 'there is a duty that was not there before',
      lostRelief: 'something that helped to keep the promise no longer does',
      removedException: 'what was excused no longer is',
      longerHours: 'the calendar opens at times at which it was closed, so time can run out earlier',
      removedStatus: 'a status is gone',
      removedMove: 'a move is no longer allowed',
      stricterEntry: 'a status has a condition for those who enter it',
      harsherConsequence: 'what follows comes sooner or weighs more',
      lessReward: 'less is earned, or it takes more to earn it',
      changedRule: 'the rule is another one, and which way that tips cannot be computed',
      looserTarget: 'the target is looser',
      endedDuty: 'a duty ends',
      newRelief: 'something helps to keep the promise that did not before',
      newException: 'more is excused',
      shorterHours: 'the calendar is closed at times at which it was open, so time lasts longer',
      newStatus: 'there is a further status',
      newMove: 'a further move is allowed',
      looserEntry: 'a status no longer has a condition',
      milderConsequence: 'what follows comes later or weighs less',
      moreReward: 'more is earned, or it takes less to earn it',
    },
    underWay: 'What is under way when this version begins',
    clocks: (clauses, begins) =>
      p`${clauses}: a clock that runs ${begins === null ? 'when this version begins' : p`at the beginning of ${begins}`} goes on under the version in which it started, until it ends; what starts from then on is bound by this one.`,
    periods: (clauses, begins) =>
      p`${clauses}: the period that runs ${begins === null ? 'when this version begins' : p`at the beginning of ${begins}`} is counted to its end under the version before; the first period that begins from then on is counted by this one.`,
    begin: (clauses, begins) =>
      p`${clauses}: nothing is owed for what started ${begins === null ? 'before this version' : p`before ${begins}`}.`,
    end: (clauses, begins) =>
      p`${clauses}: ${begins === null ? 'with this version' : p`from ${begins} on`} nothing starts any more, and what is open then goes on until it ends.`,
    nothing: 'Nothing that is under way is bound otherwise.',
    days: (days, count) => `${days} day${count === 1 ? '' : 's'}`,
    promise: (name) => p`promise ${name}`,
    calendar: (name) => p`calendar ${name}`,
    state: (name) => p`status ${name}`,
    ...englishLabels,
    ...englishValues,
  },
}
