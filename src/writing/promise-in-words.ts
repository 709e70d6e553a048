/** Each promise as the sentences that somebody signs. */
import type { CadenceClauseDocument } from '../agreement/cadence-document.ts'
import type { TargetDocument, TimedClauseDocument } from '../agreement/clause-document.ts'
import type { ClauseDocument } from '../agreement/document.ts'
import type { AmountClauseDocument, RatioClauseDocument, VolumeClauseDocument } from '../agreement/period-clause-document.ts'
import { pathInWords } from './condition-in-words.ts'
import type { Pen } from './pen.ts'
import { clockInWords, msOf, spanInWords, targetInWords } from './target-in-words.ts'
import { joined, type Phrase } from './text/phrase.ts'
import { shortTrigger, triggerInWords } from './trigger-in-words.ts'

/** Returns the promise: a sentence, and those that say what is counted. */
export function promiseInWords(id: string, pen: Pen): Phrase {
  const clause = pen.agreement.document.clauses[id]
  return clause ? joined(sentencesOf(clause, id, pen), ' ') : ''
}

function sentencesOf(clause: ClauseDocument, id: string, pen: Pen): Phrase[] {
  const party = pen.party(clause.owedBy)
  const { promise: words } = pen.words
  switch (clause.kind) {
    case 'timed':
      return [words.timed({ party, ...timedParts(clause, pen) })]
    case 'cadence':
      return cadenceSentences(clause, party, pen)
    case 'volume':
      return [
        words.volume(party, clause.per, onlyQuantity(clause, pen)),
        words.counted(triggerInWords(clause.count, pen, 'a'), clause.per),
        paceOf(clause, id, pen),
      ]
    case 'amount':
      return amountSentences(clause, id, pen)
    case 'ratio':
      return ratioSentences(clause, pen)
    case 'compliance':
      return [
        words.compliance(party, clause.per, words.atLeast(pen.figures.share(clause.atLeast)), pen.clause(clause.clause)),
        ...sampleOf(clause.minimumSample, pen),
      ]
  }
}

/** Returns the promise as it is said to the person who owes it. */
export function yourPromiseInWords(clause: TimedClauseDocument | CadenceClauseDocument, pen: Pen): Phrase {
  if (clause.kind === 'cadence') return joined(cadenceSentences(clause, null, pen), ' ')
  return pen.words.promise.timed({ party: null, ...timedParts(clause, pen) })
}

function timedParts(clause: TimedClauseDocument, pen: Pen) {
  const target = onlyTarget(clause.within)
  return {
    start: shortTrigger(clause.start, pen, 'a'),
    stop: shortTrigger(clause.stop, pen),
    target: target === null ? null : targetInWords(target, pen, clause.clock),
    clock: clockInWords(target, clause, pen),
  }
}

/** Returns the target that all leads share, `null` where it depends on the lead. */
export function onlyTarget(within: TimedClauseDocument['within']): TargetDocument | null {
  if (!isGoals(within)) return within
  const [only, ...others] = within
  return only && others.length === 0 && only.when === undefined ? only.target : null
}

function isGoals(within: TimedClauseDocument['within']): within is Extract<TimedClauseDocument['within'], readonly unknown[]> {
  return Array.isArray(within)
}

function cadenceSentences(clause: CadenceClauseDocument, party: Phrase | null, pen: Pen): Phrase[] {
  const { promise: words } = pen.words
  const { figures } = pen
  return [
    words.cadence({
      party,
      start: shortTrigger(clause.start, pen, 'a'),
      count: figures.number(clause.count),
      attempts: clause.count,
      target: targetInWords(clause.within, pen, clause.clock),
      clock: clockInWords(clause.within, clause, pen),
      spacing: clause.spacing === undefined ? null : figures.amount(msOf(clause.spacing)),
      channels: clause.channels === undefined || clause.channels < 2 ? null : figures.number(clause.channels),
    }),
    words.attempt(triggerInWords(clause.attempt, pen)),
  ]
}

function amountSentences(clause: AmountClauseDocument, id: string, pen: Pen): Phrase[] {
  const { promise: words } = pen.words
  const { path, ...trigger } = clause.sum
  return [
    words.amount(pen.party(clause.owedBy), clause.per, onlyQuantity(clause, pen)),
    words.summed(summedInWords(path, pen), triggerInWords(trigger, pen, 'a')),
    paceOf(clause, id, pen),
  ]
}

/** The amount of an opportunity has a word of its own; what else may be added up is called by its name in the data. */
function summedInWords(path: string, pen: Pen): Phrase {
  if (path === '$.data.amountMinor' && pen.own(`event:${path}`) === undefined && pen.own(path) === undefined)
    return pen.words.promise.amountOfEvent
  return pathInWords('event', path, pen)
}

/** Returns how much is owed in every period, `null` where that changes in time. [P6] */
function onlyQuantity(clause: VolumeClauseDocument | AmountClauseDocument, pen: Pen): Phrase | null {
  const { target } = clause
  if (typeof target === 'number') return quantityInWords(clause, target, pen)
  const [only, ...others] = target
  return only && others.length === 0 ? quantityInWords(clause, only.target, pen) : null
}

/** Returns `at least 500 leads`: leads, what leads are worth, or money. */
export function quantityInWords(clause: VolumeClauseDocument | AmountClauseDocument, target: number, pen: Pen): Phrase {
  const { promise: words, period } = pen.words
  const { figures } = pen
  if (clause.kind === 'amount') return words.atLeast(figures.money(target, clause.currency))
  if (!clause.weights) return words.atLeast(period.leads(figures.number(target), target))
  const { currency } = clause
  const value = currency === undefined ? period.points(figures.number(target), target) : figures.money(target, currency)
  return period.worth(words.atLeast(value))
}

/** What the pace is measured by was settled when the agreement was read. */
function paceOf(clause: VolumeClauseDocument | AmountClauseDocument, id: string, pen: Pen): Phrase {
  const { promise: words } = pen.words
  const read = pen.agreement.periodClauses.get(id)
  const calendar = read && 'calendar' in read ? read.calendar : (clause.clock ?? 'always')
  return calendar === 'always' ? words.paceEveryDay : words.pace(pen.calendar(calendar))
}

function ratioSentences(clause: RatioClauseDocument, pen: Pen): Phrase[] {
  const { promise: words } = pen.words
  const { atLeast, atMost, maturity } = clause
  const share = (value: number) => pen.figures.share(value)
  const bounds =
    atLeast !== undefined && atMost !== undefined
      ? words.between(share(atLeast), share(atMost))
      : atMost !== undefined
        ? words.atMost(share(atMost))
        : words.atLeast(share(atLeast ?? 0))
  return [
    words.ratio(pen.party(clause.owedBy), clause.per, bounds),
    words.ratioOf(triggerInWords(clause.of, pen, 'a')),
    words.ratioThat(triggerInWords(clause.that, pen), maturity === undefined ? null : spanInWords(maturity, pen)),
    ...sampleOf(clause.minimumSample, pen),
  ]
}

function sampleOf(sample: number | undefined, pen: Pen): Phrase[] {
  return sample === undefined || sample === 0 ? [] : [pen.words.promise.minimumSample(pen.figures.number(sample), sample)]
}
