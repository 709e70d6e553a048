/**
 * The leads of an agreement in memory: events come in, effects go out, and a queue is answered from what stands here. The library
 * decides everything; this file only keeps the states and remembers which of them to look at.
 */
import {
  type Agreement,
  advance,
  type Effect,
  init,
  type LeadState,
  nextWake,
  type Obligation,
  obligations,
  parseInstant,
  type Step,
  step,
  stepMany,
} from 'lead-sla'
import { wakes } from './wakes.ts'

/** An event as it came, with the line on which it stood. */
export interface Arrived {
  readonly event: unknown
  readonly line: number
}

/** Why an event does not count. */
export interface Turned {
  readonly line: number | null
  readonly code: string
  readonly path: readonly (string | number)[]
  readonly message: string
}

export interface Acceptance {
  readonly events: number
  readonly effects: number
  readonly refused: readonly Turned[]
}

export interface LeadView {
  readonly lead: string
  readonly asOf: string
  /** When something becomes due next, RFC 3339. */
  readonly nextWake: string | null
  readonly obligations: readonly Obligation[]
}

export interface DeskOptions {
  readonly agreement: Agreement
  /** The clock of the service; the library has none. **Units** epoch milliseconds. */
  readonly now: () => number
  readonly onEffect: (effect: Effect) => void
}

/** A clock that runs ahead of ours is believed so far; an event from further ahead would carry the lead into the future. */
const mostAheadMs = 5 * 60_000

/** Waiting for somebody: everything that is neither kept nor given up. */
const waiting = new Set(['open', 'openBreached', 'paused'])

export type Desk = ReturnType<typeof openDesk>

export function openDesk({ agreement, now, onEffect }: DeskOptions) {
  const states = new Map<string, LeadState>()
  /** The clocks of each lead that are open, and the leads of each owner that has one: a queue looks at no other. */
  const open = new Map<string, readonly Obligation[]>()
  const leadsOf = new Map<string, Set<string>>()
  const waking = wakes()
  let told = 0

  const keep = (lead: string, { state, effects }: Step): void => {
    states.set(lead, state)
    waking.set(lead, nextWake(agreement, state))
    for (const { owner } of open.get(lead) ?? []) if (owner !== null) leadsOf.get(owner)?.delete(lead)
    const clocks = clocksOf(state).filter(({ status }) => waiting.has(status))
    if (clocks.length > 0) open.set(lead, clocks)
    else open.delete(lead)
    for (const { owner } of clocks) if (owner !== null) leadsOf.set(owner, (leadsOf.get(owner) ?? new Set()).add(lead))
    told += effects.length
    for (const effect of effects) onEffect(effect)
  }

  const clocksOf = (state: LeadState): Obligation[] => {
    return obligations(agreement, state, { asOf: Math.max(now(), state.now ?? 0) })
  }

  /** Lets time pass for every lead at which something has become due. */
  const wake = (): void => {
    const until = now()
    for (let lead = waking.take(until); lead !== null; lead = waking.take(until)) {
      const state = states.get(lead)
      if (state) keep(lead, advance(agreement, state, until))
    }
  }

  return {
    /** Counts events in whatever order they come, and lets time pass to now. */
    accept(arrived: readonly Arrived[]): Acceptance {
      const refused: Turned[] = []
      const lines = new Map(arrived.map(({ event, line }) => [event, line]))
      const before = told
      for (const [lead, events] of byLead(arrived, now() + mostAheadMs, refused)) {
        const known = states.get(lead)
        const next = stepMany(agreement, known ?? init(agreement, lead), events)
        for (const { event, code, path, message } of next.refused) {
          refused.push({ line: lines.get(event) ?? null, code, path, message })
        }
        // A lead of which nothing was believed stays unknown.
        if (known || next.state.last !== null || next.state.recent) keep(lead, next)
      }
      wake()
      // An event may be wrong in several ways, and one that came earlier may be turned away because of one that contradicts it.
      const turned = new Set(refused.flatMap(({ line }) => line ?? []))
      return {
        events: arrived.length - turned.size,
        effects: told - before,
        refused: refused.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
      }
    },
    wake,
    nextWake: () => waking.next(),
    lead(lead: string): LeadView | null {
      const state = states.get(lead)
      if (!state) return null
      const at = nextWake(agreement, state)
      return { lead, asOf: printed(now()), nextWake: at === null ? null : printed(at), obligations: clocksOf(state) }
    },
    /** The open promises of an owner, the most urgent first; what is paused is not due, and comes last. */
    queue(owner: string): Obligation[] {
      const leads = [...(leadsOf.get(owner) ?? [])].flatMap((lead) => states.get(lead) ?? [])
      const own = leads.flatMap(clocksOf).filter((clock) => clock.owner === owner && waiting.has(clock.status))
      return own.sort((a, b) => compare(a.dueAt ?? '~', b.dueAt ?? '~') || compare(a.key, b.key))
    },
    open: (): Iterable<Obligation> => [...open.values()].flat(),
    states: (): Iterable<LeadState> => states.values(),
    size: () => states.size,
    /** Puts back what was written down before. */
    restore(kept: Iterable<LeadState>): void {
      for (const state of kept) keep(state.lead, { state, effects: [], refused: [] })
      wake()
    },
  }

  /** Groups events by lead. What has no lead is refused by the library, in its words. */
  function byLead(arrived: readonly Arrived[], latest: number, refused: Turned[]): Map<string, unknown[]> {
    const groups = new Map<string, unknown[]>()
    for (const { event, line } of arrived) {
      const { lead, at } = headOf(event)
      if (typeof lead !== 'string' || lead === '') {
        for (const { code, path, message } of step(agreement, init(agreement, 'unknown'), event).refused) {
          refused.push({ line, code, path, message })
        }
      } else if (typeof at === 'number' && at > latest) {
        refused.push({ line, code: 'future-event', path: ['at'], message: `${printed(at)} has not come yet` })
      } else {
        const group = groups.get(lead) ?? []
        groups.set(lead, group)
        group.push(event)
      }
    }
    return groups
  }
}

/** Returns of which lead an event is, and of when: its own members, or those of a CloudEvents envelope. */
function headOf(event: unknown): { readonly lead?: unknown; readonly at?: number } {
  if (typeof event !== 'object' || event === null) return {}
  const { lead, subject, at, time } = event as Record<string, unknown>
  const instant = parseInstant(at ?? time)
  return { lead: lead ?? subject, ...(instant.ok ? { at: instant.value } : {}) }
}

function printed(at: number): string {
  return new Date(at).toISOString()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
