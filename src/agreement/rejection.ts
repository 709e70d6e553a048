/** When a party may send a lead back: by which event, for which reasons, and until when. [C15] */
import type { IssuePath } from '../errors.ts'
import type { Scope } from './scope.ts'
import { readGoals, type Target } from './target.ts'
import { readTrigger, type Trigger } from './trigger.ts'

export interface Rejection {
  readonly rejected: Trigger
  /** `null` where any reason will do. */
  readonly codes: ReadonlySet<string> | null
  /** `null` where a lead may be rejected at any time. */
  readonly acceptWindow: Target | null
}

/** Returns the checked rejection, or `undefined` when the scope has been told of a mistake. */
export function readRejection(
  value: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  dispositions: ReadonlySet<string>,
): Rejection | undefined {
  const rejected = readTrigger(value.rejected, [...path, 'rejected'], scope, dispositions)
  const window = value.acceptWindow
  const [goal] = window === undefined ? [] : readGoals(window, [...path, 'acceptWindow'], scope)
  const isFromFact = goal?.target.kind === 'dueFrom'
  if (isFromFact) scope.add('wrong-type', [...path, 'acceptWindow'], 'an amount of time or of business days', window)
  if (!rejected || isFromFact || (window !== undefined && !goal)) return undefined
  const codes = Array.isArray(value.codes) ? new Set(value.codes.filter((code) => typeof code === 'string')) : null
  return { rejected, codes, acceptWindow: goal?.target ?? null }
}

/** Returns true for a reason that was agreed; data that is no record names none. */
export function isAgreed({ codes }: Rejection, data: Readonly<Record<string, unknown>> | null): boolean {
  if (codes === null) return true
  const reason = data !== null && Object.hasOwn(data, 'reason') ? data.reason : undefined
  return typeof reason === 'string' && codes.has(reason)
}
