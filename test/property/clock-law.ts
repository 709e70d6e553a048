/** A law of the clock is tried on random scenarios in the zones that are hardest, each from a seed of its own. */

import fc from 'fast-check'
import { it } from 'vitest'
import { type BusinessClock, businessClock, type CalendarDocument, LeadSlaError } from '../../src/clock.ts'
import { hardZones, type Scenario, scenario, weekScenario } from '../arbitraries/calendar.ts'

export type Law<Drawn extends Scenario = Scenario> = (clock: BusinessClock, drawn: Drawn) => void

export const numRuns = Number(process.env.LEAD_SLA_RUNS ?? 400)
let seed = Number(process.env.LEAD_SLA_SEED ?? 20_260_407)

/**
 * Tries a law. Each draws from a seed of its own: clocks of equal calendars are shared, and a law must meet cold ones too. What
 * a clock refuses as beyond its horizon is drawn anew; whether it does so rightly is the oracle's question.
 */
export function holdsFor<Drawn extends Scenario>(check: Law<Drawn>, drawnFrom: fc.Arbitrary<Drawn>, runs = numRuns): void {
  const property = fc.property(drawnFrom, (drawn) => {
    const clock = businessClock(drawn.calendar)
    try {
      check(clock, drawn)
    } catch (error) {
      fc.pre(!(error instanceof LeadSlaError && error.code === 'beyond-horizon'))
      throw error
    }
  })
  fc.assert(property, { numRuns: runs, seed: seed++ })
}

const timeout = 120_000

/** Registers a law over any calendar. */
export function law(title: string, check: Law, drawnFrom: fc.Arbitrary<Scenario> = scenario(hardZones)): void {
  lawOf(title, drawnFrom, check)
}

/** Registers a law over scenarios with something more. */
export function lawOf<Drawn extends Scenario>(title: string, drawnFrom: fc.Arbitrary<Drawn>, check: Law<Drawn>): void {
  it(title, { timeout }, () => holdsFor(check, drawnFrom))
}

/** Registers a law over calendars of one week with its exceptions. */
export function weekLaw(title: string, check: Law<Scenario<CalendarDocument>>): void {
  lawOf(title, weekScenario(hardZones), check)
}
