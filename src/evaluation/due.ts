/**
 * When a promise is due, by the kind of its target. Past the door nothing throws [E3]: where the calendar has no such time
 * left, or no fact names the instant, the answer is `NaN`.
 */
import type { Target } from '../agreement/target.ts'
import type { BusinessClock } from '../clock/business-clock.ts'
import { readInstant } from '../time/instant.ts'

/** Returns the due instant before it is rolled into open time and before any pause. */
export function dueFrom(clock: BusinessClock, target: Target, startedAt: number, leadFacts: object, eventFact: object): number {
  if (target.kind === 'duration') return reached(clock, startedAt, target.ms)
  try {
    switch (target.kind) {
      case 'businessDays':
        return clock.addBusinessDays(startedAt, target.days)
      case 'endOfBusinessDay':
        return clock.endOfBusinessDay(startedAt, target.days)
      case 'dueFrom':
        // No promise is due before it is made.
        return Math.max(startedAt, readInstant(factAt(target.fact === 'lead' ? leadFacts : eventFact, target.keys)))
    }
  } catch {
    return Number.NaN
  }
}

/** Returns the last instant of a window that opens at an instant: a number of business days ends in open time. */
export function windowEnd(clock: BusinessClock, window: Target, from: number): number {
  const end = dueFrom(clock, window, from, nothing, nothing)
  return window.kind === 'businessDays' ? opened(clock, end) : end
}

const nothing = Object.freeze({})

/** Returns the instant at which so much open time has passed. */
export function reached(clock: BusinessClock, from: number, openMs: number): number {
  try {
    return from === from ? clock.after(from, openMs) : from
  } catch {
    return Number.NaN
  }
}

/** Returns the instant itself when open, else the next opening. */
export function opened(clock: BusinessClock, at: number): number {
  try {
    return at === at ? clock.nextOpen(at) : at
  } catch {
    return Number.NaN
  }
}

function factAt(fact: unknown, keys: readonly string[]): unknown {
  let value = fact
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}
