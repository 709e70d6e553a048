/**
 * A condition is json-rules-engine's condition JSON: a tree of `all`, `any` and `not` over leaves that compare one fact
 * with one value, and names of conditions defined elsewhere. These are its shapes, as written and as kept.
 */

/** Asks the value of another fact instead of a literal: `{ fact: 'limit' }`. */
export interface FactReference {
  readonly fact: string
  readonly path?: string
  readonly params?: Readonly<Record<string, unknown>>
}

/** One comparison: the fact (or what lies at `path` inside it), the operator, the value or a `FactReference`. */
export interface LeafCondition {
  readonly fact: string
  readonly operator: string
  readonly value: unknown
  readonly path?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly priority?: number
  readonly name?: string
}

interface Labelled {
  readonly name?: string
  readonly priority?: number
}

export interface AllCondition extends Labelled {
  readonly all: readonly ConditionNode[]
}

export interface AnyCondition extends Labelled {
  readonly any: readonly ConditionNode[]
}

export interface NotCondition extends Labelled {
  readonly not: ConditionNode
}

/** Stands for the condition that the agreement defines under this name. */
export interface NamedCondition extends Labelled {
  readonly condition: string
}

/** A whole condition: the engine wants `all`, `any`, `not` or `condition` at the root, never a bare leaf. */
export type Condition = AllCondition | AnyCondition | NotCondition | NamedCondition

export type ConditionNode = Condition | LeafCondition

/** What a person writes. A bare leaf is taken as `{ all: [leaf] }`, which means the same to the engine. */
export type ConditionDocument = ConditionNode

/** The named conditions of an agreement. */
export type NamedConditions = Readonly<Record<string, Condition>>

/** The facts of one evaluation, by name: plain values, never functions or promises. */
export type Facts = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns whether the engine would read the value as a reference: an object with a member `fact` of its own. */
export function isFactReference(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'fact')
}
