import { type Agreement, defineAgreement } from 'lead-sla'
import { describe, expectTypeOf, test } from 'vitest'

const common = {
  agreement: 'acme',
  version: '1',
  timeZone: 'UTC',
  parties: { sales: { name: 'Sales' }, marketing: { name: 'Marketing' } },
  clauses: {
    reply: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'always',
      start: { on: 'lead.created' },
      stop: { on: 'call' },
      within: 'PT4H',
    },
  },
} as const
const talk = { name: 'talk', action: 'notice' } as const

describe('a literal with a stick and a carrot', () => {
  test('is an agreement', () => {
    const agreement = defineAgreement({
      ...common,
      enforcement: { ladders: { it: { owedBy: 'sales', for: 'owner', per: 'month', steps: [talk] } } },
      incentives: { levels: { it: { clause: 'reply', for: 'owner', atLeast: 0.9, met: 10 } } },
    })
    expectTypeOf(agreement).toEqualTypeOf<Agreement>()
  })

  test('whose ladder is for a party that there is not is a type error', () => {
    defineAgreement({
      ...common,
      // @ts-expect-error the party is misspelt
      enforcement: { ladders: { it: { owedBy: 'sale', for: 'owner', per: 'month', steps: [talk] } } },
    })
  })

  test('whose step does not say what it does is a type error', () => {
    defineAgreement({
      ...common,
      enforcement: {
        ladders: {
          it: {
            owedBy: 'sales',
            for: 'owner',
            per: 'month',
            // @ts-expect-error a budget is moved to somebody
            steps: [{ name: 'budget', action: 'moveBudget', from: 'sales', amountMinor: 100, currency: 'EUR' }],
          },
        },
      },
    })
  })

  test('whose SPIF has no budget is a type error', () => {
    const each = { amountMinor: 100, currency: 'EUR' }
    defineAgreement({
      ...common,
      // @ts-expect-error whatever pays money has a budget
      incentives: { spifs: { sprint: { for: 'owner', clause: 'reply', from: '2026-04-01', to: '2026-05-01', each } } },
    })
  })
})
