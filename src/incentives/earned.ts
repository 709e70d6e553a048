/** What is earned period by period: points for levels and for doing things in time, streaks, badges. */
import type { Badge, Streak } from '../agreement/incentives.ts'
import type { Conduct } from '../conduct/conduct.ts'
import { factsOf, isJudgeable } from '../conduct/facts.ts'
import { printRead } from '../time/instant.ts'
import { msOfDay } from '../time/plain-date.ts'
import type { Deed, EntryStanding, IncentiveEntry, Undecided } from './entry.ts'
import type { LevelOutcome } from './outcome.ts'
import type { Season } from './season.ts'

/** What was earned, and what is not decided yet. */
export interface Earned {
  readonly entries: readonly IncentiveEntry[]
  readonly undecided: readonly Undecided[]
}

const unpaid = { amountMinor: 0, currency: null } as const

/** Returns the points for levels that were met or exceeded. */
export function levelPoints({ outcomes }: Season): Earned {
  const entries: IncentiveEntry[] = []
  const undecided: Undecided[] = []
  for (const { level, for: kind, name, period, at, standing, points, because } of outcomes) {
    const key = `level/${level}/${period}/${name}`
    if (standing !== 'final') undecided.push({ group: key, for: kind, at })
    if (points > 0)
      entries.push({
        key,
        group: key,
        kind: 'level',
        rule: level,
        for: kind,
        name,
        period,
        at,
        standing,
        points,
        ...unpaid,
        because,
      })
  }
  return { entries, undecided }
}

/** Returns the points for levels that were met so many times in a row. */
export function streakPoints(season: Season): Earned {
  const found = season.incentives.streaks.map((streak) => {
    const outcomes = season.outcomes.filter(({ level }) => level === streak.level)
    const names = [...new Set(outcomes.map(({ name }) => name))]
    return names.map((name) =>
      streakOf(
        streak,
        outcomes.filter((outcome) => outcome.name === name),
      ),
    )
  })
  return joined(found.flat())
}

/**
 * A level that was missed ends the row, and so does one that was not kept in too few clocks. Where there was nothing, or too
 * little that was kept, the row neither grows nor ends.
 */
function streakOf({ name: rule, every, points }: Streak, outcomes: readonly LevelOutcome[]): Earned {
  const entries: IncentiveEntry[] = []
  const undecided: Undecided[] = []
  let row = 0
  let isFinal = true
  for (const { level, for: kind, name, period, at, verdict, standing: own, isBelow } of outcomes) {
    isFinal &&= own === 'final'
    const standing: EntryStanding = isFinal ? 'final' : own === 'running' ? 'running' : 'pending'
    if (verdict === 'met' || verdict === 'exceeded') row += 1
    else if (verdict === 'missed' || (verdict === 'insufficient' && isBelow)) row = 0
    const key = `streak/${rule}/${period}/${name}`
    if (standing !== 'final') undecided.push({ group: key, for: kind, at })
    if (row === 0 || row % every !== 0 || (verdict !== 'met' && verdict !== 'exceeded')) continue
    const because = `${level} was met ${row} times in a row`
    entries.push({ key, group: key, kind: 'streak', rule, for: kind, name, period, at, standing, points, ...unpaid, because })
  }
  return { entries, undecided }
}

/** Returns the points for what was done in time; a deed that is reported twice counts once. */
export function conformityPoints(conduct: Conduct, { incentives, numbers }: Season, deeds: readonly Deed[]): Earned {
  const entries = new Map<string, IncentiveEntry>()
  const sorted = deeds.filter(({ at }) => at <= conduct.asOf).sort((a, b) => a.at - b.at)
  for (const { name: rule, points, dueDay, per } of incentives.duties) {
    for (const { person: name, duty, at } of sorted) {
      if (duty !== rule) continue
      const length = per ?? incentives.per
      const periods = conduct.periods(length)
      const end = dueDay === null ? Number.POSITIVE_INFINITY : conduct.zone.instantOfLocal((dueDay + 1) * msOfDay)
      const number = periods.numberAt(Math.min(at, end - 1))
      if (at >= end || !numbers(length).includes(number)) continue
      const period = periods.name(number)
      const key = dueDay === null ? `conformity/${rule}/${period}/${name}` : `conformity/${rule}/${name}`
      if (entries.has(key)) continue
      const because = `done at ${printRead(at)}${dueDay === null ? '' : `, due before ${printRead(end)}`}`
      entries.set(key, {
        ...{ key, group: key, kind: 'conformity', rule, for: 'owner', name, period },
        ...{ at: printRead(at), standing: 'final', points, ...unpaid, because },
      })
    }
  }
  return { entries: [...entries.values()], undecided: [] }
}

/** Returns the badges; one for good is worn from the first period that earns it. */
export function badgesOf(conduct: Conduct, season: Season, points: readonly IncentiveEntry[]): Earned {
  return joined(season.incentives.badges.flatMap((badge) => badgeEntries(conduct, season, badge, points)))
}

function badgeEntries(
  conduct: Conduct,
  { incentives, numbers }: Season,
  badge: Badge,
  points: readonly IncentiveEntry[],
): Earned[] {
  const { owedBy: party, for: kind, minimumSample, name: rule } = badge
  const { per, judgeAfterMs } = incentives
  const clauses = conduct.clausesOf(party, 'clocks')
  const promises = conduct.clausesOf(party, 'promises')
  const names = kind === 'party' ? [party] : conduct.subjects(clauses, kind)
  const periods = conduct.periods(per)
  return names.map((name) => {
    const entries: IncentiveEntry[] = []
    const undecided: Undecided[] = []
    let [cleanPeriods, isFinal, isWorn] = [0, true, false]
    for (const number of numbers(per)) {
      const plain = factsOf(conduct, { for: kind, name, party, clauses, promises, minimumSample }, per, number)
      const period = periods.name(number)
      if (plain.breaches + plain.promisesMissed > 0) cleanPeriods = 0
      else if (plain.kept + plain.promisesMet > 0) cleanPeriods += 1
      const end = conduct.closing(periods.from(number + 1))
      const isSettled = conduct.asOf >= end && (plain.pending === 0 || conduct.asOf >= end + judgeAfterMs)
      isFinal &&= isSettled
      const standing: EntryStanding = isFinal ? 'final' : conduct.asOf < end ? 'running' : 'pending'
      const group = badge.once ? `badge/${rule}/${name}` : `badge/${rule}/${period}/${name}`
      const at = printRead(end - 1)
      if (!isFinal) undecided.push({ group, for: kind, at })
      const own = points.filter((entry) => entry.for === kind && entry.name === name && entry.period === period)
      const facts = { ...plain, points: own.reduce((sum, entry) => sum + entry.points, 0), cleanPeriods }
      if (isWorn || !isJudgeable(plain, minimumSample) || !badge.when.test(facts)) continue
      isWorn = badge.once
      const because = `${plain.kept} of ${plain.decided} kept, ${facts.points} points, ${cleanPeriods} clean in a row`
      entries.push({
        key: group,
        group,
        kind: 'badge',
        rule,
        for: kind,
        name,
        period,
        at,
        standing,
        points: 0,
        ...unpaid,
        because,
      })
    }
    return { entries, undecided }
  })
}

/** Returns everything that was earned, in one. */
export function joined(parts: readonly Earned[]): Earned {
  return { entries: parts.flatMap(({ entries }) => entries), undecided: parts.flatMap(({ undecided }) => undecided) }
}
