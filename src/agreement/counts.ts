/** What a clause lets count as done: by whom, through which channel, in which direction and for how long. [C14] */
import type { IssuePath } from '../errors.ts'
import type { FoldedEvent } from '../events/event.ts'
import { parseDuration } from '../time/duration.ts'
import type { Scope } from './scope.ts'

export interface Counts {
  /** What an automation does counts as well. */
  readonly automations: boolean
  /** `null` for every channel. */
  readonly channels: ReadonlySet<string> | null
  readonly direction: 'inbound' | 'outbound' | null
  /** **Units** seconds, as `data.seconds` names them. */
  readonly atLeastSeconds: number
}

/** Returns what counts; `null` where all does, `undefined` when the scope has been told of a mistake. */
export function readCounts(value: unknown, path: IssuePath, scope: Scope): Counts | null | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { automations, channels, direction, atLeast } = value as Record<string, unknown>
  const at = [...path, 'atLeast']
  const ms = atLeast === undefined ? 0 : scope.take(parseDuration(atLeast, at))
  if (ms !== undefined && ms < 0) scope.add('out-of-range', at, 'an amount of time that is not negative', atLeast)
  if (ms === undefined) return undefined
  return {
    automations: automations === true,
    channels: Array.isArray(channels) ? new Set(channels.filter((channel) => typeof channel === 'string')) : null,
    direction: direction === 'inbound' || direction === 'outbound' ? direction : null,
    atLeastSeconds: ms / 1000,
  }
}

/** Why an event does not count: who caused it, its channel, its direction or its length. */
export type NotCounted = 'automation' | 'channel' | 'direction' | 'length'

/** Returns true for an event that counts. What is asked for and not said does not. */
export function isCounted(counts: Counts | null, event: Pick<FoldedEvent, 'type' | 'actor' | 'data'>): boolean {
  return counts === null || whyNotCounted(counts, event) === null
}

/** Returns the first reason why an event does not count; `null` for one that does. */
export function whyNotCounted(
  { automations, channels, direction, atLeastSeconds }: Counts,
  event: Pick<FoldedEvent, 'type' | 'actor' | 'data'>,
): NotCounted | null {
  if (!automations && event.actor?.kind === 'automation') return 'automation'
  if (channels !== null && !channels.has(channelOf(event))) return 'channel'
  if (direction !== null && saidOf(event, 'direction') !== direction) return 'direction'
  const seconds = atLeastSeconds === 0 ? 0 : saidOf(event, 'seconds')
  return typeof seconds === 'number' && seconds >= atLeastSeconds ? null : 'length'
}

/** Returns the channel of an event. A source that knows no channels has them as types: `call.made` and `email.sent`. */
export function channelOf(event: Pick<FoldedEvent, 'type' | 'data'>): string {
  const channel = saidOf(event, 'channel')
  return typeof channel === 'string' && channel !== '' ? channel : event.type
}

function saidOf({ data }: Pick<FoldedEvent, 'data'>, key: string): unknown {
  return data !== null && Object.hasOwn(data, key) ? data[key] : undefined
}
