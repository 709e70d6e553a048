/**
 * What was tried on a clock while it was open: the attempts of a cadence, and the stops that did not count. A clock remembers
 * neither what did not count nor in which channel the second attempt was made. [C14]
 */
import { channelOf, whyNotCounted } from '../agreement/counts.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { Move } from '../evaluation/apply.ts'
import { type Attempts, noAttempts, whyNoAttempt } from '../evaluation/attempts.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import type { FoldedEvent } from '../events/event.ts'
import { toldOf, type WatchedTurn } from './turn.ts'

export class Tried {
  private attempts: Attempts = noAttempts
  /** Whether the conditions of a stop and of an attempt held after the last event. */
  private heldStop = false
  private heldAttempt = false

  constructor(private readonly turns: WatchedTurn[]) {}

  /** The clock has just been opened, or is closed. */
  begin(clock: ClockRecord, record: LeadRecord): void {
    this.attempts = clock.attempts
    this.note(clock, record)
  }

  /** Something has happened while the clock was open. */
  take(clock: ClockRecord, record: LeadRecord, event: FoldedEvent, move: Move): void {
    const { counts, attempts: terms, stop } = clock.clause
    const { facts } = record
    const at = { at: event.at, rule: 'C14', event: toldOf(event) } as const
    if (terms && fires(terms.attempt, this.heldAttempt)) {
      const channel = channelIn(event)
      const why = whyNoAttempt(terms, this.attempts, event)
      const isKnown = terms.channels > 1 && this.attempts.channels.includes(channel)
      if (why !== null) this.turns.push({ ...at, what: 'notAttempted', because: why, channel })
      else {
        const because = isKnown ? 'sameChannel' : 'trigger'
        this.turns.push({ ...at, what: 'attempted', because, channel, attempts: clock.attempts.count })
      }
    }
    const why = counts && fires(stop, this.heldStop) ? whyNotCounted(counts, event) : null
    if (why !== null) this.turns.push({ ...at, what: 'notCounted', because: why, channel: channelIn(event) })
    this.attempts = clock.attempts
    this.note(clock, record)

    function fires({ kind, types, states, condition }: Trigger, held: boolean): boolean {
      if (kind === 'becomes') return !held && condition?.test(facts) === true
      const state = kind === 'leaves' ? move.left : move.entered
      return (types.has(event.type) || (state !== null && states.has(state))) && (condition === null || condition.test(facts))
    }
  }

  private note({ clause: { stop, attempts } }: ClockRecord, { facts }: LeadRecord): void {
    this.heldStop = stop.kind === 'becomes' && stop.condition?.test(facts) === true
    const attempt = attempts?.attempt
    this.heldAttempt = attempt?.kind === 'becomes' && attempt.condition?.test(facts) === true
  }
}

/** Data may throw when it is looked at, and what an event did must not depend on whether somebody looks. [E3] */
function channelIn(event: FoldedEvent): string {
  try {
    return channelOf(event)
  } catch {
    return event.type
  }
}
