/**
 * What the rules of the stick and the carrot may read: facts of a party, a team or a person over a period, and never who
 * it is. A rule that could read a name could be written against somebody.
 */
import { type CompiledCondition, compileCondition } from '../conditions/compile.ts'
import { type Condition, parseCondition } from '../conditions/condition.ts'
import { type IssuePath, LeadSlaError } from '../errors.ts'
import type { Scope } from './scope.ts'

/** Whose conduct is looked at. A team and an owner are those that the obligations name. */
export type SubjectKind = 'party' | 'team' | 'owner'

const clockFacts = [
  'for',
  'party',
  'role',
  'decided',
  'kept',
  'breaches',
  'openBreaches',
  'pending',
  'excluded',
  'keptShare',
  'worstLateMs',
  'totalLateMs',
] as const

/** Only a party owes what is counted over a period. */
const promiseFacts = ['promisesMet', 'promisesMissed', 'attainment'] as const

const own = { strike: [], step: ['strikes', 'consecutive'], badge: ['points', 'cleanPeriods'] } as const

/** Returns the names of the facts that a rule may read: of a strike, of a step of a ladder, or of a badge. */
export function factNames(use: keyof typeof own, of: SubjectKind): readonly string[] {
  return [...clockFacts, ...(of === 'party' ? promiseFacts : []), ...own[use]]
}

/** Every name that a rule of enforcement or incentives may read somewhere. */
export const everyConductFact: readonly string[] = [...clockFacts, ...promiseFacts, ...own.step, ...own.badge]

/** A condition over such facts, with its JSON, which json-rules-engine takes as it is. */
export interface ConductRule extends CompiledCondition {
  readonly condition: Condition
}

/** Returns the compiled condition; `null` when there is none, `undefined` when it is wrong. Named conditions read leads, so none is known here. */
export function readConductRule(
  value: unknown,
  path: IssuePath,
  scope: Scope,
  facts: readonly string[],
): ConductRule | null | undefined {
  if (value === undefined) return null
  const condition = scope.take(parseCondition(value, path, { facts }))
  if (!condition) return undefined
  try {
    return { condition, ...compileCondition(condition, { total: true }) }
  } catch (error) {
    if (!(error instanceof LeadSlaError)) throw error
    scope.issues.push(...error.issues.map((found) => ({ ...found, path })))
    return undefined
  }
}
