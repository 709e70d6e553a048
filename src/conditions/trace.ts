/** What an evaluation saw: the tree of the condition with what each leaf read and what came out, as the engine explains it. */
import type { FactReference } from './node.ts'

/** Members are there only where the evaluation came by: a part that could no longer matter has no `result`. */
export interface LeafTrace {
  readonly fact: string
  readonly operator: string
  readonly value: unknown
  readonly path?: string
  readonly params?: FactReference['params']
  readonly priority?: number
  readonly name?: string
  /** What was read from the facts, after the path. */
  readonly factResult?: unknown
  /** What it was compared with: the value, or the other fact's. */
  readonly valueResult?: unknown
  readonly result?: boolean
}

interface GroupTrace {
  readonly priority: number
  readonly name?: string
  readonly result?: boolean
}

export interface AllTrace extends GroupTrace {
  readonly operator: 'all'
  readonly all: readonly ConditionTrace[]
}

export interface AnyTrace extends GroupTrace {
  readonly operator: 'any'
  readonly any: readonly ConditionTrace[]
}

export interface NotTrace extends GroupTrace {
  readonly operator: 'not'
  readonly not: ConditionTrace
}

/** A named condition that was not looked at; one that was stands here as what it names, without the name. */
export interface NamedTrace {
  readonly condition: string
  readonly priority?: number
  readonly name?: string
  readonly result?: boolean
}

export type ConditionTrace = AllTrace | AnyTrace | NotTrace | NamedTrace | LeafTrace
