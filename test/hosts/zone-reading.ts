/**
 * What a host's own zone data says, read from `Intl` and past the library. Two hosts with other versions of the tz database
 * may answer differently and both be right; where their readings differ, that is the reason.
 */

export interface ZoneReading {
  readonly zone: string
  /** **Units** epoch milliseconds; the reading is of `[from, to]`. */
  readonly from: number
  readonly to: number
  /** The offset at the start, and each later one with the first sample that had it. **Units** minutes east of UTC. */
  readonly changes: readonly (readonly [at: number, offsetMinutes: number])[]
}

const dayMs = 86_400_000
/** Two versions of the tz database that differ do so for longer. */
const finestMs = 900_000
const mostSamples = 4_000
/** Three years in milliseconds: no case measures as much, and none asks about the years around 1970. */
const leastInstant = 1e11

/** Returns the offsets that the host gives a zone. */
export function readZone({ zone, from, to }: Omit<ZoneReading, 'changes'>): ZoneReading {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  const stepMs = Math.max(finestMs, Math.ceil((to - from) / mostSamples / finestMs) * finestMs)
  const changes: [number, number][] = []
  for (let at = from; at <= to; at += stepMs) {
    const offset = minutesOf(format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '')
    if (offset !== changes.at(-1)?.[1]) changes.push([at, offset])
  }
  return { zone, from, to, changes }
}

/** Returns the minutes of a printed offset; zero is `GMT` on one host and `GMT+00:00` on another. */
export function minutesOf(printed: string): number {
  const [, sign, hours, minutes, seconds = '0'] =
    /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(printed) ?? unreadable(printed)
  if (sign === undefined) return 0
  const size = Number(hours) * 60 + Number(minutes) + Number(seconds) / 60
  return sign === '-' ? -size : size
}

function unreadable(printed: string): never {
  throw new Error(`no offset: ${printed}`)
}

/** Returns the reading of a zone from three days before the first instant of a case to three days after its last. */
export function readAround(zone: string, spokenOf: unknown): ZoneReading {
  const instants = instantsIn(spokenOf)
  return readZone({ zone, from: Math.min(...instants) - 3 * dayMs, to: Math.max(...instants) + 3 * dayMs })
}

/** Returns the instants that a case speaks of: its dates and times, and the numbers that are too large for an amount of time. */
function instantsIn(value: unknown): number[] {
  if (typeof value === 'number') return Math.abs(value) > leastInstant ? [value] : []
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}/.test(value) ? [Date.parse(value)] : []
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(instantsIn)
}
