/** Takes an event into a state: at its end, as most come, or in its place among those of the window. */
import { freezeLead } from '../evaluation/freeze-lead.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import type { FoldedEvent, ReadEvent } from '../events/event.ts'
import { printInstant } from '../time/instant.ts'
import type { Drafted, Effect } from './effect.ts'
import type { KeptEvent, LeadState, Place } from './lead-state.ts'
import { replay } from './replay.ts'
import { type Scene, thaw } from './scene.ts'
import { type Arrival, countedOf, leavingOf, placeOf } from './window.ts'

/** The next state and what follows. */
export interface Folded {
  readonly state: LeadState
  readonly effects: readonly Effect[]
}

/** The usual case: the event comes after all others, so only it is folded. */
export function append(scene: Scene, state: LeadState, { kept, events }: Arrival): Folded {
  const latest = events.at(-1) as ReadEvent
  const now = Math.max(state.now ?? latest.at, latest.at)
  const record = thaw(scene, state.head, state.last)
  const drafted = replay(scene.plan, record, [latest], state.last?.[0] ?? latest.at, now)
  const last = placeOf(latest)
  const head = freezeLead(record, scene.keeping, last[0])
  const base = state.recent ? (state.base ?? null) : state.head
  const baseLast = state.recent ? (state.baseLast ?? null) : state.last
  const next = { ...state, now, last, head }
  return { state: shorten(scene, next, kept, base, baseLast), effects: drafted.map((draft) => given(draft, now)) }
}

/** Everything since the window opened is told again, and only the difference is given out. */
export function insert(scene: Scene, state: LeadState, { kept, events }: Arrival): Folded {
  // Without a window, all that happened is in the head.
  const base = state.recent ? (state.base ?? null) : state.head
  const baseLast = state.recent ? (state.baseLast ?? null) : state.last
  const latest = events.at(-1)
  // What does not count lets no time pass.
  const now = state.now === null || latest === undefined ? (latest?.at ?? state.now) : Math.max(state.now, latest.at)
  const tell = (record: LeadRecord, list: readonly FoldedEvent[], until: number | null) =>
    until === null ? [] : replay(scene.plan, record, list, baseLast?.[0] ?? list[0]?.at ?? until, until)
  // Told was what had come by then, and a correction may let time pass as well.
  const old = tell(thaw(scene, base, baseLast), countedOf(scene.plan, state), state.now)
  const record = thaw(scene, base, baseLast)
  const fresh = tell(record, events, now)
  const last = latest ? placeOf(latest) : baseLast
  const head = record.hasBegun && last ? freezeLead(record, scene.keeping, last[0]) : null
  return {
    state: shorten(scene, { ...state, now, last, head }, kept, base, baseLast),
    effects: now === null ? [] : difference(old, fresh, now),
  }
}

/** What was told and no longer holds is taken back; what holds and was not told is told. [F2] */
function difference(old: readonly Drafted[], fresh: readonly Drafted[], now: number): Effect[] {
  const told = new Map(old.map((draft) => [draft.key, JSON.stringify(draft)]))
  const holds = new Map(fresh.map((draft) => [draft.key, JSON.stringify(draft)]))
  const isSame = ({ key }: Drafted) => told.get(key) === holds.get(key)
  return [
    ...old.filter((draft) => !isSame(draft)).map((draft) => retraction(draft, now)),
    ...fresh.filter((draft) => !isSame(draft)).map((draft) => given(draft, now)),
  ]
}

/** Returns an effect as it is given out. */
export function given({ key, kind, at, lead, clause, data }: Drafted, now: number): Effect {
  const detected = kind === 'breach' ? { ...data, detectedAt: printInstant(now) } : data
  return { key, kind, at: printInstant(at), lead, clause, data: detected }
}

function retraction({ key, lead, clause }: Drafted, now: number): Effect {
  return { key: `retraction/${key}`, kind: 'retraction', at: printInstant(now), lead, clause, retracts: key }
}

/** Folds the oldest events of the window into the record before it, as far as the window has moved on. */
function shorten(
  scene: Scene,
  state: LeadState,
  kept: readonly KeptEvent[],
  base: LeadState['head'],
  baseLast: Place | null,
): LeadState {
  const { recent: _recent, base: _base, baseLast: _baseLast, ...folded } = state
  const leaving = leavingOf(state, kept)
  if (leaving === 0) return kept.length === 0 ? folded : { ...folded, recent: kept, base, baseLast }
  if (leaving === kept.length) return folded
  const left = countedOf(scene.plan, { ...state, recent: kept.slice(0, leaving) })
  const record = thaw(scene, base, baseLast)
  replay(scene.plan, record, left, baseLast?.[0] ?? left[0]?.at ?? 0, Number.NEGATIVE_INFINITY)
  const latest = left.at(-1)
  const place = latest ? placeOf(latest) : baseLast
  const frozen = record.hasBegun && place ? freezeLead(record, scene.keeping, place[0]) : null
  return { ...folded, recent: kept.slice(leaving), base: frozen, baseLast: place }
}
