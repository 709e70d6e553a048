/**
 * The rules of timed clauses, written the slow and obvious way: each lead's whole history is walked for each clause, and
 * whatever is asked of a clock is computed anew from its start, minute by minute. [C1]–[C9], [C13], [C16], [E1]–[E5], [T5]
 * Shares no code with `src`; only the shapes of documents and results are its types.
 *
 * **Units** minutes since the Unix epoch, until the result is printed.
 */

import type { AgreementDocument, LeadEvent, Obligation, Status } from '../../src/index.ts'
import { ClauseOnLead } from './clause-on-lead.ts'
import { type CycleOracle, minutesIn } from './cycle-oracle.ts'
import { type LeadMoments, type Moment, minuteOf, momentsOf, type Times } from './lead-moments.ts'
import { startOfDate } from './minute-calendar.ts'

export interface OracleEvaluation extends LeadMoments {
  readonly obligations: readonly Obligation[]
}

export function evaluationOracle(document: AgreementDocument, events: readonly LeadEvent[], times: Times): OracleEvaluation {
  const found = momentsOf(document, events, times)
  const obligations: Obligation[] = []
  for (const lead of [...found.leads.keys()].sort()) {
    for (const clause of clausesOn(document, found.leads.get(lead) ?? [])) {
      for (const cycle of clause.cycles) obligations.push(obligationOf(document, clause, cycle, minuteOf(times.asOf)))
    }
  }
  return { ...found, obligations }
}

/** Returns the clauses in the order of the document, when all has happened to the lead. */
function clausesOn(document: AgreementDocument, moments: readonly Moment[]): ClauseOnLead[] {
  const made = new Map<string, ClauseOnLead>()
  /** [C13]: a clause is made after the one that it waits for, and takes each event after it. */
  const make = (id: string): ClauseOnLead | null => {
    const clause = document.clauses[id]
    if (clause?.kind !== 'timed') return null
    const one = made.get(id) ?? new ClauseOnLead(document, id, clause, clause.after === undefined ? null : make(clause.after))
    made.set(id, one)
    return one
  }
  const ids = Object.keys(document.clauses)
  for (const id of ids) make(id)
  for (const moment of moments) for (const clause of made.values()) clause.take(moment)
  return ids.flatMap((id) => made.get(id) ?? [])
}

function obligationOf(document: AgreementDocument, clause: ClauseOnLead, cycle: CycleOracle, asOf: number): Obligation {
  const { closing, goal, start } = cycle
  const until = closing?.moment.minute ?? asOf
  if (!closing) cycle.letPass(asOf)
  const { used, paused } = cycle.minutesUntil(until)
  const { owner, team } = cycle.inChargeAt(until)
  const end = closing ? printed(closing.moment.minute) : null
  const isStopped = closing?.ending === 'stopped'
  const isPaused = statusOf(cycle) === 'paused'
  const { lead } = start.event
  return {
    key: `${clause.id}/${lead}/${cycle.number}`,
    clause: clause.id,
    lead,
    cycle: cycle.number,
    party: clause.clause.owedBy,
    owner,
    team,
    owners: cycle.sharesUntil(until).map(({ minutes, ...person }) => ({ ...person, usedMs: minutes * 60_000 })),
    agreement: document.agreement,
    version: document.version,
    status: isExcused(document, clause.id, lead, cycle) ? 'waived' : statusOf(cycle),
    goal: goal.name ?? String(clause.goals.indexOf(goal) + 1),
    startedAt: printed(start.minute),
    dueAt: printedOrNull(cycle.dueAt()),
    dueIfResumedAt: isPaused ? printedOrNull(cycle.dueIfResumedAt(until)) : null,
    stoppedAt: isStopped ? end : null,
    stoppedBy: isStopped ? (closing.moment.event.actor?.id ?? null) : null,
    closedAt: end,
    breachedAt: printedOrNull(cycle.breachedAt),
    usedMs: used.length * 60_000,
    targetMs: typeof goal.target === 'string' ? minutesIn(goal.target) * 60_000 : null,
    pausedMs: paused.length * 60_000,
    isPaused: !closing && cycle.isPaused,
    ...(clause.clause.clockFollows === undefined ? {} : { calendar: clause.calendarOf(start) ?? '' }),
  }
}

/** [C5] */
function statusOf({ closing, breachedAt, isPaused }: CycleOracle): Status {
  if (closing?.ending === 'stopped') return breachedAt === null ? 'met' : 'metLate'
  // [C15]: what was sent back for an agreed reason counts for nobody, and its breach is there still.
  if (closing?.ending === 'excused') return breachedAt === null ? 'cancelled' : 'waived'
  if (closing) return closing.ending
  if (breachedAt !== null) return 'openBreached'
  return isPaused ? 'paused' : 'open'
}

/** [C16]: a clock that is late, and fell due in the dates of an exception for all that the exception names, as it stood then. */
function isExcused(document: AgreementDocument, clause: string, lead: string, cycle: CycleOracle): boolean {
  const { exceptions = [], timeZone } = document
  const { breachedAt } = cycle
  if (breachedAt === null || !['metLate', 'openBreached'].includes(statusOf(cycle))) return false
  const who = cycle.inChargeAt(breachedAt)
  return exceptions.some(({ from, to, clauses, leads, owners, teams }) => {
    const isThen = breachedAt >= startOfDate(timeZone, from) && breachedAt < startOfDate(timeZone, to)
    const isFor = (names: readonly string[] | undefined, name: string | null) =>
      names === undefined || (name !== null && names.includes(name))
    return isThen && isFor(clauses, clause) && isFor(leads, lead) && isFor(owners, who.owner) && isFor(teams, who.team)
  })
}

const printed = (minute: number): string => new Date(minute * 60_000).toISOString()
const printedOrNull = (minute: number | null): string | null => (minute === null ? null : printed(minute))
