/** What the readers of the stick and of the carrot have in common: names, clauses that are judged, and when. */

import type { Zone } from '../clock/zone.ts'
import { isRecord } from '../content.ts'
import { type IssuePath, printPath } from '../errors.ts'
import { parseDuration } from '../time/duration.ts'
import type { PeriodLength } from './clause-document.ts'
import type { Scope } from './scope.ts'

const ruleName = /^[\p{L}_][\p{L}\p{N}._-]*$/u

/** So long after the end of a period what is still pending is waited for. **Units** milliseconds: 14 days. */
const judgeAfterMs = 14 * 86_400_000

/** The clauses of a document by name, as far as they can be read. */
type RawClauses = ReadonlyMap<string, { readonly kind: unknown; readonly owedBy: unknown; readonly document: object }>

/** What of the rest of a document the stick and the carrot refer to. */
export interface Judged {
  readonly clauses: RawClauses
  readonly zone: Zone | undefined
  readonly hasFiscalYear: boolean
}

/** Returns what the stick and the carrot of a document refer to. */
export function judgedBy({ clauses, fiscalYear }: Record<string, unknown>, zone: Zone | undefined): Judged {
  const entries = recordsOf(clauses).map(
    ([name, document]) => [name, { kind: document.kind, owedBy: document.owedBy, document }] as const,
  )
  return { clauses: new Map(entries), zone, hasFiscalYear: fiscalYear !== undefined }
}

/** Returns the length of a period; a period of the fiscal year needs one. */
export function readPer(value: unknown, path: IssuePath, scope: Scope, { hasFiscalYear }: Judged): PeriodLength {
  if (String(value).startsWith('fiscal') && !hasFiscalYear) {
    const expected = `the day on which the fiscal year of ${printPath(path)} begins, as { "startsOn": "04-01" }`
    scope.add('missing-key', ['fiscalYear'], expected)
  }
  return value as PeriodLength
}

/** Returns true for a clause with clocks, which a team or an owner can keep. */
export function hasClocks(kind: unknown): boolean {
  return kind === 'timed' || kind === 'cadence'
}

/** Tells of a name that cannot be a part of a key. */
export function checkName(name: unknown, path: IssuePath, scope: Scope): void {
  if (typeof name !== 'string' || ruleName.test(name)) return
  scope.add('invalid-name', path, 'a name of letters, digits, dots, dashes and underscores', name)
}

/** Returns how long after its end a period is judged at the latest. */
export function readJudgeAfter(value: unknown, path: IssuePath, scope: Scope): number {
  if (value === undefined) return judgeAfterMs
  const ms = scope.take(parseDuration(value, path))
  if (ms !== undefined && ms < 0) scope.add('out-of-range', path, 'an amount of time that is not negative', value)
  return ms ?? judgeAfterMs
}

/** Returns the members of a record that are records themselves; the shape has told of the others. */
export function recordsOf(value: unknown): [string, Record<string, unknown>][] {
  return isRecord(value)
    ? Object.entries(value).filter((entry): entry is [string, Record<string, unknown>] => isRecord(entry[1]))
    : []
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

export function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}
