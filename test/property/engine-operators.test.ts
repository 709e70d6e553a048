/** The operators that an agreement gives an engine: they measure as the clock does, and answer whatever they are asked. */

import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { clocksOf } from '../../src/engine/moment.ts'
import { slaOperators } from '../../src/engine/operators.ts'
import { type AgreementDocument, type CalendarDocument, defineAgreement } from '../../src/index.ts'
import { mondays, pooledCalendar } from '../arbitraries/agreement.ts'
import { valuesToTry } from '../arbitraries/condition.ts'
import { minuteCalendar } from '../oracle/minute-calendar.ts'
import { law } from './law.ts'

const amounts = ['PT0S', 'PT15M', 'PT1H', 'PT4H', 'PT8H', 'PT24H'] as const
const minuteOfWeek = fc.integer({ min: -1_440, max: 4 * 1_440 })
const measured = fc.constantFrom(mondays[0], mondays[1]).chain((monday) =>
  fc.record({
    calendar: pooledCalendar(monday),
    start: fc.constant(Date.parse(monday) / 60_000),
    at: minuteOfWeek,
    asOf: minuteOfWeek,
    dueAt: fc.option(minuteOfWeek),
    amount: fc.constantFrom(...amounts),
  }),
)

describe('an operator', () => {
  law('measures on the clock of the clause, as minutes are counted by hand', measured, (drawn) => {
    const { calendar, start, amount } = drawn
    const hours = Number(/\d+/.exec(amount)?.[0])
    const minutes = amount.endsWith('M') ? hours : amount.endsWith('H') ? hours * 60 : 0
    const [at, asOf] = [start + drawn.at, start + drawn.asOf]
    const dueAt = drawn.dueAt === null ? null : start + drawn.dueAt
    const oracle = minuteCalendar(calendar)
    const between = (from: number, to: number) => (from <= to ? oracle.between(from, to) : oracle.between(to, from))
    const moment = { version: '1', clause: 'reply', at: at * 60_000, asOf: asOf * 60_000, dueAt: dueAt && dueAt * 60_000 }
    const operators = operatorsOf(calendar)
    for (const value of [amount, minutes * 60_000]) {
      expect(operators.get('withinBusiness')?.(moment, value)).toBe(between(at, asOf) <= minutes)
      const isBefore = dueAt !== null && at <= dueAt && between(at, dueAt) >= minutes
      expect(operators.get('beforeDue')?.(moment, value)).toBe(isBefore)
      expect(operators.get('exceeds')?.(between(at, asOf) * 60_000, value)).toBe(between(at, asOf) > minutes)
    }
  })

  const anything = fc.oneof(
    fc.constantFrom(...valuesToTry),
    fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSymbol: true } as object),
  )
  const almost = fc.record(
    {
      version: fc.oneof(fc.constant('1'), anything),
      clause: fc.oneof(fc.constantFrom('reply', '__proto__', 'constructor'), anything),
      at: fc.oneof(fc.constantFrom(0, -8.64e15, 1.5), anything),
      asOf: fc.oneof(fc.constantFrom(0, 253_402_300_799_999), anything),
      dueAt: fc.oneof(fc.constantFrom(0, null), anything),
    },
    { requiredKeys: [] },
  )

  law('answers true or false whatever it is asked', fc.tuple(fc.oneof(anything, almost), anything), ([fact, value]) => {
    for (const operator of operatorsOf({ timeZone: 'UTC', week: { mon: ['09:00-17:00'] } }).values()) {
      expect(typeof operator(fact, value)).toBe('boolean')
      expect(typeof operator(fact, 'PT1H')).toBe('boolean')
    }
  })
})

const known = new Map<string, ReturnType<typeof slaOperators>>()

function operatorsOf(calendar: CalendarDocument): ReturnType<typeof slaOperators> {
  const text = JSON.stringify(calendar)
  const operators = known.get(text) ?? slaOperators(clocksOf([defineAgreement(documentWith(calendar))]))
  known.set(text, operators)
  return operators
}

function documentWith(main: CalendarDocument): AgreementDocument {
  const reply = { kind: 'timed', owedBy: 'sales', clock: 'main', start: { on: 'a' }, stop: { on: 'b' }, within: 'PT1H' } as const
  const parties = { sales: { name: 'Sales' } }
  return { agreement: 'one', version: '1', timeZone: 'UTC', parties, calendars: { main }, clauses: { reply } }
}
