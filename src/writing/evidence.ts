/** The data behind a target: how often it was kept, how long it took, and what came together in past periods. */
import type { ClauseDocument } from '../agreement/document.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { wilsonInterval } from '../periods/interval.ts'
import { attainment, smallSample } from '../report/attainment.ts'
import type { Pen } from './pen.ts'
import { type Phrase, written } from './text/phrase.ts'

/** What is known about a promise. Shares are between 0 and 1, amounts of time are milliseconds on the clause's clock. */
export interface Evidence {
  readonly clause: string
  /** Clocks that were decided, and those of them that were kept. */
  readonly decided?: number
  readonly kept?: number
  readonly medianUsedMs?: number | null
  /** How long the quickest share of the clocks took: `{ share: 0.9, ms: 11400000 }`. */
  readonly quantiles?: readonly { readonly share: number; readonly ms: number }[]
  /** What came together in past periods, of a promise that is counted over them. */
  readonly periods?: readonly { readonly period: string; readonly actual: number | null; readonly target: number }[]
  /** What somebody proposes, and anything else, in words. */
  readonly proposal?: string
  readonly notes?: readonly string[]
}

/** A table that is read at a meeting has room for so many periods. */
const mostPeriods = 12

/**
 * Returns the evidence that an evaluation gives for each clause: the share that was kept, the median time, the last twelve
 * periods.
 *
 * **Edges** a period that is not over says nothing yet and is left out. The median is of the clocks that stopped; those that are still open are slower, so it flatters where many are.
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const evaluation = evaluate(agreement, [
 *   { id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' },
 *   { id: '2', lead: 'L1', type: 'call.made', at: '2026-04-07T08:40:00Z' },
 * ], { asOf: '2026-04-08T00:00:00Z' })
 * evidenceOf(evaluation) //=> [{ clause: 'reply', decided: 1, kept: 1, medianUsedMs: 2400000 }]
 */
export function evidenceOf({ asOf, obligations, periods }: Evaluation): Evidence[] {
  const clocks = attainment(obligations, 'clause').flatMap(({ name, decided, kept, medianUsedMs }): Evidence[] =>
    name === null ? [] : [{ clause: name, decided, kept, medianUsedMs }],
  )
  const counted = new Map<string, { period: string; actual: number | null; target: number }[]>()
  for (const { clause, key, to, actual, target } of periods) {
    if (to > asOf) continue
    const list = counted.get(clause) ?? []
    counted.set(clause, list)
    list.push({ period: key.slice(clause.length + 1), actual, target })
  }
  return [...clocks, ...[...counted].map(([clause, list]) => ({ clause, periods: list.slice(-mostPeriods) }))]
}

/** Returns the evidence in sentences. */
export function evidenceInWords(evidence: Evidence, clause: ClauseDocument, pen: Pen): Phrase[] {
  const { negotiation: words } = pen.words
  const { figures } = pen
  const { decided, kept, medianUsedMs, quantiles = [], periods = [], proposal, notes = [] } = evidence
  const sentences: Phrase[] = []
  if (decided !== undefined && kept !== undefined && decided > 0) {
    const share = (value: number) => figures.share(Math.round(value * 1000) / 1000)
    sentences.push(words.kept(share(kept / decided), figures.number(decided), decided))
    const interval = wilsonInterval(kept, decided)
    if (interval) sentences.push(words.interval(share(interval[0]), share(interval[1])))
    if (decided < smallSample) sentences.push(words.small)
  }
  if (typeof medianUsedMs === 'number') sentences.push(words.median(figures.amount(rounded(medianUsedMs))))
  for (const { share, ms } of quantiles) sentences.push(words.quantile(figures.share(share), figures.amount(rounded(ms))))
  for (const { period, actual, target } of periods) {
    const said = (value: number) => figureInWords(value, clause, pen)
    sentences.push(words.actual(written(period), actual === null ? words.nothingYet : said(actual), said(target)))
  }
  if (proposal !== undefined) sentences.push(words.proposal(written(proposal)))
  return [...sentences, ...notes.map((note) => written(note))]
}

/** Nobody negotiates about the seconds of hours. */
function rounded(ms: number): number {
  const step = ms >= 3_600_000 ? 60_000 : 1000
  return Math.round(ms / step) * step
}

function figureInWords(value: number, clause: ClauseDocument, pen: Pen): Phrase {
  if (clause.kind === 'amount') return pen.figures.money(Math.round(value), clause.currency)
  return clause.kind === 'volume' ? pen.figures.number(value) : pen.figures.share(value)
}
