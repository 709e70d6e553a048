/** The promises that are counted over a period: the checked forms of `volume`, `amount`, `ratio` and `compliance` clauses. */
import type { BusinessClock } from '../clock/business-clock.ts'
import { simpleKeys } from '../conditions/json-path.ts'
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { parseDuration } from '../time/duration.ts'
import type { PeriodLength } from './clause-document.ts'
import type { Scope } from './scope.ts'
import type { Surroundings } from './timed-clause.ts'
import { readTrigger, type Trigger } from './trigger.ts'

interface PeriodPromise {
  readonly id: string
  readonly title: string | null
  readonly owedBy: string
  readonly owedTo: string | null
  readonly per: PeriodLength
}

/** What is collected over the period, at the pace of a calendar's business days. [P3] */
interface PacedPromise extends PeriodPromise {
  /** The name of the calendar, or `always`. */
  readonly calendar: string
  readonly clock: BusinessClock
  readonly target: number
}

export interface VolumeClause extends PacedPromise {
  readonly kind: 'volume'
  readonly count: Trigger
}

/** **Units** `target` in minor units of the currency. */
export interface AmountClause extends PacedPromise {
  readonly kind: 'amount'
  readonly sum: Trigger
  /** Where in the event the amount stands. */
  readonly keys: readonly string[]
  readonly currency: string
}

export interface RatioClause extends PeriodPromise {
  readonly kind: 'ratio'
  readonly of: Trigger
  readonly that: Trigger
  /** **Units** milliseconds on the wall; `null` where a lead is waited for without an end. */
  readonly maturityMs: number | null
  readonly atLeast: number | null
  readonly atMost: number | null
  readonly minimumSample: number
}

export interface ComplianceClause extends PeriodPromise {
  readonly kind: 'compliance'
  /** The timed clause whose clocks are counted. */
  readonly clause: string
  readonly atLeast: number
  readonly minimumSample: number
}

export type PeriodClause = VolumeClause | AmountClause | RatioClause | ComplianceClause

const kinds: readonly unknown[] = ['volume', 'amount', 'ratio', 'compliance'] satisfies PeriodClause['kind'][]

/** Returns true for the kind of a clause that is counted over a period. */
export function isPeriodKind(kind: unknown): kind is PeriodClause['kind'] {
  return kinds.includes(kind)
}

/** Returns the checked clause, or `undefined` when the scope or the shape has told of a mistake. */
export function readPeriodClause(
  id: string,
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  surroundings: Surroundings,
): PeriodClause | undefined {
  const promise: PeriodPromise = {
    id,
    title: textOf(document.title),
    owedBy: String(document.owedBy),
    owedTo: textOf(document.owedTo),
    per: document.per as PeriodLength,
  }
  switch (document.kind) {
    case 'volume':
      return readVolume(promise, document, path, scope, surroundings)
    case 'amount':
      return readAmount(promise, document, path, scope, surroundings)
    case 'ratio':
      return readRatio(promise, document, path, scope, surroundings)
    default:
      return readCompliance(promise, document, path, scope)
  }
}

function readVolume(
  promise: PeriodPromise,
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  surroundings: Surroundings,
): VolumeClause | undefined {
  const count = readTrigger(document.count, [...path, 'count'], scope, surroundings.dispositions)
  const pace = readPace(document, path, scope, surroundings)
  return count && pace ? { kind: 'volume', ...promise, ...pace, count } : undefined
}

function readAmount(
  promise: PeriodPromise,
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  surroundings: Surroundings,
): AmountClause | undefined {
  const pace = readPace(document, path, scope, surroundings)
  if (!isRecord(document.sum)) return undefined
  const { path: amountPath, ...trigger } = document.sum
  const at = [...path, 'sum']
  const sum = readTrigger(trigger, at, scope, surroundings.dispositions)
  if (typeof amountPath !== 'string') return undefined
  const keys = amountPath.startsWith('$.') ? simpleKeys(amountPath) : undefined
  if (!keys) return scope.add('invalid-path', [...at, 'path'], 'a path of names such as $.data.amountMinor', amountPath)
  return sum && pace ? { kind: 'amount', ...promise, ...pace, sum, keys, currency: String(document.currency) } : undefined
}

function readRatio(
  promise: PeriodPromise,
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  { dispositions }: Surroundings,
): RatioClause | undefined {
  const of = readTrigger(document.of, [...path, 'of'], scope, dispositions)
  const that = readTrigger(document.that, [...path, 'that'], scope, dispositions)
  const maturityMs = readMaturity(document.maturity, [...path, 'maturity'], scope)
  const atLeast = numberOf(document.atLeast)
  const atMost = numberOf(document.atMost)
  if (document.atLeast === undefined && document.atMost === undefined)
    scope.add('missing-key', [...path, 'atLeast'], 'a share as atLeast or atMost')
  if (atLeast !== null && atMost !== null && atLeast > atMost)
    scope.add('out-of-range', [...path, 'atMost'], `a share of at least ${atLeast}, as atLeast says`, atMost)
  if (!of || !that || maturityMs === undefined) return undefined
  return {
    kind: 'ratio',
    ...promise,
    of,
    that,
    maturityMs,
    atLeast,
    atMost,
    minimumSample: numberOf(document.minimumSample) ?? 0,
  }
}

function readMaturity(value: unknown, path: IssuePath, scope: Scope): number | null | undefined {
  if (value === undefined) return null
  const ms = scope.take(parseDuration(value, path))
  if (ms === undefined || ms > 0) return ms
  return scope.add('target-not-positive', path, 'a maturity of more than zero', value)
}

function readCompliance(
  promise: PeriodPromise,
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
): ComplianceClause | undefined {
  const { clause } = document
  scope.clause(clause, [...path, 'clause'])
  const atLeast = numberOf(document.atLeast)
  if (typeof clause !== 'string' || atLeast === null) return undefined
  return { kind: 'compliance', ...promise, clause, atLeast, minimumSample: numberOf(document.minimumSample) ?? 0 }
}

/** The calendar that is named, or the only one there is: which of several is meant nobody should have to guess. */
function readPace(
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  { clockOf }: Surroundings,
): Pick<PacedPromise, 'calendar' | 'clock' | 'target'> | undefined {
  scope.calendar(document.clock, [...path, 'clock'])
  const [only, ...others] = scope.names.calendars ?? []
  const calendar = textOf(document.clock) ?? (only !== undefined && others.length === 0 ? only : 'always')
  const clock = clockOf(calendar)
  const target = numberOf(document.target)
  return clock && target !== null ? { calendar, clock, target } : undefined
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
