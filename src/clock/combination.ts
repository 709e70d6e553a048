/**
 * A calendar made of others. Its openings are the union, the intersection or the difference of its members' openings as
 * instants, so members in different zones combine; its dates are read in its own zone.
 */
import { msOfDay, yearAt } from '../time/plain-date.ts'
import { intersect, type Span, subtract, union } from '../time/span.ts'
import type { Calendar } from './calendar.ts'
import type { Years } from './holidays.ts'
import { yearsWithin } from './horizon.ts'
import { twinOf, yearStartIn, type Zone } from './zone.ts'

export const combiners = ['union', 'intersection', 'difference'] as const
export type Combiner = (typeof combiners)[number]

export class Combination implements Calendar {
  readonly content: string
  readonly years: Years
  readonly datedYears: Years | null
  readonly weight: number
  readonly opensAllWeek: boolean
  private readonly books: readonly YearBook[]
  private readonly own: YearBook

  constructor(
    readonly zone: Zone,
    private readonly combiner: Combiner,
    private readonly members: readonly Calendar[],
  ) {
    // The members' contents are JSON already; written as text inside text they would double at each level.
    this.content = `["${combiner}","${zone.name}",${members.map(({ content }) => content).join(',')}]`
    this.years = yearsWithin(zone, members)
    this.datedYears = datedYears(members)
    this.weight = members.reduce((sum, { weight }) => sum + weight, 0)
    this.opensAllWeek = combiner === 'union' && members.some(({ opensAllWeek }) => opensAllWeek)
    this.books = members.map((member) => new YearBook(member))
    this.own = new YearBook(this)
  }

  /** What is open on the civil day: shifts belong to the members, and theirs may start on dates of other zones. */
  openingsOf(day: number): Span[] {
    return this.own.spans(this.zone.instantOfLocal(day * msOfDay), this.zone.instantOfLocal((day + 1) * msOfDay))
  }

  openingsOfYear(year: number): Span[] {
    const [from, to] = [yearStartIn(this.zone, year), yearStartIn(this.zone, year + 1)]
    const [first = [], ...rest] = this.books.map((book) => book.spans(from, to))
    if (this.combiner === 'union') return union(first, ...rest)
    if (this.combiner === 'difference') return subtract(first, union(...rest))
    return rest.reduce<Span[]>(intersect, first)
  }

  /** A far year is like its twin when it is for every member; the dates beside it, in other zones, are then alike as well. */
  twinOf(year: number): number {
    const twin = twinOf(year)
    return this.members.every((member) => member.twinOf(year) === twin) ? twin : year
  }

  isBusinessDate(day: number): boolean {
    return this.openingsOf(day).length > 0
  }

  /** A holiday of every member for a union, of any for an intersection, and of the first for a difference. */
  holidayOf(day: number): string | null | undefined {
    const [first, ...rest] = this.members.map((member) => member.holidayOf(day))
    if (this.combiner === 'difference') return first
    const found = [first, ...rest].filter((name) => name !== undefined)
    if (this.combiner === 'union' && found.length < this.members.length) return undefined
    return found.find((name) => name !== null) ?? found[0]
  }
}

/** Years are mostly asked in order, each together with the one before it. */
const mostYears = 4

/** The openings of a calendar by its own civil years, the latest few kept, for those who ask in another zone's years. */
class YearBook {
  private readonly years = new Map<number, readonly Span[]>()
  /** The few years that stand for all far ones. */
  private readonly twins = new Map<number, readonly Span[]>()
  constructor(private readonly calendar: Calendar) {}

  /** Returns the open spans in `[from, to)`, clipped. */
  spans(from: number, to: number): Span[] {
    const { zone } = this.calendar
    const found: Span[] = []
    for (let year = yearAt(zone.localAt(from)); year <= yearAt(zone.localAt(to)); year++) {
      const openings = this.ofYear(year)
      for (let index = firstEndingAfter(openings, from); index < openings.length; index++) {
        const [open, close] = openings[index] as Span
        if (open >= to) break
        found.push([Math.max(open, from), Math.min(close, to)])
      }
    }
    // Years end at midnight, and some spans do not.
    return union(found)
  }

  private ofYear(year: number): readonly Span[] {
    let openings = this.years.get(year)
    if (!openings) {
      const { zone } = this.calendar
      const twin = this.calendar.twinOf(year)
      const byMs = yearStartIn(zone, year) - yearStartIn(zone, twin)
      openings = twin === year ? this.calendar.openingsOfYear(year) : moved(this.ofTwin(twin), byMs)
      if (this.years.size >= mostYears) this.years.clear()
      this.years.set(year, openings)
    }
    return openings
  }

  private ofTwin(year: number): readonly Span[] {
    let openings = this.twins.get(year)
    if (!openings) {
      openings = this.calendar.openingsOfYear(year)
      this.twins.set(year, openings)
    }
    return openings
  }
}

function moved(spans: readonly Span[], byMs: number): Span[] {
  return spans.map(([from, to]) => [from + byMs, to + byMs])
}

function firstEndingAfter(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle] as Span)[1] <= at) low = middle + 1
    else high = middle
  }
  return low
}

function datedYears(members: readonly Calendar[]): Years | null {
  const dated = members.flatMap(({ datedYears: years }) => (years === null ? [] : [years]))
  if (dated.length === 0) return null
  return [Math.min(...dated.map(([first]) => first)) - 1, Math.max(...dated.map(([, last]) => last)) + 1]
}
