/**
 * The lifecycle says where a lead can stand: states, the moves between them, and which of them dispose of the lead. A move
 * that the lifecycle does not allow has still happened: it is applied, and a finding tells of it. Only a move to a state
 * that does not exist is refused.
 */
import type { CompiledCondition } from '../conditions/compile.ts'

export interface State {
  readonly name: string
  readonly definition: string | null
  readonly to: ReadonlySet<string>
  readonly disposition: boolean
  /** What must hold for a lead that enters; `null` when anything may. */
  readonly entry: CompiledCondition | null
  /** The parties whose members may move a lead here; `null` for everybody. */
  readonly by: ReadonlySet<string> | null
}

export interface Lifecycle {
  readonly initial: string
  readonly states: ReadonlyMap<string, State>
}

/** Something that is no mistake in itself but worth a look; never changes a result. */
export interface Unsoundness {
  readonly code: 'unreachable-state' | 'dead-end-state' | 'no-disposition'
  readonly state: string | null
  readonly message: string
}

/**
 * Returns what is unsound about a lifecycle: states that no move leads to, states that no move leaves and that dispose of
 * nothing, and a lifecycle in which no lead can ever be disposed of.
 */
export function unsoundness(lifecycle: Lifecycle): Unsoundness[] {
  const reached = new Set([lifecycle.initial])
  for (const name of reached) for (const next of lifecycle.states.get(name)?.to ?? []) reached.add(next)
  const found: Unsoundness[] = []
  for (const { name, to, disposition } of lifecycle.states.values()) {
    if (!reached.has(name))
      found.push({ code: 'unreachable-state', state: name, message: `no move leads from ${lifecycle.initial} to ${name}` })
    if (to.size === 0 && !disposition) {
      found.push({ code: 'dead-end-state', state: name, message: `no move leaves ${name}, and it is no disposition` })
    }
  }
  if (![...lifecycle.states.values()].some(({ disposition }) => disposition)) {
    found.push({ code: 'no-disposition', state: null, message: 'no state is a disposition, so no lead is ever disposed of' })
  }
  return found
}
