import type { Shown } from './engine.ts'
import type { Facts } from './node.ts'
import type { PlainLeaf } from './plain-leaf.ts'
import type { ConditionTrace } from './trace.ts'

/** One compiled node. `test` gives the operator's raw answer, since what is not `true` itself counts as false in company. */
export interface Part {
  readonly test: (facts: Facts) => unknown
  readonly explain: (facts: Facts) => ConditionTrace
  /** How the node stands in an explanation that never came to it. */
  readonly unvisited: ConditionTrace
  /** Whether no JSON data can make it throw, so that leaving it out cannot hide an error. */
  readonly safe: boolean
  /** The leaf as data, where it is a plain one. */
  readonly leaf?: PlainLeaf
}

/** A part that can stand at the root, where the answer is that of the whole condition. */
export interface RootPart extends Part {
  readonly test: (facts: Facts) => boolean
}

/** The members of a trace are those of the written node, which is untyped where it was never checked. */
export function traceOf(shown: Shown): ConditionTrace {
  return shown as unknown as ConditionTrace
}

/** Returns a part that throws whenever it is evaluated, as the engine does on names that it does not know. */
export function failing(shown: Shown, message: string): RootPart {
  const fail = (): never => {
    throw new Error(message)
  }
  return { test: fail, explain: fail, unvisited: traceOf(shown), safe: false }
}
