/**
 * Looks on while a lead is folded, and writes down what each event does to one of its clocks. A clock itself keeps what its
 * outcome follows from, and not what has been undone since: a stop before it was reopened, or why it began anew.
 */
import type { Goal } from '../agreement/target.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Move } from '../evaluation/apply.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import type { Closing } from '../evaluation/closing.ts'
import type { Facts } from '../evaluation/facts.ts'
import type { Hand } from '../evaluation/hand.ts'
import type { Onlooker } from '../evaluation/history.ts'
import type { LeadRecord, Slot } from '../evaluation/lead-record.ts'
import type { Pause } from '../evaluation/pause.ts'
import type { FoldedEvent } from '../events/event.ts'
import type { TurnKind } from './explanation.ts'
import { Tried } from './tried.ts'
import { type ToldEvent, toldOf, type WatchedTurn } from './turn.ts'

/** What of a clock an event can change, as it was after the event before. */
interface Seen {
  readonly isClosed: boolean
  readonly isPaused: boolean
  readonly pauses: number
  readonly hands: number
  readonly retargets: number
}

const nothingSeen: Seen = { isClosed: false, isPaused: false, pauses: 0, hands: 0, retargets: 0 }

export class ClockWatch implements Onlooker {
  /** In the order of the events. */
  readonly turns: WatchedTurn[] = []
  /** The event that began each pause; of one that fills the time from a stop until the clock was reopened, the stop. */
  readonly pausedBy = new Map<Pause, ToldEvent>()
  private seen: Seen | null = null
  private hand: Hand | null = null
  private giver: ToldEvent | null = null
  private stopper: ToldEvent | null = null
  /** The event by which the lead is paused for the clause of each version. */
  private readonly pausers = new Map<TimedClause, ToldEvent>()
  private isAwaited = false
  private readonly tried = new Tried(this.turns)

  /** Watches a cycle of the clause that stands at the positions, and whose clocks are kept at the first of them. */
  constructor(
    private readonly lead: string,
    private readonly positions: readonly number[],
    private readonly cycle: number,
  ) {}

  begin(): void {}

  end(): void {}

  take(record: LeadRecord, event: FoldedEvent, move: Move): void {
    if (record.lead !== this.lead) return
    if (record.hand !== this.hand) {
      this.hand = record.hand
      this.giver = toldOf(event)
    }
    let isAwaited = false
    for (const position of this.positions) {
      const slot = record.slots[position]
      if (slot?.isPaused && slot.pausedBy === event.id) this.pausers.set(slot.clause, toldOf(event))
      if (slot?.isWaiting) isAwaited = true
    }
    const slot = record.slots[this.positions[0] ?? -1]
    const clock = slot?.open?.cycle === this.cycle ? slot.open : slot?.closed?.[this.cycle - 1]
    if (slot && clock) {
      if (this.seen && !this.seen.isClosed) this.tried.take(clock, record, event, move)
      else this.tried.begin(clock, record)
      this.compare(clock, slot, record, event)
      if (!clock.closing && !clock.isPaused && this.pausers.get(clock.clause)?.id === event.id)
        this.turns.push({ at: event.at, what: 'notPaused', because: 'cap', rule: 'C3', event: toldOf(event) })
    }
    this.isAwaited = isAwaited
  }

  private compare(clock: ClockRecord, slot: Slot, record: LeadRecord, event: FoldedEvent): void {
    const before = this.seen ?? nothingSeen
    const now: Seen = {
      isClosed: clock.closing !== null,
      isPaused: clock.isPaused,
      pauses: clock.pauses?.length ?? 0,
      hands: clock.hands?.length ?? 0,
      retargets: clock.retargets?.length ?? 0,
    }
    if (this.seen && isSame(before, now)) return
    const by = toldOf(event)
    const { at } = event
    if (!this.seen) this.turns.push({ at, what: 'started', ...this.whyStarted(slot, record, event), event: by })
    if (before.isClosed && !now.isClosed) this.turns.push({ at, what: 'reopened', because: 'trigger', rule: 'C6', event: by })
    // A lead that changed hands while its clock was closed is handed over when the clock is reopened.
    for (const hand of clock.hands?.slice(before.hands) ?? []) {
      this.turns.push({ at: hand.at, what: 'handedOver', because: 'owner', rule: 'C9', event: this.giver, hand })
    }
    this.tellPauses(clock, before, event)
    for (const { fromDueAt, toDueAt } of clock.retargets?.slice(before.retargets) ?? []) {
      this.turns.push({ at, what: 'retargeted', because: 'goal', rule: 'C7', event: by, fromDueAt, toDueAt })
    }
    if (clock.closing && !before.isClosed) {
      this.stopper = by
      this.turns.push({ at, ...whyClosed(clock, clock.closing, record), event: by })
    }
    this.seen = now
  }

  private whyStarted({ closed }: Slot, record: LeadRecord, event: FoldedEvent): Why {
    const before = closed?.[this.cycle - 2]
    const closing = before?.closing
    if (before && closing?.ending === 'superseded' && closing.by === event.id) return whySuperseded(before, record)
    return this.isAwaited ? { because: 'predecessor', rule: 'C13' } : { because: 'trigger', rule: 'C1' }
  }

  private tellPauses({ clause, pauses }: ClockRecord, before: Seen, event: FoldedEvent): void {
    const tell = (what: TurnKind, pause: Pause, by: ToldEvent) =>
      this.turns.push({ at: event.at, what, because: 'trigger', rule: 'C3', event: by, pause })
    const last = pauses?.[before.pauses - 1]
    if (before.isPaused && last && last.until !== null) tell('resumed', last, toldOf(event))
    for (const pause of pauses?.slice(before.pauses) ?? []) {
      const pauser = this.pausers.get(clause) ?? toldOf(event)
      this.pausedBy.set(pause, (pause.isGap ? this.stopper : null) ?? pauser)
      if (!pause.isGap) tell('paused', pause, pauser)
    }
  }
}

type Why = Pick<WatchedTurn, 'because' | 'rule'>

function isSame(a: Seen, b: Seen): boolean {
  return (
    a.isClosed === b.isClosed &&
    a.isPaused === b.isPaused &&
    a.pauses === b.pauses &&
    a.hands === b.hands &&
    a.retargets === b.retargets
  )
}

/** The lead stands as it did when the clock was closed, for a clock changes nothing about its lead. */
function whyClosed(
  clock: ClockRecord,
  { ending, by }: Closing,
  record: LeadRecord,
): Pick<WatchedTurn, 'what' | 'because' | 'rule'> {
  if (ending === 'stopped') {
    return by === clock.startedBy
      ? { what: 'stopped', because: 'alreadySo', rule: 'C2' }
      : { what: 'stopped', because: 'trigger', rule: 'C4' }
  }
  if (ending === 'cancelled') {
    const { requires } = clock.clause
    const because = requires === null || requires.test(record.facts) ? 'trigger' : 'requires'
    return { what: 'cancelled', because, rule: 'C1' }
  }
  if (ending === 'excused') return { what: 'excused', because: 'trigger', rule: 'C15' }
  // To a lead that has been merged nothing is owed any more, so that nothing else can have ended it.
  if (record.isMerged) return { what: 'merged', because: 'merge', rule: 'C6' }
  const why = whySuperseded(clock, record)
  return { what: why.because === 'reset' ? 'reset' : 'restarted', ...why }
}

function whySuperseded({ clause, hand, goal, eventFact }: ClockRecord, { hand: given, facts }: LeadRecord): Why {
  if (clause.runs === 'owner' && given.owner !== hand.owner) return { because: 'owner', rule: 'C9' }
  if (clause.onChange !== 'restart') return { because: 'reset', rule: 'C6' }
  const now = goalNow(clause, facts, eventFact)
  return now === undefined || now === goal ? { because: 'reset', rule: 'C6' } : { because: 'goal', rule: 'C7' }
}

function goalNow({ goals }: TimedClause, facts: Facts, event: object): Goal | undefined {
  const seen = { ...facts, event }
  return goals.find(({ when }) => when === null || when.test(seen))
}
