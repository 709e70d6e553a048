/** A trigger as the clause that follows `when`: `a lead is assigned`, `ein Lead zugewiesen wird`. */
import type { TriggerDocument } from '../agreement/clause-document.ts'
import type { ConditionDocument } from '../conditions/node.ts'
import { conditionInWords, lengthOf } from './condition-in-words.ts'
import type { Pen } from './pen.ts'
import { code, type Phrase } from './text/phrase.ts'
import type { Mention } from './words/clause-words.ts'

/** More comparisons than these stand beside a sentence and not in it. */
const mostInside = 2

/** Returns the trigger with its condition. `lead` is `a` where a lead is spoken of for the first time. */
export function triggerInWords(trigger: TriggerDocument, pen: Pen, lead: Mention = 'the'): Phrase {
  const plain = plainTrigger(trigger, pen, lead)
  const condition = whenOf(trigger)
  return condition === undefined ? plain : pen.words.condition.provided(plain, conditionInWords(condition, pen))
}

/** Returns the trigger for a sentence that says more than this: without a condition that is long to read. */
export function shortTrigger(trigger: TriggerDocument, pen: Pen, lead: Mention = 'the'): Phrase {
  const condition = whenOf(trigger)
  return condition !== undefined && lengthOf(condition) > mostInside
    ? plainTrigger(trigger, pen, lead)
    : triggerInWords(trigger, pen, lead)
}

function whenOf(trigger: TriggerDocument): ConditionDocument | undefined {
  return 'when' in trigger ? trigger.when : undefined
}

function plainTrigger(trigger: TriggerDocument, pen: Pen, lead: Mention): Phrase {
  const { trigger: words } = pen.words
  if ('becomes' in trigger) return words.becomes(lead, conditionInWords(trigger.becomes, pen))
  if ('on' in trigger) return eventsInWords(textsOf(trigger.on), pen, lead)
  if ('enters' in trigger) return words.enters(lead, pen.states(textsOf(trigger.enters)))
  if ('leaves' in trigger) return words.leaves(lead, pen.states(textsOf(trigger.leaves)))
  const { states = {} } = pen.agreement.document.lifecycle ?? {}
  return words.disposed(lead, pen.states(Object.keys(states).filter((name) => states[name]?.disposition === true)))
}

/** Returns the types of events as one clause; those without words are named together. */
export function eventsInWords(types: readonly string[], pen: Pen, lead: Mention = 'a'): Phrase {
  const { trigger: words } = pen.words
  const known = types.map((type) => eventInWords(type, pen, lead)).filter((words) => words !== undefined)
  const others = types.filter((type) => eventInWords(type, pen, lead) === undefined).map((type) => code(type))
  const clauses = others.length === 0 ? known : [...known, words.happens(pen.figures.list(others, 'or'))]
  return pen.figures.list(clauses, 'or')
}

/** Returns the words of a type of event: those that somebody gave, or those that the language has. */
function eventInWords(type: string, pen: Pen, lead: Mention): Phrase | undefined {
  const { events } = pen.words.trigger
  const own = pen.own(type)
  if (own !== undefined) return own
  return Object.hasOwn(events, type) ? events[type]?.(lead) : undefined
}

/** Returns the types of events that a trigger waits for. */
export function typesOf(trigger: TriggerDocument | undefined): string[] {
  return trigger && 'on' in trigger ? textsOf(trigger.on) : []
}

export function textsOf(value: string | readonly string[]): string[] {
  return typeof value === 'string' ? [value] : [...value]
}
