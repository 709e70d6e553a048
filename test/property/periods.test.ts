import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { evaluate, type LeadEvent, mergeTallies, type PeriodResult, settleTally, type Tally, tally } from '../../src/index.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { periodStory } from '../arbitraries/period-story.ts'
import { livesOf } from '../oracle/lives.ts'
import { msOf } from '../oracle/ms.ts'
import { periodOracle } from '../oracle/period-oracle.ts'
import { periodLaw as law } from './period-law.ts'

/** Two ways to the same interval differ in the last digits, and so do the two answers. */
const rounded = (results: readonly PeriodResult[]) =>
  results.map((one) => ({ ...one, interval: one.interval?.map((end) => Math.abs(end).toFixed(9)) ?? null }))

/** A story and the same events in another order, some of them twice. */
const disturbed = periodStory().chain((told) =>
  fc
    .shuffledSubarray([...told.events, ...told.events], { minLength: told.events.length })
    .map((more) => ({ told, events: [...more, ...told.events] })),
)

/** A story and the part, of three, in which each lead is counted; the names of one lead stay together. */
const divided = fc.tuple(periodStory(), fc.array(fc.nat(2), { minLength: 5, maxLength: 5 })).map(([told, parts]) => {
  // What is not known as of the instant is in some part too.
  const lives = livesOf(told.document, told.events, { asOf: '9000-01-01T00:00:00Z' })
  const partOf = ({ lead }: LeadEvent) => parts[lives.findIndex(({ names }) => names.includes(lead)) % 5]
  return { told, parts: [0, 1, 2].map((part) => told.events.filter((event) => partOf(event) === part)) }
})

describe('the periods of an evaluation', () => {
  law('equal the oracle, period by period', periodStory(), ({ document, events, asOf }) => {
    const { periods } = evaluate(agreementOf(document), events, { asOf })
    expect(rounded(periods)).toEqual(rounded(periodOracle(document, events, { asOf })))
  })

  law(
    '[E2] [E4] equal the oracle where events are repeated, corrected, contradicted and not yet known',
    periodStory({ versions: true }),
    ({ document, events, asOf, earlier }) => {
      for (const times of [{ asOf }, { asOf, knownAt: earlier }]) {
        const { periods } = evaluate(agreementOf(document), events, times)
        expect(rounded(periods)).toEqual(rounded(periodOracle(document, events, times)))
      }
    },
  )

  law('[E2] are the same for shuffled and repeated events, and so is what is refused', disturbed, ({ told, events }) => {
    const agreement = agreementOf(told.document)
    const [once, twice] = [told.events, events].map((list) => evaluate(agreement, list, { asOf: told.asOf }))
    expect(twice?.periods).toEqual(once?.periods)
    expect(twice?.refused).toEqual(once?.refused)
  })

  law('[E4] at an instant ignore what comes after it', periodStory(), ({ document, events, asOf, earlier }) => {
    const agreement = agreementOf(document)
    for (const at of [earlier, asOf]) {
      const until = events.filter((event) => msOf(event.at) <= at)
      expect(evaluate(agreement, events, { asOf: at }).periods).toEqual(evaluate(agreement, until, { asOf: at }).periods)
    }
  })

  law('[P1] tile the time from the beginning to asOf', periodStory(), ({ document, events, asOf }) => {
    const agreement = agreementOf(document)
    const { periods } = evaluate(agreement, events, { asOf })
    for (const id of agreement.periodClauses.keys()) {
      const own = periods.filter(({ clause }) => clause === id)
      for (const [index, { from, to }] of own.entries()) {
        expect(msOf(from)).toBeLessThan(msOf(to))
        if (index > 0) expect(from).toBe(own[index - 1]?.to)
      }
      const last = own.at(-1)
      if (last) expect(msOf(last.from)).toBeLessThanOrEqual(asOf)
      if (last && agreement.effective.to > asOf) expect(msOf(last.to)).toBeGreaterThan(asOf)
    }
  })

  law('[P3] say what their figures say', periodStory(), ({ document, events, asOf }) => {
    for (const one of evaluate(agreementOf(document), events, { asOf }).periods) {
      const { actual, expectedToDate, interval, kind, sample, status, suspendedBy, target, to } = one
      expect(sample).toBeGreaterThanOrEqual(0)
      expect(status === 'suspended').toBe(suspendedBy !== null)
      if (status === 'suspended') continue
      expect(status === 'insufficientData' || actual !== null).toBe(true)
      if (kind === 'volume' || kind === 'amount') {
        if (asOf >= msOf(to)) expect(expectedToDate).toBe(target)
        if (status === 'behind') expect(actual).toBeLessThan(expectedToDate ?? Number.NEGATIVE_INFINITY)
        if (status === 'onTrack') expect(actual).toBeGreaterThanOrEqual(expectedToDate ?? 0)
        expect(status === 'met').toBe((actual ?? 0) >= target)
      } else if (asOf < msOf(to) && document.effective?.to === undefined) expect(['met', 'missed']).not.toContain(status)
      if (interval && actual !== null) {
        expect(interval[0]).toBeLessThanOrEqual(actual)
        expect(interval[1]).toBeGreaterThanOrEqual(actual)
      }
    }
  })

  law('[P6] owe what their parts owe, and no day belongs to two of them', periodStory(), ({ document, events, asOf }) => {
    for (const { carried, from, parts, target, to } of evaluate(agreementOf(document), events, { asOf }).periods) {
      if (parts === null || parts.some(({ of }) => of === 0)) continue
      const owed = parts.reduce((sum, part) => sum + (part.target * part.businessDays) / part.of, 0)
      expect(target).toBeCloseTo(Math.max(0, owed + (carried ?? 0)), 6)
      expect(parts.reduce((sum, { businessDays }) => sum + businessDays, 0)).toBeLessThanOrEqual(parts[0]?.of ?? 0)
      const days = parts.map((part) => part.from)
      expect([...new Set(days)].sort()).toEqual(days)
      for (const day of days) expect(msOf(`${day}T12:00:00Z`) > msOf(from) && msOf(`${day}T00:00:00Z`) < msOf(to)).toBe(true)
    }
  })

  law('carry over all that is missing and all that is more, where both are agreed without a cap', periodStory(), (told) => {
    const clauses = Object.entries(told.document.clauses).map(([id, { ...clause }]) => {
      const { suspendedWhile: _, ...bare } = clause as typeof clause & { suspendedWhile?: unknown }
      return [
        id,
        clause.kind === 'volume' || clause.kind === 'amount' ? { ...bare, carryOver: { shortfall: true, surplus: true } } : bare,
      ]
    })
    const agreement = agreementOf({ ...told.document, clauses: Object.fromEntries(clauses) })
    const { periods } = evaluate(agreement, told.events, { asOf: told.asOf })
    for (const id of agreement.periodClauses.keys()) {
      const own = periods.filter(({ clause, carried }) => clause === id && carried !== null)
      for (const [index, one] of own.entries()) {
        const before = own[index - 1]
        if (!before) expect(one.carried).toBe(0)
        // A target that is not below zero tells what was owed; what was more than owed before is still on its way.
        else if (before.target > 0) expect(one.carried).toBeCloseTo(before.target - (before.actual ?? 0), 6)
      }
    }
  })

  law('are plain JSON, and no key comes twice', periodStory(), ({ document, events, asOf }) => {
    const { periods } = evaluate(agreementOf(document), events, { asOf })
    expect(JSON.parse(JSON.stringify(periods))).toStrictEqual(periods)
    expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length)
  })
})

describe('a tally', () => {
  law('[P9] of all leads is that of some merged with that of the others, in any order', divided, ({ told, parts }) => {
    const agreement = agreementOf(told.document)
    const options = { asOf: told.asOf }
    const whole = tally(agreement, told.events, options)
    const [a, b, c] = parts.map((events) => tally(agreement, events, options)) as [Tally, Tally, Tally]
    expect(mergeTallies(mergeTallies(a, b), c)).toEqual(whole)
    expect(mergeTallies(a, mergeTallies(b, c))).toEqual(whole)
    expect(mergeTallies(c, mergeTallies(b, a))).toEqual(whole)
    expect(mergeTallies(whole, tally(agreement, [], options))).toEqual(whole)
  })

  law('settles to the periods of the evaluation, also after a way through JSON', periodStory(), ({ document, events, asOf }) => {
    const agreement = agreementOf(document)
    const counted = tally(agreement, events, { asOf })
    expect(settleTally(agreement, JSON.parse(JSON.stringify(counted)))).toEqual(evaluate(agreement, events, { asOf }).periods)
  })
})
