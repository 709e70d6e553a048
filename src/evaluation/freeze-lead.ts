/** Puts the record of a lead down as plain JSON. */
import { nameOf } from '../agreement/clock-choice.ts'
import type { ClockRecord } from './clock-record.ts'
import {
  endings,
  type FrozenClock,
  type FrozenClosed,
  type FrozenLead,
  isPausedBit,
  isWaitingBit,
  type Keeping,
  type Maybe,
} from './frozen-lead.ts'
import type { Hand } from './hand.ts'
import type { LeadRecord, Slot } from './lead-record.ts'
import { sharesOf } from './shares.ts'

/** Who owned a lead long ago, and pauses long over, are still asked for: by the shares of a clock, and by another goal. */
const mostHands = 512
const mostPauses = 512

/** Returns the record of a lead as plain JSON. */
export function freezeLead(record: LeadRecord, { clauses, factKeys, eventClauses, mostClosed }: Keeping): FrozenLead {
  const slots = record.slots.flatMap((slot, index) => (slot && isKept(slot) ? [{ slot, index }] : []))
  const starts = slots.flatMap(({ slot }) => slot.clocks.map(({ startedAt }) => startedAt))
  const t = Math.min(...starts, Number.isFinite(record.hand.at) ? record.hand.at : Number.POSITIVE_INFINITY)
  const origin = Number.isFinite(t) ? t : 0
  const goOn = slots.flatMap(({ slot }) => goingOn(slot))
  const hands = handsOf(goOn, record.hand)
  return {
    t: origin,
    facts: factKeys === null ? record.facts.lead : picked(record.facts.lead, factKeys),
    state: record.facts.state,
    ...(record.isMerged ? { merged: 1 } : {}),
    hands: hands.map(({ at, owner, team }) => [Number.isFinite(at) ? at - origin : null, owner, team]),
    slots: slots.map(({ slot, index }) => [index, slot.cycle, flagsOf(slot)]),
    open: slots.flatMap(({ slot, index }) =>
      goingOn(slot).map((clock) => freezeOpen(placeOf(clock, index), clock, origin, hands)),
    ),
    ...measuresOf(goOn),
    closed: slots
      .flatMap(({ slot, index }) => done(slot).map((clock) => ({ clock, index: placeOf(clock, index) })))
      .sort((a, b) => (a.clock.closing?.at ?? 0) - (b.clock.closing?.at ?? 0))
      .slice(-mostClosed)
      .map(({ clock, index }) => freezeClosed(index, clock, origin)),
  }

  /** A clock is kept with its head, and belongs to the version by which it is bound. */
  function placeOf({ clause }: ClockRecord, head: number): number {
    return clauses[head] === clause ? head : clauses.indexOf(clause)
  }

  function freezeOpen(index: number, clock: ClockRecord, from: number, known: readonly Hand[]): FrozenClock {
    const pauses = (clock.pauses ?? []).slice(-mostPauses)
    const frozen: unknown[] = [
      index,
      clock.cycle,
      clock.clause.goals.indexOf(clock.goal),
      clock.startedAt - from,
      apart(clock.rawDueAt, from),
      handOf(clock, known),
      clock.told,
      apart(clock.breachedAt, from),
      clock.holdsDue ? 1 : 0,
      clock.pausedMs,
      pauses.map((pause) => [pause.from - from, apart(pause.to, from), ...(pause.isGap ? [1] : [])]),
      eventClauses.has(index) ? clock.eventFact : null,
      clock.closing ? [clock.closing.at - from, endings.indexOf(clock.closing.ending), clock.closing.actor] : null,
    ]
    while (frozen.length > 6 && isNothing(frozen.at(-1))) frozen.pop()
    return frozen as unknown as FrozenClock
  }

  function freezeClosed(index: number, clock: ClockRecord, from: number): FrozenClosed {
    const { closing } = clock
    const { owner, team } = clock.inChargeAt(closing?.at ?? clock.startedAt)
    const frozen = [
      index,
      clock.cycle,
      clock.clause.goals.indexOf(clock.goal),
      clock.startedAt - from,
      // Closed while it was paused, it was not due, whatever its due instant would have been.
      clock.isPaused && !clock.isBreached ? null : apart(clock.dueAt, from),
      apart(clock.breachedAt, from),
      clock.pausedMsUntil(closing?.at ?? clock.startedAt),
      (closing?.at ?? clock.startedAt) - from,
      endings.indexOf(closing?.ending ?? 'stopped'),
      closing?.actor ?? null,
      owner,
      team,
      clock.shares ?? (clock.hands ? sharesOf(clock, closing?.at ?? clock.startedAt) : null),
    ] as const
    const blamed = blamedOf(clock, owner, team)
    const measure = measureOf(clock)
    if (measure !== null) return [...frozen, blamed ?? null, measure]
    return blamed ? [...frozen, blamed] : frozen
  }
}

/** Clocks that began together mostly count on one calendar, so each is named once. */
function measuresOf(clocks: readonly ClockRecord[]): Pick<FrozenLead, 'measures'> {
  const measures = new Map<string, [name: string, ...open: number[]]>()
  for (const [position, clock] of clocks.entries()) {
    const name = measureOf(clock)
    if (name === null) continue
    const measured = measures.get(name) ?? [name]
    measured.push(position)
    measures.set(name, measured)
  }
  return measures.size === 0 ? {} : { measures: [...measures.values()] }
}

function measureOf({ clause, measure }: ClockRecord): string | null {
  return measure === clause ? null : nameOf(measure)
}

/** Nobody asks who answered for a breach that there was not. */
function blamedOf(clock: ClockRecord, owner: string | null, team: string | null): FrozenClosed[13] {
  if (!clock.isBreached) return undefined
  const then = clock.blamed ?? clock.inChargeAt(clock.breachedAt)
  return then.owner === owner && then.team === team ? undefined : [then.owner, then.team]
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

/** The clause of a later version keeps no clocks of its own, and mostly nothing else. */
function isKept(slot: Slot): boolean {
  return slot.head === slot || flagsOf(slot) !== 0
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

/** Most clocks have been in all hands since the one that they started in. */
function handOf({ starter, hands }: ClockRecord, known: readonly Hand[]): number | readonly number[] {
  const positions = [starter, ...(hands ?? [])].map((hand) => known.indexOf(hand)).filter((position) => position >= 0)
  const first = positions[0] ?? 0
  const isRest = positions.length === known.length - first && positions.every((position, index) => position === first + index)
  return isRest ? first : positions
}

function flagsOf({ held, isPaused, isWaiting }: Slot): number {
  return held | (isPaused ? isPausedBit : 0) | (isWaiting ? isWaitingBit : 0)
}

function picked(facts: Readonly<Record<string, unknown>>, keys: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => keys.has(key)))
}

function apart(at: number, origin: number): Maybe {
  return at === at ? at - origin : null
}

function isNothing(value: unknown): boolean {
  return value === null || value === 0 || (Array.isArray(value) && value.length === 0)
}
