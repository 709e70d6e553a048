import {
  type AgreementDocument,
  defineAgreement,
  evaluate,
  type Obligation,
  type PeriodResult,
  type Progress,
  type TargetPart,
} from 'lead-sla'
import { describe, expectTypeOf, test } from 'vitest'

const common = {
  agreement: 'acme',
  version: '1',
  timeZone: 'Europe/Berlin',
  parties: { sales: { name: 'Sales' }, marketing: { name: 'Marketing' } },
} as const
const pipeline = {
  kind: 'amount',
  owedBy: 'marketing',
  sum: { on: 'opportunity.created', path: '$.data.amountMinor' },
  currency: 'EUR',
  per: 'fiscalQuarter',
  target: [{ target: 1 }, { from: '2026-07-01', target: 2 }],
} as const
const mqls = { kind: 'volume', owedBy: 'marketing', count: { on: 'mql' }, per: 'month', target: 5 } as const

describe('a literal with promises over periods', () => {
  test('may say all that there is to say of them', () => {
    defineAgreement({
      ...common,
      fiscalYear: { startsOn: '04-01' },
      rates: { into: 'EUR', tables: [{ rates: { USD: '0.9' } }] },
      touches: { marketing: { on: 'form' } },
      clauses: {
        pipeline: { ...pipeline, credit: { as: 'sourced', by: 'firstTouch', party: 'marketing' }, carryOver: { surplus: true } },
        mqls: { ...mqls, weights: [{ worth: 2 }], deduct: { rejected: { on: 'rejected' }, acceptWindow: 'PT72H' } },
      },
    })
  })

  test('with a misspelt party is a type error, wherever it names one', () => {
    // @ts-expect-error agency touches no lead of this agreement
    defineAgreement({ ...common, touches: { agency: { on: 'form' } }, clauses: { mqls } })
    defineAgreement({
      ...common,
      // @ts-expect-error nor is anything to its credit
      clauses: { pipeline: { ...pipeline, credit: { as: 'sourced', by: 'declared', party: 'agency' } } },
    })
  })

  test('with a rate as a number, a length that is none or a clock of a share is a type error', () => {
    // @ts-expect-error a rate is exact, and so it is text
    defineAgreement({ ...common, rates: { into: 'EUR', tables: [{ rates: { USD: 0.9 } }] }, clauses: { mqls } })
    // @ts-expect-error a day is no period
    defineAgreement({ ...common, clauses: { mqls: { ...mqls, per: 'day' } } })
    // @ts-expect-error without calendars there is only the clock that never stops
    defineAgreement({ ...common, clauses: { mqls: { ...mqls, clock: 'berlin' } } })
  })
})

test('what comes back says how it came about', () => {
  const { periods, obligations } = evaluate({} as AgreementDocument, [], { asOf: 0 })
  expectTypeOf(periods).toEqualTypeOf<readonly PeriodResult[]>()
  expectTypeOf<PeriodResult['parts']>().toEqualTypeOf<readonly TargetPart[] | null>()
  expectTypeOf<PeriodResult['carried']>().toEqualTypeOf<number | null>()
  expectTypeOf(obligations[0]?.progress).toEqualTypeOf<Progress | undefined>()
  expectTypeOf<Obligation['progress']>().toEqualTypeOf<Progress | undefined>()
})
