/** What a host says of itself after it has run the program, as plain JSON. */
import type { ZoneReading } from './zone-reading.ts'

export interface HostReport {
  /** The host's own zone as `getTimezoneOffset` gives it in January and July, to see that `TZ` was heard. */
  readonly hostOffsets: readonly number[]
  /** The version of the tz database, where the host tells it. */
  readonly tzdata: string | null
  readonly clock: CaseReport
  readonly agreements: CaseReport
  readonly demo: DemoReport
  /** **Units** nanoseconds, for one call of `after`; of interest, and never held to a bound. */
  readonly afterNs: number
}

export interface CaseReport {
  readonly cases: number
  readonly failures: readonly CaseFailure[]
  /** SHA-256 of the JSON of all answers. */
  readonly digest: string
}

export interface CaseFailure {
  readonly id: string
  readonly expected: string
  readonly got: string
  /** The host's own zone data around the instants of the case. */
  readonly reading: ZoneReading
}

export interface DemoReport {
  readonly obligations: number
  readonly digest: string
  readonly readings: readonly ZoneReading[]
}
