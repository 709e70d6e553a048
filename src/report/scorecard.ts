/** The scorecard: both parties side by side for a period, what was owed, what was done, what is at risk, and what it means. */
import type { AnyAgreement } from '../agreement/versions.ts'
import { type Conduct, conductOf } from '../conduct/conduct.ts'
import type { Consequence } from '../consequences/consequence.ts'
import { consequencesOf } from '../consequences/consequences.ts'
import { issue, LeadSlaError } from '../errors.ts'
import type { Evaluation, PeriodResult } from '../evaluation/evaluation.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import type { IncentiveEntry } from '../incentives/entry.ts'
import { readDeeds, type StandingsOptions, standingsOf } from '../incentives/standings.ts'
import type { Language } from '../language.ts'
import { printRead, readInstant } from '../time/instant.ts'
import { smallSample } from './attainment.ts'
import { type ClockLine, clockLine, type LineOptions } from './clock-line.ts'
import { type GroupLine, groupLines } from './group-line.ts'
import { meaningOf } from './meaning.ts'

export interface ScorecardOptions extends StandingsOptions {
  /** `2026-04`, `2026-Q2`, `2026-W15` or `2026`. */
  readonly period: string
  /** From which share of its target an open clock is at risk; 0.75 when left out. */
  readonly riskShare?: number
  /** Below so many decided clocks a share is called small; 20 when left out. */
  readonly minimumSample?: number
  /** People who are not to be named. */
  readonly unnamed?: Iterable<string>
  /** Of the sentences; English when left out. */
  readonly language?: Language
}

export interface Scorecard {
  readonly period: string
  readonly from: string
  readonly to: string
  readonly asOf: string
  readonly isOver: boolean
  /** In the order of the agreement. */
  readonly parties: readonly PartyCard[]
}

export interface PartyCard {
  readonly party: string
  readonly name: string
  /** What the party owes that is counted over a period: of periods that end in this one, and of those that last longer. */
  readonly promises: readonly PeriodResult[]
  /** A line for each of its clauses with clocks. */
  readonly clocks: readonly ClockLine[]
  /** Clause by clause, so that like is compared with like. */
  readonly teams: readonly GroupLine[]
  readonly people: readonly GroupLine[]
  /** What follows for the party, its teams and its people. */
  readonly consequences: readonly Consequence[]
  /** What was earned in the period. */
  readonly earned: readonly IncentiveEntry[]
  /** All of it in sentences. */
  readonly means: readonly string[]
}

/**
 * Returns the scorecard of a period: a card for each party, with the same members.
 *
 * **Edges** a clock belongs to the period in which it started. Teams and people are shown clause by clause, and people beside
 * those of the same role. Time without an owner stands apart from time in somebody's hands. People who are not to be named
 * have `null` for a name, and neither consequences nor earnings are shown of them.
 * **Errors** throws `LeadSlaError`: `out-of-range` for a period that is none, and for shares and samples that are none; otherwise as
 * `standings`.
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', effective: { from: '2026-04-01' }, timeZone: 'UTC',
 *   parties: { marketing: { name: 'Marketing' }, sales: { name: 'Sales' } },
 *   clauses: {
 *     leads: { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.created' }, per: 'month', target: 1 },
 *     reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' },
 *   },
 * })
 * const events = [{ id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' }]
 * const evaluation = evaluate(agreement, events, { asOf: '2026-05-01T00:00:00Z' })
 * scorecard(agreement, evaluation, { period: '2026-04' }).parties.flatMap(({ means }) => means)
 * //=> ['leads: 1 of 1, met', 'reply: 0 of 1 kept; 1 breached, 1 of them still open; too few to judge a share by']
 */
export function scorecard(agreement: AnyAgreement, evaluation: Evaluation, options: ScorecardOptions): Scorecard {
  const conduct = conductOf(agreement, evaluation)
  const { per, number } = conduct.placeOf(options.period)
  const periods = conduct.periods(per)
  const span = { from: periods.from(number), to: periods.from(number + 1) }
  const lines = lineOptions(options)
  const hidden = new Set(options.unnamed ?? [])
  for (const { agreement: one } of conduct.versions) {
    const unnamed = one.incentives?.unnamed
    for (const person of unnamed === 'everybody' ? one.members.keys() : (unnamed ?? [])) hidden.add(person)
  }
  const scene: Scene = { conduct, span, lines, hidden, period: options.period, language: options.language ?? 'en' }
  const follows = consequencesOf(conduct)
  const { entries } = standingsOf(conduct, readDeeds(conduct, options.deeds ?? []))
  const parties = Object.entries(conduct.versions.at(-1)?.agreement.document.parties ?? {})
  return {
    period: options.period,
    from: printRead(span.from),
    to: printRead(span.to),
    asOf: evaluation.asOf,
    isOver: conduct.asOf >= conduct.closing(span.to),
    parties: parties.map(([party, { name }]) => cardOf(scene, party, name, { follows, entries })),
  }
}

interface Scene {
  readonly conduct: Conduct
  /** **Units** epoch milliseconds, `[from, to)`. */
  readonly span: { readonly from: number; readonly to: number }
  readonly lines: LineOptions
  readonly hidden: ReadonlySet<string>
  readonly period: string
  readonly language: Language
}

interface Found {
  readonly follows: readonly Consequence[]
  readonly entries: readonly IncentiveEntry[]
}

function cardOf(scene: Scene, party: string, name: string, { follows, entries }: Found): PartyCard {
  const { conduct, span, lines, hidden } = scene
  const own = conduct.obligations.filter((clock, position) => clock.party === party && isIn(conduct.startAt(position), span))
  const byClause = new Map<string, Obligation[]>()
  for (const clause of conduct.clausesOf(party, 'clocks')) byClause.set(clause, [])
  for (const clock of own) {
    const list = byClause.get(clock.clause)
    if (list) list.push(clock)
    else byClause.set(clock.clause, [clock])
  }
  const clocks = [...byClause].map(([clause, list]) => clockLine(conduct, clause, list, lines))
  const isShown = (one: { readonly for: string; readonly name: string }) => one.for !== 'owner' || !hidden.has(one.name)
  const consequences = follows.filter((one) => one.party === party && isIn(readInstant(one.to) - 1, span) && isShown(one))
  const promises = promisesOf(scene, party)
  const names = namesOf(conduct, party, own)
  return {
    party,
    name,
    promises,
    clocks,
    teams: groupLines(conduct, byClause, 'team', { ...lines, hidden }),
    people: groupLines(conduct, byClause, 'owner', { ...lines, hidden }),
    consequences,
    earned: entries.filter((entry) => names[entry.for].has(entry.name) && isIn(readInstant(entry.at), span) && isShown(entry)),
    means: meaningOf({ promises, clocks, consequences }, scene.language),
  }
}

function isIn(at: number, { from, to }: Scene['span']): boolean {
  return at >= from && at < to
}

/** The promises of periods that end in this one, or that hold the whole of it. */
function promisesOf({ conduct, span }: Scene, party: string): PeriodResult[] {
  return conduct.evaluation.periods.filter((result) => {
    const [from, to] = [readInstant(result.from), readInstant(result.to)]
    return result.party === party && ((to > span.from && to <= span.to) || (from <= span.from && to >= span.to))
  })
}

/** Who belongs to the party: by the agreement, and by the clocks that they had. */
function namesOf({ members }: Conduct, party: string, own: readonly Obligation[]): Record<Consequence['for'], Set<string>> {
  const listed = [...members].filter(([, member]) => member.party === party)
  const teams = listed.flatMap(([, { team }]) => team ?? [])
  return {
    party: new Set([party]),
    team: new Set([...teams, ...own.flatMap(({ team }) => team ?? [])]),
    owner: new Set([...listed.map(([person]) => person), ...own.flatMap(({ owner }) => owner ?? [])]),
  }
}

function lineOptions({ riskShare = 0.75, minimumSample = smallSample }: ScorecardOptions): LineOptions {
  if (!(riskShare > 0 && riskShare <= 1))
    throw new LeadSlaError([
      issue('out-of-range', ['riskShare'], { expected: 'a share of more than 0 and at most 1', got: riskShare }),
    ])
  if (!Number.isSafeInteger(minimumSample) || minimumSample < 0)
    throw new LeadSlaError([
      issue('out-of-range', ['minimumSample'], { expected: 'a whole number of at least 0', got: minimumSample }),
    ])
  return { riskShare, minimumSample }
}
