/** Consequences and incentives in English. */
import type { PeriodLength } from '../../agreement/clause-document.ts'
import type { SubjectKind } from '../../agreement/conduct-facts.ts'
import { phrase as p } from '../text/phrase.ts'
import type { JudgingWords } from './judging-words.ts'

const each: Readonly<Record<SubjectKind, string>> = { party: 'the party', team: 'each team', owner: 'each person' }
const s = (count: number): string => (count === 1 ? '' : 's')
const boards = { points: 'points', kept: 'cases kept', keptShare: 'the share of cases kept' } as const
const every = (per: PeriodLength): string => `every ${per.replace('fiscal', 'fiscal ').toLowerCase()}`

export const englishJudging: { readonly judging: JudgingWords } = {
  judging: {
    facts: {
      for: 'the kind of who is judged',
      party: 'the party',
      role: 'the role',
      decided: 'the number of decided cases',
      kept: 'the number of cases kept',
      breaches: 'the number of late cases',
      openBreaches: 'the number of late cases that are still open',
      pending: 'the number of cases that are not decided',
      excluded: 'the number of cases left out',
      keptShare: 'the share of cases kept',
      worstLateMs: 'the longest delay',
      totalLateMs: 'the sum of all delays',
      promisesMet: 'the number of promises met',
      promisesMissed: 'the number of promises missed',
      attainment: 'the attainment',
      strikes: 'the number of strikes',
      consecutive: 'the number of strikes in a row',
      points: 'the number of points',
      cleanPeriods: 'the number of clean periods in a row',
    },
    consequence: {
      judged: (of, party, per, clauses) => {
        const who = of === 'party' ? p`${party} as a whole` : p`${each[of]} of ${party}`
        return p`${who} is judged ${every(per)}, by ${clauses ?? 'all its promises'}.`
      },
      strike: (condition) =>
        condition === null
          ? 'A period with a promise that was late or missed is a strike.'
          : p`A period is a strike when ${condition}.`,
      minimumSample: (count) => `A period with fewer than ${count} decided cases is not judged by them.`,
      grace: (periods, count) => `The first ${count === 1 ? 'period is' : `${periods} periods are`} not judged.`,
      forgiven: (periods, count) => `After ${periods} clean period${s(count)} in a row, the strikes before are forgiven.`,
      judgedAfter: (amount) => p`A period is judged as soon as nothing in it is open, and at the latest ${amount} after its end.`,
      atStrike: (number) => `at strike ${number}`,
      onCondition: (condition) => p`when ${condition}`,
      notice: (to) => p`${to} is told.`,
      coaching: (to) => p`${to} sits down with them.`,
      returnLeads: (to) => p`The leads that are late and still open go back to ${to}.`,
      adjustQuota: (clause, share, isMore) => p`The target of ${clause} is ${isMore ? 'raised' : 'lowered'} by ${share}.`,
      moveBudget: (from, to, money) => p`${money} of the budget of ${from} goes to ${to}.`,
    },
    incentive: {
      levels: 'Service levels',
      conformity: 'Done as agreed',
      streaks: 'Streaks',
      badges: 'Badges',
      awards: 'Awards',
      prizes: 'Prizes',
      spifs: 'Bonuses for a short time',
      boards: 'Leaderboards',
      capacity: 'Capacity',
      unnamed: 'Not named on boards',
      earnedPer: (per) => `Points are counted ${every(per)}.`,
      points: (points, count) => `${points} point${s(count)}`,
      level: (of, clause, share, points) =>
        share === null
          ? p`${points} for ${each[of]} that meets ${clause}.`
          : p`${points} for ${each[of]} that keeps ${clause} in at least ${share} of all cases.`,
      exceeded: (share, points) => p`From ${share} on it is ${points} instead.`,
      due: (date, points) => p`${points} if done by the end of ${date}.`,
      eachPeriod: (per, points) => p`${points} if done, ${every(per)}.`,
      streak: (level, times, points) => p`${points} for meeting ${level} ${times} times in a row, and again after as many.`,
      badge: (of, party, condition) => p`For ${each[of]} of ${party}, when ${condition}.`,
      once: 'Once earned, it is worn for good.',
      award: (of, per, bonus) =>
        p`For the highest total, among ${of === 'owner' ? 'people' : of === 'team' ? 'teams' : 'parties'}, ${every(per)}: ${bonus}.`,
      split: 'Those who tie share the money.',
      leastPoints: (points) => p`Nobody wins with less than ${points}.`,
      prize: (of, per, points, worth) => p`For ${each[of]} that reaches ${points}, ${every(per)}: worth ${worth}.`,
      spif: (of, clause, money, when) => p`${money} to ${each[of]} for each case of ${clause} that is kept, ${when}.`,
      role: (role) => p`Only people with the role ${role} take part.`,
      budget: (money) => p`The budget for it is ${money}.`,
      board: (of, per, by) => `Of ${of === 'owner' ? 'people' : 'teams'}, by ${boards[by]}, ${every(per)}.`,
      perCapacity: 'The figures are divided by capacity.',
      counting: (clauses) => p`Only these count: ${clauses}.`,
      nobodyNamed: 'Nobody is named on any board.',
    },
  },
}
