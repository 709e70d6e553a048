/** A leaderboard compares like with like: people of one role, by capacity where it matters, and nobody by a handful of clocks. */
import type { Board, Incentives } from '../agreement/incentives.ts'
import type { AnyAgreement } from '../agreement/versions.ts'
import { sumOf } from '../conduct/clock-count.ts'
import { type Conduct, conductOf } from '../conduct/conduct.ts'
import type { PeriodPlace } from '../conduct/period-name.ts'
import { issue, LeadSlaError } from '../errors.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { wilsonInterval } from '../periods/interval.ts'
import { printRead, readInstant } from '../time/instant.ts'
import { compare } from './entry.ts'
import { readDeeds, type Standings, type StandingsOptions, standingsOf } from './standings.ts'

export interface LeaderboardOptions extends StandingsOptions {
  /** The name of a board of the incentives. */
  readonly board: string
  /** The name of a period of the board's length, such as `2026-Q2`. */
  readonly period: string
  /** People who are not to be named, beside those whom the agreement lists. */
  readonly unnamed?: Iterable<string>
}

/** One who takes part. */
export interface BoardLine {
  /** Equals share a rank, and the next one comes after as many; `null` for those who are not ranked. */
  readonly rank: number | null
  /** `null` for people who are not to be named. */
  readonly name: string | null
  /** The points, the clocks kept or their share; divided by capacity where the board says so. */
  readonly value: number | null
  /** Clocks that are decided. */
  readonly sample: number
  /** The Wilson interval of the share that was kept; `null` of nothing. */
  readonly interval: readonly [low: number, high: number] | null
  /** 1 for full time. */
  readonly capacity: number
}

/** The people of one role; of teams there is one group. */
export interface BoardGroup {
  readonly role: string | null
  readonly ranked: readonly BoardLine[]
  /** Those with too small a sample. */
  readonly unranked: readonly BoardLine[]
}

export interface Leaderboard {
  readonly board: string
  readonly title: string | null
  readonly period: string
  readonly by: Board['by']
  /** Whether the period is over and every point in it decided. */
  readonly isFinal: boolean
  readonly groups: readonly BoardGroup[]
}

/**
 * Returns a leaderboard for a period.
 *
 * **Edges** people of different roles are never ranked together; who has fewer decided clocks than the board asks for is listed
 * without a rank. Two values are compared exactly, and equal ones share a rank. Points that are not final yet count as they
 * stand, and `isFinal` says so.
 * **Errors** throws `LeadSlaError`: `unknown-value` for a board that the agreement lacks, `out-of-range` for a period that is none,
 * or of another length than the board's; otherwise as `standings`.
 * **Source** [F4].
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', effective: { from: '2026-04-01' }, timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.assigned' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 *   incentives: { boards: { reps: { for: 'owner', per: 'month', by: 'kept' } } },
 * })
 * const events = [
 *   { id: '1', lead: 'L1', type: 'lead.assigned', at: '2026-04-07T08:00:00Z', data: { owner: 'anna' } },
 *   { id: '2', lead: 'L1', type: 'call.made', at: '2026-04-07T08:40:00Z' },
 * ]
 * const evaluation = evaluate(agreement, events, { asOf: '2026-05-01T00:00:00Z' })
 * const { groups } = leaderboard(agreement, evaluation, { board: 'reps', period: '2026-04' })
 * groups[0]?.ranked.map(({ rank, name, value }) => [rank, name, value]) //=> [[1, 'anna', 1]]
 */
export function leaderboard(agreement: AnyAgreement, evaluation: Evaluation, options: LeaderboardOptions): Leaderboard {
  const conduct = conductOf(agreement, evaluation)
  const place = conduct.placeOf(options.period)
  const incentives = incentivesAt(conduct, place)
  const board = boardOf(incentives, options, place)
  const found = standingsOf(conduct, readDeeds(conduct, options.deeds ?? []))
  const hidden = new Set(options.unnamed ?? [])
  const isHidden = (name: string) => hidden.has(name) || incentives.unnamed === 'everybody' || incentives.unnamed.has(name)
  return boardLines(conduct, { incentives, board, place }, found, isHidden)
}

/** A board and its period, with the incentives that hold in it. */
export interface BoardPlace {
  readonly incentives: Incentives
  readonly board: Board
  readonly place: PeriodPlace
}

/** Returns the leaderboard of a conduct; people who are hidden have no name. */
export function boardLines(
  conduct: Conduct,
  { incentives, board, place }: BoardPlace,
  found: Standings,
  isHidden: (name: string) => boolean,
): Leaderboard {
  const lines = contestantsOf(conduct, board, place, found, incentives)
  const roles = [...new Set(lines.map(({ role }) => role))].sort((a, b) => compare(a ?? '', b ?? ''))
  const periods = conduct.periods(place.per)
  const [from, to] = [periods.from(place.number), periods.from(place.number + 1)].map(printRead)
  const isOpen = found.undecided.some((one) => one.for === board.for && one.at >= (from ?? '') && one.at < (to ?? ''))
  return {
    board: board.name,
    title: board.title,
    period: periods.name(place.number),
    by: board.by,
    isFinal: conduct.asOf >= conduct.closing(periods.from(place.number + 1)) && !isOpen,
    groups: roles.map((role) => {
      const own = lines.filter((line) => line.role === role)
      const isSmall = ({ sample }: Contestant) => sample < board.minimumSample
      const shown = (line: Contestant, rank: number | null): BoardLine =>
        lineOf(line, rank, board.for === 'owner' && isHidden(line.name))
      return {
        role,
        ranked: ranked(
          own.filter((line) => !isSmall(line)),
          shown,
        ),
        unranked: own.filter(isSmall).map((line) => shown(line, null)),
      }
    }),
  }
}

/** Returns the incentives of the version that is in force as a period begins. */
export function incentivesIn(conduct: Conduct, { per, number }: PeriodPlace): Incentives | null {
  const from = conduct.periods(per).from(number)
  return conduct.versionAt(Math.min(Math.max(from, conduct.begins), conduct.ends))?.agreement.incentives ?? null
}

function incentivesAt(conduct: Conduct, place: PeriodPlace): Incentives {
  const incentives = incentivesIn(conduct, place)
  if (incentives) return incentives
  throw new LeadSlaError([issue('missing-key', ['incentives'], { expected: 'incentives in the agreement of that period' })])
}

function boardOf({ boards }: Incentives, { board: name, period }: LeaderboardOptions, { per }: PeriodPlace): Board {
  const board = boards.get(name)
  if (!board)
    throw new LeadSlaError([
      issue('unknown-value', ['board'], { expected: 'a board of the incentives', got: name, known: boards.keys() }),
    ])
  if (board.per === per) return board
  throw new LeadSlaError([issue('out-of-range', ['period'], { expected: `the name of a ${board.per}`, got: period })])
}

/** A contestant, whose value is a fraction, so that two of them compare exactly. */
interface Contestant {
  readonly name: string
  readonly role: string | null
  readonly over: number
  readonly under: number
  readonly kept: number
  readonly sample: number
  /** In thousandths. */
  readonly capacity: number
}

function contestantsOf(
  conduct: Conduct,
  board: Board,
  place: PeriodPlace,
  found: Standings,
  incentives: Incentives,
): Contestant[] {
  const { for: kind, by, perCapacity } = board
  const clauses = board.clauses ?? new Set(conduct.versions.flatMap(({ agreement }) => Object.keys(agreement.document.clauses)))
  const periods = conduct.periods(place.per)
  const [from, to] = [periods.from(place.number), periods.from(place.number + 1)]
  const points = new Map<string, number>()
  for (const entry of found.entries) {
    const at = readInstant(entry.at)
    const counts = entry.for === kind && entry.kind !== 'award' && at >= from && at < to
    if (counts) points.set(entry.name, (points.get(entry.name) ?? 0) + entry.points)
  }
  const names = [...new Set([...conduct.subjects(clauses, kind), ...points.keys()])].sort()
  return names.map((name): Contestant => {
    const { kept, breaches } = sumOf([...clauses].map((clause) => conduct.count(clause, kind, name, place.per, place.number)))
    const sample = kept + breaches
    const capacity = capacityOf(conduct, kind, name, incentives)
    const role = kind === 'owner' ? (conduct.members.get(name)?.role ?? null) : null
    const base = { name, role, kept, sample, capacity }
    if (by === 'keptShare') return { ...base, over: kept, under: sample }
    return { ...base, over: by === 'kept' ? kept : (points.get(name) ?? 0), under: perCapacity ? capacity / 1000 : 1 }
  })
}

/** A team has that of its members, where the agreement names none for itself. */
function capacityOf({ members }: Conduct, kind: Board['for'], name: string, { capacity }: Incentives): number {
  const ofPerson = (person: string) => capacity.people.get(person) ?? 1000
  if (kind === 'owner') return ofPerson(name)
  const own = [...members].filter(([, { team }]) => team === name).map(([person]) => ofPerson(person))
  return capacity.teams.get(name) ?? (own.length === 0 ? 1000 : own.reduce((sum, part) => sum + part, 0))
}

function ranked(lines: readonly Contestant[], shown: (line: Contestant, rank: number) => BoardLine): BoardLine[] {
  const scale = ({ under }: Contestant) => Math.round(under * 1000)
  // A share of nothing is the least of all; otherwise by multiplying crosswise, in whole numbers.
  const order = (a: Contestant, b: Contestant): number => {
    if (a.under === 0 || b.under === 0) return Number(a.under === 0) - Number(b.under === 0)
    return b.over * scale(a) - a.over * scale(b)
  }
  const sorted = [...lines].sort((a, b) => order(a, b) || compare(a.name, b.name))
  let rank = 1
  return sorted.map((line, index) => {
    const before = sorted[index - 1]
    if (before && order(before, line) !== 0) rank = index + 1
    return shown(line, rank)
  })
}

function lineOf({ name, over, under, kept, sample, capacity }: Contestant, rank: number | null, isHidden: boolean): BoardLine {
  return {
    rank,
    name: isHidden ? null : name,
    value: under === 0 ? null : over / under,
    sample,
    interval: wilsonInterval(kept, sample),
    capacity: capacity / 1000,
  }
}
