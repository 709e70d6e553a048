import type { GroupKind, Shown } from './engine.ts'
import { type Part, type RootPart, traceOf } from './part.ts'
import { holdInOrder, holdTogether, type PlainLeaf } from './plain-leaf.ts'
import type { ConditionTrace } from './trace.ts'

/** The places of the parts that the engine evaluates together; it decides only between one set and the next. */
type Sets = readonly (readonly number[])[]

type Test = RootPart['test']

/**
 * Returns the compiled group: sets of equal priority run from the highest down, and stop when the outcome is certain.
 *
 * Inside a set the engine evaluates every part, so that one missing fact fails a run that another part has already
 * decided. That is kept; only a set in which nothing can throw stops early, since nobody can tell the difference.
 *
 * **Edges** no parts at all are true, for `any` too; a lone part at the root passes its raw answer through, while below
 * the root only `true` itself counts.
 */
export function compileGroup(
  kind: GroupKind,
  shown: Shown,
  parts: readonly Part[],
  priorities: readonly unknown[],
  root: boolean,
): RootPart {
  const sets = setsOf(priorities)
  return {
    test: testOf(kind, parts, sets, root),
    explain: explainOf(kind, shown, parts, sets, root),
    unvisited: traceOf(shown),
    safe: parts.every((part) => part.safe),
  }
}

/** The engine's own ordering, down to how it breaks ties between keys such as `1` and `1.0`. */
function setsOf(priorities: readonly unknown[]): Sets {
  const sets: Record<string, number[]> = {}
  for (const [index, priority] of priorities.entries()) {
    const key = String(priority)
    sets[key] ??= []
    sets[key].push(index)
  }
  const keys = Object.keys(sets).sort((a, b) => (Number(a) > Number(b) ? -1 : 1))
  return keys.map((key) => sets[key] ?? [])
}

function testOf(kind: GroupKind, parts: readonly Part[], sets: Sets, root: boolean): Test {
  const [first] = parts
  if (!first) return alwaysTrue
  if (kind === 'not') return negation(first.test)
  if (parts.length === 1) return root ? loosely(first.test) : strictly(first.test)
  const every = kind === 'all'
  if (parts.every((part) => part.safe)) return inOrder(every, partsIn(sets.flat(), parts))
  const tests = sets.map((set) => {
    const members = partsIn(set, parts)
    return members.every((part) => part.safe) ? inOrder(every, members) : together(every, members)
  })
  return tests.length === 1 ? (tests[0] ?? alwaysTrue) : inTurn(every, tests)
}

function partsIn(set: readonly number[], parts: readonly Part[]): Part[] {
  return set.flatMap((index) => parts[index] ?? [])
}

function alwaysTrue(): boolean {
  return true
}

function negation(test: Part['test']): Test {
  return (facts) => !test(facts)
}

function loosely(test: Part['test']): Test {
  return (facts) => Boolean(test(facts))
}

function strictly(test: Part['test']): Test {
  return (facts) => test(facts) === true
}

function inOrder(every: boolean, parts: readonly Part[]): Test {
  const leaves = leavesOf(parts)
  return leaves ? (facts) => holdInOrder(every, leaves, facts) : inTurn(every, testsOf(parts))
}

function inTurn(every: boolean, tests: readonly Part['test'][]): Test {
  return (facts) => {
    for (const test of tests) if ((test(facts) === true) !== every) return !every
    return every
  }
}

function together(every: boolean, parts: readonly Part[]): Test {
  const leaves = leavesOf(parts)
  if (leaves) return (facts) => holdTogether(every, leaves, facts)
  const tests = testsOf(parts)
  return (facts) => {
    let outcome = every
    for (const test of tests) if ((test(facts) === true) !== every) outcome = !every
    return outcome
  }
}

function testsOf(parts: readonly Part[]): Part['test'][] {
  return parts.map((part) => part.test)
}

function leavesOf(parts: readonly Part[]): readonly PlainLeaf[] | undefined {
  const leaves = parts.flatMap((part) => part.leaf ?? [])
  return leaves.length === parts.length ? leaves : undefined
}

function explainOf(kind: GroupKind, shown: Shown, parts: readonly Part[], sets: Sets, root: boolean): Part['explain'] {
  const [first] = parts
  if (kind === 'not' && first) {
    return (facts) => {
      const not = first.explain(facts)
      return traceOf({ ...shown, not, result: !not.result })
    }
  }
  const every = kind === 'all'
  const trace = groupTrace(kind, shown)
  const isLoose = root && parts.length === 1
  const isPassed = (result: unknown): boolean => (isLoose ? Boolean(result) : result === true)
  const unvisited = parts.map((part) => part.unvisited)
  return (facts) => {
    const traces = unvisited.slice()
    let result = every || parts.length === 0
    for (const set of sets) {
      for (const index of set) {
        const found = (parts[index] as Part).explain(facts)
        traces[index] = found
        if (isPassed(found.result) !== every) result = !every
      }
      if (result !== every) break
    }
    return trace(traces, result)
  }
}

function groupTrace(kind: GroupKind, shown: Shown): (traces: readonly ConditionTrace[], result: boolean) => ConditionTrace {
  const { operator, priority } = shown
  if (Object.keys(shown).length > 3) return (traces, result) => traceOf({ ...shown, [kind]: traces, result })
  if (kind === 'all') return (all, result) => traceOf({ operator, priority, all, result })
  return (any, result) => traceOf({ operator, priority, any, result })
}
