/** What happened that the agreement does not know of, and what it asks for that never happens. */
import type { Agreement } from '../agreement/agreement.ts'
import { zoneOf } from '../clock/zone.ts'
import type { IssuePath } from '../errors.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { msOfDay, printPlainDate } from '../time/plain-date.ts'
import { type Clocked, clocked, typesAsked } from './clocked.ts'
import { type CaseCount, countOf, type Draft, draft, type Severity } from './draft.ts'
import type { TriggerKey } from './facts.ts'
import type { Observer } from './observer.ts'
import { placeOf } from './place-of.ts'

/** Fewer leads say nothing about what never happens. */
export const minimumSample = 30

/** A share from which on something is no slip any more, and of how many cases. */
export function weigh(hits: number, sample: number, { from = 0.05, least = 5 } = {}): Severity {
  return hits >= least && hits >= from * sample ? 'warning' : 'info'
}

/** Returns what is odd about the events as a whole. */
export function historyChecks(agreement: Agreement, seen: Observer, evaluation: Evaluation): Draft[] {
  return [
    ...refusedChecks(seen, evaluation),
    ...repeatChecks(seen, evaluation),
    ...typeChecks(agreement, seen),
    ...moveChecks(agreement, seen),
    ...clocked(agreement).flatMap((one) => triggerChecks(one, agreement, seen)),
  ]
}

function refusedChecks({ events }: Observer, { refused }: Evaluation): Draft[] {
  const counts = new Map<string, CaseCount>()
  for (const { code, event } of refused) {
    const { lead, id, at } = placeOf(event)
    countOf(counts, code).add(lead, id, at)
  }
  return [...counts].map(([why, count]) => {
    const sample = events + refused.length
    // Where a tenth of what happened cannot be read, nothing that is computed of the rest can be trusted.
    const isMany = count.hits >= 10 && count.hits >= 0.1 * sample
    const severity = isMany ? 'error' : weigh(count.hits, sample, { from: 0.01 })
    return draft('events-refused', { why }, { severity, path: [], cases: count.of(sample) })
  })
}

function repeatChecks({ events, repeatedContent }: Observer, { findings }: Evaluation): Draft[] {
  const counts = new Map<string, CaseCount>()
  for (const { code, event } of findings) {
    if (code !== 'duplicate-event' && code !== 'corrected-event') continue
    const { lead, id, at } = placeOf(event)
    countOf(counts, code).add(lead, id, at)
  }
  const found: Draft[] = []
  const place = (count: CaseCount, severity: Severity) => ({ severity, path: [], cases: count.of(events + count.hits) })
  const [twice, corrected] = [counts.get('duplicate-event'), counts.get('corrected-event')]
  if (twice) found.push(draft('event-repeated', {}, place(twice, 'info')))
  if (corrected) found.push(draft('event-corrected', {}, place(corrected, 'info')))
  if (repeatedContent.hits > 0) {
    const severity = weigh(repeatedContent.hits, events, { from: 0.01 })
    found.push(draft('content-repeated', {}, { severity, path: [], cases: repeatedContent.of(events) }))
  }
  return found
}

function typeChecks(agreement: Agreement, seen: Observer): Draft[] {
  const asked = typesAsked(agreement)
  const unasked = sortedByKey(seen.types).filter(([type]) => !asked.has(type))
  if (unasked.length === 0) return []
  const hits = unasked.reduce((sum, [, { all }]) => sum + all.length, 0)
  const facts = { types: unasked.map(([type]) => type) }
  return [draft('event-type-unasked', facts, { severity: 'info', path: [], cases: { hits, sample: seen.events, examples: [] } })]
}

function moveChecks({ lifecycle }: Agreement, seen: Observer): Draft[] {
  if (!lifecycle) return []
  const found: Draft[] = []
  for (const [key, count] of sortedByKey(seen.oddMoves)) {
    const [from, to] = JSON.parse(key) as [string, string]
    const place = { severity: weigh(count.hits, seen.moves, { from: 0.01 }), path: ['lifecycle', 'states', from, 'to'] }
    found.push(draft('move-outside-lifecycle', { from, to }, { ...place, cases: count.of(seen.moves) }))
  }
  for (const [state, count] of sortedByKey(seen.foreignMoves)) {
    const sample = seen.entries.get(state) ?? count.hits
    const place = { severity: weigh(count.hits, sample), path: ['lifecycle', 'states', state, 'by'] }
    found.push(draft('move-by-another-party', { state }, { ...place, cases: count.of(sample) }))
  }
  for (const [state, count] of sortedByKey(seen.unkeptEntries)) {
    const sample = seen.entries.get(state) ?? count.hits
    const place = { severity: weigh(count.hits, sample), path: ['lifecycle', 'states', state, 'entry'] }
    found.push(draft('definition-not-kept', { state }, { ...place, cases: count.of(sample) }))
  }
  if (seen.leads < minimumSample) return found
  const path: IssuePath = ['lifecycle', 'states']
  if (seen.moves === 0) {
    const cases = { hits: seen.leads, sample: seen.leads, examples: [] }
    return [...found, draft('moves-not-recorded', {}, { severity: 'warning', path, cases })]
  }
  const states = [...lifecycle.states.keys()].filter((state) => !seen.entries.has(state))
  const cases = { hits: states.length, sample: lifecycle.states.size, examples: [] }
  return states.length === 0 ? found : [...found, draft('status-unused', { states }, { severity: 'warning', path, cases })]
}

/** A trigger whose events never come, and one whose events were not written down before some day. */
function triggerChecks({ id, triggers }: Clocked, agreement: Agreement, seen: Observer): Draft[] {
  if (seen.leads < minimumSample) return []
  return triggers.flatMap(({ key, trigger }): Draft[] => {
    const types = [...trigger.types]
    if (types.length === 0) return []
    const path = ['clauses', id, key]
    if (types.every((type) => !seen.types.has(type))) {
      const severity = isVital(key) ? 'warning' : 'info'
      const cases = { hits: 0, sample: seen.events, examples: [] }
      return [draft('trigger-never-fires', { clause: id, trigger: key, types }, { severity, path, cases })]
    }
    return key === 'stop' ? lateChecks(id, types, agreement, seen) : []
  })
}

function isVital(key: TriggerKey): boolean {
  return key === 'start' || key === 'stop' || key === 'attempt'
}

/** Where the first stop of all comes long after the first start, the stops before were not written down. */
const longMs = 30 * msOfDay

function lateChecks(id: string, types: readonly string[], agreement: Agreement, seen: Observer): Draft[] {
  const position = [...agreement.clauses.keys()].indexOf(id)
  const started = seen.clocks[position]?.started.sorted() ?? new Float64Array()
  const firsts = types.map((type) => ({ type, at: seen.types.get(type)?.all.sorted()[0] ?? Number.POSITIVE_INFINITY }))
  const first = firsts.reduce((a, b) => (b.at < a.at ? b : a))
  const hits = started.findIndex((at) => at >= first.at)
  const [earliest] = started
  if (hits < minimumSample || hits < 0.05 * started.length || earliest === undefined || first.at - earliest < longMs) return []
  const zone = zoneOf(agreement.document.timeZone)
  const dateOf = (at: number) => printPlainDate(Math.floor(zone.localAt(at) / msOfDay))
  const facts = { clause: id, type: first.type, date: dateOf(first.at), from: dateOf(earliest) }
  const cases = { hits, sample: started.length, examples: [] }
  return [draft('records-begin-late', facts, { severity: 'warning', path: ['clauses', id, 'stop'], cases })]
}

export function sortedByKey<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
