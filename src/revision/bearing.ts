/**
 * What a change means to those who are bound. The same change may bind one party more strictly and another less, and words
 * that are put better bind nobody otherwise; so every meaning names its party and its reason.
 */
import type { Agreement } from '../agreement/agreement.ts'

/** The closed set of reasons why a change binds somebody otherwise. */
export const bearingReasons = [
  // more strictly
  'tighterTarget',
  'newDuty',
  'lostRelief',
  'removedException',
  'longerHours',
  'removedStatus',
  'removedMove',
  'stricterEntry',
  'harsherConsequence',
  'lessReward',
  // nobody can compute in which direction
  'changedRule',
  // less strictly
  'looserTarget',
  'endedDuty',
  'newRelief',
  'newException',
  'shorterHours',
  'newStatus',
  'newMove',
  'looserEntry',
  'milderConsequence',
  'moreReward',
] as const

export type BearingReason = (typeof bearingReasons)[number]

/** `other`: what is judged is judged otherwise, and no rule says in which direction. */
export type BearingEffect = 'stricter' | 'easier' | 'other'

export interface Bearing {
  /** Who is bound otherwise; `null` for all parties. */
  readonly party: string | null
  readonly effect: BearingEffect
  readonly reason: BearingReason
}

/** Both versions, for those who judge a difference between them. */
export interface Versions {
  readonly before: Agreement
  readonly after: Agreement
}

const firstEasier = bearingReasons.indexOf('looserTarget')
const other = bearingReasons.indexOf('changedRule')

/** Returns the meaning of a reason for a party. */
export function bearing(party: string | null, reason: BearingReason): Bearing {
  const position = bearingReasons.indexOf(reason)
  return { party, effect: position < other ? 'stricter' : position < firstEasier ? 'other' : 'easier', reason }
}

/** `more`: the newer value is the greater one. */
export type Direction = 'more' | 'less' | 'same' | 'unknown'

/** Returns the direction of a number that may be missing. */
export function directionOf(was: unknown, now: unknown, otherwise: number): Direction {
  const [before, after] = [numberOf(was, otherwise), numberOf(now, otherwise)]
  if (before === undefined || after === undefined) return 'unknown'
  return after > before ? 'more' : after < before ? 'less' : 'same'
}

function numberOf(value: unknown, otherwise: number): number | undefined {
  return value === undefined ? otherwise : typeof value === 'number' ? value : undefined
}

/** Returns the reason for a direction. */
export function reasonFor(direction: Direction, more: BearingReason, less: BearingReason): BearingReason[] {
  if (direction === 'same') return []
  return [direction === 'more' ? more : direction === 'less' ? less : 'changedRule']
}
