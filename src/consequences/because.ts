/** Says in sentences what a condition read and what came out: which fact, which comparison, which numbers. */
import type { ConditionTrace, LeafTrace } from '../conditions/trace.ts'
import { printValue } from '../errors.ts'
import { printDuration } from '../time/duration.ts'
import type { LadderFacts } from './consequence.ts'

const comparisons: Readonly<Record<string, string>> = {
  equal: 'equal to',
  notEqual: 'other than',
  lessThan: 'less than',
  lessThanInclusive: 'at most',
  greaterThan: 'more than',
  greaterThanInclusive: 'at least',
  in: 'one of',
  notIn: 'none of',
}

/** Returns a sentence for each comparison that was made, in the order of the condition. */
export function sentencesOf(trace: ConditionTrace, facts: Pick<LadderFacts, 'kept' | 'decided'>): string[] {
  return leavesOf(trace).flatMap(({ fact, operator, factResult, valueResult, result }) => {
    if (result === undefined) return []
    const name = Object.hasOwn(comparisons, operator) ? comparisons[operator] : operator
    const sample = fact === 'keptShare' && factResult !== null ? ` (${facts.kept} of ${facts.decided})` : ''
    return [
      `${fact} is ${printed(fact, factResult)}${sample}, which is ${result ? '' : 'not '}${name} ${printed(fact, valueResult)}`,
    ]
  })
}

function leavesOf(trace: ConditionTrace): LeafTrace[] {
  if ('all' in trace) return trace.all.flatMap(leavesOf)
  if ('any' in trace) return trace.any.flatMap(leavesOf)
  if ('not' in trace) return leavesOf(trace.not)
  return 'fact' in trace ? [trace] : []
}

function printed(fact: string, value: unknown): string {
  if (typeof value === 'number') return fact.endsWith('Ms') ? printDuration(value) : String(value)
  return Array.isArray(value) ? value.map(printValue).join(', ') : printValue(value)
}
