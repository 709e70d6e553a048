/** The states of all leads that are watched: events go in, and what follows comes out in its order in time. */
import type { Agreement } from '../../agreement/agreement.ts'
import type { Effect } from '../../effects/effect.ts'
import type { LeadState } from '../../effects/lead-state.ts'
import { advance, init, nextWake, stepMany } from '../../effects/live.ts'
import type { Refused } from '../../evaluation/evaluation.ts'
import { type EventReading, readEvent } from '../../events/event.ts'
import { WakeQueue } from './wake-queue.ts'

/** What is wrong with an event that was given, and with which. */
export interface Refusal {
  readonly line: number
  readonly code: string
  readonly path: Refused['path']
  readonly message: string
}

export interface Given {
  readonly event: unknown
  readonly line: number
}

export interface Outcome {
  readonly effects: readonly Effect[]
  readonly refusals: readonly Refusal[]
}

export class WatchedLeads {
  readonly #agreement: Agreement
  readonly #states = new Map<string, LeadState>()
  readonly #wakes = new WakeQueue()
  readonly #reading: EventReading = { plain: { id: '', lead: '', type: '' }, at: 0, recordedAt: 0, sequence: 0 }

  constructor(agreement: Agreement, states: Iterable<LeadState> = []) {
    this.#agreement = agreement
    for (const state of states) this.#keep(state)
  }

  get states(): ReadonlyMap<string, LeadState> {
    return this.#states
  }

  /** When the next effect comes, if nothing happens before. **Units** epoch milliseconds. */
  get nextWake(): number | null {
    return this.#wakes.next()
  }

  /**
   * Takes an event as it came, after what became due on any lead before it; time passes to it, but not beyond `latest`. One that
   * comes late gives what is no longer true as retractions.
   */
  take({ event, line }: Given, latest: number): Outcome {
    const [found] = readEvent(event, this.#reading) ?? []
    if (found) return { effects: [], refusals: [{ line, code: found.code, path: found.path, message: found.message }] }
    const { plain, at } = this.#reading
    const { lead } = plain
    // What wakes at the instant of an event comes after it. [C4]
    const before = this.passTo(Math.min(at - 1, latest))
    const { state, effects, refused } = stepMany(this.#agreement, this.#states.get(lead) ?? init(this.#agreement, lead), [event])
    this.#keep(state)
    const refusals = refused.map(({ code, path, message }) => ({ line, code, path, message }))
    return { effects: [...before, ...effects], refusals }
  }

  /** Lets time pass, and returns what has become due by then. */
  passTo(now: number): Effect[] {
    const effects: Effect[] = []
    for (let woken = this.#wakes.take(now); woken; woken = this.#wakes.take(now)) {
      const state = this.#states.get(woken.lead)
      if (!state) continue
      const next = advance(this.#agreement, state, Math.max(woken.at, state.now ?? woken.at))
      effects.push(...next.effects)
      this.#keep(next.state)
    }
    return effects
  }

  #keep(state: LeadState): void {
    this.#states.set(state.lead, state)
    this.#wakes.set(state.lead, nextWake(this.#agreement, state))
  }
}
