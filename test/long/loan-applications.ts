/**
 * All 262,200 events of the loan applications through `step`, one by one, and every clock against the reference.
 * `npx tsx test/long/loan-applications.ts`
 */
import agreementDocument from '../../examples/loan-applications/agreement.json' with { type: 'json' }
import { readEvents } from '../../examples/loan-applications/read-events.ts'
import { type AgreementDocument, defineAgreement, evaluate, init, type Obligation, obligations, step } from '../../src/index.ts'
import { all, dataFolder } from '../data/data-folder.ts'
import { byLead, isAs, nameOf, referenceClocks } from '../data/loan-clocks.ts'

async function compare(folder: string): Promise<boolean> {
  const agreement = defineAgreement(agreementDocument as AgreementDocument)
  const asOf = '2012-03-15T00:00:00+01:00'
  const events = await all(readEvents(`${folder}/bpic2012`))
  const found: Obligation[] = []
  let refused = 0
  const began = process.cpuUsage().user
  for (const [lead, own] of [...byLead(events)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let state = init(agreement, lead, { window: { count: 0 } })
    for (const event of own) {
      const next = step(agreement, state, event)
      refused += next.refused.length
      state = next.state
    }
    found.push(...obligations(agreement, state, { asOf }))
  }
  const seconds = (process.cpuUsage().user - began) / 1e6
  const reference = referenceClocks()
  const different = found.filter((one) => !isAs(reference.get(nameOf(one)), one)).length
  const isBatch = JSON.stringify(found) === JSON.stringify(evaluate(agreement, events, { asOf }).obligations)
  const counts = `${events.length} events, ${found.length} clocks of ${reference.size}, ${refused} refused, ${different} differ`
  console.log(`${counts}; ${isBatch ? 'equal to' : 'unlike'} the batch; ${seconds.toFixed(1)} s`)
  return refused === 0 && different === 0 && found.length === reference.size && isBatch
}

if (dataFolder === undefined) console.log('no data')
process.exitCode = dataFolder === undefined || (await compare(dataFolder)) ? 0 : 1
