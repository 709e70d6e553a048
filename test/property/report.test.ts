import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Agreement,
  type AgreementDocument,
  defineAgreement,
  type Evaluation,
  evaluate,
  leaderboard,
  type Obligation,
  scorecard,
} from '../../src/index.ts'
import {
  type Basis,
  type BoardRow,
  type ClauseSection,
  type ClockRow,
  type Counts,
  type Report,
  type ReportOptions,
  report,
} from '../../src/report.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { evaluationOf, incentives, people, renamed, type Work, withIncentives, works } from '../arbitraries/conduct.ts'
import { type Story, story } from '../arbitraries/history.ts'
import { periodStory } from '../arbitraries/period-story.ts'
import { msOf } from '../oracle/ms.ts'
import {
  bucketByHand,
  countsByFilter,
  isOpenPart,
  medianByOrder,
  partOf,
  startedIn,
  waysByReplay,
  weekHourByPlatform,
} from '../oracle/report-oracle.ts'
import { quantileByCounting } from '../oracle/survival-oracle.ts'
import { documentOf } from '../unit/conduct/one-team.ts'

/** A report looks at everything, so that a try costs ten of another law's. */
const numRuns = Number(process.env.LEAD_SLA_RUNS ?? 250)
let seed = Number(process.env.LEAD_SLA_SEED ?? 20_260_407)

function law<Drawn>(title: string, drawn: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => void): void {
  test(title, { timeout: 120_000 }, () => {
    const property = fc.property(drawn, (value) => {
      check(value)
    })
    fc.assert(property, { numRuns, seed: seed++ })
  })
}

/** What a report is made of, by which period, and how long its lists may be. */
interface Told {
  /** A story is short and knows every rule; the work of some people over half a year is plain, and long. */
  readonly source: Story | { readonly works: readonly Work[]; readonly asOfDay: number }
  readonly per: 'week' | 'month' | 'quarter' | 'year'
  readonly options: Pick<ReportOptions, 'rows' | 'keys' | 'periods' | 'riskShare' | 'minimumSample'>
}

const options = fc.record({
  rows: fc.constantFrom(1, 2, 50),
  keys: fc.constantFrom(0, 1, 3, 50),
  periods: fc.constantFrom(1, 3, 12),
  riskShare: fc.constantFrom(0.25, 0.5, 0.75),
  minimumSample: fc.constantFrom(0, 1, 2, 20),
})
const told: fc.Arbitrary<Told> = fc.record({
  source: fc.oneof(story(), periodStory(), works),
  per: fc.constantFrom('week', 'week', 'week', 'month', 'month', 'month', 'quarter', 'year'),
  options,
})
const plain = defineAgreement(documentOf())

/** Returns the name of the period that holds an instant, in UTC: near enough to midnight for a story that lasts for days. */
function periodAt(at: number, per: Told['per']): string {
  const date = new Date(at).toISOString()
  const year = date.slice(0, 4)
  if (per === 'year') return year
  if (per === 'month') return date.slice(0, 7)
  if (per === 'quarter') return `${year}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
  const day = Math.floor(at / 86_400_000)
  const thursday = day - ((day + 3) % 7) + 3
  const its = new Date(thursday * 86_400_000).toISOString().slice(0, 4)
  const week = Math.floor((thursday - Date.parse(`${its}-01-01`) / 86_400_000) / 7) + 1
  return `${its}-W${String(week).padStart(2, '0')}`
}

interface Made {
  readonly made: Report
  readonly agreement: Agreement
  readonly evaluation: Evaluation
  readonly period: string
}

function madeOf({ source, per, options: given }: Told): Made {
  const agreement = 'works' in source ? plain : agreementOf(source.document)
  const evaluation =
    'works' in source
      ? evaluationOf(plain, source.works, source.asOfDay)
      : evaluate(agreement, source.events, { asOf: source.asOf })
  // Something may lie in the period of the first clock, and something before and after it.
  const period = periodAt(msOf(evaluation.obligations[0]?.startedAt ?? evaluation.asOf), per)
  return { made: report(evaluation, { agreement, period, ...given }), agreement, evaluation, period }
}

const sectionOf = (made: Report, { clause, party }: Obligation): ClauseSection | undefined =>
  made.clauses.find((section) => section.clause === clause && section.party === party)

const members = Object.keys(countsByFilter([])) as (keyof Counts)[]
const countsIn = (line: Counts) => Object.fromEntries(members.map((member) => [member, line[member]]))
const added = (lines: readonly Counts[]) =>
  Object.fromEntries(members.map((member) => [member, lines.reduce((sum, line) => sum + line[member], 0)]))

/** Everything that looks like a basis, wherever it stands. */
function basesOf(value: unknown): Basis[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Object.values(value).flatMap(basesOf)
  return 'how' in value && 'keys' in value && 'total' in value ? [value as Basis, ...own] : own
}

/** The counts of clauses, teams, people and periods. */
function expectCounts({ made, evaluation: { obligations } }: Made): void {
  const { header } = made
  const inPeriod = startedIn(obligations, header.from, header.to)
  expect(header.clocks).toEqual({
    all: obligations.length,
    inPeriod: inPeriod.length,
    open: obligations.filter((clock) => isOpenPart(partOf(clock))).length,
  })
  expect(obligations.every((clock) => sectionOf(made, clock))).toBe(true)
  for (const section of made.clauses) {
    const all = obligations.filter((clock) => sectionOf(made, clock) === section)
    const own = startedIn(all, header.from, header.to)
    const counts = countsByFilter(own)
    const stopped = own.filter(({ stoppedAt }) => stoppedAt !== null)
    expect(countsIn(section.line)).toEqual(counts)
    expect([section.line.share, section.line.medianUsedMs]).toEqual([
      counts.decided === 0 ? null : counts.kept / counts.decided,
      medianByOrder(stopped.map(({ usedMs }) => usedMs)),
    ])
    const { teams, people: persons, trend } = section
    expect(added([...teams.rows, teams.rest, teams.nobody])).toEqual(counts)
    expect(added([...persons.rows, persons.rest, persons.nobody])).toEqual(counts)
    expect([teams.total, persons.total]).toEqual([
      new Set(own.flatMap(({ team }) => team ?? [])).size,
      new Set(own.flatMap(({ owner }) => owner ?? [])).size,
    ])
    expect(teams.rows.map(countsIn)).toEqual(
      teams.rows.map(({ team }) => countsByFilter(own.filter((one) => one.team === team.id))),
    )
    expect(persons.rows.map(countsIn)).toEqual(
      persons.rows.map(({ person }) => countsByFilter(own.filter((one) => one.owner === person.id))),
    )
    expect(trend.rows.map(countsIn)).toEqual(trend.rows.map(({ from, to }) => countsByFilter(startedIn(all, from, to))))
    expect(trend.rows.slice(1).map(({ from }) => from)).toEqual(trend.rows.slice(0, -1).map(({ to }) => to))
    expect(trend.rows.at(-1)?.period).toBe(header.period)
    if (trend.more === 0) expect(added(trend.rows)).toEqual(countsByFilter(startedIn(all, '0001-01-01T00:00:00Z', header.to)))
  }
  for (const { party, clauses, totals } of made.parties) {
    const own = made.clauses.filter((section) => section.party === party)
    expect(clauses).toEqual(own.map(({ clause }) => clause))
    expect(totals).toEqual(added(own.map(({ line }) => line)))
  }
}

/** The same figures as the scorecard has. */
function expectScorecard(
  { made, agreement, evaluation, period }: Made,
  { riskShare = 0.75, minimumSample = 20 }: Told['options'],
): void {
  const card = scorecard(agreement, evaluation, { period, riskShare, minimumSample })
  for (const { party, promises, clocks, people: persons, teams } of card.parties) {
    const own = made.parties.find((section) => section.party === party)
    expect(own?.promises.map(({ key }) => key)).toEqual(promises.map(({ key }) => key))
    for (const one of clocks) {
      const line = made.clauses.find((section) => section.party === party && section.clause === one.clause)?.line
      expect(line).toMatchObject({
        ...{ clocks: one.owed, kept: one.done, decided: one.decided, share: one.share, interval: one.interval },
        ...{ isSmall: one.isSmall, atRisk: one.atRisk.length, medianUsedMs: one.medianUsedMs, worstLateMs: one.worstLateMs },
      })
    }
    const sections = made.clauses.filter((section) => section.party === party)
    const rows = sections.flatMap(({ clause, people: own, teams: groups }) => [
      ...own.rows.map((row) => ['person', clause, row.person.id, row.others.decided, row.others.share, row.standsOut]),
      ...groups.rows.map((row) => ['team', clause, row.team.id, row.others.decided, row.others.share, row.standsOut]),
    ])
    const expected = [...persons.map((line) => ['person', line] as const), ...teams.map((line) => ['team', line] as const)].map(
      ([kind, line]) => [kind, line.clause, line.name, line.others.decided, line.others.share, line.standsOut],
    )
    expect(expected).toEqual(expect.arrayContaining(rows))
  }
}

/** The time used, the hours of the week, the ages, and whose time it was. */
function expectSpread({ made, evaluation }: Made): void {
  const { header } = made
  const asOf = msOf(header.asOf)
  for (const section of made.clauses) {
    const all = evaluation.obligations.filter((clock) => sectionOf(made, clock) === section)
    const own = startedIn(all, header.from, header.to)
    const { bins, stopped, running, ended, quantiles } = section.distribution
    const isStopped = ({ stoppedAt }: Obligation) => stoppedAt !== null
    const unstopped = own.filter((clock) => !isStopped(clock))
    const runs = unstopped.filter(({ closedAt }) => closedAt === null).length
    expect([stopped, running, ended]).toEqual([own.length - unstopped.length, runs, unstopped.length - runs])
    expect(bins.map((bin) => [bin.stoppedInTime + bin.stoppedLate + bin.running + bin.ended, bin.stoppedLate])).toEqual(
      bins.map(({ fromMs, toMs }) => {
        const here = own.filter(({ usedMs }) => usedMs >= fromMs && usedMs < (toMs ?? Number.POSITIVE_INFINITY))
        return [here.length, here.filter((clock) => isStopped(clock) && clock.breachedAt !== null).length]
      }),
    )
    expect(bins.map(({ fromMs }) => fromMs)).toEqual([0, ...bins.map(({ toMs }) => toMs)].slice(0, bins.length))
    expect(bins.length).toBeLessThanOrEqual(26)
    const lives = own.map((clock) => ({ ms: clock.usedMs, isStopped: isStopped(clock) }))
    expect(quantiles.map(({ usedMs }) => usedMs)).toEqual([50, 90, 95].map((percent) => quantileByCounting(lives, percent)))

    const hours = own.map(({ startedAt }) => weekHourByPlatform(header.timeZone, msOf(startedAt)))
    expect(section.arrivals.total).toBe(own.length)
    expect(section.arrivals.cells.map(({ count }) => count)).toEqual(
      section.arrivals.cells.map(({ weekday, hour }) => hours.filter((one) => one === `${weekday}/${hour}`).length),
    )

    const open = all.filter((clock) => isOpenPart(partOf(clock)))
    const buckets = open.map((clock) => [bucketByHand(clock, asOf), clock.isPaused] as const)
    expect(section.ageing.open).toBe(open.length)
    expect(section.ageing.buckets.map(({ clocks, paused }) => [clocks, paused])).toEqual(
      section.ageing.buckets.map(({ bucket }) => {
        const here = buckets.filter(([name]) => name === bucket)
        return [here.length, here.filter(([, isPaused]) => isPaused).length]
      }),
    )

    const shares = own.flatMap(({ owners }) => owners)
    const timeOf = (isSystem: boolean) =>
      shares.reduce((sum, { owner, usedMs }) => sum + ((owner === null) === isSystem ? usedMs : 0), 0)
    expect([section.delay.systemMs, section.delay.humanMs]).toEqual([timeOf(true), timeOf(false)])
  }
}

/** Each open clock is in one list, and in its place. */
function expectQueue({ made, evaluation }: Made, { rows = 50, riskShare = 0.75 }: Told['options']): void {
  const { overdue, atRisk, due, paused, open } = made.queue
  const lists = [overdue, atRisk, due, paused]
  const expected = evaluation.obligations.filter((clock) => isOpenPart(partOf(clock))).map(({ key }) => key)
  expect([open, lists.reduce((sum, { total }) => sum + total, 0)]).toEqual([expected.length, expected.length])
  expect(
    lists.every((list) => list.rows.length === Math.min(rows, list.total) && list.more === list.total - list.rows.length),
  ).toBe(true)
  const keys = lists.flatMap((list) => list.rows.map(({ key }) => key))
  if (lists.every(({ more }) => more === 0)) expect([...keys].sort()).toEqual([...expected].sort())
  for (const list of lists) {
    const instants = list.rows.map(({ dueAt, dueIfResumedAt }) => msOf(dueAt ?? dueIfResumedAt ?? '9999-01-01T00:00:00Z'))
    expect(instants).toEqual([...instants].sort((a, b) => a - b))
  }
  const isNear = ({ targetMs, usedMs, usedShare }: ClockRow) =>
    targetMs === null ? usedShare !== null && usedShare >= riskShare - 1e-9 : usedMs >= targetMs * riskShare
  expect([
    atRisk.rows.every(isNear),
    due.rows.some(({ targetMs, usedMs }) => targetMs !== null && usedMs >= targetMs * riskShare),
  ]).toEqual([true, false])
}

/** Nothing but JSON, and every clock that a figure names. */
function expectPlain({ made }: Made, { keys: most = 3 }: Told['options']): void {
  expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made)
  const bases = basesOf(made)
  expect(bases.filter(({ keys, total }) => keys.length > Math.min(most, total) || new Set(keys).size < keys.length)).toEqual([])
  expect(made.clocks.map(({ key }) => key)).toEqual([...new Set(bases.flatMap(({ keys }) => keys))].sort())
}

describe('a report', () => {
  law('counts as a direct count does and as the scorecard does, and what is in parts adds up', told, (it) => {
    const all = madeOf(it)
    expectCounts(all)
    expectScorecard(all, it.options)
  })

  law('spreads the clocks of a clause over time, hours and ages, each in one place, and is plain JSON', told, (it) => {
    const all = madeOf(it)
    expectSpread(all)
    expectQueue(all, it.options)
    expectPlain(all, it.options)
  })

  law('does not depend on the order of the obligations', fc.tuple(told, fc.nat()), ([it, turn]) => {
    const { made, agreement, evaluation, period } = madeOf(it)
    const { obligations, ...rest } = evaluation
    const at = turn % (obligations.length + 1)
    const turned = [...obligations.slice(at), ...obligations.slice(0, at)].reverse()
    expect(report({ ...rest, obligations: turned }, { agreement, period, ...it.options })).toEqual(made)
  })

  law(
    'follows leads through the states as a replay of their events does',
    fc.tuple(story(), fc.integer({ min: 1, max: 3 })),
    ([it, periods]) => {
      const { document, events, asOf } = it
      const agreement = agreementOf(document)
      const evaluation = evaluate(agreement, events, { asOf })
      const { funnel, arrivals, quality } = report(evaluation, { agreement, events, period: '2026', periods, maturityMs: 0 })
      const lifecycle = document.lifecycle ?? { initial: '', states: {} }
      const states = Object.keys(lifecycle.states)
      const refused = new Set(evaluation.refused.map(({ event }) => event))
      const counted = events.filter((event) => !refused.has(event))
      const ways = waysByReplay(counted, { initial: lifecycle.initial, states, asOf })
      expect(quality.events).toBe(events.length)
      expect(funnel?.all.leads).toBe(ways.length)
      expect(funnel?.all.reached.map(({ state, leads, medianMs }) => [state, leads, medianMs])).toEqual(
        states.map((state) => {
          const waits = ways.flatMap(({ arrivedAt, entered }) => {
            const at = entered.get(state)
            return at === undefined ? [] : [at - arrivedAt]
          })
          return [state, waits.length, medianByOrder(waits)]
        }),
      )
      expect(funnel?.cohorts.rows.length).toBeLessThanOrEqual(periods)
      for (const { from, to, leads, reached, isMature } of funnel?.cohorts.rows ?? []) {
        const own = ways.filter(({ arrivedAt }) => arrivedAt >= msOf(from) && arrivedAt < msOf(to))
        expect([leads, isMature]).toEqual([own.length, asOf >= msOf(to)])
        expect(reached.map(({ leads: count }) => count)).toEqual(
          states.map((state) => own.filter(({ entered }) => entered.has(state)).length),
        )
      }
      expect(arrivals?.total).toBe(arrivals?.cells.reduce((sum, { count }) => sum + count, 0))
    },
  )
})

/** Agreements with points and a board, and the same with other people. */
const otherNames = ['zoe', 'Änne', 'x/y', '__proto__'] as const
const rewarded = fc.sample(incentives, { numRuns: 20, seed: 7 }).map((rules) => {
  const ladders = {
    it: { owedBy: 'sales', for: 'owner' as const, per: 'month' as const, steps: [{ name: 'talk', action: 'notice' as const }] },
  }
  const document: AgreementDocument = withIncentives(rules, { enforcement: { ladders } })
  const hidden = { ...document, incentives: { ...document.incentives, unnamed: 'everybody' as const } }
  return {
    agreement: defineAgreement(document),
    other: defineAgreement(renamed(document, otherNames)),
    hidden: defineAgreement(renamed(hidden, otherNames)),
  }
})
const worked = fc.record({ place: fc.nat(rewarded.length - 1), told: works, rows: fc.constantFrom(1, 50) })

/** By the number of a person where names would order a list. */
const numbered = ({ parties, boards, header, ...rest }: Report) => ({
  ...rest,
  header: { ...header, versions: null },
  boards: boards.map(({ groups, ...board }) => ({
    ...board,
    groups: groups.map(({ ranked, unranked, ...group }) => ({
      ...group,
      ranked: ranked.rows.map(({ person, rank }) => [rank, person?.number]).sort(),
      unranked: unranked.rows.map(({ person }) => person?.number).sort(),
    })),
  })),
  parties: parties.map(({ consequences, earned, ...party }) => ({
    ...party,
    consequences: [consequences.total, consequences.rows.map(({ person, period }) => [period, person?.number]).sort()],
    earned: [earned.total, earned.rows.map(({ person, at, kind }) => [at, kind, person?.number]).sort()],
  })),
})

describe('people in a report', () => {
  law('with other names are the same people', worked, ({ place, told: { works: list, asOfDay } }) => {
    const { agreement, other } = rewarded[place] as (typeof rewarded)[number]
    const one = report(evaluationOf(agreement, list, asOfDay), { agreement, rows: 500 })
    const two = report(evaluationOf(other, list, asOfDay, otherNames), { agreement: other, rows: 500 })
    for (const { board, period, groups } of one.boards) {
      const expected = leaderboard(agreement, evaluationOf(agreement, list, asOfDay), { board, period }).groups
      const lines = (rows: readonly BoardRow[]) =>
        rows.map(({ person, team, ...line }) => ({ ...line, name: person?.id ?? team?.id ?? null }))
      expect(
        groups.map(({ role, ranked, unranked }) => ({ role, ranked: lines(ranked.rows), unranked: lines(unranked.rows) })),
      ).toEqual(expected)
    }
    const back = JSON.stringify(numbered(two), (key, value) => {
      const at = key === 'id' || key === 'name' ? otherNames.indexOf(value) : -1
      return at < 0 ? value : key === 'id' ? people[at] : `${people[at]?.[0]?.toUpperCase()}${people[at]?.slice(1)}`
    })
    expect(JSON.parse(back)).toEqual(JSON.parse(JSON.stringify(numbered(one))))
  })

  law(
    'who are not to be named are in it without a name, with the same figures',
    worked,
    ({ place, told: { works: list, asOfDay }, rows }) => {
      const { other, hidden } = rewarded[place] as (typeof rewarded)[number]
      const named = report(evaluationOf(other, list, asOfDay, otherNames), { agreement: other, rows })
      const made = report(evaluationOf(hidden, list, asOfDay, otherNames), { agreement: hidden, rows })
      const text = JSON.stringify(made)
      for (const name of otherNames) expect(text.includes(JSON.stringify(name).slice(1, -1))).toBe(false)
      const figuresOf = ({ clauses, queue, clocks }: Report) =>
        JSON.stringify({ clauses, queue, clocks }, (key, value) => (key === 'id' || key === 'name' ? null : value))
      expect(figuresOf(made)).toBe(figuresOf(named))
      for (const [index, { consequences, earned }] of made.parties.entries()) {
        const other = named.parties[index]
        expect(consequences.total + consequences.withheld).toBe(other?.consequences.total)
        expect(earned.total + earned.withheld).toBe(other?.earned.total)
      }
    },
  )
})
