/**
 * The window of a lead: the latest events as they came, among which another may still take its place. Inside it a late, a
 * repeated and a corrected event give what the right order would have given.
 */
import { isRecord } from '../content.ts'
import { type Issue, issue } from '../errors.ts'
import type { Refused } from '../evaluation/evaluation.ts'
import { agreementAt, type Plan } from '../evaluation/plan.ts'
import { type EventReading, type ReadEvent, readEvent } from '../events/event.ts'
import { settle } from '../events/settle.ts'
import { printInstant, readInstant } from '../time/instant.ts'
import { type KeptEvent, type LeadState, type Place, usualWindow } from './lead-state.ts'

/** What an event is to a state. */
export interface Arrival {
  /** It changes nothing: a repetition, or refused. */
  readonly isSpent: boolean
  /** It comes after all others, so that nothing has to be told again. */
  readonly isNext: boolean
  /** All events of the window, this one among them, in order. */
  readonly kept: readonly KeptEvent[]
  /** Those of them that count. */
  readonly events: readonly ReadEvent[]
  readonly refused: readonly Refused[]
}

/** Returns what an event is to a state. */
export function arrive(plan: Plan, state: LeadState, source: unknown, clocksSince: (at: number) => readonly string[]): Arrival {
  const recent = state.recent ?? []
  const spent = (refused: readonly Refused[]): Arrival => ({ isSpent: true, isNext: false, kept: recent, events: [], refused })
  const refuse = (issues: readonly Issue[]) =>
    spent(issues.map(({ code, path, message }) => ({ event: source, code, path, message })))
  const event = readPlainly(source)
  if (Array.isArray(event)) return refuse(event)
  if (event.lead !== state.lead) {
    return refuse([issue('invalid-event', ['lead'], { expected: `an event of the lead ${state.lead}`, got: event.lead })])
  }
  const place: Place = [event.at, event.sequence, event.id]
  const floor = state.recent ? (state.baseLast ?? null) : state.last
  if (floor !== null && compare(place, floor) <= 0) {
    // The last one again is what a queue that delivers at least once gives.
    return compare(place, floor) === 0 ? spent([]) : refuse([late(event, floor, clocksSince(event.at))])
  }
  const all = recent.map((kept) => unkept(state.lead, kept))
  const same = all.filter(({ id }) => id === event.id)
  if (same.length > 0) return among(plan, all, event, spent)
  const why = impossible(plan, event)
  // What time has told by then may have to be taken back, as far as the window reaches.
  const isBeforeNow = recent.length > 0 && state.now !== null && event.at <= state.now
  const isAfterLast = state.last === null || compare(place, state.last) > 0
  const isNext = why === null && isAfterLast && !isBeforeNow
  const events = [...all, event].sort((a, b) => compare(placeOf(a), placeOf(b)))
  const refused = why === null ? [] : [turnedAway(event, why)]
  return { isSpent: false, isNext, kept: events.map(keptOf), events: settled(plan, events), refused }
}

function turnedAway({ source }: ReadEvent, { code, path, message }: Issue): Refused {
  return { event: source, code, path, message }
}

/** Returns how many of the oldest events have left the window: too old, or too many. Those of one id leave together. */
export function leavingOf(
  { window: [ms, count] = [usualWindow.ms, usualWindow.count] }: LeadState,
  kept: readonly KeptEvent[],
): number {
  const latest = readInstant(kept.at(-1)?.at)
  let leaving = 0
  while (leaving < kept.length && (kept.length - leaving > count || readInstant(kept[leaving]?.at) < latest - ms)) leaving++
  const isSplit = (at: number) => kept.slice(0, at).some(({ id }) => kept.slice(at).some((other) => other.id === id))
  while (leaving > 0 && isSplit(leaving)) leaving--
  return leaving
}

/** Returns the events that count, in order. */
export function countedOf(plan: Plan, state: LeadState): ReadEvent[] {
  return settled(
    plan,
    (state.recent ?? []).map((kept) => unkept(state.lead, kept)),
  )
}

export function placeOf(event: { readonly at: number; readonly sequence: number; readonly id: string }): Place {
  return [event.at, event.sequence, event.id]
}

function compare(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0)
}

/** Another of the same id: a repetition changes nothing, a correction takes the place of what it corrects. [E2] */
function among(plan: Plan, all: readonly ReadEvent[], event: ReadEvent, spent: (refused: Refused[]) => Arrival): Arrival {
  const same = [...all.filter(({ id }) => id === event.id), event]
  const { event: winner, duplicates, contradicting } = settle(same)
  const isRepeat = winner !== null && contradicting.length === 0 && duplicates.length === same.length - 1
  if (isRepeat && same.every(({ recordedAt }) => Object.is(recordedAt, event.recordedAt))) return spent([])
  const events = [...all, event].sort((a, b) => compare(placeOf(a), placeOf(b)))
  const why = winner === event ? impossible(plan, event) : null
  const refused = contradicting.map(({ event: one, issue: contradiction }) => turnedAway(one, contradiction))
  if (why) refused.push(turnedAway(event, why))
  return { isSpent: false, isNext: false, kept: events.map(keptOf), events: settled(plan, events), refused }
}

/** What counts of the events, in their order. */
function settled(plan: Plan, events: readonly ReadEvent[]): ReadEvent[] {
  const byId = new Map<string, ReadEvent[]>()
  for (const event of events) byId.set(event.id, [...(byId.get(event.id) ?? []), event])
  const counted = new Set([...byId.values()].map((same) => (same.length === 1 ? same[0] : settle(same).event)))
  return events.filter((event) => counted.has(event) && impossible(plan, event) === null)
}

/** A move to a state that does not exist cannot have happened; it may still be corrected. */
function impossible(plan: Plan, { at, type, data }: ReadEvent): Issue | null {
  if (type !== 'lead.moved') return null
  const { lifecycle } = agreementAt(plan, at)
  if (!lifecycle) return null
  const to = data?.to
  if (typeof to === 'string' && lifecycle.states.has(to)) return null
  return issue('unknown-state', ['data', 'to'], { expected: 'a state of the lifecycle', got: to, known: lifecycle.states.keys() })
}

/** What it may have changed is named, so that those leads alone are folded anew from their history. */
function late(event: ReadEvent, floor: Place, clocks: readonly string[]): Issue {
  const touched = clocks.length === 0 ? 'no clock' : clocks.join(', ')
  const expected = `an event after ${printInstant(floor[0])}, when the window of the state begins (it may have changed ${touched})`
  return issue('late-event', ['at'], { expected, got: printInstant(event.at) })
}

function readOne(source: unknown): ReadEvent | Issue[] {
  const reading: EventReading = { plain: { id: '', lead: '', type: '' }, at: 0, recordedAt: 0, sequence: 0 }
  const issues = readEvent(source, reading)
  if (issues) return issues
  const { plain, at, recordedAt, sequence } = reading
  const { id, lead, type, actor = null, data = null } = plain
  return { id, lead, type, at, actor, data, recordedAt, sequence, fact: plain, source }
}

/** Returns the event as a state holds it: as plain JSON, so that one that was written down and read back is the same. */
function readPlainly(source: unknown): ReadEvent | Issue[] {
  const event = readOne(source)
  if (Array.isArray(event)) return event
  try {
    const kept = JSON.parse(JSON.stringify(keptOf(event))) as KeptEvent
    return { ...unkept(event.lead, kept), source }
  } catch {
    return [issue('invalid-event', [], { expected: 'an event that is plain JSON' })]
  }
}

function keptOf({ fact }: ReadEvent): KeptEvent {
  const { lead: _lead, at, recordedAt, ...rest } = fact as Record<string, unknown>
  return {
    ...rest,
    at: plainInstant(at),
    ...(recordedAt === undefined || recordedAt === null ? {} : { recordedAt: plainInstant(recordedAt) }),
  } as KeptEvent
}

function plainInstant(at: unknown): unknown {
  return isRecord(at) || at instanceof Date ? printInstant(readInstant(at)) : at
}

function unkept(lead: string, kept: KeptEvent): ReadEvent {
  const event = readOne({ ...kept, lead })
  if (Array.isArray(event)) throw new RangeError('an event of the window cannot be read')
  return event
}
