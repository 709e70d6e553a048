/** When the parties look at their agreement again: as a person writes it, and what must hold of it. */
import * as z from 'zod/mini'
import { isRecord } from '../content.ts'
import { parseDuration } from '../time/duration.ts'
import { parsePlainDate } from '../time/plain-date.ts'
import type { Scope } from './scope.ts'

/** The review of the agreement. */
export interface ReviewDocument {
  /** The date of the next review, in the agreement's zone. */
  readonly next: string
  /** How long it is from one review to the next; only that one when left out. */
  readonly every?: 'week' | 'month' | 'quarter' | 'year'
  /** How long before the date those who take part are told, as 24-hour days: `P14D`. On the day itself when left out. */
  readonly remind?: string
  /** Who takes part: members of the parties by their ids, or anybody by name. */
  readonly with?: readonly string[]
  /** What is looked at. */
  readonly agenda?: readonly string[]
  /** The dates on which reviews were held. */
  readonly held?: readonly string[]
}

const name = z.string().check(z.minLength(1))

/** Returns the shape of `review`. */
export function reviewSchema() {
  return z.strictObject({
    next: z.string(),
    every: z.optional(z.enum(['week', 'month', 'quarter', 'year'])),
    remind: z.optional(z.string()),
    with: z.optional(z.array(name)),
    agenda: z.optional(z.array(name)),
    held: z.optional(z.array(z.string())),
  })
}

/** Checks the dates and the amount of time of a review. */
export function checkReview(value: unknown, scope: Scope): void {
  if (!isRecord(value)) return
  const { next, remind, held } = value
  if (typeof next === 'string') scope.take(parsePlainDate(next, ['review', 'next']))
  if (typeof remind === 'string') {
    const ms = scope.take(parseDuration(remind, ['review', 'remind']))
    if (ms !== undefined && ms < 0) scope.add('out-of-range', ['review', 'remind'], 'an amount of time of zero or more', remind)
  }
  for (const [index, date] of (Array.isArray(held) ? held : []).entries()) {
    if (typeof date === 'string') scope.take(parsePlainDate(date, ['review', 'held', index]))
  }
}
