/** The ladders as rules of json-rules-engine, for those who run an `Engine` of their own. */
import type { Agreement } from '../agreement/agreement.ts'
import type { Condition } from '../conditions/condition.ts'
import { issue, LeadSlaError } from '../errors.ts'

/** A rule as `engine.addRule` takes it, plain JSON. */
export interface EnforcementRule {
  readonly name: string
  readonly conditions: Condition
  readonly event: { readonly type: string; readonly params: Readonly<Record<string, unknown>> }
  /** Steps are from the mildest to the hardest; of those that hold the one of the highest priority is taken. */
  readonly priority: number
}

/**
 * Returns the rules of a ladder: a period that is a strike, and a step whose condition holds. The facts are those of a
 * judgement that is neither idle nor in grace; where several hold, the one with the highest priority is the step.
 *
 * **Errors** throws `LeadSlaError` with `unknown-value` for a ladder that the agreement lacks.
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 *   enforcement: { ladders: { replies: { owedBy: 'sales', for: 'owner', per: 'month', steps: [{ name: 'talk', action: 'notice' }] } } },
 * })
 * enforcementRules(agreement, 'replies').map(({ name, event, priority }) => [name, event.type, priority]) //=> [['talk', 'notice', 1]]
 */
export function enforcementRules(agreement: Agreement, ladder: string): EnforcementRule[] {
  const found = agreement.enforcement.find(({ name }) => name === ladder)
  if (!found) {
    const known = agreement.enforcement.map(({ name }) => name)
    throw new LeadSlaError([issue('unknown-value', ['ladder'], { expected: 'a ladder of the agreement', got: ladder, known })])
  }
  return found.steps.map(({ name, when, action: { action, ...rest } }, index) => ({
    name,
    conditions: { all: [found.strike.condition, when.condition] },
    event: { type: action, params: { ladder, step: name, ...rest } },
    priority: index + 1,
  }))
}
