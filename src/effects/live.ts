/**
 * The live side of an agreement: one event, or the passing of time, on the state of one lead. Everything is pure; the app
 * keeps the states, delivers the effects, and sets a timer for `nextWake`.
 */
import { type AnyAgreement, versionsOf } from '../agreement/versions.ts'
import { issue, LeadSlaError } from '../errors.ts'
import { ClockTable } from '../evaluation/clock-table.ts'
import type { Refused } from '../evaluation/evaluation.ts'
import { freezeLead } from '../evaluation/freeze-lead.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import { type InstantLike, instantOf } from '../time/instant.ts'
import type { Effect } from './effect.ts'
import { append, given, insert } from './fold.ts'
import { type LeadState, migrate, nameInState, usualWindow } from './lead-state.ts'
import { nextWakeOf, replay } from './replay.ts'
import { clocksSince, recordAt, sceneOf, thaw } from './scene.ts'
import { arrive } from './window.ts'

/** What a step gives: the next state, what to do, and the event if it could not be counted. */
export interface Step {
  readonly state: LeadState
  readonly effects: readonly Effect[]
  readonly refused: readonly Refused[]
}

export interface InitOptions {
  /** How far back events may arrive out of order; a day and 32 events unless given. */
  readonly window?: { readonly ms?: number; readonly count?: number }
}

/**
 * Returns the state of a lead to which nothing has happened.
 *
 * **Errors** throws `out-of-range` for a window of less than nothing.
 */
export function init(agreement: AnyAgreement, lead: string, { window = {} }: InitOptions = {}): LeadState {
  const { ms = usualWindow.ms, count = usualWindow.count } = window
  for (const [key, value] of Object.entries({ ms, count })) {
    if (Number.isSafeInteger(value) && value >= 0) continue
    throw new LeadSlaError([
      issue('out-of-range', ['window', key], { expected: 'a whole number that is not negative', got: value }),
    ])
  }
  const state = {
    v: 2,
    lead,
    agreement: nameInState(versionsOf(agreement)),
    ...(ms === usualWindow.ms && count === usualWindow.count ? {} : { window: [ms, count] }),
    now: null,
    last: null,
    head: null,
  }
  return migrate(state)
}

/**
 * Returns the state after an event, and what follows from it.
 *
 * **Edges** a repeated event changes nothing; one that arrives late, but inside the window, gives what the right order would
 * have given, with retractions of what is no longer true; time passes to the instant of the event. **Errors** an event that
 * cannot be counted comes back in `refused`: `late-event` when it is older than the window; throws `invalid-state` for a
 * state that is none or of another agreement. **Source** [E2], [F2].
 */
export function step(agreement: AnyAgreement, state: LeadState, event: unknown): Step {
  return stepMany(agreement, state, [event])
}

/** Returns the state after several events, in whatever order, and what follows from all of them together. */
export function stepMany(agreement: AnyAgreement, state: LeadState, events: Iterable<unknown>): Step {
  const scene = sceneOf(agreement, state)
  let current = scene.state
  const effects: Effect[] = []
  const refused: Refused[] = []
  for (const event of events) {
    const arrival = arrive(scene.plan, current, event, (at) => clocksSince(scene, current, at))
    refused.push(...arrival.refused)
    if (arrival.isSpent) continue
    const next = arrival.isNext ? append(scene, current, arrival) : insert(scene, current, arrival)
    effects.push(...next.effects)
    current = next.state
  }
  return { state: current, effects, refused }
}

/**
 * Returns the state at a later instant, and all that has become due by then, in order.
 *
 * **Edges** an instant that is not later changes nothing. **Source** [F5].
 */
export function advance(agreement: AnyAgreement, state: LeadState, now: InstantLike): Step {
  const scene = sceneOf(agreement, state)
  const until = instantOf(now)
  if (scene.state.now !== null && until <= scene.state.now) return { state: scene.state, effects: [], refused: [] }
  const { head: was, last } = scene.state
  const record = thaw(scene, was, last)
  const drafted = replay(scene.plan, record, [], last?.[0] ?? until, until)
  const head = was === null || last === null ? null : freezeLead(record, scene.keeping, last[0])
  return { state: { ...scene.state, now: until, head }, effects: drafted.map((draft) => given(draft, until)), refused: [] }
}

/** Returns the next instant at which `advance` has something to say; `null` when it has nothing to wait for. [F5] */
export function nextWake(agreement: AnyAgreement, state: LeadState): number | null {
  const scene = sceneOf(agreement, state)
  return nextWakeOf(scene.plan, thaw(scene, scene.state.head, scene.state.last), scene.state.now ?? Number.NEGATIVE_INFINITY)
}

/**
 * Returns the obligations of a lead from its state: the open ones, and the latest that were closed.
 *
 * **Errors** throws `out-of-range` for an `asOf` before the window.
 */
export function obligations(agreement: AnyAgreement, state: LeadState, options: { readonly asOf: InstantLike }): Obligation[] {
  const scene = sceneOf(agreement, state)
  const asOf = instantOf(options.asOf)
  const table = new ClockTable(scene.plan, asOf)
  const record = recordAt(scene, asOf)
  for (const [position, slot] of record.slots.entries()) for (const clock of slot?.clocks ?? []) table.add(clock, position)
  return table.obligations()
}
