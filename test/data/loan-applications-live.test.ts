/**
 * The clocks of a real log, event by event, each state written down and read back: against the figures that another program
 * computed. One lead in eight; `test/long/loan-applications.ts` takes all.
 */
import { describe, expect, test } from 'vitest'
import agreementDocument from '../../examples/loan-applications/agreement.json' with { type: 'json' }
import { readEvents } from '../../examples/loan-applications/read-events.ts'
import { type AgreementDocument, defineAgreement, evaluate, init, type Obligation, obligations, step } from '../../src/index.ts'
import { all, dataFolder } from './data-folder.ts'
import { byLead, isAs, nameOf, referenceClocks } from './loan-clocks.ts'

const asOf = '2012-03-15T00:00:00+01:00'
const agreement = defineAgreement(agreementDocument as AgreementDocument)
const isDrawn = (lead: string) => [...lead].reduce((sum, digit) => sum + digit.charCodeAt(0), 0) % 8 === 0

describe.runIf(dataFolder !== undefined)('the loan applications, event by event', { timeout: 120_000 }, () => {
  test('start and stop every clock of one lead in eight where the reference does', async () => {
    const events = (await all(readEvents(`${dataFolder}/bpic2012`))).filter(({ lead }) => isDrawn(lead))
    const found: Obligation[] = []
    for (const [lead, own] of [...byLead(events)].sort(([a], [b]) => (a < b ? -1 : 1))) {
      let state = init(agreement, lead, { window: { count: 0 } })
      for (const event of own) {
        const next = step(agreement, state, event)
        if (next.refused.length > 0) throw new Error(next.refused[0]?.message)
        state = JSON.parse(JSON.stringify(next.state))
      }
      found.push(...obligations(agreement, state, { asOf }))
    }
    const rows = [...referenceClocks()].filter(([, row]) => isDrawn(row.case ?? ''))
    const reference = new Map(rows)
    expect(rows.length).toBeGreaterThan(5_000)
    expect(found).toHaveLength(rows.length)
    expect(found.filter((one) => !isAs(reference.get(nameOf(one)), one)).slice(0, 3)).toEqual([])
    expect(found).toEqual(evaluate(agreement, events, { asOf }).obligations)
  })
})
