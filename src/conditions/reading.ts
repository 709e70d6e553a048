import { type Issue, type IssueCode, type IssueFacts, type IssuePath, issue } from '../errors.ts'
import type { RuleEngine } from './engine.ts'
import { deepest } from './json-value.ts'

/** How many nodes a condition may have, those of the named conditions it leads to counted at each use. */
export const mostNodes = 10_000

/** What goes along while a condition is read: the names it may use, the issues so far, and the bounds. */
export interface Reading {
  readonly engine: RuleEngine
  readonly facts: ReadonlySet<string> | undefined
  readonly conditions: Readonly<Record<string, unknown>>
  readonly issues: Issue[]
  /** The objects around the one being read: one of them again would be a circle. */
  readonly open: Set<unknown>
  nodes: number
}

export function report(reading: Reading, code: IssueCode, path: IssuePath, facts: IssueFacts): undefined {
  reading.issues.push(issue(code, path, facts))
}

/** Reports the keys that are not among the known ones. */
export function reportUnknownKeys(node: object, known: readonly string[], path: IssuePath, reading: Reading): void {
  for (const key of Object.keys(node)) {
    if (!known.includes(key))
      report(reading, 'unknown-key', [...path, key], { expected: 'a key of a condition', got: key, known })
  }
}

/** Counts nodes, and reports once when there are too many; false from then on. */
export function countNodes(reading: Reading, count: number, path: IssuePath): boolean {
  const before = reading.nodes
  reading.nodes += count
  if (before <= mostNodes && reading.nodes > mostNodes) {
    report(reading, 'out-of-range', path, {
      expected: `a condition of at most ${mostNodes} nodes, named ones counted at each use`,
    })
  }
  return reading.nodes <= mostNodes
}

export function reportTooDeep(path: IssuePath, reading: Reading): undefined {
  return report(reading, 'out-of-range', path, { expected: `a condition nested at most ${deepest} deep, named ones included` })
}
