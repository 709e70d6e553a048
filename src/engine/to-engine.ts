/** An agreement as an engine of json-rules-engine, for apps that decide with one. */
import { type AnyAgreement, versionsOf } from '../agreement/versions.ts'
import { ruleEngine } from '../conditions/engine.ts'
import type { ConditionNode } from '../conditions/node.ts'
import { type Issue, issue, LeadSlaError } from '../errors.ts'
import { parseDuration } from '../time/duration.ts'
import { factAtPath, readFactName, rootInEngine, type Wording } from './agreed-condition.ts'
import { type Engine, isEngine, outfitted } from './host.ts'
import { clocksOf } from './moment.ts'
import { slaOperators } from './operators.ts'
import { ladderRules, situationRules } from './rules.ts'
import { situationsOf, type Thresholds } from './situations.ts'
import { noFacts } from './sla-facts.ts'

export interface EngineOptions {
  /** The engine that the app has; without it a new one is made. */
  readonly into?: Engine
  /** Stands before every name: of facts, operators, conditions, rules and events. None unless given. */
  readonly prefix?: string
  /** The share of the target from which on a promise is at risk; three quarters unless given. */
  readonly atRisk?: number
  /** The business time before due from which on a promise is due soon, as an ISO 8601 duration; an hour unless given. */
  readonly dueSoon?: string
}

interface Settings extends Thresholds {
  readonly into: Engine | undefined
  readonly prefix: string
}

/**
 * Returns an engine of json-rules-engine that knows the promises of an agreement: run it on the facts of one of them.
 *
 * It has the operators `exceeds`, `withinBusiness` and `beforeDue`; the named conditions of the agreement; a condition and a rule for each
 * situation, such as `sla:breached`; and a rule for each step of a ladder, whose event is `sla:escalation`.
 *
 * **Edges** of several versions each has its ladders, and a named condition is that of the latest version that has it. A run
 * without the facts of a promise gives none of the events. **Errors** throws `LeadSlaError`: `invalid-name` for a name that
 * the given engine has already, and for a prefix that is no name; `out-of-range`, `invalid-duration`, `wrong-type`,
 * `unknown-key` for the other options; the issues of a wrong agreement. Nothing is put into the engine then.
 * **Source** [F3]; json-rules-engine 7.3.
 *
 * @example
 * import { factsOfLead } from 'lead-sla/engine'
 *
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: {
 *     reply: {
 *       kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H',
 *       escalation: [{ name: 'manager', after: 'PT1H' }],
 *     },
 *   },
 * })
 * const asOf = '2026-04-07T12:00:00Z'
 * const created = { id: '1', lead: 'L-1', type: 'lead.created', at: '2026-04-07T10:00:00Z' }
 * const [facts] = factsOfLead(agreement, step(agreement, init(agreement, 'L-1'), created).state, { asOf })
 * const { events } = await toEngine(agreement).run(facts)
 * events.map(({ type, params }) => [type, params?.clause, params?.lead, params?.step])
 * //=> [['sla:breached', 'reply', 'L-1', undefined], ['sla:escalation', 'reply', 'L-1', 'manager']]
 */
export function toEngine(agreement: AnyAgreement, options: EngineOptions = {}): Engine {
  const versions = versionsOf(agreement).map(({ agreement: version }) => version)
  const settings = settingsOf(options)
  const { prefix, into } = settings
  const operators: Wording['operators'] = new Map()
  const ownPaths = into === undefined || ruleEngine(into).ownPaths
  const conditions = new Map<string, object>()
  const rules = versions.flatMap((version) => {
    const named = (version.document.conditions ?? {}) as Readonly<Record<string, ConditionNode>>
    const wording: Wording = { prefix, ownPaths, operators, conditions: named }
    for (const [name, condition] of Object.entries(named)) conditions.set(prefix + name, rootInEngine(condition, wording))
    return ladderRules(version, wording)
  })
  const wording: Wording = { prefix, ownPaths, operators, conditions: {} }
  for (const [name, condition] of Object.entries(situationsOf(settings))) {
    if (conditions.has(prefix + name)) throw taken(name)
    conditions.set(prefix + name, rootInEngine(condition, wording))
  }
  rules.push(...situationRules(wording))
  for (const [name, operator] of slaOperators(clocksOf(versions))) operators.set(prefix + name, operator)
  const facts = new Map<string, unknown>(Object.keys(noFacts).map((name) => [prefix + name, null]))
  facts.set(prefix + readFactName, factAtPath)
  return outfitted(into, { facts, operators, conditions, rules })
}

function taken(name: string): LeadSlaError {
  const expected = 'another name for a condition than that of a situation'
  return new LeadSlaError([issue('invalid-name', ['conditions', name], { expected, got: name })])
}

const optionNames = ['into', 'prefix', 'atRisk', 'dueSoon']
const prefixName = /^(?:[\p{L}_][\p{L}\p{N}._-]{0,63})?$/u

function settingsOf(options: EngineOptions): Settings {
  const issues: Issue[] = []
  const { into, prefix = '', atRisk = 0.75, dueSoon = 'PT1H' } = options
  for (const key of Object.keys(options)) {
    if (!optionNames.includes(key))
      issues.push(issue('unknown-key', [key], { expected: 'an option', got: key, known: optionNames }))
  }
  if (into !== undefined && !isEngine(into))
    issues.push(issue('wrong-type', ['into'], { expected: 'an Engine of json-rules-engine', got: into }))
  if (typeof prefix !== 'string' || !prefixName.test(prefix)) {
    const expected = 'at most 64 letters, digits, dots, dashes and underscores that begin with a letter'
    issues.push(issue('invalid-name', ['prefix'], { expected, got: prefix }))
  }
  if (!(typeof atRisk === 'number' && atRisk > 0 && atRisk < 1))
    issues.push(issue('out-of-range', ['atRisk'], { expected: 'a share of the target between 0 and 1', got: atRisk }))
  const before = parseDuration(dueSoon, ['dueSoon'])
  if (!before.ok) issues.push(...before.issues)
  else if (before.value <= 0)
    issues.push(issue('out-of-range', ['dueSoon'], { expected: 'an amount of time of more than zero', got: dueSoon }))
  if (issues.length > 0 || !before.ok) throw new LeadSlaError(issues)
  return { into, prefix, atRisk, dueSoonMs: before.value }
}
