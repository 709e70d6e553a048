/** Which promises can concern somebody: all of the party's, but those that the facts of their leads rule out. */
import type { ClauseDocument } from '../../agreement/document.ts'
import { compileCondition } from '../../conditions/compile.ts'
import type { ConditionDocument, NamedConditions } from '../../conditions/node.ts'
import type { Pen } from '../pen.ts'
import type { Role } from './role.ts'

/** What is known of the leads of a role: their team, and facts that they all share. */
interface Known {
  readonly team: string | null
  readonly lead: Readonly<Record<string, unknown>>
  readonly named: NamedConditions
}

type Promises = readonly (readonly [id: string, clause: ClauseDocument])[]

/**
 * Returns the promises that may concern the leads of a role: those of its own party, and what the others owe, to this party by
 * name or to nobody in particular.
 */
export function promisesFor(
  { party, team }: Role,
  leads: Readonly<Record<string, unknown>>,
  pen: Pen,
): { readonly own: Promises; readonly others: Promises } {
  const { clauses, conditions = {} } = pen.agreement.document
  const known: Known = { team, lead: leads, named: conditions as NamedConditions }
  const concerning = (promised: (clause: ClauseDocument) => boolean, facts: Known) =>
    Object.entries(clauses).filter(([, clause]) => promised(clause) && concerns(clause, facts, clauses))
  return {
    own: concerning(({ owedBy }) => owedBy === party, known),
    // What the others do comes before a team has the lead.
    others: concerning(({ owedBy, owedTo }) => owedBy !== party && (owedTo === undefined || owedTo === party), {
      ...known,
      team: null,
    }),
  }
}

function concerns(clause: ClauseDocument, known: Known, clauses: { readonly [id: string]: ClauseDocument }): boolean {
  if (clause.kind === 'compliance') {
    const judged = Object.hasOwn(clauses, clause.clause) ? clauses[clause.clause] : undefined
    return judged === undefined || judged.kind === 'compliance' || concerns(judged, known, clauses)
  }
  const conditions: (ConditionDocument | undefined)[] = []
  if (clause.kind === 'timed' || clause.kind === 'cadence') {
    conditions.push('becomes' in clause.start ? clause.start.becomes : clause.start.when)
    if (clause.kind === 'timed') conditions.push(clause.requires)
  }
  return conditions.every((condition) => condition === undefined || holds(condition, known) !== false)
}

/** Returns whether the condition holds, `undefined` where that depends on what is not known. */
function holds(node: ConditionDocument, known: Known): boolean | undefined {
  if ('condition' in node) {
    const target = Object.hasOwn(known.named, node.condition) ? known.named[node.condition] : undefined
    return target ? holds(target, known) : undefined
  }
  if ('not' in node) {
    const inner = holds(node.not, known)
    return inner === undefined ? undefined : !inner
  }
  if ('all' in node) return all(node.all.map((member) => holds(member, known)))
  if ('any' in node) {
    const none = all(node.any.map((member) => negated(holds(member, known))))
    return negated(none)
  }
  return isKnown(node, known)
    ? compileCondition({ all: [node] }, { total: true }).test({ team: known.team, lead: known.lead })
    : undefined
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value
}

function all(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false
  return values.includes(undefined) ? undefined : true
}

function isKnown(
  { fact, path, value }: { readonly fact: string; readonly path?: string; readonly value: unknown },
  known: Known,
): boolean {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return false
  if (fact === 'team' && path === undefined) return known.team !== null
  if (fact !== 'lead' || path === undefined || !/^\$\.[^.[\]]+$/.test(path)) return false
  return Object.hasOwn(known.lead, path.slice(2))
}
