/** Made-up events: the same from the same seed, readable by the library, and worth looking at. */
import { describe, expect, test } from 'vitest'
import { mostEvents } from '../../../docs/.vitepress/theme/playground/bounds.ts'
import { boundedOptions, generateEvents, linesOf } from '../../../docs/.vitepress/theme/playground/generate-events.ts'
import { defineAgreement, evaluate } from '../../../src/index.ts'
import { template, templateNames } from '../../../src/templates.ts'

const options = { seed: 7, leads: 60, weeks: 6 }

describe.each(templateNames)('%s', (name) => {
  const agreement = defineAgreement(template(name).agreement)
  const events = generateEvents(agreement, options)
  const last = events.reduce((latest, { at }) => Math.max(latest, Date.parse(String(at))), 0)
  const evaluation = evaluate(agreement, events, { asOf: last + 86_400_000 })

  test('the same seed gives the same bytes, another seed others', () => {
    expect(linesOf(generateEvents(agreement, options))).toBe(linesOf(events))
    expect(linesOf(generateEvents(agreement, { ...options, seed: 8 }))).not.toBe(linesOf(events))
  })

  test('as many leads come as are wanted, within the weeks', () => {
    const leads = new Set(events.map(({ lead }) => lead))
    expect(leads.size).toBe(60)
    const begin = Date.parse(`${agreement.document.effective?.from}T00:00:00Z`)
    const created = events.filter(({ type }) => type === 'lead.created').map(({ at }) => Date.parse(String(at)))
    expect(Math.min(...created)).toBeGreaterThanOrEqual(begin)
    // A lead that comes at night or on a holiday may be written down in the hours after it.
    expect(Math.max(...created)).toBeLessThan(begin + (options.weeks * 7 + 5) * 86_400_000)
  })

  test('none of them is refused, and they are in order', () => {
    expect(evaluation.refused).toEqual([])
    const instants = events.map(({ at }) => String(at))
    expect(instants).toEqual([...instants].sort())
  })

  test('the clauses with clocks get clocks, kept ones and late ones', () => {
    const clauses = [...agreement.clauses.keys(), ...agreement.cadences.keys()]
    const started = new Set(evaluation.obligations.map(({ clause }) => clause))
    expect(clauses.filter((clause) => !started.has(clause))).toEqual([])
    const statuses = new Set(evaluation.obligations.map(({ status }) => status))
    expect([...statuses]).toEqual(expect.arrayContaining(['met', 'metLate']))
    const kept = evaluation.obligations.filter(({ status }) => status === 'met').length
    expect(kept / evaluation.obligations.length).toBeGreaterThan(0.3)
  })
})

test('names like those of prototypes stay names', () => {
  const agreement = defineAgreement({
    ...{ agreement: 'a', version: '1', timeZone: 'UTC', parties: { sales: { name: 'Sales' } } },
    conditions: { hot: { fact: 'lead', path: '$.__proto__.hot', operator: 'equal', value: true } },
    clauses: {
      reply: {
        ...{ kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'constructor' }, stop: { on: '__proto__' } },
        within: [{ when: { condition: 'hot' }, target: 'PT1H' }, { target: 'PT2H' }],
      },
    },
  })
  const events = generateEvents(agreement, options)
  expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['lead.created', 'lead.assigned', 'constructor', '__proto__']))
  expect(({} as { hot?: unknown }).hot).toBeUndefined()
})

test('an agreement without anything to do makes leads all the same', () => {
  const agreement = defineAgreement({
    ...{ agreement: 'a', version: '1', timeZone: 'UTC', parties: { sales: { name: 'Sales' } } },
    clauses: { leads: { kind: 'volume', owedBy: 'sales', count: { on: 'lead.created' }, per: 'month', target: 5 } },
  })
  expect(generateEvents(agreement, { seed: 1, leads: 3, weeks: 1 })).toHaveLength(6)
})

test('options are kept within their bounds, and so is the number of events', () => {
  expect(boundedOptions({ seed: Number.NaN, leads: 1e9, weeks: -3 })).toEqual({ seed: 0, leads: 3_000, weeks: 1 })
  expect(boundedOptions({ seed: 4.9, leads: 2.5, weeks: 3 })).toEqual({ seed: 4, leads: 2, weeks: 3 })
  const agreement = defineAgreement(template('b2b-inbound').agreement)
  const events = generateEvents(agreement, { seed: 1, leads: 3_000, weeks: 52 })
  expect(events.length).toBeLessThanOrEqual(mostEvents)
  expect(events.length).toBeGreaterThan(mostEvents - 50)
})
