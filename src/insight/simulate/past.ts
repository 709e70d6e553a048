/** The past of a clause as a queue: when leads came on the axis of business time, week by week, and how long each was worked on. */
import type { BusinessClock } from '../../clock/business-clock.ts'
import type { Zone } from '../../clock/zone.ts'
import type { Obligation } from '../../evaluation/obligation.ts'
import { readInstant } from '../../time/instant.ts'
import { msOfDay, weekdayOf } from '../../time/plain-date.ts'
import { serviceTimes, type Visit } from './queue.ts'

/** A week of the past, or a day where there are too few weeks. **Units** business milliseconds since its beginning. */
export interface Block {
  readonly lengthMs: number
  readonly arrivals: Float64Array
}

export interface Past {
  readonly by: 'week' | 'day'
  readonly blocks: readonly Block[]
  readonly services: Float64Array
  readonly overtook: number
  /** The median number of people who stopped a clock on a day on which one was stopped. */
  readonly peopleADay: number
  readonly responses: readonly { readonly usedMs: number; readonly isStopped: boolean }[]
}

/** Fewer whole weeks than this say too little about weeks. */
const leastWeeks = 8
/** Days after Monday. */
const friday = 4

/** Returns the past of some clocks, by the capacity that there was; by the people a day where nobody says. */
export function pastOf(obligations: readonly Obligation[], clock: BusinessClock, zone: Zone, capacity: number | null): Past {
  const clocks = obligations
    .filter(({ status }) => status !== 'cancelled' && status !== 'superseded')
    .map((obligation) => ({ obligation, startedAt: readInstant(obligation.startedAt) }))
    .sort((a, b) => a.startedAt - b.startedAt)
  const origin = clocks[0]?.startedAt ?? 0
  const peopleADay = peopleADayOf(obligations, zone)
  const visits: Visit[] = []
  const paused: number[] = []
  for (const { obligation, startedAt } of clocks) {
    if (obligation.stoppedAt === null) continue
    const arrivedAt = clock.between(origin, startedAt)
    visits.push({ arrivedAt, leftAt: arrivedAt + obligation.usedMs + obligation.pausedMs })
    paused.push(obligation.pausedMs)
  }
  const { ms, overtook } = serviceTimes(visits, capacity ?? peopleADay)
  return {
    ...blocksOf(
      clocks.map(({ startedAt }) => startedAt),
      clock,
      zone,
    ),
    // Nobody works on a lead while its clock is paused.
    services: ms.map((each, index) => Math.max(0, each - (paused[index] ?? 0))),
    overtook,
    peopleADay,
    responses: clocks.map(({ obligation: { usedMs, stoppedAt } }) => ({ usedMs, isStopped: stoppedAt !== null })),
  }
}

function peopleADayOf(obligations: readonly Obligation[], zone: Zone): number {
  const days = new Map<number, Set<string>>()
  for (const { stoppedAt, stoppedBy, owner } of obligations) {
    const person = stoppedBy ?? owner
    if (stoppedAt === null || person === null) continue
    const day = Math.floor(zone.localAt(readInstant(stoppedAt)) / msOfDay)
    const people = days.get(day) ?? new Set()
    days.set(day, people.add(person))
  }
  const counts = [...days.values()].map(({ size }) => size).sort((a, b) => a - b)
  return counts[counts.length >> 1] ?? 1
}

/** Cuts the past into blocks by the civil dates of the zone: what belongs to a Monday stays on a Monday. */
function blocksOf(starts: readonly number[], clock: BusinessClock, zone: Zone): Pick<Past, 'by' | 'blocks'> {
  const dayOf = (at: number) => Math.floor(zone.localAt(at) / msOfDay)
  const [first, last] = [dayOf(starts[0] ?? 0), dayOf(starts.at(-1) ?? 0)]
  const monday = first + ((7 - weekdayOf(first)) % 7)
  // A week that began before the past did, or that it ends in the middle of, would look like a quiet one.
  const weeks = Math.floor((last - friday - monday) / 7) + 1
  const by = weeks >= leastWeeks ? 'week' : 'day'
  const [begin, days, count] = by === 'week' ? [monday, 7, weeks] : [first, 1, last - first + 1]
  const blocks: Block[] = []
  const beginsAt = zone.instantOfLocal(begin * msOfDay)
  let next = starts.findIndex((at) => at >= beginsAt)
  for (let block = 0; block < count; block++) {
    const day = begin + block * days
    const from = zone.instantOfLocal(day * msOfDay)
    const to = zone.instantOfLocal((day + days) * msOfDay)
    const arrivals: number[] = []
    for (; next < starts.length && (starts[next] as number) < to; next++)
      arrivals.push(clock.between(from, starts[next] as number))
    const lengthMs = clock.between(from, to)
    // A weekend without leads is no time in which somebody worked.
    if (lengthMs > 0 || arrivals.length > 0) blocks.push({ lengthMs, arrivals: Float64Array.from(arrivals) })
  }
  return { by, blocks }
}
