/**
 * What a calendar says of certain dates, looked up by date. The narrowest entry comes first: a date before a range, a shorter
 * range before a longer one, and all of them before the same dates of every year.
 */
import { type Issue, type IssuePath, issue } from '../errors.ts'
import { lengthOfMonth } from '../time/plain-date.ts'
import { type DateRange, leapYear, monthDayOf, parseDateRange, type YearlyRange } from './date-range.ts'

/** Ranges are laid out date by date, so that a look-up costs the same whatever is written; this bounds what that can take. */
const mostDates = 100_000

/** An entry with what decides between two: how many dates it is for, and where it starts. */
interface Ranked<Entry> {
  readonly width: number
  readonly first: number
  readonly text: string
  readonly entry: Entry
}

export class Dated<Entry> {
  private readonly once = new Map<number, Ranked<Entry>[]>()
  private readonly yearly = new Map<number, Ranked<Entry>[]>()
  private readonly known = new Set<Entry>()
  /** The first and the last date of one time. **Units** day numbers; `first > last` when there is none. */
  first = Number.POSITIVE_INFINITY
  last = Number.NEGATIVE_INFINITY
  private laid = 0

  /** True when something is said of a date of every year. */
  get recurs(): boolean {
    return this.yearly.size > 0
  }

  /** Returns the narrowest entry of a date. */
  on(day: number): Entry | undefined {
    return (this.onceOn(day) ?? this.yearlyOn(day))?.[0]?.entry
  }

  /** Returns all that applies to a date. */
  all(day: number): readonly Entry[] {
    const once = this.onceOn(day)
    const yearly = this.yearlyOn(day)
    if (!once && !yearly) return none
    return [...(once ?? []), ...(yearly ?? [])].map(({ entry }) => entry)
  }

  /** Adds an entry. Returns why it cannot be added: an open or too long range. */
  add(range: DateRange | YearlyRange, entry: Entry, path: IssuePath, text: string): Issue | undefined {
    const dates = range.every === 'year' ? [...monthDays(range)] : null
    const width = dates ? dates.length : range.last - range.first + 1
    if (!dates) this.laid += width
    if (width === Number.POSITIVE_INFINITY) {
      const expected = 'a range with two ends; a season holds from a date on'
      return issue('out-of-range', path, { expected, got: text })
    }
    if (this.laid > mostDates) {
      return issue('out-of-range', path, { expected: `ranges of ${mostDates} dates in all at most`, got: text })
    }
    const ranked = { width, first: range.first, text, entry }
    this.known.add(entry)
    if (dates) for (const date of dates) insert(this.yearly, date, ranked)
    else this.lay(range.first, range.last, ranked)
    return undefined
  }

  /** Everything that is said, in an order that does not depend on how it was written. */
  content(): unknown {
    return [this.once, this.yearly].map((map) =>
      [...map].sort(([a], [b]) => a - b).map(([date, list]) => [date, list.map(({ entry }) => entry)]),
    )
  }

  /** Every entry, each once. */
  entries(): ReadonlySet<Entry> {
    return this.known
  }

  private lay(first: number, last: number, ranked: Ranked<Entry>): void {
    for (let day = first; day <= last; day++) insert(this.once, day, ranked)
    this.first = Math.min(this.first, first)
    this.last = Math.max(this.last, last)
  }

  private onceOn(day: number): readonly Ranked<Entry>[] | undefined {
    return day < this.first || day > this.last ? undefined : this.once.get(day)
  }

  private yearlyOn(day: number): readonly Ranked<Entry>[] | undefined {
    return this.yearly.size === 0 ? undefined : this.yearly.get(monthDayOf(day))
  }
}

const none: readonly never[] = []

/** Where two are as wide, the later one comes first, and where they are for the same dates, the one written shorter. */
function insert<Entry>(map: Map<number, Ranked<Entry>[]>, key: number, ranked: Ranked<Entry>): void {
  const list = map.get(key)
  if (!list) {
    map.set(key, [ranked])
    return
  }
  list.push(ranked)
  list.sort((a, b) => a.width - b.width || b.first - a.first || a.text.length - b.text.length)
}

/** The dates of every year between two, as `readMonthDay` gives them, over the turn of the year where the first is the later. */
function* monthDays({ first, last }: YearlyRange): Generator<number> {
  let month = Math.floor(first / 100)
  let day = first % 100
  for (;;) {
    yield month * 100 + day
    if (month * 100 + day === last) return
    day++
    if (day > lengthOfMonth(leapYear, month)) {
      day = 1
      month = (month % 12) + 1
    }
  }
}

/** Returns the dates of a record whose keys are dates and ranges, with the issues of the keys. */
export function readDated<Entry>(
  record: Readonly<Record<string, unknown>>,
  path: IssuePath,
  read: (value: unknown, key: string) => Entry,
): { readonly dated: Dated<Entry>; readonly issues: Issue[] } {
  const dated = new Dated<Entry>()
  const issues: Issue[] = []
  for (const [key, value] of Object.entries(record)) {
    const range = parseDateRange(key, [...path, key])
    const entry = read(value, key)
    if (!range.ok) issues.push(...range.issues)
    else {
      const refused = dated.add(range.value, entry, [...path, key], key)
      if (refused) issues.push(refused)
    }
  }
  return { dated, issues }
}
