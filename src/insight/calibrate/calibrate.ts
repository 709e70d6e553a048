/**
 * What past clocks teach about targets. A target that somebody wished for is kept or not, and nobody knows why; one that the past
 * would have kept, so many times of a hundred, is a promise. [L1]
 */
import { isRecord } from '../../content.ts'
import { type Issue, issue, LeadSlaError } from '../../errors.ts'
import type { Evaluation } from '../../evaluation/evaluation.ts'
import type { Obligation } from '../../evaluation/obligation.ts'
import { wilsonInterval } from '../../periods/interval.ts'
import { readInstant } from '../../time/instant.ts'
import { type CalibrateOptions, readCalibrateOptions, type Wanted } from './calibrate-options.ts'
import type { Calibration, ClauseCalibration } from './calibration.ts'
import { checkedSample } from './checked-sample.ts'
import type { ClauseClocks, ClockSample } from './clock-sample.ts'
import { compareSegments } from './compare-segments.ts'
import { measureClause } from './measured-clause.ts'
import { sampleOf } from './read-obligations.ts'
import { segmentReaders } from './segment-readers.ts'
import { suggest } from './suggest.ts'

/** What a calibration learns from: an evaluation, its obligations, or clocks in columns. */
export type Clocks = Evaluation | Iterable<Obligation> | ClockSample

/**
 * Returns how long the clocks of each clause took, the target that the wanted share of them would have kept, which segments take
 * another time, and the changes of the agreement that follow.
 *
 * **Units** business milliseconds on each clause's clock, pauses taken out. **Edges** a clock that did not stop counts for as long
 * as it was going: one that is open, paused, cancelled or superseded. A waived one is left out. Nothing is compared and nothing
 * suggested below the minimum sample. The order of the clocks changes nothing but the order of the clauses.
 * **Errors** throws `LeadSlaError` with all issues of the options and the clocks.
 * **Source** [L1], [P4]; Kaplan and Meier 1958, Mantel 1966, Holm 1979.
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT4H' } },
 * })
 * const events = Array.from({ length: 40 }, (_, index) => [
 *   { id: `${index}a`, lead: `L${index}`, type: 'lead.created', at: '2026-04-07T08:00:00Z' },
 *   { id: `${index}b`, lead: `L${index}`, type: 'call.made', at: Date.UTC(2026, 3, 7, 8, index) },
 * ]).flat()
 * const { clauses, operations } = calibrate(evaluate(agreement, events, { asOf: '2026-05-01T00:00:00Z' }), { agreement })
 * const minutes = clauses.map(({ distribution: { target } }) => [target.ms, ...target.interval].map((ms) => (ms ?? 0) / 60000)) //=> [[35, 31, 39]]
 * operations //=> [{ op: 'test', path: '/clauses/reply/within', value: 'PT4H' }, { op: 'replace', path: '/clauses/reply/within', value: 'PT35M' }]
 */
export function calibrate(clocks: Clocks, options: CalibrateOptions = {}): Calibration {
  const wanted = readCalibrateOptions(options)
  const sample = readSample(clocks, options, wanted)
  const measured = sample.clauses.map((clause) => measureClause(clause, wanted))
  const { compared, comparisons } = compareSegments(measured, wanted)
  const suggested = measured.map((clause, index) => suggest(clause, compared[index]?.segments ?? [], wanted))
  return {
    compliance: wanted.compliance,
    comparisons,
    clauses: measured.map(({ clocks: own, distribution }, index): ClauseCalibration => {
      const { segments = [], seasons = [] } = compared[index] ?? {}
      const { suggestions = [], because = null } = suggested[index] ?? {}
      const present = presentOf(own)
      return { clause: own.clause, distribution, waived: own.waived, present, segments, seasons, suggestions, because }
    }),
    operations: suggested.flatMap(({ operations }) => operations),
  }
}

function presentOf({ decided, kept }: ClauseClocks): ClauseCalibration['present'] {
  const interval = wilsonInterval(kept, decided)
  return interval && { share: kept / decided, interval, method: 'Wilson', decided, kept }
}

function readSample(clocks: Clocks, options: CalibrateOptions, wanted: Wanted): ClockSample {
  if (isRecord(clocks) && 'clauses' in clocks) return checkedSample(clocks)
  const issues: Issue[] = []
  const readers = segmentReaders(wanted.by, { events: options.events, ...timesOf(clocks) }, issues)
  const obligations = isRecord(clocks) && 'obligations' in clocks ? clocks.obligations : clocks
  if (!isIterable(obligations))
    issues.push(issue('wrong-type', [], { expected: 'an evaluation, its obligations, or clocks in columns', got: clocks }))
  if (issues.length > 0) throw new LeadSlaError(issues)
  // The goals are told apart whether or not somebody asked: each has a target of its own.
  const goals = { by: 'goal', valueOf: ({ goal }: Obligation) => goal }
  const all = readers.some(({ by }) => by === 'goal') ? readers : [...readers, goals]
  return sampleOf(obligations as Iterable<Obligation>, all, wanted.zone)
}

/** Facts are read as the evaluation knew them. */
function timesOf(clocks: Clocks): { readonly asOf: number; readonly knownAt: number } {
  const { asOf = null, knownAt = null } = isRecord(clocks) ? clocks : {}
  const read = (value: unknown) => (value === null ? Number.POSITIVE_INFINITY : readInstant(value))
  return { asOf: read(asOf), knownAt: read(knownAt) }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}
