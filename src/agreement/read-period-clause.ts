/** Reads the clauses that are counted over a period, each kind with what only it has. */
import type { Zone } from '../clock/zone.ts'
import { simpleKeys } from '../conditions/json-path.ts'
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { parseDuration } from '../time/duration.ts'
import { msOfDay, parsePlainDate } from '../time/plain-date.ts'
import type { PeriodLength } from './clause-document.ts'
import { readCredit } from './credit.ts'
import { readDeduction, readWeights } from './deduction.ts'
import { readPacing } from './paced-target.ts'
import type { AmountClause, ComplianceClause, PeriodClause, PeriodPromise, RatioClause, VolumeClause } from './period-clause.ts'
import { checkCurrency, type Rates } from './rates.ts'
import type { Scope } from './scope.ts'
import type { Surroundings } from './timed-clause.ts'
import { readTrigger } from './trigger.ts'

/** What of an agreement a period clause is read with. */
export interface PeriodSurroundings extends Surroundings {
  readonly zone: Zone | undefined
  /** The day on which the agreement begins. **Units** a day number; `NaN` where it names none. */
  readonly beginsOn: number
  readonly hasFiscalYear: boolean
  readonly rates: Rates | null
  /** The parties whose touches are told. */
  readonly touching: readonly string[]
}

/** A clause as it is written, and where. */
interface Written {
  readonly document: Record<string, unknown>
  readonly path: IssuePath
}

/** Returns the checked clause, or `undefined` when the scope or the shape has told of a mistake. */
export function readPeriodClause(
  id: string,
  { document, path }: Written,
  scope: Scope,
  surroundings: PeriodSurroundings,
): PeriodClause | undefined {
  const { suspendedWhile } = document
  const names = Array.isArray(suspendedWhile) ? suspendedWhile : [suspendedWhile]
  const promise: PeriodPromise = {
    id,
    title: textOf(document.title),
    owedBy: String(document.owedBy),
    owedTo: textOf(document.owedTo),
    per: document.per as PeriodLength,
    suspendedWhile: names.filter((name) => typeof name === 'string'),
    suspendsByList: Array.isArray(suspendedWhile),
  }
  if (String(document.per).startsWith('fiscal') && !surroundings.hasFiscalYear)
    scope.add('missing-key', ['fiscalYear'], `the day on which the fiscal year of ${id} begins, as { "startsOn": "04-01" }`)
  const written = { document, path }
  switch (document.kind) {
    case 'volume':
      return readVolume(promise, written, scope, surroundings)
    case 'amount':
      return readAmount(promise, written, scope, surroundings)
    case 'ratio':
      return readRatio(promise, written, scope, surroundings)
    default:
      return readCompliance(promise, written, scope)
  }
}

function readVolume(
  promise: PeriodPromise,
  { document, path }: Written,
  scope: Scope,
  surroundings: PeriodSurroundings,
): VolumeClause | undefined {
  const { dispositions } = surroundings
  const count = readTrigger(document.count, [...path, 'count'], scope, dispositions)
  const pacing = readPacing(document, path, scope, surroundings)
  const cooldownMs = readSpan(document.cooldown, [...path, 'cooldown'], scope)
  const weights = readWeights(document.weights, [...path, 'weights'], scope)
  const deduction = readDeduction(document.deduct, [...path, 'deduct'], scope, dispositions)
  const currency = textOf(document.currency)
  checkCurrency(currency, [...path, 'currency'], scope)
  if (currency !== null && weights?.length === 0)
    scope.add('missing-key', [...path, 'weights'], `weights in ${currency}, for leads that are only counted have no currency`)
  if (!count || !pacing || cooldownMs === undefined || !weights || deduction === undefined) return undefined
  return { kind: 'volume', ...promise, ...pacing, count, cooldownMs: cooldownMs ?? 0, weights, currency, deduction }
}

function readAmount(
  promise: PeriodPromise,
  { document, path }: Written,
  scope: Scope,
  surroundings: PeriodSurroundings,
): AmountClause | undefined {
  const pacing = readPacing(document, path, scope, surroundings)
  const credit = readCredit(document.credit, promise.owedBy, [...path, 'credit'], scope, surroundings.touching)
  const currency = String(document.currency)
  checkCurrency(currency, [...path, 'currency'], scope)
  checkRates(currency, promise.id, scope, surroundings.rates)
  if (!isRecord(document.sum)) return undefined
  const { path: amountPath, ...trigger } = document.sum
  const at = [...path, 'sum']
  const sum = readTrigger(trigger, at, scope, surroundings.dispositions)
  if (typeof amountPath !== 'string') return undefined
  const keys = amountPath.startsWith('$.') ? simpleKeys(amountPath) : undefined
  if (!keys) return scope.add('invalid-path', [...at, 'path'], 'a path of names such as $.data.amountMinor', amountPath)
  return sum && pacing ? { kind: 'amount', ...promise, ...pacing, sum, keys, currency, credit } : undefined
}

/** A table is whole: where it has no rate for the currency of a clause, nothing can be counted into it. */
function checkRates(currency: string, id: string, scope: Scope, rates: Rates | null): void {
  for (const [index, table] of rates?.tables.entries() ?? []) {
    if (table.rates.has(currency)) continue
    scope.add('missing-rate', ['rates', 'tables', index, 'rates', currency], `a rate of ${currency}, in which ${id} is counted`)
  }
}

function readRatio(
  promise: PeriodPromise,
  { document, path }: Written,
  scope: Scope,
  surroundings: PeriodSurroundings,
): RatioClause | undefined {
  const { dispositions, zone } = surroundings
  const of = readTrigger(document.of, [...path, 'of'], scope, dispositions)
  const that = readTrigger(document.that, [...path, 'that'], scope, dispositions)
  const maturityMs = readSpan(document.maturity, [...path, 'maturity'], scope)
  const cooldownMs = readSpan(document.cooldown, [...path, 'cooldown'], scope)
  const { recordedFrom } = document
  const day = recordedFrom === undefined ? null : scope.take(parsePlainDate(recordedFrom, [...path, 'recordedFrom']))
  const atLeast = numberOf(document.atLeast)
  const atMost = numberOf(document.atMost)
  if (document.atLeast === undefined && document.atMost === undefined)
    scope.add('missing-key', [...path, 'atLeast'], 'a share as atLeast or atMost')
  if (atLeast !== null && atMost !== null && atLeast > atMost)
    scope.add('out-of-range', [...path, 'atMost'], `a share of at least ${atLeast}, as atLeast says`, atMost)
  if (!of || !that || maturityMs === undefined || cooldownMs === undefined || day === undefined) return undefined
  return {
    kind: 'ratio',
    ...promise,
    of,
    that,
    maturityMs,
    cooldownMs: cooldownMs ?? 0,
    recordedFrom: day === null || !zone ? Number.NEGATIVE_INFINITY : zone.instantOfLocal(day * msOfDay),
    atLeast,
    atMost,
    minimumSample: numberOf(document.minimumSample) ?? 0,
  }
}

/** Returns an amount of time of more than zero; `null` where the document has none. */
function readSpan(value: unknown, path: IssuePath, scope: Scope): number | null | undefined {
  if (value === undefined) return null
  const ms = scope.take(parseDuration(value, path))
  if (ms === undefined || ms > 0) return ms
  return scope.add('target-not-positive', path, `a ${path.at(-1)} of more than zero`, value)
}

function readCompliance(promise: PeriodPromise, { document, path }: Written, scope: Scope): ComplianceClause | undefined {
  const { clause } = document
  scope.clause(clause, [...path, 'clause'])
  const atLeast = numberOf(document.atLeast)
  if (typeof clause !== 'string' || atLeast === null) return undefined
  return { kind: 'compliance', ...promise, clause, atLeast, minimumSample: numberOf(document.minimumSample) ?? 0 }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
