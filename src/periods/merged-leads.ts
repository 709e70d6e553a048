/**
 * Leads that were merged are one lead, which counts once, at the earliest. [P2] Leads pass by one after the other, so whatever
 * happens to one that was merged, or that others were merged into, is kept until all of them have passed, and then told as if
 * it had happened to one.
 */
import type { ClockRecord } from '../evaluation/clock-record.ts'
import type { Facts } from '../evaluation/facts.ts'
import type { FoldedEvent } from '../events/event.ts'
import type { ClauseCount, Life } from './clause-count.ts'

/** Something that a trigger fired, kept with the event and the facts as they stood. */
interface Happening {
  readonly count: ClauseCount
  readonly trigger: number
  readonly event: FoldedEvent
  readonly facts: Facts
  readonly sequence: number
}

/** One of several names of a lead. */
interface Kept {
  readonly lead: string
  readonly happenings: Happening[]
  life: Life
}

const noClocks: readonly ClockRecord[] = []
const lifeless: Life = { clocksOf: () => noClocks }

/** Returns the two names of an event that merges them, read before it is checked: who is asked for in vain costs nothing. */
export function mergedNames(source: unknown): readonly [lead: string, into: string] | null {
  try {
    const { type, lead, subject, data } = source as {
      type?: unknown
      lead?: unknown
      subject?: unknown
      data?: { into?: unknown }
    }
    if (type !== 'lead.merged') return null
    const name = lead ?? subject
    const into = data?.into
    return typeof name === 'string' && typeof into === 'string' ? [name, into] : null
  } catch {
    return null
  }
}

export class MergedLeads {
  private readonly kept = new Map<string, Kept>()
  private readonly links: (readonly [string, string])[] = []
  private present: Kept | null = null

  /** The names of all leads that may have been merged. */
  constructor(private readonly names: ReadonlySet<string>) {}

  /** Returns true when the lead that comes is one of several names, so that what happens to it is kept. */
  begin(lead: string): boolean {
    this.present = null
    // Hashing the name of every lead for nothing would be a good part of the count.
    if (this.names.size === 0 || !this.names.has(lead)) return false
    this.present = { lead, happenings: [], life: lifeless }
    this.kept.set(lead, this.present)
    return true
  }

  /** Takes the merge itself. */
  link(event: FoldedEvent): void {
    const into = event.data?.into
    if (typeof into === 'string') this.links.push([event.lead, into])
  }

  /** Keeps what a trigger fired. */
  keep(count: ClauseCount, trigger: number, event: FoldedEvent, facts: Facts): void {
    const { sequence = 0 } = event.fact as { sequence?: number | null }
    this.present?.happenings.push({ count, trigger, event: { ...event }, facts: { ...facts }, sequence: sequence ?? 0 })
  }

  /** Keeps the clocks of the lead that has passed by. */
  end(life: Life): void {
    if (this.present) this.present.life = life
  }

  /** Tells the counts what happened to each lead, whatever its names were. */
  tell(counts: readonly ClauseCount[]): void {
    for (const group of this.groups()) {
      const happenings = group.flatMap((kept) => kept.happenings).sort(inOrder)
      for (const count of counts) count.begin()
      for (const { count, trigger, event, facts } of happenings) count.fire(trigger, event, facts)
      const life: Life = { clocksOf: (clause) => group.flatMap((kept) => kept.life.clocksOf(clause)) }
      for (const count of counts) count.end(life)
    }
  }

  /** The names into which leads were merged that are not here. */
  apart(): string[] {
    const missing = this.links.flatMap(([, into]) => (this.kept.has(into) ? [] : [into]))
    return [...new Set(missing)].sort()
  }

  /** The leads by whom they were merged with, however long the chain. */
  private groups(): Iterable<readonly Kept[]> {
    const parents = new Map<string, string>()
    const rootOf = (name: string): string => {
      let root = name
      for (let next = parents.get(root); next !== undefined; next = parents.get(root)) {
        // Each look makes the way to the root shorter: a chain of merges may be long.
        const over = parents.get(next)
        if (over !== undefined) parents.set(root, over)
        root = next
      }
      return root
    }
    for (const [lead, into] of this.links) {
      const [from, to] = [rootOf(lead), rootOf(into)]
      if (from !== to) parents.set(from, to)
    }
    const groups = new Map<string, Kept[]>()
    for (const kept of this.kept.values()) {
      const root = rootOf(kept.lead)
      const group = groups.get(root)
      if (group) group.push(kept)
      else groups.set(root, [kept])
    }
    return groups.values()
  }
}

/** The total order of events [E2]; what one event fired stays as it was. */
function inOrder(a: Happening, b: Happening): number {
  return a.event.at - b.event.at || a.sequence - b.sequence || (a.event.id < b.event.id ? -1 : a.event.id > b.event.id ? 1 : 0)
}
