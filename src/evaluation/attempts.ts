/**
 * The attempts of a cadence in one of its cycles: which of them count, and whether they are enough. A pure fold over plain
 * JSON, so that a batch and a live state tell the same. [C14]
 */
import type { CadenceTerms } from '../agreement/cadence-terms.ts'
import { channelOf } from '../agreement/counts.ts'
import type { FoldedEvent } from '../events/event.ts'
import { printRead } from '../time/instant.ts'
import type { Progress } from './progress.ts'

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

/** Why an attempt does not count. */
export type NoAttempt = 'automation' | 'tooClose'

export const noAttempts: Attempts = Object.freeze({ count: 0, lastAt: null, channels: Object.freeze([]) })

/** Returns why an event is no attempt that counts; `null` where it is one. */
export function whyNoAttempt(
  { automations, spacingMs }: CadenceTerms,
  { lastAt }: Attempts,
  event: AttemptEvent,
): NoAttempt | null {
  if (!automations && event.actor?.kind === 'automation') return 'automation'
  return lastAt !== null && event.at - lastAt < spacingMs ? 'tooClose' : null
}

/** Returns the attempts after an event; the same ones where it does not count. */
export function afterAttempt(terms: CadenceTerms, attempts: Attempts, event: AttemptEvent): Attempts {
  if (whyNoAttempt(terms, attempts, event) !== null) return attempts
  const { count, channels } = attempts
  const channel = channelOf(event)
  return { count: count + 1, lastAt: event.at, channels: channels.includes(channel) ? channels : [...channels, channel] }
}

/** Returns whether enough attempts were made, in enough channels. */
export function isComplete({ count, channels }: CadenceTerms, attempts: Attempts): boolean {
  return attempts.count >= count && attempts.channels.length >= channels
}

/** Returns how far they have come, as an obligation tells it. */
export function progressOf(
  { count, channels: channelCount }: CadenceTerms,
  { count: attempts, channels, lastAt }: Attempts,
): Progress {
  return { attempts, count, channels, channelCount, lastAttemptAt: lastAt === null ? null : printRead(lastAt) }
}
