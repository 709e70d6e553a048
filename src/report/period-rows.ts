/**
 * The periods of an evaluation as rows of a table for people: figures as texts, and in a note what one must know to read them.
 * Rounding never makes a figure look better: what was done is cut off, what is owed is rounded up. [T10]
 */
import { decimalsOf } from '../agreement/money.ts'
import type { PeriodResult, PeriodStatus } from '../evaluation/evaluation.ts'
import type { Language } from '../language.ts'
import { type CardWords, cardWords } from './card-words.ts'

export interface PeriodRow {
  readonly clause: string
  /** `2026-04`, as in the key. */
  readonly period: string
  readonly party: string
  readonly actual: string
  readonly target: string
  /** What was expected by now; empty for a share, and when the period is over. */
  readonly expected: string
  /** What it comes to at this pace; empty where there is none. */
  readonly forecast: string
  /** Of how many leads, opportunities or clocks `actual` is. */
  readonly sample: string
  readonly status: PeriodStatus
  /** The status in words. */
  readonly verdict: string
  readonly note: string
}

export interface PeriodRowOptions {
  /** Only so many periods of each clause, the latest; all of them when left out. */
  readonly latest?: number
  /** Of the verdict and the note, and of how numbers are written; English when left out. */
  readonly language?: Language
}

/**
 * Returns a row for each period, in the order of the results.
 *
 * **Source** [P3]–[P7], [T10].
 */
export function periodRows(periods: readonly PeriodResult[], { latest, language = 'en' }: PeriodRowOptions = {}): PeriodRow[] {
  const counts = new Map<string, number>()
  const shown: PeriodResult[] = []
  for (const result of [...periods].reverse()) {
    const count = (counts.get(result.clause) ?? 0) + 1
    counts.set(result.clause, count)
    if (latest === undefined || count <= latest) shown.push(result)
  }
  return shown.reverse().map((result) => rowOf(result, cardWords[language]))
}

function rowOf(result: PeriodResult, words: CardWords): PeriodRow {
  const { key, clause, party, actual, target, expectedToDate, forecast, kind, sample, status } = result
  const done = (value: number) => figure(result, value, Math.floor, words)
  const owed = (value: number) => figure(result, value, Math.ceil, words)
  const isShare = kind === 'ratio' || kind === 'compliance'
  const isRunning = status === 'onTrack' || status === 'behind'
  return {
    clause,
    period: key.slice(clause.length + 1),
    party,
    actual: actual === null ? '–' : done(actual),
    target: owed(target),
    expected: isShare || !isRunning ? '' : expectedToDate === null ? '–' : owed(expectedToDate),
    forecast: forecast === null ? '' : done(forecast.value),
    sample: grouped(sample, words),
    status,
    verdict: words.verdicts[status],
    note: notesOf(result, words).join('; '),
  }
}

function notesOf(result: PeriodResult, words: CardWords): string[] {
  const { carried, deducted, excluded, parts, pending, recordedFrom, rounding, suspendedBy } = result
  const said = words.notes
  const up = (value: number) => figure(result, value, Math.ceil, words)
  const notes: string[] = []
  if (suspendedBy !== null) notes.push(said.rests(suspendedBy))
  if (recordedFrom !== null) notes.push(said.dataSince(recordedFrom.slice(0, 10)))
  if (pending > 0) notes.push(said.pending(grouped(pending, words)))
  if (excluded > 0) notes.push(said.excluded(grouped(excluded, words)))
  if (carried !== null && carried !== 0)
    notes.push(carried > 0 ? said.owedBefore(up(carried)) : said.doneBefore(figure(result, -carried, Math.floor, words)))
  if (deducted > 0) notes.push(said.takenBack(up(deducted)))
  if (parts !== null && parts.length > 0) {
    const told = parts.map(({ target, businessDays }) => said.part(up(target), String(businessDays)))
    notes.push(said.parts(told.join(', '), String(parts[0]?.of)))
  }
  if (rounding !== null) notes.push(said.rounding[rounding])
  return notes
}

/** A share in percent, money in units of its currency, any other number as it is; at most one decimal of what is no whole. */
function figure({ kind, currency }: PeriodResult, value: number, round: (value: number) => number, words: CardWords): string {
  // A billionth puts back what a division took.
  const cut = (scaled: number) => round(scaled + (round === Math.floor ? 1e-9 : -1e-9))
  if (kind === 'ratio' || kind === 'compliance') {
    if (value === 1) return '100%'
    return `${(cut(value * 1000) / 10).toFixed(1).replace('.', words.decimal)}%`
  }
  if (currency === null) {
    const tenths = cut(value * 10)
    if (tenths % 10 === 0) return grouped(tenths / 10, words)
    return `${grouped(Math.trunc(tenths / 10), words, tenths < 0)}${words.decimal}${Math.abs(tenths % 10)}`
  }
  const decimals = decimalsOf(currency)
  const minor = cut(value)
  const [whole = '0', fraction] = (Math.abs(minor) / 10 ** decimals).toFixed(decimals).split('.')
  const cents = fraction === undefined ? '' : `${words.decimal}${fraction}`
  return `${minor < 0 ? '-' : ''}${separated(whole, words)}${cents} ${currency}`
}

function grouped(number: number, words: CardWords, isNegative = number < 0): string {
  return `${isNegative ? '-' : ''}${separated(String(Math.abs(number)), words)}`
}

function separated(digits: string, { thousands }: CardWords): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, thousands)
}
