/** What is agreed about a promise that is counted over a period, beside its sentence. */
import type { TargetDocument } from '../../agreement/clause-document.ts'
import type { ClauseDocument } from '../../agreement/document.ts'
import type {
  AmountClauseDocument,
  CarryOverDocument,
  DeductDocument,
  VolumeClauseDocument,
  WeightDocument,
} from '../../agreement/period-clause-document.ts'
import { conditionInWords } from '../condition-in-words.ts'
import type { Pen } from '../pen.ts'
import { quantityInWords } from '../promise-in-words.ts'
import { clockInWords, spanInWords, targetInWords } from '../target-in-words.ts'
import { type Phrase, phrase, spaced, written } from '../text/phrase.ts'
import { textsOf, triggerInWords } from '../trigger-in-words.ts'
import { dateInWords } from './front.ts'

/** The keys of which this part speaks. */
export const periodKeys = ['suspendedWhile', 'carryOver', 'cooldown', 'weights', 'deduct', 'credit', 'recordedFrom'] as const

type Row = [Phrase, ...Phrase[]]

/** Returns the details by their labels. */
export function periodRows(id: string, clause: ClauseDocument, pen: Pen): Row[] {
  if (clause.kind === 'timed' || clause.kind === 'cadence') return []
  const { detail: labels, period: words } = pen.words
  const rows: Row[] = []
  if (clause.kind === 'volume' || clause.kind === 'amount') {
    if (typeof clause.target !== 'number' && clause.target.length > 1) rows.push([labels.target, ...targetsOf(clause, pen)])
    if (clause.carryOver) rows.push([labels.moreover, words.carryOver(carriedOf(clause.carryOver, clause, pen))])
  }
  if (clause.kind === 'volume') {
    if (clause.weights) rows.push([words.weights, ...clause.weights.map((weight) => weightInWords(weight, clause, pen))])
    if (clause.deduct) rows.push([words.deduct, ...deductInWords(id, clause.deduct, pen)])
  }
  if (clause.kind === 'amount' && clause.credit) {
    const { as, by, party = clause.owedBy } = clause.credit
    rows.push([words.credit, words.credited(as, by, pen.party(party))])
  }
  if ((clause.kind === 'volume' || clause.kind === 'ratio') && clause.cooldown !== undefined) {
    rows.push([labels.moreover, words.cooldown(spanInWords(clause.cooldown, pen))])
  }
  if (clause.kind === 'ratio' && clause.recordedFrom !== undefined) {
    rows.push([labels.moreover, words.recordedFrom(dateInWords(clause.recordedFrom, pen))])
  }
  if (clause.suspendedWhile !== undefined) {
    rows.push([labels.moreover, words.suspended(pen.clauses(textsOf(clause.suspendedWhile)))])
  }
  return rows
}

function targetsOf(clause: VolumeClauseDocument | AmountClauseDocument, pen: Pen): Phrase[] {
  const { period: words } = pen.words
  if (typeof clause.target === 'number') return []
  return clause.target.map(({ from, target }) => {
    return words.targetFrom(from === undefined ? null : dateInWords(from, pen), quantityInWords(clause, target, pen))
  })
}

function carriedOf(
  { shortfall, surplus, cap }: CarryOverDocument,
  clause: VolumeClauseDocument | AmountClauseDocument,
  pen: Pen,
) {
  const most =
    cap === undefined ? null : clause.kind === 'amount' ? pen.figures.money(cap, clause.currency) : pen.figures.number(cap)
  return { shortfall: shortfall === true, surplus: surplus === true, most }
}

function weightInWords({ name, when, worth }: WeightDocument, { currency }: VolumeClauseDocument, pen: Pen): Phrase {
  const { detail, period: words } = pen.words
  const value = currency === undefined ? words.points(pen.figures.number(worth), worth) : pen.figures.money(worth, currency)
  const condition = when === undefined ? detail.allOthers : conditionInWords(when, pen)
  const who = name === undefined ? condition : phrase`${written(name)}${when === undefined ? '' : phrase` (${condition})`}`
  return phrase`${who}: ${value}`
}

function deductInWords(id: string, { rejected, codes, acceptWindow, lockAfter }: DeductDocument, pen: Pen): Phrase[] {
  const { period: words } = pen.words
  const reasons = codes
    ? words.forReasons(
        pen.figures.list(
          codes.map((code) => written(code)),
          'or',
        ),
      )
    : ''
  const window = acceptWindow === undefined ? '' : windowInWords(id, acceptWindow, pen)
  return [
    words.deducted(triggerInWords(rejected, pen), spaced(window, reasons)),
    ...(lockAfter === undefined ? [] : [words.locked(spanInWords(lockAfter, pen))]),
  ]
}

function windowInWords(id: string, window: TargetDocument, pen: Pen): Phrase {
  const read = pen.agreement.periodClauses.get(id)
  const calendar = read && 'calendar' in read ? read.calendar : 'always'
  return spaced(targetInWords(window, pen), clockInWords(window, { clock: calendar }, pen))
}
