/** Puts the record of a lead down as plain JSON. */
import type { ClockRecord } from './clock-record.ts'
import { freezeOpen, isLeadPaused, measureNameOf } from './freeze-clock.ts'
import { freezeClosed } from './freeze-closed.ts'
import {
  type FrozenHand,
  type FrozenLead,
  type FrozenPauses,
  type FrozenSlot,
  isPausedBit,
  isWaitingBit,
  type Keeping,
  secondsOf,
} from './frozen-lead.ts'
import type { Hand } from './hand.ts'
import type { LeadRecord, Slot } from './lead-record.ts'

/** Who owned a lead long ago is still asked for, by the shares of a clock. */
const mostHands = 512

/** Returns the record of a lead as plain JSON; instants are counted back from `base`. */
export function freezeLead(record: LeadRecord, keeping: Keeping, base: number): FrozenLead {
  const { clauses, factKeys, mostClosed } = keeping
  const slots = record.slots.flatMap((slot, index) => (slot ? [{ slot, index }] : []))
  const goOn = slots.flatMap(({ slot, index }) => goingOn(slot).map((clock) => ({ clock, index: placeOf(clock, index) })))
  const over = slots
    .flatMap(({ slot, index }) => done(slot).map((clock) => ({ clock, index: placeOf(clock, index) })))
    .sort((a, b) => (a.clock.closing?.at ?? 0) - (b.clock.closing?.at ?? 0))
    .slice(-mostClosed)
  const hands = handsOf(
    goOn.map(({ clock }) => clock),
    record.hand,
  )
  const rows = new Rows()
  const facts = factKeys === null ? record.facts.lead : picked(record.facts.lead, factKeys)
  const told = new Set([...goOn, ...over].map(({ clock }) => clock))
  const open = goOn.map(({ clock, index }) =>
    freezeOpen(index, clock, { base, hands, keeping, rowOf: (row) => rows.placeOf(row) }),
  )
  const closed = over.map(({ clock, index }) => freezeClosed(index, clock, base))
  const untold = slots.flatMap(({ slot, index }) => freezeSlot(index, slot, told) ?? [])
  const measures = measuresOf(goOn.map(({ clock }) => clock))
  return {
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
    ...(record.facts.state === null ? {} : { state: record.facts.state }),
    ...(record.isMerged ? { merged: 1 } : {}),
    ...(hands.length === 1 && !Number.isFinite(hands[0]?.at) ? {} : { hands: hands.map((hand) => freezeHand(hand, base)) }),
    ...(untold.length === 0 ? {} : { slots: untold }),
    ...(open.length === 0 ? {} : { open }),
    ...(rows.all.length === 0 ? {} : { pauses: rows.all }),
    ...(measures.length === 0 ? {} : { measures }),
    ...(closed.length === 0 ? {} : { closed }),
  }

  /** A clock is kept with its head, and belongs to the version by which it is bound. */
  function placeOf({ clause }: ClockRecord, head: number): number {
    return clauses[head] === clause ? head : clauses.indexOf(clause)
  }
}

/** Rows that several clocks share, each once. */
class Rows {
  readonly all: FrozenPauses[] = []
  private readonly places = new Map<string, number>()

  /** Returns the place of a row, from 1. */
  placeOf(row: FrozenPauses): number {
    const name = row.join()
    const place = this.places.get(name) ?? this.all.push(row)
    this.places.set(name, place)
    return place
  }
}

function freezeHand({ at, owner, team }: Hand, base: number): FrozenHand {
  if (!Number.isFinite(at)) return 0
  const ago = secondsOf(base - at)
  if (team !== null) return [ago, owner, team]
  return owner === null ? [ago] : [ago, owner]
}

/** Clocks that began together mostly count on one calendar, so each is named once. */
function measuresOf(clocks: readonly ClockRecord[]): [name: string, ...open: number[]][] {
  const measures = new Map<string, [name: string, ...open: number[]]>()
  for (const [position, clock] of clocks.entries()) {
    const name = measureNameOf(clock)
    if (name === null) continue
    const measured = measures.get(name) ?? [name]
    measured.push(position)
    measures.set(name, measured)
  }
  return [...measures.values()]
}

/** The clocks that may still change: the open one, and the last one that was stopped where it may be reopened. [C6] */
function goingOn(slot: Slot): ClockRecord[] {
  const last = reopenable(slot)
  return slot.open ? [slot.open] : last ? [last] : []
}

function done(slot: Slot): ClockRecord[] {
  const last = reopenable(slot)
  return (slot.closed ?? []).filter((clock) => clock !== last)
}

function reopenable({ open, closed }: Slot): ClockRecord | undefined {
  const last = open ? undefined : closed?.at(-1)
  return last && last.clause.reopenWindowMs > 0 && last.closing?.ending === 'stopped' ? last : undefined
}

/** A slot mostly follows from its clocks: the number of cycles, and that the lead is paused. */
function freezeSlot(index: number, slot: Slot, told: ReadonlySet<ClockRecord>): [FrozenSlot] | null {
  const { open } = slot.head
  const flags = flagsOf(slot) & (open?.clause === slot.clause && isLeadPaused(open) ? ~isPausedBit : -1)
  const isCycleTold = slot.cycle === 0 || slot.clocks.some((clock) => clock.cycle === slot.cycle && told.has(clock))
  if (isCycleTold) return flags === 0 ? null : [[index, flags]]
  return [[index, flags, slot.cycle]]
}

/**
 * The hands that some open clock has been in, in order, and the present one. Of hands of one instant the clock that started first
 * knows the order: one that started later may have begun in the last of them.
 */
function handsOf(clocks: readonly ClockRecord[], present: Hand): Hand[] {
  const all = new Set<Hand>()
  for (const { starter, hands } of [...clocks].sort((a, b) => a.startedAt - b.startedAt)) {
    for (const hand of [starter, ...(hands ?? [])]) all.add(hand)
  }
  all.delete(present)
  return [...[...all].sort((a, b) => a.at - b.at).slice(1 - mostHands), present]
}

function flagsOf({ held, isPaused, isWaiting }: Slot): number {
  return held | (isPaused ? isPausedBit : 0) | (isWaiting ? isWaitingBit : 0)
}

function picked(facts: Readonly<Record<string, unknown>>, keys: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => keys.has(key)))
}
