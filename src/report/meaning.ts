/** What a card of the scorecard means, in sentences. Only here is anything rounded. [T10] */
import type { Consequence } from '../consequences/consequence.ts'
import type { PeriodResult } from '../evaluation/evaluation.ts'
import type { ClockLine } from './clock-line.ts'

interface Card {
  readonly promises: readonly PeriodResult[]
  readonly clocks: readonly ClockLine[]
  readonly consequences: readonly Consequence[]
}

/** Returns a sentence for each promise, for each clause that had clocks, and for each consequence. */
export function meaningOf({ promises, clocks, consequences }: Card): string[] {
  return [
    ...promises.map(promiseText),
    ...clocks.filter(({ owed }) => owed > 0).map(clockText),
    ...consequences.map(({ ladder, step, name, standing, facts }) => {
      const when =
        standing === 'final' ? '' : standing === 'pending' ? ', if what is pending changes nothing' : ', if the period ended now'
      return `${ladder}: ${step} for ${name}, at strike ${facts.strikes}${when}`
    }),
  ]
}

const statusTexts: Readonly<Record<PeriodResult['status'], string>> = {
  met: 'met',
  missed: 'missed',
  onTrack: 'on track',
  behind: 'behind',
  insufficientData: 'too little to judge',
  suspended: 'suspended',
}

function promiseText({ clause, kind, actual, target, expectedToDate, status, sample, pending }: PeriodResult): string {
  const isShare = kind !== 'volume' && kind !== 'amount'
  const number = (value: number) => (isShare ? percent(value) : String(Math.round(value * 100) / 100))
  const done = actual === null ? 'nothing yet' : number(actual)
  const missing = !isShare && actual !== null && status === 'missed' ? ` by ${number(target - actual)}` : ''
  const gap =
    !isShare && actual !== null && status === 'behind' && expectedToDate !== null ? ` by ${number(expectedToDate - actual)}` : ''
  const of = isShare ? `, of ${sample}` : ''
  return `${clause}: ${done} of ${number(target)}${of}, ${statusTexts[status]}${missing}${gap}${pending > 0 ? `; ${pending} pending` : ''}`
}

function clockText({
  clause,
  done,
  decided,
  breaches,
  openBreaches,
  pending,
  atRisk,
  isSmall,
  interval,
  excluded,
}: ClockLine): string {
  const range = interval ? ` (95 % interval ${percent(interval[0])} to ${percent(interval[1])})` : ''
  const parts = [`${clause}: ${done} of ${decided} kept${isSmall ? '' : `, ${percent(done / decided)}${range}`}`]
  if (breaches > 0) parts.push(`${breaches} breached${openBreaches > 0 ? `, ${openBreaches} of them still open` : ''}`)
  if (pending > 0) parts.push(`${pending} pending${atRisk.length > 0 ? `, ${atRisk.length} of them at risk` : ''}`)
  if (excluded > 0) parts.push(`${excluded} count for nobody`)
  if (isSmall) parts.push('too few to judge a share by')
  return parts.join('; ')
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
