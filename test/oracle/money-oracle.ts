/** The money of an `amount` clause, looked up opportunity by opportunity. [P5] Shares no code with `src`. */

import type { AgreementDocument, ClauseDocument, LeadEvent } from '../../src/index.ts'
import { type Moment, memberOf } from './lead-moments.ts'
import { msOf } from './ms.ts'
import { fires } from './trigger-oracle.ts'

type Found = Record<'sample' | 'hits' | 'pending', number>

/** Each opportunity with the first event that brought it, and then the last amount of it that could be counted. */
export function addMoney(
  document: AgreementDocument,
  { sum: { path, ...trigger }, currency }: Extract<ClauseDocument, { kind: 'amount' }>,
  moments: readonly Moment[],
  isIn: (at: number) => boolean,
  isInForce: (at: number) => boolean,
  found: Found,
): void {
  const amountOf = (event: LeadEvent): number | null => {
    const got = path.split('.').slice(1).reduce<unknown>(memberOf, event)
    const of = event.data?.currency ?? currency
    return Number.isSafeInteger(got) && of === currency ? (got as number) : null
  }
  const summed = moments.filter((_, index) => fires(document, trigger, moments.slice(0, index + 1)))
  const firsts = summed.filter(({ event }, index) => {
    const name = event.data?.opportunity
    const earlier = summed.slice(0, index).filter((other) => isInForce(msOf(other.event.at)))
    return typeof name !== 'string' || !earlier.some((other) => other.event.data?.opportunity === name)
  })
  for (const first of firsts) {
    if (!isIn(msOf(first.event.at))) continue
    const name = first.event.data?.opportunity
    const later = moments.slice(moments.indexOf(first) + 1).filter(({ event }) => {
      const isOfIt = typeof name === 'string' && event.data?.opportunity === name
      return isOfIt && (event.type === 'opportunity.updated' || summed.some((one) => one.event === event))
    })
    const amount = [first, ...later].map(({ event }) => amountOf(event)).findLast((one) => one !== null) ?? null
    if (amount === null) found.pending += 1
    else {
      found.sample += 1
      found.hits += amount
    }
  }
}
