/** How the picture says its times, amounts and marks, in one language and one zone; the SVG and the terminal say the same. */
import { zoneOf } from '../clock/zone.ts'
import { amountOfTime, dateInWords, shortDateInWords, wallTime } from '../explanation/wall-time.ts'
import type { Language } from '../language.ts'
import { plainLine } from '../plain-text.ts'
import { readInstant } from '../time/instant.ts'
import { msOfDay, printPlainDate, readPlainDate, weekdayOf } from '../time/plain-date.ts'
import type { Timeline, TimelineMark } from './timeline-shape.ts'
import { wordsIn } from './words/languages.ts'
import type { TimelineWords } from './words/timeline-words.ts'

/** A mark in two lines: what and when, and who or why. */
export interface ToldMark {
  readonly title: string
  readonly detail: string
}

/** Names come from events, and an event may hold a million characters. */
const mostCharacters = 80

export class Telling {
  readonly words: TimelineWords
  readonly #zone
  readonly #timeline: Timeline

  constructor(timeline: Timeline, language: Language) {
    this.words = wordsIn(language)
    this.#zone = zoneOf(timeline.zone)
    this.#timeline = timeline
  }

  /** Returns `10:30`, with seconds where they are not zero. **Units** epoch milliseconds. */
  time(at: number): string {
    const ofDay = (((this.#zone.localAt(at) % msOfDay) + msOfDay) % msOfDay) / 1000
    const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
    const text = `${two(ofDay / 3600)}:${two((ofDay / 60) % 60)}`
    return ofDay % 60 === 0 ? text : `${text}:${two(ofDay % 60)}`
  }

  /** Returns `Tue 7 Apr 10:30`. */
  moment(at: number): string {
    return `${this.date(this.dateAt(at))} ${this.time(at)}`
  }

  /** Returns the instant with its year. */
  instant(at: number): string {
    return wallTime(this.#zone, at, this.words.time)
  }

  dateAt(at: number): string {
    return printPlainDate(Math.floor(this.#zone.localAt(at) / msOfDay))
  }

  /** Returns a date, with its year where the picture shows more than one. */
  date(date: string): string {
    const { from, to } = this.#timeline
    const isOfOneYear = this.dateAt(readInstant(from)).slice(0, 4) === this.dateAt(readInstant(to)).slice(0, 4)
    return isOfOneYear ? shortDateInWords(date, this.words.time) : dateInWords(date, this.words.time)
  }

  /** Returns what the zone's clock reads. **Units** milliseconds on a clock without zones. */
  localAt(at: number): number {
    return this.#zone.localAt(at)
  }

  instantOfLocal(local: number): number {
    return this.#zone.instantOfLocal(local)
  }

  isWeekend(date: string): boolean {
    return weekdayOf(readPlainDate(date)) >= 5
  }

  /** Returns an amount with at most two units, cut off and not rounded, so that nothing looks longer than it was. [T10] */
  amount(ms: number): string {
    const unit = ms >= 3_600_000 ? 60_000 : ms >= 1000 ? 1000 : 1
    return amountOfTime(Math.floor(ms / unit) * unit, this.words.time)
  }

  /** Returns `83 %` of the target, cut off; `null` where the target is no amount of time. */
  share(ms: number): string | null {
    const { targetMs } = this.#timeline
    // A thin space keeps the sign with its number.
    return targetMs === null ? null : `${Math.floor((ms / targetMs) * 100)}\u202f%`
  }

  /** Returns a text from outside as one line of bounded length that turns no direction of writing. */
  name(text: string, most = mostCharacters): string {
    return plainLine(text, most)
  }

  mark(mark: TimelineMark): ToldMark {
    const { what, at, usedMs, isAhead } = mark
    const instant = readInstant(at)
    const share = isAhead || what === 'event' || what === 'started' ? null : this.share(usedMs)
    const title = [this.#word(mark), this.time(instant), ...(share === null ? [] : [`· ${share}`])].join(' ')
    const detail = this.#details(mark, instant).filter((part) => part !== null && part !== '')
    return { title, detail: detail.map((part) => this.name(part ?? '')).join(' · ') }
  }

  #word({ what, type, attempts, isAhead }: TimelineMark): string {
    const { words } = this
    const { status, isDueIfResumed } = this.#timeline
    if (what === 'event' && type !== null) return this.name(type)
    if (what === 'attempted' && attempts !== null) return `${words.mark.attempted} ${attempts}`
    if (what !== 'due' || !isAhead) return words.mark[what]
    if (isDueIfResumed) return words.dueIfResumed
    return status === 'open' || status === 'openBreached' || status === 'paused' ? words.mark.due : words.wouldBeDue
  }

  #details({ what, type, name, to, reason }: TimelineMark, instant: number): (string | null)[] {
    const { words } = this
    const person = name === null ? null : this.name(name)
    switch (what) {
      case 'reminder':
      case 'escalation':
        // What has no name of its own has its number.
        return [name !== null && /^\d+$/.test(name) ? null : person, to === null ? null : words.to(this.name(to))]
      case 'handedOver':
        return [words.to(person ?? words.nobody), reason]
      case 'due':
      case 'now':
        return [this.date(this.dateAt(instant))]
      case 'event':
        return [person, reason]
      default:
        return [type, person, reason]
    }
  }
}
