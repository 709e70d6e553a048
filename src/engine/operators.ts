/**
 * The operators that an agreement gives an engine. They are total: what cannot be compared is not so, and nothing throws, for
 * an operator that throws takes all rules of the run with it.
 */
import { parseDuration } from '../time/duration.ts'
import { type ClockOfMoment, isMoment } from './moment.ts'

/** An operator as an engine calls it: with the fact, and with what the condition compares it to. */
export type Operator = (fact: unknown, value: unknown) => boolean

/**
 * Returns the operators by name.
 *
 * - `exceeds`: an amount of time, or a share, is more than the value.
 * - `withinBusiness`: at most so much business time lies between a moment and now, before or after it.
 * - `beforeDue`: a moment is not after the due instant, and at least so much business time before it.
 *
 * **Units** a value is an ISO 8601 duration such as `PT4H`, or milliseconds; business time is measured on the clock of the clause that
 * the moment is about. **Edges** `null`, a moment of another agreement and a value that is no amount give false. At the due
 * instant a promise is kept [C4], so `beforeDue` with `PT0S` holds then.
 */
export function slaOperators(clockOf: ClockOfMoment): ReadonlyMap<string, Operator> {
  return new Map<string, Operator>([
    ['exceeds', total((fact, value) => typeof fact === 'number' && fact > amountOf(value))],
    [
      'withinBusiness',
      total((fact, value) => {
        const clock = isMoment(fact) ? clockOf(fact) : undefined
        return isMoment(fact) && clock !== undefined && Math.abs(clock.between(fact.at, fact.asOf)) <= amountOf(value)
      }),
    ],
    [
      'beforeDue',
      total((fact, value) => {
        if (!isMoment(fact) || fact.dueAt === null || fact.at > fact.dueAt) return false
        const clock = clockOf(fact)
        const apartMs = amountOf(value)
        return clock !== undefined && apartMs >= 0 && clock.between(fact.at, fact.dueAt) >= apartMs
      }),
    ],
  ])
}

/** Returns an operator that is false where the given one throws. */
export function total(operator: Operator): Operator {
  return (fact, value) => {
    try {
      return operator(fact, value)
    } catch {
      // A getter, a proxy, or an instant that the calendar does not know.
      return false
    }
  }
}

function amountOf(value: unknown): number {
  if (typeof value === 'number') return value
  const parsed = parseDuration(value)
  return parsed.ok ? parsed.value : Number.NaN
}
