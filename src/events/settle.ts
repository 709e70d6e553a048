/**
 * What counts of events that share an id. The answer does not know the order of arrival, so shuffled and repeated events
 * give one and the same history. [E2]
 */
import { canonicalText } from '../content.ts'
import { type Issue, issue } from '../errors.ts'
import type { ReadEvent } from './event.ts'

/** What became of several events with one id. */
export interface Settled {
  /** The event that counts; `null` when they contradict each other. */
  readonly event: ReadEvent | null
  /** Events that repeat the one that counts. */
  readonly duplicates: readonly ReadEvent[]
  /** Events that the one that counts corrects. */
  readonly corrected: readonly ReadEvent[]
  readonly contradicting: readonly { readonly event: ReadEvent; readonly issue: Issue }[]
}

/**
 * Returns what counts of events with one id: equal content is a duplicate; of different contents the one recorded last
 * wins; where one of them does not say when it was recorded, or two were recorded at once, all are refused.
 */
export function settle(events: readonly ReadEvent[]): Settled {
  const versions = new Map<string, ReadEvent[]>()
  for (const event of events) {
    const content = contentOf(event)
    const same = versions.get(content)
    if (same) same.push(event)
    else versions.set(content, [event])
  }
  // By content, so that neither arrival nor chance decides which copy is called the duplicate.
  const contents = [...versions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, copies]) => inOrder(copies))
  const latest = contents.map((copies) => copies.at(-1) as ReadEvent)
  const winner = latest.reduce((a, b) => (recordedOf(b) > recordedOf(a) ? b : a))
  const isSettled =
    contents.length === 1 ||
    (latest.every((event) => event.recordedAt === event.recordedAt) && onlyOneAt(latest, winner.recordedAt))
  if (!isSettled) return { event: null, duplicates: [], corrected: [], contradicting: contents.flat().map(contradiction) }
  const counted = contents.find((copies) => copies.includes(winner)) as ReadEvent[]
  return {
    event: counted[0] as ReadEvent,
    duplicates: counted.slice(1),
    corrected: contents.filter((copies) => copies !== counted).flat(),
    contradicting: [],
  }
}

/** By when they were recorded, and where that is the same by how they were written. */
function inOrder(copies: readonly ReadEvent[]): ReadEvent[] {
  return copies
    .map((copy) => ({ copy, text: canonicalText(copy.source) }))
    .sort((a, b) => recordedOf(a.copy) - recordedOf(b.copy) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ copy }) => copy)
}

function recordedOf(event: ReadEvent): number {
  return event.recordedAt === event.recordedAt ? event.recordedAt : Number.NEGATIVE_INFINITY
}

function onlyOneAt(events: readonly ReadEvent[], recordedAt: number): boolean {
  return events.filter((event) => event.recordedAt === recordedAt).length === 1
}

/** When it became known is no part of what happened. */
function contentOf({ lead, type, at, sequence, actor, data }: ReadEvent): string {
  return canonicalText([lead, type, at, sequence, actor, data])
}

function contradiction(event: ReadEvent): { event: ReadEvent; issue: Issue } {
  const expected = 'one content for one id, or recordedAt on every version so that the last recorded one wins'
  return { event, issue: issue('contradicting-event', ['id'], { expected, got: event.id }) }
}
