/** Times that look as if no event had happened then: dates without a time, full hours, one time for all, many at once. */
import type { Agreement } from '../agreement/agreement.ts'
import { type Zone, zoneOf } from '../clock/zone.ts'
import { printRead } from '../time/instant.ts'
import { msOfDay, printPlainDate } from '../time/plain-date.ts'
import { clocked } from './clocked.ts'
import { type Cases, type Draft, draft } from './draft.ts'
import { sortedByKey, weigh } from './history-checks.ts'
import type { Observer, TypeSeen } from './observer.ts'

/** Of fewer events of a type no pattern of their times is said. */
const minimumEvents = 50
/** So many events of one type in one second are more than people write. */
const mostAtOnce = 20
const quarterMs = 15 * 60_000

/** Returns what is odd about the times of the events. */
export function stampChecks(agreement: Agreement, seen: Observer): Draft[] {
  const zone = zoneOf(agreement.document.timeZone)
  return [
    ...sortedByKey(seen.types).flatMap(([type, own]) => typeChecks(type, own, zone, timedTypes(agreement))),
    ...repeatedHours(seen, zone),
    ...ties(seen),
  ]
}

/** The types by which a clock with an amount of hours starts or stops: for them a date is not enough. */
function timedTypes(agreement: Agreement): ReadonlySet<string> {
  const timed = clocked(agreement).filter(({ clause }) => clause.goals.some(({ target }) => target.kind === 'duration'))
  return new Set(timed.flatMap(({ clause }) => [...clause.start.types, ...clause.stop.types]))
}

function typeChecks(type: string, seen: TypeSeen, zone: Zone, timed: ReadonlySet<string>): Draft[] {
  const at = seen.byPeople.sorted()
  const dates = midnights(at, zone)
  if (at.length >= minimumEvents && dates.length >= 0.9 * at.length) {
    const isTimed = timed.has(type)
    const cases = casesOf(dates, at.length)
    return [draft('date-only-times', { type, isTimed }, { severity: isTimed ? 'warning' : 'info', path: [], cases })]
  }
  const found = at.length < minimumEvents ? [] : [...oneTimeOfDay(type, at, zone), ...roundTimes(type, at, zone)]
  return [...found, ...massUpdates(type, seen.all.sorted())]
}

/** Dates were written as midnight of the agreement's zone, or of UTC. */
function midnights(at: Float64Array, zone: Zone): number[] {
  const local: number[] = []
  const utc: number[] = []
  for (const one of at) {
    if (zone.localAt(one) % msOfDay === 0) local.push(one)
    if (one % msOfDay === 0) utc.push(one)
  }
  return utc.length > local.length ? utc : local
}

/** One time of the day, to the millisecond, that comes again and again. */
function oneTimeOfDay(type: string, at: Float64Array, zone: Zone): Draft[] {
  const counts = new Map<number, number>()
  const timeOf = (one: number) => ((zone.localAt(one) % msOfDay) + msOfDay) % msOfDay
  let [time, hits] = [0, 0]
  for (const one of at) {
    const own = timeOf(one)
    const count = (counts.get(own) ?? 0) + 1
    counts.set(own, count)
    // Of two times that come as often the earlier one is told.
    if (count > hits || (count === hits && own < time)) [time, hits] = [own, count]
  }
  if (hits < mostAtOnce || hits < 0.02 * at.length) return []
  const same = [...at].filter((one) => timeOf(one) === time)
  const facts = { type, time: new Date(time).toISOString().slice(11, 19) }
  const severity = weigh(hits, at.length, { from: 0.2 })
  return [draft('same-time-of-day', facts, { severity, path: [], cases: casesOf(same, at.length) })]
}

/** Full hours and quarters, to the millisecond: one in nine hundred by chance, one in fifteen where minutes are all there is. */
function roundTimes(type: string, at: Float64Array, zone: Zone): Draft[] {
  const round = [...at].filter((one) => zone.localAt(one) % quarterMs === 0)
  if (round.length < mostAtOnce || round.length < 0.2 * at.length) return []
  const severity = weigh(round.length, at.length, { from: 0.5 })
  return [draft('round-times', { type }, { severity, path: [], cases: casesOf(round, at.length) })]
}

function massUpdates(type: string, at: Float64Array): Draft[] {
  const spanMs = (at.at(-1) ?? 0) - (at[0] ?? 0)
  // Where a thousand events a minute are usual, twenty in a second are no mass.
  const least = mostAtOnce * Math.max(1, (at.length * 1000) / Math.max(spanMs, 86_400_000))
  let [hits, most] = [0, 0]
  const starts: number[] = []
  for (let from = 0; from < at.length; ) {
    const second = Math.floor((at[from] as number) / 1000)
    let to = from
    while (to < at.length && Math.floor((at[to] as number) / 1000) === second) to++
    if (to - from >= least) {
      hits += to - from
      most = Math.max(most, to - from)
      starts.push(second * 1000)
    }
    from = to
  }
  if (hits === 0) return []
  const cases = { ...casesOf(starts, at.length), hits }
  return [draft('mass-update', { type, most }, { severity: weigh(hits, at.length, { from: 0.2 }), path: [], cases })]
}

/** The hour that a zone's clocks show twice: a time written without an offset could be either. */
function repeatedHours(seen: Observer, zone: Zone): Draft[] {
  const all = [...seen.types.values()].map(({ all: column }) => column.sorted()).filter((at) => at.length > 0)
  if (all.length === 0) return []
  const from = Math.min(...all.map((at) => at[0] as number))
  const to = Math.max(...all.map((at) => at.at(-1) as number))
  return zone.transitions(from - msOfDay, to + msOfDay).flatMap(({ at: turn, offsetMs }): Draft[] => {
    const lostMs = zone.offsetAt(turn - 1) - offsetMs
    if (lostMs <= 0) return []
    const within = all.flatMap((at) => [...at.subarray(below(at, turn - lostMs), below(at, turn + lostMs))]).sort((a, b) => a - b)
    if (within.length === 0) return []
    const date = printPlainDate(Math.floor(zone.localAt(turn) / msOfDay))
    return [draft('repeated-hour', { date }, { severity: 'info', path: ['timeZone'], cases: casesOf(within, seen.events) })]
  })
}

/** Returns how many sorted instants lie before another. */
function below(at: Float64Array, limit: number): number {
  let [low, high] = [0, at.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((at[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Events of one lead at one instant: a sequence decides between them, or else their ids do, which is no mistake by itself. */
function ties({ ties: count, undecidedTies, leads }: Observer): Draft[] {
  if (count.hits === 0) return []
  const facts = { isDecided: undecidedTies === 0 }
  return [draft('same-instant', facts, { severity: 'info', path: [], cases: count.of(leads) })]
}

function casesOf(at: readonly number[], sample: number): Cases {
  return {
    hits: at.length,
    sample,
    examples: at.slice(0, 5).map((one) => ({ lead: null, event: null, at: printRead(one) })),
  }
}
