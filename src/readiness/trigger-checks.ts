/** What starts, stops and pauses a clock, and whether it can: by the moves that the lifecycle allows, and by the rules of one event. */
import type { Agreement } from '../agreement/agreement.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { type Clocked, clocked, covers, entersStates, triggerOf } from './clocked.ts'
import { type Draft, draft } from './draft.ts'

/** Returns what is contradictory or unreachable about the triggers of the clauses with a clock. */
export function triggerChecks(agreement: Agreement): Draft[] {
  const all = clocked(agreement)
  return [
    ...all.flatMap((one) => [...reachChecks(one, agreement.lifecycle), ...contradictions(one, agreement.lifecycle)]),
    ...handOverChecks(all),
  ]
}

function reachChecks({ id, triggers }: Clocked, lifecycle: Lifecycle | null): Draft[] {
  if (!lifecycle) return []
  const reached = closure([lifecycle.initial], lifecycle)
  const start = triggers.find(({ key }) => key === 'start')?.trigger
  const after = start ? standing(start, reached, lifecycle) : reached
  return triggers.flatMap(({ key, trigger }): Draft[] => {
    const { kind, states } = trigger
    if (states.size === 0) return []
    const within = key === 'start' ? reached : after
    // A state is left where it can be stood in and some move leads out.
    const can = [...states].some((state) => within.has(state) && (kind !== 'leaves' || movesFrom(state, lifecycle).size > 0))
    if (can) return []
    const severity = key === 'start' || key === 'stop' ? 'error' : 'warning'
    return [
      draft('trigger-unreachable', { clause: id, trigger: key, states: [...states] }, { severity, path: ['clauses', id, key] }),
    ]
  })
}

/** The states in which a lead can stand while the clock runs. */
function standing({ kind, states }: Trigger, reached: ReadonlySet<string>, lifecycle: Lifecycle): ReadonlySet<string> {
  if (kind === 'enters' || kind === 'disposed') return closure(states, lifecycle)
  if (kind === 'leaves')
    return closure(
      [...states].flatMap((state) => [...movesFrom(state, lifecycle)]),
      lifecycle,
    )
  return reached
}

function closure(from: Iterable<string>, lifecycle: Lifecycle): ReadonlySet<string> {
  const reached = new Set(from)
  for (const state of reached) for (const next of movesFrom(state, lifecycle)) reached.add(next)
  return reached
}

const nowhere: ReadonlySet<string> = new Set()

function movesFrom(state: string, lifecycle: Lifecycle): ReadonlySet<string> {
  return lifecycle.states.get(state)?.to ?? nowhere
}

function contradictions(one: Clocked, lifecycle: Lifecycle | null): Draft[] {
  const { id } = one
  const [start, stop, pause, cancel] = (['start', 'stop', 'pause', 'cancel'] as const).map((key) => triggerOf(one, key))
  const found: Draft[] = []
  const add = (made: Draft) => void found.push(made)
  const at = (key: string) => ['clauses', id, key] as const
  if (start && stop && covers(stop, start)) {
    const { kind, types } = start.trigger
    // What is true when the clock starts meets it at once; an event closes only what was open before it. [C2]
    if (entersStates(start.trigger) || kind === 'becomes')
      add(draft('met-at-start', { clause: id }, { severity: 'error', path: at('stop') }))
    else if (kind === 'on')
      add(draft('each-event-restarts', { clause: id, types: [...types] }, { severity: 'info', path: at('stop') }))
  }
  // A pause that is capped ends by itself. [C3]
  const isEndless = one.clause.maxPauseMs === Number.POSITIVE_INFINITY
  if (isEndless && start && pause && covers(pause, start))
    add(draft('born-paused', { clause: id }, { severity: 'error', path: at('pause') }))
  if (cancel && stop && covers(stop, cancel))
    add(draft('never-cancels', { clause: id }, { severity: 'warning', path: at('cancel') }))
  const stuck = pause && isEndless ? pausesForEver(one, lifecycle) : null
  if (stuck) add(draft('pause-never-ends', { clause: id, states: stuck }, { severity: 'error', path: at('pause') }))
  return found
}

/** Returns the states out of which no resume leads, an empty list where the resume is the pause itself, and `null` where it ends. */
function pausesForEver(one: Clocked, lifecycle: Lifecycle | null): string[] | null {
  const [pause, resume] = [triggerOf(one, 'pause'), triggerOf(one, 'resume')]
  if (!pause) return null
  // Where one event does both, the pause goes on. [C2]
  if (resume && covers(pause, resume)) return []
  if (!lifecycle || !entersStates(pause.trigger)) return null
  const states = [...pause.trigger.states]
  const ends = (state: string): boolean => {
    const next = closure(movesFrom(state, lifecycle), lifecycle)
    if (!resume) return movesFrom(state, lifecycle).size > 0
    const { kind, states: wanted } = resume.trigger
    if (kind === 'leaves')
      return [...wanted].some((left) => (left === state || next.has(left)) && movesFrom(left, lifecycle).size > 0)
    return !entersStates(resume.trigger) || [...wanted].some((entered) => next.has(entered))
  }
  const stuck = states.filter((state) => !ends(state))
  return stuck.length === 0 ? null : stuck
}

/** A clock that begins with the assignment promises nothing to a lead that is never assigned. */
function handOverChecks(all: readonly Clocked[]): Draft[] {
  const assigns = (one: Clocked, key: 'start' | 'stop') => triggerOf(one, key)?.trigger.types.has('lead.assigned') === true
  const waiting = all.filter((one) => assigns(one, 'start') && triggerOf(one, 'start')?.trigger.types.size === 1)
  const [first] = waiting
  if (!first || all.some((one) => assigns(one, 'stop'))) return []
  const facts = { clauses: waiting.map(({ id }) => id) }
  return [draft('handover-without-owner', facts, { severity: 'warning', path: ['clauses', first.id, 'start'] })]
}
