/** What a number or a sum owes and at which pace: its targets by date, the calendar of its pace, what it hands on. [P3], [P6] */
import type { BusinessClock } from '../clock/business-clock.ts'
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { parsePlainDate } from '../time/plain-date.ts'
import type { Scope } from './scope.ts'
import type { Surroundings } from './timed-clause.ts'

/** A target from a day on. **Units** a day number; minus infinity for the first one. */
export interface DatedTarget {
  readonly from: number
  readonly target: number
}

/** What a period hands on to the next. */
export interface CarryOver {
  readonly shortfall: boolean
  readonly surplus: boolean
  /** At most so much; infinite where no cap is agreed. */
  readonly cap: number
}

export interface Pacing {
  /** The name of the calendar, or `always`. */
  readonly calendar: string
  readonly clock: BusinessClock
  /** The one target; `null` where it changes by date. */
  readonly target: number | null
  /** All targets, the earliest first, at least one. */
  readonly targets: readonly DatedTarget[]
  readonly carryOver: CarryOver | null
}

/** Returns the pacing of a clause, or `undefined` when the scope has been told of a mistake. */
export function readPacing(
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  { clockOf, beginsOn }: Surroundings & { readonly beginsOn: number },
): Pacing | undefined {
  scope.calendar(document.clock, [...path, 'clock'])
  // The calendar that is named, or the only one there is: which of several is meant nobody should have to guess.
  const [only, ...others] = scope.names.calendars ?? []
  const named = typeof document.clock === 'string' ? document.clock : null
  const calendar = named ?? (only !== undefined && others.length === 0 ? only : 'always')
  const clock = clockOf(calendar)
  const targets = readTargets(document.target, [...path, 'target'], scope, beginsOn)
  const carryOver = readCarryOver(document.carryOver, [...path, 'carryOver'], scope)
  const [first, ...later] = targets
  if (!clock || !first || carryOver === undefined) return undefined
  return { calendar, clock, target: later.length === 0 ? first.target : null, targets, carryOver }
}

/** There is a target for every day on which the agreement is in force, so the first one begins no later. */
function readTargets(value: unknown, path: IssuePath, scope: Scope, beginsOn: number): DatedTarget[] {
  if (typeof value === 'number') return [{ from: Number.NEGATIVE_INFINITY, target: value }]
  if (!Array.isArray(value)) return []
  let latest = Number.NEGATIVE_INFINITY
  return value.flatMap((entry, index): DatedTarget[] => {
    if (!isRecord(entry) || typeof entry.target !== 'number') return []
    const at = [...path, index, 'from']
    const from = entry.from === undefined ? Number.NEGATIVE_INFINITY : scope.take(parsePlainDate(entry.from, at))
    if (from === undefined) return []
    if (index === 0) {
      // Without a beginning no date is early enough.
      if (Number.isFinite(from) && !(from <= beginsOn))
        scope.add(
          'out-of-range',
          at,
          'no date, or one on which the agreement has not begun yet, so that every day has a target',
          entry.from,
        )
      return [{ from: Number.NEGATIVE_INFINITY, target: entry.target }]
    }
    if (entry.from === undefined) scope.add('missing-key', at, 'the date from which the target holds')
    else if (from <= latest) scope.add('out-of-range', at, 'a date after that of the target before', entry.from)
    latest = Math.max(latest, from)
    return [{ from, target: entry.target }]
  })
}

function readCarryOver(value: unknown, path: IssuePath, scope: Scope): CarryOver | null | undefined {
  if (!isRecord(value)) return null
  const { shortfall, surplus, cap } = value
  if (shortfall !== true && surplus !== true)
    return scope.add('missing-key', path, 'shortfall or surplus, or both, as what is carried over')
  return {
    shortfall: shortfall === true,
    surplus: surplus === true,
    cap: typeof cap === 'number' ? cap : Number.POSITIVE_INFINITY,
  }
}
