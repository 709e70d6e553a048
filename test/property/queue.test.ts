import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { responseTimes, serviceTimes } from '../../src/insight/simulate/queue.ts'
import { law } from './law.ts'

const queue = fc.record({
  gaps: fc.array(fc.tuple(fc.nat(20), fc.nat(40)), { maxLength: 40 }),
  capacity: fc.integer({ min: 1, max: 6 }),
})

function drawnOf({ gaps }: { readonly gaps: readonly (readonly [gap: number, work: number])[] }) {
  let at = 0
  const arrivals = Float64Array.from(gaps, ([gap]) => {
    at += gap
    return at
  })
  return { arrivals, services: Float64Array.from(gaps, ([, work]) => work) }
}

/** Minute by minute: who is free takes the lead that has waited the longest. */
function minuteByMinute(arrivals: Float64Array, services: Float64Array, capacity: number): number[] {
  const left = Array.from(services)
  const leftAt: number[] = Array.from(arrivals, () => Number.NaN)
  const begun = new Set<number>()
  const end = (arrivals.at(-1) ?? 0) + services.reduce((sum, work) => sum + work, 0)
  for (let minute = 0; minute <= end; minute++) {
    const isBusy = (index: number) => begun.has(index) && Number.isNaN(leftAt[index])
    for (const index of begun) if (isBusy(index) && left[index] === 0) leftAt[index] = minute
    for (const [index, at] of arrivals.entries()) {
      if (at > minute || begun.has(index)) continue
      if ([...begun].filter(isBusy).length === capacity) break
      begun.add(index)
      if (left[index] === 0) leftAt[index] = minute
    }
    for (const index of begun) if (isBusy(index)) left[index] = (left[index] ?? 0) - 1
  }
  return leftAt.map((at, index) => at - (arrivals[index] ?? 0))
}

describe('a queue', () => {
  law('answers every lead when going through it minute by minute does', queue, (drawn) => {
    const { arrivals, services } = drawnOf(drawn)
    expect([...responseTimes(arrivals, services, drawn.capacity)]).toEqual(minuteByMinute(arrivals, services, drawn.capacity))
  })

  law('read backwards gives the work that went into it', queue, (drawn) => {
    const { arrivals, services } = drawnOf(drawn)
    const responses = responseTimes(arrivals, services, drawn.capacity)
    const visits = Array.from(arrivals, (arrivedAt, index) => ({ arrivedAt, leftAt: arrivedAt + (responses[index] ?? 0) }))
    expect(serviceTimes(visits, drawn.capacity)).toEqual({ ms: services, overtook: 0 })
  })
})
