/** The fiscal year of an agreement: the checked form of `fiscalYear`. [P1] */
import { isRecord } from '../content.ts'
import type { Scope } from './scope.ts'

export interface FiscalYear {
  /** The month (1 to 12) and the day (1 to 28) with which it begins. */
  readonly month: number
  readonly day: number
  /** How many years after the civil year in which it starts the one is that it is named after: 0 or 1. */
  readonly namedAfter: number
}

const monthAndDay = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** Returns the fiscal year; `null` where there is none or the scope has been told of a mistake. */
export function readFiscalYear(value: unknown, scope: Scope): FiscalYear | null {
  if (!isRecord(value) || typeof value.startsOn !== 'string') return null
  const path = ['fiscalYear', 'startsOn']
  const [, month, day] = monthAndDay.exec(value.startsOn) ?? []
  if (month === undefined || day === undefined)
    return scope.add('invalid-date', path, 'a month and a day as MM-DD', value.startsOn) ?? null
  if (Number(day) > 28) {
    const expected = 'a day that every month has, 01 to 28, because the months of the year would leave gaps'
    return scope.add('untiled-fiscal-year', path, expected, value.startsOn) ?? null
  }
  const startsWithTheCivilYear = month === '01' && day === '01'
  return { month: Number(month), day: Number(day), namedAfter: value.named === 'start' || startsWithTheCivilYear ? 0 : 1 }
}
