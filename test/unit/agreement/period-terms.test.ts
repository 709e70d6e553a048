import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { agreementJsonSchema, defineAgreement, parseAgreement } from '../../../src/index.ts'
import { fullDocument } from './full-document.ts'

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(agreementJsonSchema())
const { clauses } = fullDocument

/** The full document with everything that may be said of periods and cadences. */
const document = {
  ...fullDocument,
  fiscalYear: { startsOn: '04-01', named: 'start' },
  rates: {
    into: 'EUR',
    rounding: 'halfAwayFromZero',
    tables: [{ rates: { USD: '0.9213' } }, { from: '2026-04-01', rates: { USD: '0.9' } }],
  },
  touches: { marketing: { on: 'form.sent' }, sales: { enters: 'mql' } },
  clauses: {
    ...clauses,
    attempts: { ...clauses.attempts, cancel: { enters: 'disqualified' }, once: true, automations: false },
    mqls: {
      ...clauses.mqls,
      per: 'fiscalMonth',
      target: [{ target: 500 }, { from: '2026-07-01', target: 600 }],
      carryOver: { shortfall: true, surplus: false, cap: 50 },
      cooldown: 'P90D',
      weights: [
        { name: 'hot', when: { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 80 }, worth: 3 },
        { worth: 1 },
      ],
      currency: 'EUR',
      deduct: { rejected: { enters: 'disqualified' }, codes: ['duplicate'], acceptWindow: { businessDays: 3 }, lockAfter: 'P5D' },
    },
    pipeline: { ...clauses.pipeline, credit: { as: 'influenced', by: 'firstTouch', party: 'marketing' } },
    conversion: { ...clauses.conversion, cooldown: 'P30D', recordedFrom: '2026-02-01', suspendedWhile: ['complete'] },
    complete: { ...clauses.disposition, owedBy: 'marketing' },
  },
}

describe('all that may be said of periods and cadences', () => {
  it('is taken by the agreement and by the JSON Schema alike', () => {
    const parsed = parseAgreement(document)
    expect(parsed.ok ? [] : parsed.issues).toEqual([])
    expect(validate(document) ? [] : validate.errors).toEqual([])
  })

  it('is read once, and frozen into the checked agreement', () => {
    const { cadences, fiscalYear, periodClauses, rates, touches } = defineAgreement(document as never)
    expect(fiscalYear).toEqual({ month: 4, day: 1, namedAfter: 0 })
    expect(rates).toMatchObject({ into: 'EUR', rounding: 'halfAwayFromZero', tables: [{}, {}] })
    expect(rates?.tables[0]?.rates.get('USD')).toEqual({ units: 9_213n, scale: 4 })
    expect([...touches.keys()]).toEqual(['marketing', 'sales'])
    expect(cadences.get('attempts')).toMatchObject({ count: 6, channels: 2, spacingMs: 14_400_000, automations: false })
    expect(periodClauses.get('mqls')).toMatchObject({
      target: null,
      targets: [{ target: 500 }, { target: 600 }],
      carryOver: { shortfall: true, surplus: false, cap: 50 },
      cooldownMs: 90 * 86_400_000,
      deduction: { lockAfterMs: 5 * 86_400_000 },
    })
    expect(periodClauses.get('pipeline')).toMatchObject({ target: 100_000_000, credit: { party: 'marketing', as: 'influenced' } })
  })

  it.each<[string, object, string]>([
    ['a rate as a number', { rates: { into: 'EUR', tables: [{ rates: { USD: 0.9 } }] } }, '/rates/tables/0/rates/USD'],
    ['a misspelt key of the fiscal year', { fiscalYear: { startOn: '04-01' } }, '/fiscalYear'],
    ['a weight in fractions', { clauses: { mqls: { ...document.clauses.mqls, weights: [{ worth: 0.5 }] } } }, '/clauses/mqls'],
  ])('an editor finds %s', (_, change, at) => {
    expect(validate({ ...document, ...change })).toBe(false)
    expect(validate.errors?.some(({ instancePath }) => instancePath.startsWith(at))).toBe(true)
  })
})
