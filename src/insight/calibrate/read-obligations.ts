/** Puts obligations into the columns of a sample. */
import type { Zone } from '../../clock/zone.ts'
import { isRecord } from '../../content.ts'
import { type Issue, issue, LeadSlaError } from '../../errors.ts'
import { type Obligation, type Status, statuses } from '../../evaluation/obligation.ts'
import { readInstant } from '../../time/instant.ts'
import { civilOf, msOfDay, weekdayOf, weekdays } from '../../time/plain-date.ts'
import type { ClauseClocks, ClockSample, SegmentColumn, SegmentValue } from './clock-sample.ts'

/** Reads a segment of an obligation that started at an instant. */
export interface SegmentReader {
  readonly by: string
  readonly valueOf: (obligation: Obligation, startedAt: number) => SegmentValue
}

const mostIssues = 100

/** Returns the sample. **Errors** throws `LeadSlaError` with `wrong-type` and `out-of-range` for what is no obligation. */
export function sampleOf(obligations: Iterable<Obligation>, readers: readonly SegmentReader[], zone: Zone | null): ClockSample {
  const issues: Issue[] = []
  const clauses = new Map<string, Gathering>()
  let index = 0
  for (const obligation of obligations) {
    const wrong = mistakeOf(obligation, index++)
    if (wrong) {
      if (issues.push(wrong) >= mostIssues) break
      continue
    }
    const clause = clauses.get(obligation.clause) ?? new Gathering(obligation.clause, readers, zone)
    clauses.set(obligation.clause, clause)
    clause.add(obligation)
  }
  if (issues.length > 0) throw new LeadSlaError(issues)
  return { clauses: [...clauses.values()].map((clause) => clause.clocks()) }
}

const known: ReadonlySet<unknown> = new Set(statuses)

function mistakeOf(value: unknown, index: number): Issue | null {
  if (!isRecord(value)) return issue('wrong-type', [index], { expected: 'an obligation', got: value })
  const { clause, status, usedMs, startedAt } = value
  if (typeof clause !== 'string') return issue('wrong-type', [index, 'clause'], { expected: 'the name of a clause', got: clause })
  if (!known.has(status)) return issue('unknown-value', [index, 'status'], { expected: 'a status', got: status, known: statuses })
  if (!isAmount(usedMs)) return issue('out-of-range', [index, 'usedMs'], { expected: wholeAmount, got: usedMs })
  if (Number.isNaN(readInstant(startedAt)))
    return issue('invalid-instant', [index, 'startedAt'], { expected: 'an instant', got: startedAt })
  return null
}

export const wholeAmount = 'a whole number of milliseconds from 0 on'

export function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** The columns of a clause while they grow. */
class Gathering {
  readonly #clause: string
  readonly #used: number[] = []
  readonly #stopped: number[] = []
  readonly #columns: Column[]
  readonly #zone: Zone | null
  readonly #counts: Record<Status, number> = {
    ...{ met: 0, metLate: 0, open: 0, openBreached: 0 },
    ...{ paused: 0, cancelled: 0, waived: 0, superseded: 0 },
  }
  #lateUnstopped = 0
  #first = Number.POSITIVE_INFINITY
  #last = Number.NEGATIVE_INFINITY

  constructor(clause: string, readers: readonly SegmentReader[], zone: Zone | null) {
    this.#clause = clause
    this.#zone = zone
    this.#columns = readers.map((reader) => new Column(reader))
    if (zone)
      this.#columns.push(new Column({ by: 'month', valueOf: monthOf(zone) }), new Column({ by: 'weekday', valueOf: dayOf(zone) }))
  }

  add(obligation: Obligation): void {
    const { status, usedMs, breachedAt } = obligation
    this.#counts[status]++
    if (status === 'waived') return
    if ((status === 'cancelled' || status === 'superseded') && breachedAt !== null) this.#lateUnstopped++
    const startedAt = readInstant(obligation.startedAt)
    this.#first = Math.min(this.#first, startedAt)
    this.#last = Math.max(this.#last, startedAt)
    this.#used.push(usedMs)
    this.#stopped.push(status === 'met' || status === 'metLate' ? 1 : 0)
    for (const column of this.#columns) column.add(obligation, startedAt)
  }

  clocks(): ClauseClocks {
    const { met, metLate, openBreached, waived } = this.#counts
    return {
      clause: this.#clause,
      usedMs: Float64Array.from(this.#used),
      isStopped: Uint8Array.from(this.#stopped),
      columns: this.#columns.map((column) => column.segments()),
      waived,
      decided: met + metLate + openBreached + this.#lateUnstopped,
      kept: met,
      startedBetween: this.#used.length === 0 || this.#zone === null ? null : [this.#first, this.#last],
    }
  }
}

class Column {
  readonly #reader: SegmentReader
  readonly #codes: number[] = []
  readonly #known = new Map<SegmentValue, number>()

  constructor(reader: SegmentReader) {
    this.#reader = reader
  }

  add(obligation: Obligation, startedAt: number): void {
    const value = this.#reader.valueOf(obligation, startedAt)
    const code = this.#known.get(value) ?? this.#known.size
    this.#known.set(value, code)
    this.#codes.push(code)
  }

  segments(): SegmentColumn {
    return { by: this.#reader.by, codes: Int32Array.from(this.#codes), values: [...this.#known.keys()] }
  }
}

/** 1 for January to 12, in the agreement's zone. */
function monthOf(zone: Zone): SegmentReader['valueOf'] {
  const months = new Map<number, number>()
  return (_, startedAt) => {
    const day = Math.floor(zone.localAt(startedAt) / msOfDay)
    const month = months.get(day) ?? civilOf(day).month
    months.set(day, month)
    return month
  }
}

function dayOf(zone: Zone): SegmentReader['valueOf'] {
  return (_, startedAt) => weekdays[weekdayOf(Math.floor(zone.localAt(startedAt) / msOfDay))] ?? null
}
