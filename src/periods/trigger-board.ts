/**
 * Asks triggers about each event while leads are folded, for those who look on: only the triggers that the event's type or
 * move can fire are looked at, and the conditions that may become true.
 */
import type { Rule } from '../agreement/scope.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { Move } from '../evaluation/apply.ts'
import type { Facts } from '../evaluation/facts.ts'
import type { FoldedEvent } from '../events/event.ts'

/** Somebody who is told when one of several triggers fires, by its position among them. */
interface Listener {
  fire(trigger: number, event: FoldedEvent, facts: Facts): void
}

/** A condition, asked once for an event however many triggers have it. */
interface Asked {
  readonly rule: Rule
  /** The event it was asked about last, by its number, and the answer. */
  turn: number
  holds: boolean
}

interface Watch {
  readonly listener: Listener
  readonly trigger: number
  readonly asked: Asked | null
}

export class TriggerBoard {
  private readonly byType = new Map<string, Watch[]>()
  private readonly entering = new Map<string, Watch[]>()
  private readonly leaving = new Map<string, Watch[]>()
  private readonly becoming: Watch[] = []
  /** Which of the conditions that may become true were true after the last event of the lead. */
  private readonly held: boolean[] = []
  private readonly asked = new Map<Rule, Asked>()
  private turn = 0

  /** Tells the listener of each of the triggers; those that are null never fire. */
  add(listener: Listener, triggers: readonly (Trigger | null)[]): void {
    for (const [position, trigger] of triggers.entries()) {
      if (!trigger) continue
      const { kind, types, states, condition } = trigger
      const watch = { listener, trigger: position, asked: condition && this.askedOf(condition) }
      if (kind === 'becomes') this.becoming.push(watch)
      for (const type of types) put(this.byType, type, watch)
      for (const state of states) put(kind === 'leaves' ? this.leaving : this.entering, state, watch)
    }
  }

  /** Another lead comes. */
  begin(): void {
    if (this.held.length > 0) this.held.fill(false)
  }

  /** Tells of all triggers that an event fires; the facts are as they stand after it. */
  take(facts: Facts, event: FoldedEvent, { entered, left }: Move): void {
    this.turn += 1
    this.tell(this.byType.get(event.type), facts, event)
    if (entered !== null) this.tell(this.entering.get(entered), facts, event)
    if (left !== null) this.tell(this.leaving.get(left), facts, event)
    for (let index = 0; index < this.becoming.length; index++) {
      const { listener, trigger, asked } = this.becoming[index] as Watch
      const holds = asked !== null && this.holds(asked, facts)
      if (holds && this.held[index] !== true) listener.fire(trigger, event, facts)
      this.held[index] = holds
    }
  }

  private tell(watches: readonly Watch[] | undefined, facts: Facts, event: FoldedEvent): void {
    if (!watches) return
    for (let index = 0; index < watches.length; index++) {
      const { listener, trigger, asked } = watches[index] as Watch
      if (asked === null || this.holds(asked, facts)) listener.fire(trigger, event, facts)
    }
  }

  private holds(asked: Asked, facts: Facts): boolean {
    if (asked.turn !== this.turn) {
      asked.holds = asked.rule.test(facts)
      // Where the question throws, the event is refused, and nobody has an answer.
      asked.turn = this.turn
    }
    return asked.holds
  }

  private askedOf(rule: Rule): Asked {
    const asked = this.asked.get(rule) ?? { rule, turn: 0, holds: false }
    this.asked.set(rule, asked)
    return asked
  }
}

function put(map: Map<string, Watch[]>, name: string, watch: Watch): void {
  const watches = map.get(name)
  if (watches) watches.push(watch)
  else map.set(name, [watch])
}
