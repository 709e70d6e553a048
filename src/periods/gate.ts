/** Stands before a count: most leads are nothing to most clauses, and cost them nothing. */
import type { Facts } from '../evaluation/facts.ts'
import type { FoldedEvent } from '../events/event.ts'
import type { ClauseCount, Life } from './clause-count.ts'

/** Who decides what becomes of something that a trigger has fired. */
interface Keeper {
  fire(gate: Gate, trigger: number, event: FoldedEvent, facts: Facts): void
}

export class Gate {
  private isOpen = false

  constructor(
    readonly count: ClauseCount,
    private readonly keeper: Keeper,
  ) {}

  fire(trigger: number, event: FoldedEvent, facts: Facts): void {
    this.keeper.fire(this, trigger, event, facts)
  }

  /** Returns true where a trigger that fires is anything to the count. */
  concerns(trigger: number): boolean {
    return this.isOpen || trigger < this.count.opening
  }

  /** Returns true where the lead that passes by is new to the count. */
  begin(): boolean {
    if (this.isOpen) return false
    this.isOpen = true
    this.count.begin()
    return true
  }

  /** The lead has gone by. */
  close(life: Life): void {
    this.isOpen = false
    this.count.end(life)
  }
}
