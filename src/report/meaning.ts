/** What a card of the scorecard means, in sentences. Only here is anything rounded. [T10] */
import type { Consequence } from '../consequences/consequence.ts'
import type { PeriodResult } from '../evaluation/evaluation.ts'
import type { Language } from '../language.ts'
import { type CardWords, cardWords } from './card-words.ts'
import type { ClockLine } from './clock-line.ts'

interface Card {
  readonly promises: readonly PeriodResult[]
  readonly clocks: readonly ClockLine[]
  readonly consequences: readonly Consequence[]
}

/** Returns a sentence for each promise, for each clause that had clocks, and for each consequence. */
export function meaningOf({ promises, clocks, consequences }: Card, language: Language = 'en'): string[] {
  const words = cardWords[language]
  const { consequence, pendingStanding, runningStanding } = words.means
  return [
    ...promises.map((promise) => promiseText(promise, words)),
    ...clocks.filter(({ owed }) => owed > 0).map((line) => clockText(line, words)),
    ...consequences.map(({ ladder, step, name, standing, facts }) => {
      const when = standing === 'final' ? '' : standing === 'pending' ? pendingStanding : runningStanding
      return `${ladder}: ${consequence(step, name, facts.strikes)}${when}`
    }),
  ]
}

function promiseText(
  { clause, kind, actual, target, expectedToDate, status, sample, pending }: PeriodResult,
  words: CardWords,
): string {
  const { means, notes, statuses } = words
  const isShare = kind !== 'volume' && kind !== 'amount'
  const number = (value: number) => (isShare ? percent(value, words) : decimal(Math.round(value * 100) / 100, words))
  const done = actual === null ? means.nothing : number(actual)
  const owed = status === 'missed' ? target : status === 'behind' ? expectedToDate : null
  const gap = isShare || actual === null || owed === null ? null : number(owed - actual)
  const verdict = gap === null ? statuses[status] : means.by(statuses[status], gap)
  const of = isShare ? means.sample(String(sample)) : ''
  return `${clause}: ${means.of(done, number(target))}${of}, ${verdict}${pending > 0 ? `; ${notes.pending(String(pending))}` : ''}`
}

function clockText(line: ClockLine, words: CardWords): string {
  const { clause, done, decided, breaches, openBreaches, pending, atRisk, isSmall, interval, excluded } = line
  const { means } = words
  const range = interval ? means.interval(percent(interval[0], words), percent(interval[1], words)) : ''
  const parts = [
    `${clause}: ${means.kept(done, decided)}${isSmall ? '' : `${means.share(percent(done / decided, words))}${range}`}`,
  ]
  if (breaches > 0) parts.push(means.breached(breaches, openBreaches))
  if (pending > 0) parts.push(means.pending(pending, atRisk.length))
  if (excluded > 0) parts.push(means.forNobody(excluded))
  if (isSmall) parts.push(means.tooFew)
  return parts.join('; ')
}

function percent(share: number, words: CardWords): string {
  return `${decimal(Math.round(share * 1000) / 10, words)} %`
}

function decimal(number: number, words: CardWords): string {
  return String(number).replace('.', words.decimal)
}
