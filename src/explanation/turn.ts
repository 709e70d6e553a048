/** What an event did to a clock, before it is printed. */
import type { Hand } from '../evaluation/hand.ts'
import type { Pause } from '../evaluation/pause.ts'
import type { FoldedEvent } from '../events/event.ts'
import type { Because, RuleName, TurnKind } from './explanation.ts'

/** An event in short. */
export interface ToldEvent {
  readonly id: string
  readonly type: string
  readonly actor: string | null
  readonly reason: string | null
}

/** A turn with its instant as a number. */
export interface WatchedTurn {
  readonly at: number
  readonly what: TurnKind
  readonly because: Because
  readonly rule: RuleName
  readonly event: ToldEvent | null
  readonly hand?: Hand
  readonly fromDueAt?: number
  readonly toDueAt?: number
  readonly pause?: Pause
  readonly channel?: string
  readonly attempts?: number
}

/** Returns an event in short. */
export function toldOf({ id, type, actor, data }: FoldedEvent): ToldEvent {
  return { id, type, actor: actor?.id ?? null, reason: reasonIn(data) }
}

/** Data may throw when it is looked at, and what an event did must not depend on whether somebody looks. [E3] */
function reasonIn(data: FoldedEvent['data']): string | null {
  try {
    const reason = data?.reason
    return typeof reason === 'string' && reason !== '' ? reason : null
  } catch {
    return null
  }
}
