/** Whether a trigger fires with an event, read off the facts before and after it. [C1] Shares no code with `src`. */

import type { AgreementDocument, TriggerDocument } from '../../src/index.ts'
import { holds, type Moment } from './lead-moments.ts'

/** Returns true where the trigger fires with the last of the moments. */
export function fires(document: AgreementDocument, trigger: TriggerDocument | undefined, moments: readonly Moment[]): boolean {
  const [before, now] = [moments.at(-2), moments.at(-1)]
  if (trigger === undefined || now === undefined) return false
  const { event, left, entered, facts } = now
  const { conditions } = document
  if ('becomes' in trigger) {
    const held = before !== undefined && holds(trigger.becomes, before.facts, conditions)
    return !held && holds(trigger.becomes, facts, conditions)
  }
  if (trigger.when !== undefined && !holds(trigger.when, facts, conditions)) return false
  if ('on' in trigger) return listOf(trigger.on).includes(event.type)
  return statesOf(document, trigger).includes(('leaves' in trigger ? left : entered) ?? '')
}

/** Returns true for a trigger that is a state or a condition, where it is so after the moment. [C2] */
export function isSo(document: AgreementDocument, trigger: TriggerDocument, { facts }: Moment): boolean {
  const { conditions } = document
  if ('becomes' in trigger) return holds(trigger.becomes, facts, conditions)
  if ('on' in trigger || 'leaves' in trigger) return false
  return (
    statesOf(document, trigger).includes(facts.state ?? '') &&
    (trigger.when === undefined || holds(trigger.when, facts, conditions))
  )
}

/** Returns true where a pause without a resume of its own ends: its state was left, or its condition no longer holds. [C3] */
export function endsByItself(document: AgreementDocument, pause: TriggerDocument, { facts, left }: Moment): boolean {
  if ('becomes' in pause) return !holds(pause.becomes, facts, document.conditions)
  return statesOf(document, pause).includes(left ?? '')
}

function statesOf({ lifecycle }: AgreementDocument, trigger: TriggerDocument): readonly string[] {
  if ('enters' in trigger) return listOf(trigger.enters)
  if ('leaves' in trigger) return listOf(trigger.leaves)
  const states = Object.entries(lifecycle?.states ?? {})
  return 'disposed' in trigger ? states.filter(([, { disposition }]) => disposition).map(([name]) => name) : []
}

const listOf = (names: string | readonly string[]): readonly string[] => (typeof names === 'string' ? [names] : names)
