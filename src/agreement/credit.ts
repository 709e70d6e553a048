/** Which opportunities are to a party's credit: the checked forms of `credit` and of the agreement's `touches`. [P5] */
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import type { CreditDocument } from './period-clause-document.ts'
import type { Scope } from './scope.ts'
import { readTrigger, type Trigger } from './trigger.ts'

export interface Credit {
  readonly party: string
  readonly as: CreditDocument['as']
  readonly by: CreditDocument['by']
}

/** What counts as a touch, by party in the order of the document: of one event the first one has it. */
export type Touches = ReadonlyMap<string, Trigger>

/** Returns the touches of the agreement. */
export function readTouches(value: unknown, scope: Scope, dispositions: ReadonlySet<string>): Touches {
  const touches = new Map<string, Trigger>()
  for (const [party, document] of isRecord(value) ? Object.entries(value) : []) {
    const path = ['touches', party]
    scope.party(party, path)
    const trigger = readTrigger(document, path, scope, dispositions)
    if (trigger) touches.set(party, trigger)
  }
  return touches
}

/** Returns the credit of a clause; `null` where all opportunities count. */
export function readCredit(
  value: unknown,
  owedBy: string,
  path: IssuePath,
  scope: Scope,
  touching: readonly string[],
): Credit | null {
  if (!isRecord(value)) return null
  scope.party(value.party, [...path, 'party'])
  const party = typeof value.party === 'string' ? value.party : owedBy
  const by = value.by === 'firstTouch' ? 'firstTouch' : 'declared'
  if (by === 'firstTouch' && !touching.includes(party)) {
    const expected = `touches of the agreement that say what counts as a touch by ${party}`
    scope.add('missing-key', ['touches', party], expected)
  }
  return { party, as: value.as === 'influenced' ? 'influenced' : 'sourced', by }
}
