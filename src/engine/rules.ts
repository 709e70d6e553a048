/**
 * The rules that say what has come to pass: one for each situation, and one for each step of a ladder. They decide as the live
 * side does, and their events say about which promise they are.
 */
import type { Agreement } from '../agreement/agreement.ts'
import type { LadderStep } from '../agreement/followups.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { ConditionNode } from '../conditions/node.ts'
import { rootInEngine, type Wording } from './agreed-condition.ts'
import type { RuleProperties } from './host.ts'
import { type Situation, situationNames } from './situations.ts'
import type { SlaFacts } from './sla-facts.ts'

const eventFacts = {
  ...{ key: 'key', agreement: 'agreement', version: 'version', clause: 'clause', lead: 'leadId', cycle: 'cycle', party: 'party' },
  ...{ owner: 'inCharge', team: 'inChargeTeam', status: 'status', asOf: 'asOf', dueAt: 'dueAt', breachedAt: 'breachedAt' },
  ...{ usedMs: 'usedMs', targetMs: 'targetMs', remainingMs: 'remainingMs', overdueMs: 'overdueMs' },
} as const satisfies Record<string, keyof SlaFacts>

type EventFacts = { readonly [Param in keyof typeof eventFacts]: SlaFacts[(typeof eventFacts)[Param]] }

/** What every event of a rule holds: the facts of the promise, `owner` and `team` being those who answer for it. */
export interface SlaEventParams extends EventFacts {
  /** Of `sla:escalation`: the step of the ladder, as the effect of the live side names it. */
  readonly step?: string
  readonly action?: 'notify' | 'reassign' | 'pool'
  readonly to?: string
  /** Of a reassignment: all who had the lead. */
  readonly notTo?: readonly string[]
}

/** The type of the events of ladders. */
const escalation = 'sla:escalation'

/** Returns a rule for each situation; the conditions are those of the same name in the engine. */
export function situationRules({ prefix }: Wording): RuleProperties[] {
  return situationNames.map((name: Situation) => ({
    name: prefix + name,
    conditions: { condition: prefix + name },
    event: { type: prefix + name, params: {} },
    onSuccess: filling(prefix, []),
  }))
}

/** Returns a rule for each step of the ladders of a version. */
export function ladderRules(agreement: Agreement, wording: Wording): RuleProperties[] {
  return [...agreement.clauses.values()].flatMap((clause) => {
    const document = agreement.document.clauses[clause.id]
    const written = document?.kind === 'timed' ? (document.escalation ?? []) : []
    return clause.ladder.map((step, index) => ladderRule(agreement, clause, step, written[index]?.when, wording))
  })
}

function ladderRule(
  { id, version }: Agreement,
  clause: TimedClause,
  { name, afterMs, action, to }: LadderStep,
  when: ConditionNode | undefined,
  wording: Wording,
): RuleProperties {
  const { prefix } = wording
  const conditions: ConditionNode = {
    all: [
      // What is about other promises is done with first: of higher priority, and so asked alone.
      { fact: 'clause', operator: 'equal', value: clause.id, priority: 9 },
      { fact: 'version', operator: 'equal', value: version, priority: 9 },
      { fact: 'agreement', operator: 'equal', value: id, priority: 9 },
      { fact: 'closedAt', operator: 'equal', value: null, priority: 8 },
      { fact: 'isExcused', operator: 'equal', value: false, priority: 8 },
      { fact: 'isPaused', operator: 'notEqual', value: true, priority: 8 },
      { fact: 'toldSteps', operator: 'doesNotContain', value: name, priority: 8 },
      { fact: 'overdueMs', operator: 'greaterThanInclusive', value: afterMs, priority: 8 },
      ...(when === undefined ? [] : [{ all: [when], priority: 1 }]),
    ],
  }
  return {
    name: [`${prefix}${escalation}`, version, clause.id, name].join('/'),
    conditions: rootInEngine(conditions, wording) as RuleProperties['conditions'],
    event: { type: prefix + escalation, params: { step: name, action, to } },
    onSuccess: filling(prefix, action === 'reassign' ? [['notTo', 'hadBy']] : []),
  }
}

/**
 * An event of a rule is fixed when the rule is made; what it says of the promise is filled in when the rule holds, before
 * anybody is told, so that it does not hang on an option of the engine.
 */
function filling(
  prefix: string,
  more: readonly (readonly [param: string, fact: keyof SlaFacts])[],
): NonNullable<RuleProperties['onSuccess']> {
  const wanted = [...Object.entries(eventFacts), ...more]
  return async ({ params }, almanac) => {
    for (const [param, fact] of wanted) if (params) params[param] = await almanac.factValue(prefix + fact)
  }
}
