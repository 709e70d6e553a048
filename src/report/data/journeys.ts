/**
 * Which states every lead was in, and when it was first heard of. The events are folded by the library's own fold, so that
 * what is refused, corrected, repeated or later than `asOf` counts here as little as anywhere; only the clauses are left out,
 * for nobody asks them.
 */
import type { Version } from '../../agreement/versions.ts'
import type { Move } from '../../evaluation/apply.ts'
import { History, type Onlooker } from '../../evaluation/history.ts'
import type { LeadRecord } from '../../evaluation/lead-record.ts'
import { planOf } from '../../evaluation/plan.ts'
import type { FoldedEvent } from '../../events/event.ts'
import { firstInstant } from '../../time/instant.ts'

/** The way of one lead. **Units** epoch milliseconds. */
export interface Journey {
  /** When it was first heard of. */
  arrivedAt: number
  /** When it first entered each state. */
  readonly enteredAt: Map<string, number>
}

export interface Journeys {
  /** Leads that were merged are one. [P2] */
  readonly leads: readonly Journey[]
  /** How many events there were, whatever became of them. */
  readonly events: number
}

/** Returns the ways of all leads. **Units** `asOf` and `knownAt` are epoch milliseconds. */
export function journeysOf(versions: readonly Version[], events: Iterable<unknown>, asOf: number, knownAt: number): Journeys {
  const none = { clauses: new Map(), cadences: new Map(), periodClauses: new Map() }
  const bare = versions.map(({ agreement, effective }) => ({ agreement: { ...agreement, ...none }, effective }))
  const history = new History(bare, asOf, knownAt)
  let count = 0
  for (const event of events) {
    history.add(event)
    count += 1
  }
  const walk = new Walk(knownFrom(versions))
  history.fold(() => {}, walk)
  return { leads: [...walk.merged()], events: count }
}

/** The evaluation refuses events from before the first instant for which every calendar knows its holidays. */
function knownFrom(versions: readonly Version[]): number {
  const horizons = planOf(versions).clauses.flatMap(({ clock, choice }) => [clock.horizon[0], choice?.horizon[0] ?? firstInstant])
  return Math.max(firstInstant, ...horizons)
}

class Walk implements Onlooker {
  private readonly journeys = new Map<string, Journey>()
  private readonly links: (readonly [lead: string, into: string])[] = []
  private present: Journey | null = null

  constructor(private readonly from: number) {}

  begin(): void {
    this.present = null
  }

  take(record: LeadRecord, { at, type, data }: FoldedEvent, { entered }: Move): void {
    if (at < this.from) return
    if (!this.present) {
      this.present = { arrivedAt: at, enteredAt: new Map() }
      this.journeys.set(record.lead, this.present)
    }
    if (entered !== null && !this.present.enteredAt.has(entered)) this.present.enteredAt.set(entered, at)
    if (type === 'lead.merged' && typeof data?.into === 'string') this.links.push([record.lead, data.into])
  }

  end(): void {}

  /** Returns one way for all names of a lead: the earliest of each instant. */
  merged(): Iterable<Journey> {
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
    const roots = new Map<string, Journey>()
    for (const [lead, journey] of this.journeys) {
      const root = this.links.length === 0 ? lead : rootOf(lead)
      const known = roots.get(root)
      if (!known) roots.set(root, journey)
      else {
        known.arrivedAt = Math.min(known.arrivedAt, journey.arrivedAt)
        for (const [state, at] of journey.enteredAt) known.enteredAt.set(state, Math.min(known.enteredAt.get(state) ?? at, at))
      }
    }
    return roots.values()
  }
}
