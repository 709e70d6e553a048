/** Targets learned from the first half of a real log and judged by the second: the figures that `docs/calibrate.md` shows. */
import type { AgreementDocument, LeadEvent } from 'lead-sla'
import { beforeAll, describe, expect, test } from 'vitest'
import agreementDocument from '../../examples/loan-applications/agreement.json' with { type: 'json' }
import { readEvents } from '../../examples/loan-applications/read-events.ts'
import { readText } from '../repository.ts'
import { type HalfLearned, learnedFromFirstHalf } from './calibrated-half.ts'
import { all, dataFolder } from './data-folder.ts'

const agreement = agreementDocument as AgreementDocument
const split = '2011-12-16T00:00:00+01:00'
const asOf = '2012-03-15T00:00:00+01:00'

describe.runIf(dataFolder !== undefined)('targets learned from half of 13,087 loan applications', { timeout: 300_000 }, () => {
  let found: HalfLearned[] = []

  beforeAll(async () => {
    const events: LeadEvent[] = await all(readEvents(`${dataFolder}/bpic2012`))
    found = learnedFromFirstHalf(agreement, events, { split, asOf, compliance: 0.9 })
  }, 300_000)

  test('are kept in the other half as the page says', () => {
    const whole = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',')
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`
    const rows = found.map(({ clause, stopped, unstopped, to, decided, kept, interval: [low, high] }) => {
      const cells = [
        `\`${clause}\``,
        `${whole(stopped)} stopped, ${whole(unstopped)} not`,
        to,
        percent(kept / decided),
        whole(decided),
      ]
      return `| ${[...cells, `${percent(low)} to ${percent(high)}`].join(' | ')} |`
    })
    expect(rows).toHaveLength(4)
    const page = readText('docs/calibrate.md')
    expect(rows.filter((row) => !page.includes(row))).toEqual([])
  })
})
