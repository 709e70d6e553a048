/** Lays out the events of a file as dates: what comes again, what is excepted, and what stands for another date. */
import type { HolidayListDocument } from '../clock/calendar-document.ts'
import type { Years } from '../clock/holidays.ts'
import { type Issue, type IssuePath, issue } from '../errors.ts'
import { printPlainDate } from '../time/plain-date.ts'
import { HolidayDates } from './holiday-dates.ts'
import type { AllDayEvent, EventWords, TimedEvent } from './icalendar-event.ts'
import { type Budget, comesAgain, recurrence } from './icalendar-recurrence.ts'
import type { RecurrenceRule } from './icalendar-rule.ts'

/** A part of a file that gives no holiday, and why. */
export interface LeftOut {
  /**
   * `timed`: it has times of the day; `cancelled`: it does not take place; `filtered`: the filter left this date out;
   * `outside-years`: none of its dates lies within the years; `no-event`: a task, a journal entry or the like.
   */
  readonly why: 'timed' | 'cancelled' | 'filtered' | 'outside-years' | 'no-event'
  readonly summary: string
  /** The empty text when it has none. */
  readonly uid: string
  /** When it starts, or the date that was filtered; `null` when it does not say. */
  readonly start: string | null
}

/** A date of an event, for those who choose by it. */
export interface ICalendarDay extends EventWords {
  readonly date: string
}

/** Ten thousand yearly events over a century, or two dozen of every day over fifty years; more is a mistake or an attack. */
const mostDates = 10_000_000
/** To keep a date, with its filter and its name, costs as much as to look at so many. */
const costOfDate = 20

type Event = AllDayEvent | TimedEvent

/** What stands for dates of the event with the same id: the dates, and what holds from a date on, the latest first. */
interface Versions {
  readonly dates: Set<number>
  readonly ongoing: [from: number, event: Event][]
}

export class EventDates {
  readonly issues: Issue[] = []
  readonly #dates: HolidayDates
  readonly #budget: Budget = { dates: mostDates }
  readonly #versions = new Map<string, Versions>()

  constructor(
    years: Years,
    private readonly filter: (day: ICalendarDay) => boolean,
    private readonly left: LeftOut[],
  ) {
    this.#dates = new HolidayDates(years)
  }

  list(): NonNullable<HolidayListDocument['dates']> {
    return this.#dates.list()
  }

  addAll(events: readonly Event[]): void {
    for (const event of events) {
      const { insteadOf, words } = event
      if (insteadOf === null || words.uid === '') continue
      const known = this.#versions.get(words.uid) ?? { dates: new Set(), ongoing: [] }
      known.dates.add(insteadOf)
      if (event.andFuture) known.ongoing.push([insteadOf, event])
      this.#versions.set(words.uid, known)
    }
    for (const { ongoing } of this.#versions.values()) ongoing.sort(([a], [b]) => b - a)
    for (const event of events) {
      if (this.#budget.dates >= 0) this.#add(event)
    }
  }

  #add(event: Event): void {
    const start = 'timed' in event ? event.start : printPlainDate(event.start)
    if ('timed' in event || event.cancelled) {
      this.left.push({ why: event.cancelled ? 'cancelled' : 'timed', ...namesOf(event), start })
      return
    }
    let found = false
    for (const day of this.#startsOf(event)) {
      const replaced = event.insteadOf === null && this.#replace(event, day)
      if (replaced || this.#put(event, day)) found = true
    }
    if (!found && this.issues.length === 0) this.left.push({ why: 'outside-years', ...namesOf(event), start })
  }

  /** Puts the dates of one occurrence. Returns true when the years hold one of them. */
  #put({ words, days }: AllDayEvent, from: number): boolean {
    const begin = Math.max(from, this.#dates.first)
    const end = Math.min(from + days - 1, this.#dates.last)
    this.#spend(Math.max(end - begin + 1, 0) * costOfDate, [])
    if (this.#budget.dates < 0) return true
    for (let day = begin; day <= end; day++) {
      const date = printPlainDate(day)
      if (this.filter({ ...words, date })) this.#dates.add(day, 1, words.summary)
      else this.left.push({ why: 'filtered', summary: words.summary, uid: words.uid, start: date })
    }
    return begin <= end
  }

  /** Returns true when another event stands for this occurrence; one for all that follow is put in its place here. */
  #replace(event: AllDayEvent, day: number): boolean {
    const versions = this.#versions.get(event.words.uid)
    if (!versions) return false
    if (versions.dates.has(day)) return true
    const [since, version] = versions.ongoing.find(([from]) => from < day) ?? []
    if (!version || since === undefined) return false
    if (!('timed' in version) && !version.cancelled) this.#put(version, day + version.start - since)
    return true
  }

  #startsOf(event: AllDayEvent): readonly number[] {
    const { start, rules, exceptRules, alsoOn, exceptOn, insteadOf, path } = event
    if (insteadOf !== null) return [start]
    const starts = new Set([start, ...alsoOn, ...rules.flatMap((rule) => this.#datesOf(rule, [...path, 'rrule']))])
    for (const rule of exceptRules) {
      for (const day of this.#datesOf(rule, [...path, 'exrule'])) starts.delete(day)
    }
    for (const day of exceptOn) starts.delete(day)
    return [...starts]
  }

  #datesOf(rule: RecurrenceRule, path: IssuePath): readonly number[] {
    const dates = recurrence(rule, this.#dates.last, this.#budget) ?? []
    const again = dates.length > 1 || this.#budget.dates < 0 || comesAgain(rule, this.#budget)
    this.#spend(0, path)
    if (again === false) this.issues.push(issue('rule-without-date', path, { expected: 'a rule that gives a date in some year' }))
    return dates
  }

  /** The bound is reported once, where it is met. */
  #spend(dates: number, path: IssuePath): void {
    this.#budget.dates -= dates
    const isReported = this.issues.some(({ code }) => code === 'out-of-range')
    if (this.#budget.dates >= 0 || isReported) return
    this.issues.push(issue('out-of-range', path, { expected: `rules that look at ${mostDates} dates at most, all together` }))
  }
}

function namesOf({ words }: Event): Pick<LeftOut, 'summary' | 'uid'> {
  return { summary: words.summary, uid: words.uid }
}
