/**
 * The periods of an evaluation as rows of a table for people: figures as texts, and in a note what one must know to read them.
 * Rounding never makes a figure look better: what was done is cut off, what is owed is rounded up. [T10]
 */
import { decimalsOf } from '../agreement/money.ts'
import type { PeriodResult, PeriodStatus } from '../evaluation/evaluation.ts'

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
}

const verdicts: Readonly<Record<PeriodStatus, string>> = {
  onTrack: 'on track',
  behind: 'behind',
  met: 'met',
  missed: 'missed',
  insufficientData: 'too little data',
  suspended: 'suspended',
}

/**
 * Returns a row for each period, in the order of the results.
 *
 * **Source** [P3]–[P7], [T10].
 */
export function periodRows(periods: readonly PeriodResult[], { latest }: PeriodRowOptions = {}): PeriodRow[] {
  const counts = new Map<string, number>()
  const shown: PeriodResult[] = []
  for (const result of [...periods].reverse()) {
    const count = (counts.get(result.clause) ?? 0) + 1
    counts.set(result.clause, count)
    if (latest === undefined || count <= latest) shown.push(result)
  }
  return shown.reverse().map(rowOf)
}

function rowOf(result: PeriodResult): PeriodRow {
  const { key, clause, party, actual, target, expectedToDate, forecast, kind, sample, status } = result
  const done = (value: number) => figure(result, value, Math.floor)
  const owed = (value: number) => figure(result, value, Math.ceil)
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
    sample: grouped(sample),
    status,
    verdict: verdicts[status],
    note: notesOf(result).join('; '),
  }
}

function notesOf(result: PeriodResult): string[] {
  const { carried, deducted, excluded, parts, pending, recordedFrom, rounding, suspendedBy } = result
  const notes: string[] = []
  if (suspendedBy !== null) notes.push(`rests: ${suspendedBy} is missed`)
  if (recordedFrom !== null) notes.push(`data only since ${recordedFrom.slice(0, 10)}`)
  if (pending > 0) notes.push(`${grouped(pending)} pending`)
  if (excluded > 0) notes.push(`${grouped(excluded)} excluded`)
  if (carried !== null && carried !== 0)
    notes.push(
      carried > 0
        ? `${figure(result, carried, Math.ceil)} owed from before`
        : `${figure(result, -carried, Math.floor)} done before`,
    )
  if (deducted > 0) notes.push(`${figure(result, deducted, Math.ceil)} taken back of earlier periods`)
  if (parts !== null && parts.length > 0) {
    const told = parts.map(({ target, businessDays }) => `${figure(result, target, Math.ceil)} for ${businessDays}`)
    notes.push(`target ${told.join(', ')} of ${parts[0]?.of} business days`)
  }
  if (rounding !== null) notes.push(`rounded ${rounding === 'halfEven' ? 'half to even' : 'half away from zero'}`)
  return notes
}

/** A share in percent, money in units of its currency, any other number as it is; at most one decimal of what is no whole. */
function figure({ kind, currency }: PeriodResult, value: number, round: (value: number) => number): string {
  // A billionth puts back what a division took.
  const cut = (scaled: number) => round(scaled + (round === Math.floor ? 1e-9 : -1e-9))
  if (kind === 'ratio' || kind === 'compliance') return value === 1 ? '100%' : `${(cut(value * 1000) / 10).toFixed(1)}%`
  if (currency === null) {
    const tenths = cut(value * 10)
    return tenths % 10 === 0 ? grouped(tenths / 10) : `${grouped(Math.trunc(tenths / 10), tenths < 0)}.${Math.abs(tenths % 10)}`
  }
  const decimals = decimalsOf(currency)
  const minor = cut(value)
  const [whole = '0', fraction] = (Math.abs(minor) / 10 ** decimals).toFixed(decimals).split('.')
  return `${minor < 0 ? '-' : ''}${separated(whole)}${fraction === undefined ? '' : `.${fraction}`} ${currency}`
}

function grouped(number: number, isNegative = number < 0): string {
  return `${isNegative ? '-' : ''}${separated(String(Math.abs(number)))}`
}

function separated(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}
