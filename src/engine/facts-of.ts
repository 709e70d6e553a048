/** The facts of one obligation: what it says, what the app knows of its lead, and what follows from both at an instant. */
import type { Agreement } from '../agreement/agreement.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import { type AnyAgreement, versionsOf } from '../agreement/versions.ts'
import type { BusinessClock } from '../clock/business-clock.ts'
import { issue, LeadSlaError, valueOf } from '../errors.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import { type InstantLike, parseInstant, printInstant } from '../time/instant.ts'
import type { Moment } from './moment.ts'
import { type ObligationTimes, readObligation } from './read-obligation.ts'
import type { SlaFacts } from './sla-facts.ts'

/** How the lead of a promise stands, which an obligation does not say. Each is what the app knows; none is asked for. */
export interface Standing {
  readonly lead?: Readonly<Record<string, unknown>>
  /** The event to which the app reacts. */
  readonly event?: Readonly<Record<string, unknown>>
  /** Where the lead stands in the lifecycle. */
  readonly state?: string | null
  /** Who has the lead now. */
  readonly owner?: string | null
  readonly team?: string | null
  readonly isPaused?: boolean
  /** Whether the breach is excused, should there be one. */
  readonly isExcused?: boolean
  /** The steps of the ladder that need not be told again. */
  readonly toldSteps?: readonly string[]
}

export interface FactsOptions {
  /** The agreement, or its versions, that the obligation was evaluated with. */
  readonly agreement: AnyAgreement
  /** The instant at which the obligation was judged. */
  readonly asOf: InstantLike
  readonly standing?: Standing
}

/**
 * Returns the facts of one obligation.
 *
 * **Edges** what nobody said of the lead is empty or `null`, and its owner is then who answers for the promise.
 * **Errors** throws `LeadSlaError`: `wrong-type`, `unknown-value` and `invalid-instant` for what is no obligation, `unknown-clause`
 * for one of another agreement, `out-of-range` for an `asOf` at which the obligation would look otherwise.
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT4H' } },
 * })
 * const asOf = '2026-04-07T11:00:00Z'
 * const created = { id: '1', lead: 'L-1', type: 'lead.created', at: '2026-04-07T10:00:00Z' }
 * const [obligation] = evaluate(agreement, [created], { asOf }).obligations
 * const facts = factsOf(obligation!, { agreement, asOf })
 * facts.usedShare //=> 0.25
 * facts.remainingMs //=> 10800000
 * facts.breachedAt //=> null
 */
export function factsOf(obligation: Obligation, { agreement, asOf, standing = {} }: FactsOptions): SlaFacts {
  const at = valueOf(parseInstant(asOf, ['asOf']))
  const times = readObligation(obligation)
  const clause = clauseOf(versionsOf(agreement), obligation)
  const clock = clockOf(clause, obligation)
  assertJudgedAt(at, clock, obligation, times)
  const { owner: inCharge, team: inChargeTeam, status } = obligation
  const { lead = {}, event = {}, state = null, owner = inCharge, team = inChargeTeam, toldSteps = [] } = standing
  const dueAt = times.breachedAt ?? times.dueAt
  const moment = (instant: number): Moment => ({ version: obligation.version, clause: clause.id, at: instant, asOf: at, dueAt })
  const momentOrNull = (instant: number | null) => (instant === null ? null : moment(instant))
  const { startedAt, breachedAt, closedAt } = times
  return {
    ...{ lead, event, state, owner, team },
    key: obligation.key,
    agreement: obligation.agreement,
    version: obligation.version,
    clause: obligation.clause,
    leadId: obligation.lead,
    cycle: obligation.cycle,
    party: obligation.party,
    ...{ inCharge, inChargeTeam },
    hadBy: [...new Set(obligation.owners.map((share) => share.owner))].filter((person) => person !== null),
    goal: obligation.goal,
    status,
    isPaused: standing.isPaused ?? obligation.isPaused,
    isExcused: breachedAt !== null && (standing.isExcused ?? status === 'waived'),
    toldSteps,
    ...instantFacts({ asOf: at, ...times }),
    usedMs: obligation.usedMs,
    targetMs: obligation.targetMs,
    pausedMs: obligation.pausedMs,
    usedShare: usedShareOf(obligation, times, at),
    remainingMs: remainingMsOf(clock, times, at),
    overdueMs: breachedAt === null ? null : clock.between(breachedAt, closedAt ?? at),
    now: moment(at),
    start: moment(startedAt),
    due: momentOrNull(dueAt),
    breach: momentOrNull(breachedAt),
    close: momentOrNull(closedAt),
  }
}

function clauseOf(
  versions: readonly { readonly agreement: Agreement }[],
  { agreement, version, clause }: Obligation,
): TimedClause {
  const mine = versions.find((one) => one.agreement.version === version)?.agreement
  const found = mine?.id === agreement ? mine.clauses.get(clause) : undefined
  if (found) return found
  const expected = `a timed clause of the agreement ${versions[0]?.agreement.id}, version ${versions.map((one) => one.agreement.version).join(' or ')}`
  throw new LeadSlaError([
    issue('unknown-clause', ['clause'], { expected, got: `${clause} of ${agreement}, version ${version}` }),
  ])
}

/** The calendar may be that of the owner, the team or the lead. [C10] */
function clockOf({ choice, clock }: TimedClause, { calendar }: Obligation): BusinessClock {
  return (calendar === undefined ? undefined : choice?.named(calendar)?.clock) ?? clock
}

/** Facts of two instants would contradict each other: a clock that is open and past due, or one that used nothing of an hour. */
function assertJudgedAt(
  at: number,
  clock: BusinessClock,
  { status, usedMs, pausedMs }: Obligation,
  times: ObligationTimes,
): void {
  const { startedAt, dueAt, breachedAt, closedAt } = times
  const agrees =
    closedAt === null
      ? clock.between(startedAt, at) - pausedMs === usedMs &&
        !(status === 'open' && dueAt !== null && at > dueAt) &&
        !(breachedAt !== null && at <= breachedAt)
      : at >= closedAt
  if (agrees) return
  const expected = 'the instant at which the obligation was judged, asOf of its evaluation'
  throw new LeadSlaError([issue('out-of-range', ['asOf'], { expected, got: printInstant(at) })])
}

type InstantName = 'asOf' | keyof ObligationTimes
type InstantFacts = Pick<SlaFacts, InstantName | `${InstantName}Ms`>

/** Returns each instant as text, and as a number under its name with `Ms`. */
function instantFacts(times: { readonly asOf: number } & ObligationTimes): InstantFacts {
  const entries = Object.entries(times).flatMap(([name, at]: [string, number | null]) => [
    [name, at === null ? null : printInstant(at)],
    [`${name}Ms`, at],
  ])
  return Object.fromEntries(entries) as InstantFacts
}

/** As the reminders of the live side count: of business time where the target is some, otherwise of time on the wall. [F1] */
function usedShareOf({ usedMs, targetMs }: Obligation, times: ObligationTimes, asOf: number): number | null {
  if (targetMs !== null) return usedMs / targetMs
  const { startedAt, closedAt } = times
  const dueAt = times.breachedAt ?? times.dueAt
  return dueAt === null || dueAt === startedAt ? null : ((closedAt ?? asOf) - startedAt) / (dueAt - startedAt)
}

function remainingMsOf(clock: BusinessClock, times: ObligationTimes, asOf: number): number | null {
  if (times.closedAt !== null) return null
  const dueAt = times.dueIfResumedAt ?? times.dueAt
  return dueAt === null ? null : Math.max(0, clock.between(asOf, dueAt))
}
