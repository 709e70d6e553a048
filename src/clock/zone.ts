/**
 * A zone says what a civil clock reads at an instant, and when it first reads a given time. This file is the only door to
 * date-fns-tz, and it uses the one reading of it that is right at every instant whatever the host's zone: the offset that
 * `formatInTimeZone` prints. Transitions are found from readings at the edges of cells of time, by halving a cell whose edges
 * differ, and kept.
 */
import { formatInTimeZone } from 'date-fns-tz/formatInTimeZone'
import { type IssuePath, issue, LeadSlaError, type Parsed } from '../errors.ts'
import { dayOf, msOfDay, weekdayOf, yearAt } from '../time/plain-date.ts'

/** An instant from which a zone's clock runs with another offset. **Units** milliseconds; offsets are east of UTC. */
export interface Transition {
  readonly at: number
  readonly offsetMs: number
}

export interface Zone {
  /** The IANA name as it was given. */
  readonly name: string
  /** Returns the offset east of UTC in force at an instant. **Units** milliseconds. */
  offsetAt(at: number): number
  /** Returns what the civil clock reads: the instant plus the offset. **Units** milliseconds on a clock without zones. */
  localAt(at: number): number
  /**
   * Returns the first instant at which the civil clock reads `localMs` or later. **Source** [T8]: in a gap that is the
   * transition, in an overlap the earlier reading.
   */
  instantOfLocal(localMs: number): number
  /** Returns the transitions in `[from, to)`. */
  transitions(from: number, to: number): Transition[]
}

/** Two letters at least: date-fns-tz takes `Z` for an offset, and an offset is no zone. */
const zoneName = /^[A-Za-z][A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/
const zones = new Map<string, Zone>()

/**
 * Returns the zone of an IANA name, or why there is none.
 *
 * **Errors** `unknown-time-zone`, with the nearest names that the runtime knows.
 */
export function parseZone(name: unknown, path: IssuePath = []): Parsed<Zone> {
  const zone = typeof name === 'string' ? findZone(name) : undefined
  if (zone) return { ok: true, value: zone }
  const known = Intl.supportedValuesOf('timeZone')
  return { ok: false, issues: [issue('unknown-time-zone', path, { expected: 'an IANA time zone', got: name, known })] }
}

/** Returns the zone of an IANA name. **Errors** throws `LeadSlaError` with `unknown-time-zone`. */
export function zoneOf(name: string): Zone {
  const parsed = parseZone(name)
  if (!parsed.ok) throw new LeadSlaError(parsed.issues)
  return parsed.value
}

function findZone(name: string): Zone | undefined {
  // The runtime reads names without regard to case, so one key stands for all spellings and the map stays bounded.
  const key = name.length <= 64 && zoneName.test(name) ? name.toLowerCase() : undefined
  if (key === undefined) return undefined
  const found = zones.get(key)
  if (found) return found.name === name ? found : { ...found, name }
  try {
    readOffset(name, 0)
  } catch {
    // date-fns-tz throws a RangeError for an unknown zone and a TypeError for names such as `constructor`.
    return undefined
  }
  const zone = makeZone(name)
  zones.set(key, zone)
  return zone
}

function makeZone(name: string): Zone {
  /** The offsets at the starts of cells, and the transitions inside them: what was read stays read. */
  const offsets = new Map<number, number>()
  const inside = new Map<number, number>()

  function offsetOf(cell: number): number {
    let offset = offsets.get(cell)
    if (offset === undefined) {
      offset = readOffset(name, cell * cellMs)
      offsets.set(cell, offset)
    }
    return offset
  }

  /** The transition in a cell; infinity when there is none. */
  function transitionIn(cell: number): number {
    const before = offsetOf(cell)
    if (before === offsetOf(cell + 1)) return Number.POSITIVE_INFINITY
    let at = inside.get(cell)
    if (at === undefined) {
      at = bisect(name, cell * cellMs, (cell + 1) * cellMs, before)
      inside.set(cell, at)
    }
    return at
  }

  function offsetAt(at: number): number {
    const near = at - farBy(at)
    const cell = Math.floor(near / cellMs)
    return offsetOf(near < transitionIn(cell) ? cell : cell + 1)
  }

  function transitions(from: number, to: number): Transition[] {
    const found: Transition[] = []
    for (let year = yearAt(from); year <= yearAt(to); year++) {
      const byMs = yearStart(year) - yearStart(twinOf(year))
      const first = Math.max(from, yearStart(year)) - byMs
      const end = Math.min(to, yearStart(year + 1)) - byMs
      for (let cell = Math.floor(first / cellMs); cell * cellMs < end; cell++) {
        const at = transitionIn(cell)
        if (at >= first && at < end) found.push({ at: at + byMs, offsetMs: offsetOf(cell + 1) })
      }
    }
    return found
  }

  function instantOfLocal(localMs: number): number {
    // No offset reaches 16 h, so no instant before this one can read `localMs`, and after the other one every instant does.
    const earliest = localMs - widestOffsetMs
    const latest = localMs + widestOffsetMs
    let from = earliest
    let offset = offsetAt(earliest)
    if (offset === offsetAt(latest)) return localMs - offset
    for (const transition of transitions(earliest + 1, latest + 1)) {
      if (transition.at + offset > localMs) break
      from = transition.at
      offset = transition.offsetMs
    }
    return Math.max(from, localMs - offset)
  }

  return { name, offsetAt, localAt: (at) => at + offsetAt(at), instantOfLocal, transitions }
}

/**
 * Offsets are read at the edges of cells, and inside one whose edges differ. A cell is shorter than the time between any two
 * real transitions since 1970 (6.96 days at least), so that none holds two of them.
 */
const cellMs = 6 * msOfDay

const widestOffsetMs = 16 * 3_600_000

/** Before it no zone had left its local mean time. */
const firstReadYear = 1800
/** The year before which all years are like those that follow it. */
export const repeatsUntilYear = firstReadYear - 28
/** The last explicit transition of the tz database lies in 2087 (Morocco); from here on every rule repeats by the year. */
export const repeatsFromYear = 2101

/**
 * Returns the year that stands for a far one. Before 1800 no zone had left its local mean time and from 2101 on every rule
 * repeats, so a far year reads like the near one of the same length and weekday, and costs as little.
 */
export function twinOf(year: number): number {
  if (year >= repeatsUntilYear && year < repeatsFromYear + 28) return year
  const first = year < firstReadYear ? repeatsUntilYear : repeatsFromYear
  const weekday = weekdayOf(dayOf(year, 1, 1))
  const length = lengthOfYear(year)
  let twin = first
  while (weekdayOf(dayOf(twin, 1, 1)) !== weekday || lengthOfYear(twin) !== length) twin++
  return twin
}

function lengthOfYear(year: number): number {
  return dayOf(year + 1, 1, 1) - dayOf(year, 1, 1)
}

/** How far an instant lies from the one of its twin year; zero in the years that are read themselves. **Units** milliseconds. */
function farBy(at: number): number {
  if (at >= readFrom && at < readTo) return 0
  const year = yearAt(at)
  return yearStart(year) - yearStart(twinOf(year))
}

const readFrom = yearStart(repeatsUntilYear)
const readTo = yearStart(repeatsFromYear + 28)
const quarterMs = 900_000

/** Returns the first whole second in `(from, to]` with another offset. */
function bisect(name: string, from: number, to: number, offsetMs: number): number {
  // Nearly all transitions since 1970 fall on a quarter of an hour: those are halved first, and then the last of them.
  const [before, after] = halve(name, from, to, offsetMs, quarterMs)
  if (readOffset(name, after - 1000) === offsetMs) return after
  return halve(name, before, after - 1000, offsetMs, 1000)[1]
}

/** Narrows down to a step in which the offset changes. */
function halve(name: string, from: number, to: number, offsetMs: number, step: number): [before: number, after: number] {
  let before = from
  let after = to
  while (after - before > step) {
    const middle = before + Math.floor((after - before) / (2 * step)) * step
    if (readOffset(name, middle) === offsetMs) before = middle
    else after = middle
  }
  return [before, after]
}

const printedOffset = /^GMT([+-])(\d+)(?::(\d+(?:\.\d+)?))?$/

/**
 * Returns the true offset at an instant. The token `O` prints the same reading as `xxx` but keeps the seconds that zones
 * had until 1972 (`GMT-0:44.5`). The instant goes in as a `Date`, because the number 0 would be read as "now".
 */
function readOffset(name: string, at: number): number {
  const match = printedOffset.exec(formatInTimeZone(new Date(at), name, 'O'))
  if (!match) throw new RangeError(`no offset for ${name}`)
  const seconds = Number(match[2]) * 3600 + Math.round(Number(match[3] ?? 0) * 60)
  return (match[1] === '-' ? -seconds : seconds) * 1000
}

/** Returns the first instant of a civil year in a zone. **Units** epoch milliseconds. */
export function yearStartIn(zone: Zone, year: number): number {
  return zone.instantOfLocal(yearStart(year))
}

/** Returns the first instant of a UTC year. **Units** epoch milliseconds. */
function yearStart(year: number): number {
  return dayOf(year, 1, 1) * msOfDay
}
