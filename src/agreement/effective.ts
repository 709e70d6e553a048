/** The time in which a version of an agreement binds: cycles that start in it are held to it. [C11] */
import type { Zone } from '../clock/zone.ts'
import { isRecord } from '../content.ts'
import { msOfDay, parsePlainDate } from '../time/plain-date.ts'
import type { Scope } from './scope.ts'

/** **Units** epoch milliseconds, `[from, to)`; infinite where the document names no date. */
export interface Effective {
  readonly from: number
  readonly to: number
}

/** Returns the instants between which cycles that start are bound. The dates are read in the agreement's zone. */
export function readEffective(value: unknown, zone: Zone | undefined, scope: Scope): Effective {
  const { from, to } = isRecord(value) ? value : {}
  const instant = (date: unknown, key: 'from' | 'to', otherwise: number): number => {
    if (typeof date !== 'string') return otherwise
    const day = scope.take(parsePlainDate(date, ['effective', key]))
    return day === undefined || zone === undefined ? otherwise : zone.instantOfLocal(day * msOfDay)
  }
  const effective = { from: instant(from, 'from', Number.NEGATIVE_INFINITY), to: instant(to, 'to', Number.POSITIVE_INFINITY) }
  if (effective.to <= effective.from)
    scope.add('invalid-effective-range', ['effective', 'to'], `a date after ${String(from)}`, to)
  return effective
}
