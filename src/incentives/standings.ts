/** What everybody has earned by now: the whole of the carrot, as one projection. */
import type { AnyAgreement } from '../agreement/versions.ts'
import { type Conduct, conductOf } from '../conduct/conduct.ts'
import { isRecord } from '../content.ts'
import { type Issue, issue, LeadSlaError } from '../errors.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { type InstantLike, parseInstant } from '../time/instant.ts'
import { awardsOf, prizesOf } from './contest.ts'
import { badgesOf, conformityPoints, type Earned, joined, levelPoints, streakPoints } from './earned.ts'
import { type Deed, type IncentiveEntry, inOrder, type Undecided } from './entry.ts'
import type { LevelOutcome } from './outcome.ts'
import { type Season, seasonsOf } from './season.ts'
import { spifsOf } from './spif.ts'

export interface StandingsOptions {
  /** What people have done for process conformity, and when. */
  readonly deeds?: readonly DeedDocument[]
}

/** A deed as an app reports it: who has done which duty of `conformity`, and when. */
export interface DeedDocument {
  readonly person: string
  readonly duty: string
  readonly at: InstantLike
}

export interface Standings {
  readonly asOf: string
  /** By time, then by key. */
  readonly entries: readonly IncentiveEntry[]
  /** What may still be earned or lost. */
  readonly undecided: readonly Undecided[]
  /** What became of every level in every period: the reasons of all that follows. */
  readonly outcomes: readonly LevelOutcome[]
}

/**
 * Returns what everybody has earned: points for levels, streaks and conformity; badges; awards, prizes and SPIFs.
 *
 * **Edges** an entry is `final` when nothing but a late event can change it. What is `running` or `pending` shows who would
 * earn what if nothing more happened. A level of a suspended promise earns nothing and ends no streak.
 * **Errors** throws `LeadSlaError` for a bad agreement, an evaluation of another one (`mixed-agreements`), and for deeds that
 * are none (`wrong-type`, `unknown-value`, `invalid-instant`, `missing-offset`).
 * **Source** [F4].
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', effective: { from: '2026-04-01' }, timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 *   incentives: { levels: { replies: { clause: 'reply', for: 'party', atLeast: 0.9, met: 10, exceeded: { atLeast: 1, points: 15 } } } },
 * })
 * const events = [
 *   { id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' },
 *   { id: '2', lead: 'L1', type: 'call.made', at: '2026-04-07T08:40:00Z' },
 * ]
 * const { entries } = standings(agreement, evaluate(agreement, events, { asOf: '2026-05-01T00:00:00Z' }))
 * entries.map(({ key, points, standing }) => [key, points, standing]) //=> [['level/replies/2026-04/sales', 15, 'final']]
 */
export function standings(agreement: AnyAgreement, evaluation: Evaluation, options: StandingsOptions = {}): Standings {
  const conduct = conductOf(agreement, evaluation)
  return standingsOf(conduct, readDeeds(conduct, options.deeds ?? []))
}

/** Returns the standings of a conduct. */
export function standingsOf(conduct: Conduct, deeds: readonly Deed[]): Standings {
  const seasons = seasonsOf(conduct)
  const points = joined(
    seasons.flatMap((season) => [levelPoints(season), streakPoints(season), conformityPoints(conduct, season, deeds)]),
  )
  const won = seasons.flatMap((season): Earned[] => {
    const scene = { conduct, season, points }
    return [badgesOf(conduct, season, points.entries), awardsOf(scene), prizesOf(scene), spifsOf(conduct, season)]
  })
  const all = joined([points, ...won])
  return {
    asOf: conduct.evaluation.asOf,
    entries: inOrder(all.entries),
    undecided: all.undecided,
    outcomes: seasons.flatMap(({ outcomes }: Season) => outcomes),
  }
}

/** Returns the checked deeds. **Errors** throws every mistake at once. */
export function readDeeds({ versions }: Conduct, deeds: readonly unknown[]): Deed[] {
  const duties = new Set(versions.flatMap(({ agreement }) => agreement.incentives?.duties.map(({ name }) => name) ?? []))
  const issues: Issue[] = []
  const found = [...deeds].flatMap((deed, index): Deed[] => {
    const path = ['deeds', index]
    if (!isRecord(deed)) {
      issues.push(issue('wrong-type', path, { expected: 'a deed with person, duty and at', got: deed }))
      return []
    }
    const { person, duty } = deed
    const at = parseInstant(deed.at, [...path, 'at'])
    if (!at.ok) issues.push(...at.issues)
    if (typeof person !== 'string' || person === '')
      issues.push(issue('wrong-type', [...path, 'person'], { expected: 'the name of a person', got: person }))
    if (typeof duty !== 'string' || !duties.has(duty))
      issues.push(issue('unknown-value', [...path, 'duty'], { expected: 'a duty of the incentives', got: duty, known: duties }))
    return at.ok ? [{ person: String(person), duty: String(duty), at: at.value }] : []
  })
  if (issues.length > 0) throw new LeadSlaError(issues)
  return found
}
