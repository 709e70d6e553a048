/**
 * The attempts of one cadence on one lead: which of them count, and whether they are enough. A pure fold over plain JSON, so
 * that a batch and a live state tell the same. [C14]
 */
import type { CadenceClause } from '../agreement/cadence-clause.ts'
import { channelOf } from '../agreement/counts.ts'
import type { FoldedEvent } from '../events/event.ts'

/** What has been done so far. */
export interface Attempts {
  readonly count: number
  /** When the last attempt that counted was made; `null` before the first. **Units** epoch milliseconds. */
  readonly lastAt: number | null
  /** The channels of those that counted, each once, in the order of their first use. */
  readonly channels: readonly string[]
}

/** What one event says of an attempt. */
export type AttemptEvent = Pick<FoldedEvent, 'at' | 'type' | 'actor' | 'data'>

export const noAttempts: Attempts = Object.freeze({ count: 0, lastAt: null, channels: Object.freeze([]) })

/** Returns the attempts after an event; the same ones where it does not count. */
export function afterAttempt({ automations, spacingMs }: CadenceClause, attempts: Attempts, event: AttemptEvent): Attempts {
  if (!automations && event.actor?.kind === 'automation') return attempts
  const { count, lastAt, channels } = attempts
  if (lastAt !== null && event.at - lastAt < spacingMs) return attempts
  const channel = channelOf(event)
  return { count: count + 1, lastAt: event.at, channels: channels.includes(channel) ? channels : [...channels, channel] }
}

/** Returns whether enough attempts were made, in enough channels. */
export function isComplete({ count, channels }: Pick<CadenceClause, 'count' | 'channels'>, attempts: Attempts): boolean {
  return attempts.count >= count && attempts.channels.length >= channels
}
