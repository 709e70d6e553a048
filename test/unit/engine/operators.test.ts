import { describe, expect, it } from 'vitest'
import { clocksOf } from '../../../src/engine/moment.ts'
import { slaOperators } from '../../../src/engine/operators.ts'
import { toEngine } from '../../../src/engine.ts'
import { defineAgreement } from '../../../src/index.ts'
import { documentOf, happened } from '../evaluation/one-clause.ts'
import { bareFacts, eventsOf } from './one-promise.ts'

const start = happened('07 15:00 start')

/** Returns whether a leaf holds, as a rule of an app asks it. */
async function holds(fact: string, operator: string, value: unknown, asOf: string, events = [start]): Promise<boolean> {
  const engine = toEngine(documentOf())
  engine.addRule({ conditions: { all: [{ fact, operator, value }] }, event: { type: 'holds' } })
  return (await eventsOf(engine, bareFacts({}, events, asOf))).includes('holds')
}

describe('exceeds', () => {
  it('compares amounts of time with durations, with milliseconds and with other facts', async () => {
    expect(await holds('usedMs', 'exceeds', 'PT2H', '07 17:00')).toBe(false)
    expect(await holds('usedMs', 'exceeds', 'PT2H', '08 09:01')).toBe(true)
    expect(await holds('usedMs', 'exceeds', 7_200_000, '08 09:01')).toBe(true)
    expect(await holds('usedMs', 'exceeds', { fact: 'targetMs' }, '08 11:00')).toBe(false)
    expect(await holds('usedMs', 'exceeds', { fact: 'targetMs' }, '08 11:01')).toBe(true)
    expect(await holds('usedShare', 'exceeds', 0.5, '08 09:01')).toBe(true)
    expect(await holds('usedShare', 'not:exceeds', 0.5, '07 17:00')).toBe(true)
  })

  it('is false of what a promise does not have', async () => {
    expect(await holds('overdueMs', 'exceeds', 'PT0S', '07 17:00')).toBe(false)
    expect(await holds('overdueMs', 'exceeds', -1, '07 17:00')).toBe(false)
  })
})

describe('withinBusiness', () => {
  it('measures to either side, and no closed time', async () => {
    // Due on Wednesday at 11, which at the close of Tuesday is two business hours away.
    expect(await holds('due', 'withinBusiness', 'PT2H', '07 16:59')).toBe(false)
    expect(await holds('due', 'withinBusiness', 'PT2H', '07 17:00')).toBe(true)
    expect(await holds('due', 'withinBusiness', 'PT2H', '08 13:00')).toBe(true)
    expect(await holds('due', 'withinBusiness', 'PT2H', '08 13:01')).toBe(false)
    expect(await holds('start', 'withinBusiness', 'PT2H', '08 09:00')).toBe(true)
    expect(await holds('start', 'withinBusiness', 'PT2H', '08 09:01')).toBe(false)
    expect(await holds('close', 'withinBusiness', 'PT2H', '08 09:01')).toBe(false)
  })
})

describe('beforeDue', () => {
  it('wants so much business time to be left, and none after the due instant', async () => {
    expect(await holds('now', 'beforeDue', 'PT2H', '08 09:00')).toBe(true)
    expect(await holds('now', 'beforeDue', 'PT2H', '08 09:01')).toBe(false)
    expect(await holds('now', 'beforeDue', 'PT0S', '08 11:00')).toBe(true)
    expect(await holds('now', 'beforeDue', 'PT0S', '08 11:01')).toBe(false)
    // No business time lies between the close, at which it is due, and the evening.
    const untilClose = [happened('07 13:00 start')]
    expect(await holds('now', 'beforeDue', 'PT0S', '07 17:00', untilClose)).toBe(true)
    expect(await holds('now', 'beforeDue', 'PT0S', '07 18:00', untilClose)).toBe(false)
    expect(await holds('now', 'beforeDue', '-PT1H', '08 09:00')).toBe(false)
    expect(await holds('close', 'beforeDue', 'PT1H', '20 12:00', [start, happened('08 10:00 stop')])).toBe(true)
    expect(await holds('close', 'beforeDue', 'PT1H', '20 12:00', [start, happened('08 10:01 stop')])).toBe(false)
  })
})

describe('every operator', () => {
  const operators = slaOperators(clocksOf([defineAgreement(documentOf())]))
  const thrown = (): never => {
    throw new Error('looked at')
  }
  const moment = { version: '1', clause: 'reply', at: 0, asOf: 0, dueAt: 0 }
  const odd: unknown[] = [
    new Proxy({}, { get: thrown, ownKeys: thrown, has: thrown }),
    Object.defineProperty({ ...moment }, 'at', { get: thrown, enumerable: true }),
    { valueOf: thrown, toString: thrown },
    Symbol('odd'),
    10n ** 30n,
    'x'.repeat(1_000_000),
    { ...moment, clause: '__proto__' },
    { ...moment, version: '2' },
    { ...moment, at: Number.NaN },
    { ...moment, at: '2026-04-07T10:00:00Z' },
    { ...moment, asOf: 8.64e15 },
    { ...moment, dueAt: undefined },
    [moment],
  ]

  it('is false of what it cannot compare, and throws nothing', () => {
    for (const operator of operators.values()) {
      for (const value of odd) {
        expect(operator(value, 'PT1H')).toBe(false)
        for (const fact of [moment, 5]) expect(operator(fact, value)).toBe(false)
      }
    }
  })

  it('takes no amount from a value that is none', () => {
    for (const value of ['4 hours', 'P1M', '', null, undefined, true, [1], Number.NaN]) {
      for (const operator of operators.values()) for (const fact of [moment, 5]) expect(operator(fact, value)).toBe(false)
    }
    expect(operators.get('beforeDue')?.(moment, 'PT0S')).toBe(true)
    expect(operators.get('withinBusiness')?.(moment, 0)).toBe(true)
    expect(operators.get('exceeds')?.(5, 4)).toBe(true)
  })
})
