/** What the clocks show that ran over past events: nobody's clocks, clocks that never end, targets beyond or below what people do. */
import type { Agreement } from '../agreement/agreement.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import { msOfDay } from '../time/plain-date.ts'
import type { ClockTally } from './clock-tally.ts'
import { CaseCount, type Draft, draft } from './draft.ts'
import { minimumSample, weigh } from './history-checks.ts'
import { quantileOf } from './instants.ts'
import type { Observer } from './observer.ts'

/** Returns what is odd about the clocks. */
export function runningChecks(agreement: Agreement, seen: Observer, asOf: number): Draft[] {
  const found = [...agreement.clauses.values()].flatMap((clause, position): Draft[] => {
    const tally = seen.clocks[position]
    if (!tally || tally.started.length === 0) return []
    return [
      ...endChecks(clause, tally, seen, asOf),
      ...targetChecks(clause.id, tally),
      ...ownerChecks(clause, tally, seen, agreement),
    ]
  })
  if (seen.assignments > 0 || seen.leads < minimumSample) return found
  const cases = { hits: seen.leads, sample: seen.leads, examples: [] }
  return [...found, draft('owners-not-recorded', {}, { severity: 'info', path: [], cases })]
}

/** Nearly all that stop at all have stopped by then. */
const slowestShare = 0.99
const longPauseMs = 30 * msOfDay

function endChecks({ id: clause, stop }: TimedClause, tally: ClockTally, { types }: Observer, asOf: number): Draft[] {
  const canStop = stop.types.size === 0 || [...stop.types].some((type) => types.has(type))
  const path = ['clauses', clause, 'stop']
  const all = tally.started.length
  const found: Draft[] = []
  if (tally.stoppedBefore.hits > 0) {
    const severity = weigh(tally.stoppedBefore.hits, tally.leads)
    found.push(draft('stop-before-start', { clause }, { severity, path, cases: tally.stoppedBefore.of(tally.leads) }))
  }
  if (tally.withoutDue.hits > 0) {
    const severity = weigh(tally.withoutDue.hits, all)
    const within = ['clauses', clause, 'within']
    found.push(draft('no-due-instant', { clause }, { severity, path: within, cases: tally.withoutDue.of(all) }))
  }
  const paused = new CaseCount()
  for (const { lead, event, at } of tally.paused) if (asOf - at > longPauseMs) paused.add(lead, event, at)
  if (paused.hits > 0) {
    const facts = { clause, days: longPauseMs / msOfDay }
    const resume = ['clauses', clause, 'pause']
    found.push(draft('left-paused', facts, { severity: weigh(paused.hits, all), path: resume, cases: paused.of(all) }))
  }
  if (tally.stopped < minimumSample) {
    // Where the events of the stop never come at all, that is told by itself.
    const isNever = tally.stopped === 0 && all >= minimumSample && canStop
    const cases = { hits: all, sample: all, examples: [] }
    return isNever ? [...found, draft('never-stopped', { clause }, { severity: 'warning', path, cases })] : found
  }
  const longestMs = quantileOf(tally.tookMs.sorted(), slowestShare)
  const open = new CaseCount()
  for (const { lead, event, at } of tally.open) if (asOf - at > longestMs) open.add(lead, event, at)
  // One in a hundred is slower than that by its definition.
  if (open.hits >= 0.02 * all) {
    const severity = weigh(open.hits, all, { from: 0.1 })
    found.push(draft('left-open', { clause, longestMs }, { severity, path, cases: open.of(all) }))
  }
  return found
}

function targetChecks(clause: string, { decided, kept, stopped, usedShares }: ClockTally): Draft[] {
  // Of clocks that nothing ever stopped, another finding tells.
  if (decided < minimumSample || stopped === 0) return []
  const path = ['clauses', clause, 'within']
  const cases = { hits: kept, sample: decided, examples: [] }
  if (kept < 0.1 * decided)
    return [draft('target-out-of-reach', { clause, kept: kept / decided }, { severity: 'warning', path, cases })]
  // Where all are kept and the slowest tenth needs less than a tenth of the time, the target asks for nothing.
  const share = quantileOf(usedShares.sorted(), 0.9)
  if (kept === decided && usedShares.length === kept && share < 0.1)
    return [draft('target-too-easy', { clause, share }, { severity: 'info', path, cases })]
  return []
}

/** Where most clocks have an owner, those that never had one were forgotten. */
function ownerChecks(
  clause: TimedClause,
  { started, withoutOwner }: ClockTally,
  { owners }: Observer,
  { members }: Agreement,
): Draft[] {
  const { hits } = withoutOwner
  // Where sales has the leads, what marketing owes is nobody's in person.
  const isOwned = [...owners.keys()].some((owner) => (members.get(owner)?.party ?? clause.owedBy) === clause.owedBy)
  if (!isOwned || hits === 0 || hits > 0.5 * started.length) return []
  const place = { severity: weigh(hits, started.length), path: ['clauses', clause.id, 'start'] }
  return [draft('clock-without-owner', { clause: clause.id }, { ...place, cases: withoutOwner.of(started.length) })]
}
