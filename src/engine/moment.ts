/**
 * A moment is an instant of a promise together with what it is measured by: an operator of the engine sees one fact and one
 * value, so the fact itself must say whose clock counts, and until when.
 */
import type { Agreement } from '../agreement/agreement.ts'
import type { BusinessClock } from '../clock/business-clock.ts'
import { isRecord } from '../content.ts'
import { isInstant } from '../time/instant.ts'

/** Plain JSON. **Units** epoch milliseconds. */
export interface Moment {
  readonly version: string
  readonly clause: string
  readonly at: number
  /** When the facts were taken. */
  readonly asOf: number
  /** When the promise is due, or was when it was broken; `null` while it is paused, and where no fact names the instant. */
  readonly dueAt: number | null
}

/** Finds the clock of the clause that a moment is about. */
export type ClockOfMoment = (moment: Moment) => BusinessClock | undefined

/** Returns how the clock of a moment is found: each clause has one, which keeps what it has laid down of its calendar. */
export function clocksOf(versions: readonly Agreement[]): ClockOfMoment {
  return ({ version, clause }) => versions.find((agreement) => agreement.version === version)?.clauses.get(clause)?.clock
}

/** Returns true for what can be read as a moment. */
export function isMoment(value: unknown): value is Moment {
  if (!isRecord(value)) return false
  const { version, clause, at, asOf, dueAt } = value
  return typeof version === 'string' && typeof clause === 'string' && isAt(at) && isAt(asOf) && (dueAt === null || isAt(dueAt))
}

function isAt(value: unknown): value is number {
  return typeof value === 'number' && isInstant(value)
}
