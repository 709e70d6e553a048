import { describe, expect, it } from 'vitest'
import { businessClock } from '../../src/clock.ts'
import { answer, clockCases, expectation } from './clock-cases.ts'

describe.each([...new Set(clockCases.map((one) => one.op))])('%s', (op) => {
  const cases = clockCases.filter((one) => one.op === op)
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
    expect(answer(businessClock(one.calendar), one), one.source).toEqual(expectation(one))
  })
})

describe('the conformance cases', () => {
  it('are all there, none left out', () => {
    expect(clockCases.length).toBe(1_917)
    expect(new Set(clockCases.map((one) => one.id)).size).toBe(clockCases.length)
  })
})
