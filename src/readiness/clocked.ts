/** The clauses that have a clock, timed ones and cadences, with their triggers by name: what most checks of a document look at. */
import type { Agreement } from '../agreement/agreement.ts'
import { askedTypes } from '../agreement/asked-types.ts'
import type { CadenceClauseDocument } from '../agreement/cadence-document.ts'
import type { TimedClauseDocument } from '../agreement/clause-document.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { ConditionDocument } from '../conditions/condition.ts'
import { canonicalText } from '../content.ts'
import type { TriggerKey } from './facts.ts'

export interface NamedTrigger {
  readonly key: TriggerKey
  readonly trigger: Trigger
  /** The condition as the document writes it. */
  readonly when: ConditionDocument | null
}

export interface Clocked {
  readonly id: string
  readonly document: TimedClauseDocument | CadenceClauseDocument
  readonly clause: TimedClause
  readonly triggers: readonly NamedTrigger[]
}

const keys = ['start', 'stop', 'pause', 'resume', 'cancel', 'reset'] as const

/** Returns the clauses with a clock, in the order of the document. A cadence that only its attempts fulfil has no stop. */
export function clocked({ document, clauses, cadences }: Agreement): Clocked[] {
  return Object.entries(document.clauses).flatMap(([id, own]): Clocked[] => {
    if (own.kind !== 'timed' && own.kind !== 'cadence') return []
    const cadence = cadences.get(id)
    const clause = clauses.get(id) ?? cadence?.timed
    if (!clause) return []
    const triggers = keys.flatMap((key): NamedTrigger[] => {
      const trigger = clause[key]
      const isThere = trigger !== null && (trigger.kind !== 'on' || trigger.types.size > 0)
      return isThere ? [{ key, trigger, when: conditionOf(Reflect.get(own, key)) }] : []
    })
    if (cadence) triggers.push({ key: 'attempt', trigger: cadence.attempt, when: conditionOf(Reflect.get(own, 'attempt')) })
    return [{ id, document: own, clause, triggers }]
  })
}

/** Returns the condition of a trigger in a document that has been checked. */
export function conditionOf(trigger: unknown): ConditionDocument | null {
  const { when, becomes } = (trigger ?? {}) as { readonly when?: ConditionDocument; readonly becomes?: ConditionDocument }
  return when ?? becomes ?? null
}

/** Returns true where whatever fires the second trigger fires the first one as well, as far as the document shows. */
export function covers(wider: NamedTrigger, narrower: NamedTrigger): boolean {
  const [own, other] = [wider.trigger, narrower.trigger]
  if (wider.when !== null && canonicalText(wider.when) !== canonicalText(narrower.when)) return false
  if (own.kind === 'becomes' || other.kind === 'becomes') return own.kind === other.kind
  if (entersStates(own) !== entersStates(other) || (own.kind !== other.kind && !entersStates(own))) return false
  return [...other.types].every((type) => own.types.has(type)) && [...other.states].every((state) => own.states.has(state))
}

/** A disposition is the entry to one of some states. */
export function entersStates({ kind }: Trigger): boolean {
  return kind === 'enters' || kind === 'disposed'
}

export function triggerOf({ triggers }: Clocked, key: TriggerKey): NamedTrigger | undefined {
  return triggers.find((each) => each.key === key)
}

/** What the library understands without being asked. */
const ownTypes = [
  ...(['lead.created', 'lead.updated', 'lead.moved', 'lead.assigned', 'lead.merged'] as const),
  ...(['opportunity.created', 'opportunity.updated'] as const),
]

/** Returns the types of events that mean something under an agreement. */
export function typesAsked(agreement: Agreement): Set<string> {
  const timed = clocked(agreement).flatMap(({ triggers, clause }) => {
    return [...triggers.flatMap(({ trigger }) => [...trigger.types]), ...(clause.excuse?.rejected.types ?? [])]
  })
  return new Set([...ownTypes, ...timed, ...askedTypes(agreement)])
}
