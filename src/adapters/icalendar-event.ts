/** One event of an iCalendar file, read from its jCal form: an event of whole days, or one that has times and is no holiday. */
import { type Issue, type IssueCode, type IssuePath, issue, type Parsed } from '../errors.ts'
import { readPlainDate } from '../time/plain-date.ts'
import { parseRecurrenceRule, type RecurrenceRule } from './icalendar-rule.ts'

/** A property as jCal has it: name, parameters, type, then its values. **Source** RFC 7265. */
export type Property = readonly [name: string, parameters: Readonly<Record<string, unknown>>, type: string, ...values: unknown[]]
export type Component = readonly [name: string, properties: readonly Property[], components: readonly Component[]]

/** What is said of an event in words. */
export interface EventWords {
  readonly summary: string
  readonly description: string
  readonly categories: readonly string[]
  /** The id that the versions of an event share; the empty text when it has none. */
  readonly uid: string
}

/** An event of whole days. **Units** day numbers. */
export interface AllDayEvent {
  readonly words: EventWords
  readonly cancelled: boolean
  readonly start: number
  /** How many dates it covers. */
  readonly days: number
  readonly rules: readonly RecurrenceRule[]
  readonly exceptRules: readonly RecurrenceRule[]
  readonly alsoOn: readonly number[]
  readonly exceptOn: readonly number[]
  /** The date of another event with the same id that this one stands for. */
  readonly insteadOf: number | null
  /** Whether it stands for all dates from that one on. */
  readonly andFuture: boolean
  readonly path: IssuePath
}

/** An event with times. What it stands for matters all the same: the day that it replaces is no longer one. */
export interface TimedEvent {
  readonly words: EventWords
  readonly cancelled: boolean
  readonly timed: true
  /** As jCal writes it. */
  readonly start: string
  readonly insteadOf: number | null
  readonly andFuture: boolean
}

/** Returns the event of a component, or every mistake that keeps its dates from being known. */
export function parseEvent(component: Component, path: IssuePath): Parsed<AllDayEvent | TimedEvent> {
  const reader = new EventReader(component, path)
  const words = {
    summary: reader.text('summary'),
    description: reader.text('description'),
    categories: reader.values('categories').filter((value) => typeof value === 'string'),
    uid: reader.text('uid'),
  }
  const cancelled = reader.text('status').toUpperCase() === 'CANCELLED'
  const [instead] = reader.dates('recurrence-id')
  const range = reader.first('recurrence-id')?.[1].range
  const shared = { words, cancelled, insteadOf: instead ?? null, andFuture: range === 'THISANDFUTURE' }
  const dtstart = reader.first('dtstart')
  if (!dtstart) reader.add('missing-key', 'dtstart', 'the date on which an event starts', undefined)
  const isTimed = dtstart?.[2] === 'date-time' && !onlyDate.test(String(dtstart[3]))
  if (isTimed) return reader.answer({ ...shared, timed: true, start: String(dtstart[3]) })
  return readAllDay(reader, shared, path)
}

type Shared = Pick<AllDayEvent, 'words' | 'cancelled' | 'insteadOf' | 'andFuture'>

function readAllDay(reader: EventReader, shared: Shared, path: IssuePath): Parsed<AllDayEvent> {
  const [start = Number.NaN] = reader.dates('dtstart')
  return reader.answer({
    ...shared,
    start,
    days: reader.length(start),
    rules: reader.rules('rrule', start),
    exceptRules: reader.rules('exrule', start),
    alsoOn: reader.dates('rdate'),
    exceptOn: reader.dates('exdate'),
    path,
  })
}

/** How ical.js gives a date for which the file does not say that it is one. */
const onlyDate = /T::$/

/** Programs write the exceptions of a whole-day event with a time, which says nothing more. */
const mayHaveTime = ['exdate', 'recurrence-id']

class EventReader {
  readonly issues: Issue[] = []
  constructor(
    private readonly component: Component,
    private readonly path: IssuePath,
  ) {}

  add(code: IssueCode, name: string, expected: string, got: unknown): void {
    this.issues.push(issue(code, [...this.path, name], { expected, got }))
  }

  answer<Value>(value: Value): Parsed<Value> {
    return this.issues.length > 0 ? { ok: false, issues: this.issues } : { ok: true, value }
  }

  all(name: string): readonly Property[] {
    return this.component[1].filter((property) => property[0] === name)
  }

  first(name: string): Property | undefined {
    return this.component[1].find((property) => property[0] === name)
  }

  values(name: string): readonly unknown[] {
    return this.all(name).flatMap(([, , , ...values]) => values)
  }

  text(name: string): string {
    const value = this.first(name)?.[3]
    return typeof value === 'string' ? value.trim() : ''
  }

  dates(name: string): readonly number[] {
    return this.values(name).flatMap((value) => {
      const text = typeof value === 'string' ? value.replace(onlyDate, '') : ''
      const day = readPlainDate(mayHaveTime.includes(name) ? text.slice(0, 10) : text)
      if (!Number.isNaN(day)) return [day]
      this.add('invalid-date', name, 'a date that exists, as YYYYMMDD', value)
      return []
    })
  }

  rules(name: string, start: number): readonly RecurrenceRule[] {
    if (Number.isNaN(start)) return []
    return this.values(name).flatMap((value) => {
      const rule = parseRecurrenceRule(value, start, [...this.path, name])
      if (rule.ok) return [rule.value]
      this.issues.push(...rule.issues)
      return []
    })
  }

  /** Returns how many dates the event covers: its end is the date after the last, and one without an end has one. */
  length(start: number): number {
    if (this.first('dtend')) {
      const [end = Number.NaN] = this.dates('dtend')
      if (end < start) this.add('invalid-date-range', 'dtend', 'an end after the start', this.first('dtend')?.[3])
      // The last date instead of the one after it is a common mistake of writers.
      return Math.max(end - start, 1)
    }
    if (!this.first('duration')) return 1
    const text = this.text('duration')
    const [, weeks = 0, days = 0] = /^\+?P(?=\d)(?:(\d{1,5})W)?(?:(\d{1,5})D)?$/.exec(text) ?? []
    const length = Number(weeks) * 7 + Number(days)
    if (length === 0) this.add('invalid-duration', 'duration', 'whole days such as P2D', text)
    return length
  }
}
