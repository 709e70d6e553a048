import { describe, expect, it } from 'vitest'
import { advance, type InitOptions, init, type LeadEvent, obligations, step } from '../../src/index.ts'
import { answer, expectation, type Judge, slaCases } from './sla-cases.ts'

/** Takes the events one by one, each state written down and read back, as a queue worker does. */
function live(options: InitOptions, inOrderOf: (events: readonly LeadEvent[]) => readonly LeadEvent[]): Judge {
  return (agreement, events, asOf) => {
    let state = init(agreement, 'L', options)
    for (const event of inOrderOf(events)) {
      const next = step(agreement, state, event)
      expect(next.refused).toEqual([])
      state = JSON.parse(JSON.stringify(next.state))
    }
    const passed = advance(agreement, state, asOf)
    return obligations(agreement, JSON.parse(JSON.stringify(passed.state)), { asOf })
  }
}

const ages = { window: { ms: 400 * 86_400_000, count: 1_000 } }
const byTime = (events: readonly LeadEvent[]) => [...events].sort((a, b) => Date.parse(String(a.at)) - Date.parse(String(b.at)))
const cases = slaCases.map((one) => [one.id, one] as const)

describe('the conformance cases of whole clocks, event by event', () => {
  it.each(cases)('%s', (_id, one) => {
    expect(answer(one, live({ window: { count: 0 } }, byTime)), one.source).toEqual(expectation(one))
  })
})

describe('the conformance cases of whole clocks, the last event first', () => {
  it.each(cases)('%s', (_id, one) => {
    expect(
      answer(
        one,
        live(ages, (events) => byTime(events).reverse()),
      ),
      one.source,
    ).toEqual(expectation(one))
  })
})
