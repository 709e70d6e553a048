/** The search for a course of events that starts the clock of a goal; every try is decided by the evaluation. */
import type { Agreement } from '../../agreement/agreement.ts'
import type { CadenceClauseDocument } from '../../agreement/cadence-document.ts'
import type { TimedClauseDocument, TriggerDocument } from '../../agreement/clause-document.ts'
import type { ConditionDocument, NamedConditions } from '../../conditions/node.ts'
import { LeadSlaError } from '../../errors.ts'
import type { Obligation } from '../../evaluation/obligation.ts'
import type { LeadEvent } from '../../events/event.ts'
import { evaluate } from '../../periods/evaluate.ts'
import { printInstant, readInstant } from '../../time/instant.ts'
import { msOfDay } from '../../time/plain-date.ts'
import { clockedClause, isClocked } from '../clocked.ts'
import { type Assignment, fittingFacts, type Wish } from './fitting-facts.ts'
import { instructiveStarts } from './instructive-start.ts'
import { eventsAt, factsAt, type Happening, type Start, sceneOf, settledBy, startsOf } from './scene.ts'

/** What was found: the obligation that the evaluation makes of the events, and how its clock starts. */
export interface Found {
  readonly events: readonly LeadEvent[]
  readonly start: Start
  readonly obligation: Obligation
}

/** Returns a course of events for one goal, `null` where none was found; `first` is the day from which to look. */
export function findExample(agreement: Agreement, id: string, goal: number, first: number): Found | null {
  const document = agreement.document.clauses[id]
  const clause = clockedClause(agreement, id)
  const target = clause?.goals[goal]?.target
  if (!clause || !target || !isClocked(document)) return null
  const from = Math.max(agreement.effective.from, clause.clock.zone.instantOfLocal(first * msOfDay))
  const openMs = target.kind === 'duration' ? target.ms : null
  const starts = instructiveStarts(clause.clock, openMs, [from, agreement.effective.to])
  const wishes = wishesOf(document, goal)
  const predecessor = document.kind === 'timed' && document.after !== undefined ? closedScene(agreement, document.after, 0) : []
  for (const start of startsOf(document.start, agreement)) {
    const facts = factsFor(agreement, start, wishes)
    if (!facts) continue
    for (const at of starts) {
      const due = target.kind === 'dueFrom' ? dueFact(target, at) : null
      const scene = sceneOf(start, due ? new Map([...facts, due]) : facts, agreement)
      const events = eventsAt(at, after(predecessor, scene))
      const obligation = obligationOf(agreement, events, at, { clause: id, goal })
      if (obligation?.dueAt) return { events, start, obligation }
    }
  }
  return null
}

/** More clauses in a row than these wait for each other nowhere. */
const mostPredecessors = 8

/** Returns what starts and stops the clock of a clause, so that the one that waits for it may start; the evaluation has the last word. */
function closedScene(agreement: Agreement, id: string, depth: number): Happening[] {
  const document = agreement.document.clauses[id]
  if (document?.kind !== 'timed' || depth > mostPredecessors) return []
  const before = document.after === undefined ? [] : closedScene(agreement, document.after, depth + 1)
  const happens = (trigger: TriggerDocument, wishes: readonly Wish[]): Happening[] => {
    for (const start of startsOf(trigger, agreement)) {
      const facts = factsFor(agreement, start, wishes)
      if (facts) return sceneOf(start, facts, agreement)
    }
    return []
  }
  const stop = document.stop
  const stopped = happens(stop, 'when' in stop && stop.when !== undefined ? [{ condition: stop.when, holds: true }] : [])
  return [...after(before, happens(document.start, wishesOf(document, 0))), ...stopped.slice(-1)]
}

/** A lead is created once; what is known of it later is an update. */
function after(before: readonly Happening[], scene: readonly Happening[]): Happening[] {
  if (before.length === 0) return [...scene]
  const last = scene.length - 1
  return [
    ...before,
    ...scene.map((each, index) => (each.type === 'lead.created' && index < last ? { ...each, type: 'lead.updated' } : each)),
  ]
}

/** What must be so when the clock starts: the start's own condition, what it requires, and that this goal wins. */
function wishesOf(document: TimedClauseDocument | CadenceClauseDocument, goal: number): Wish[] {
  const { start, within } = document
  const wishes: Wish[] = []
  const wish = (condition: ConditionDocument | undefined, holds = true) => {
    if (condition !== undefined) wishes.push({ condition, holds })
  }
  wish('becomes' in start ? start.becomes : start.when)
  if (document.kind === 'timed') wish(document.requires)
  if (Array.isArray(within)) {
    for (const [index, each] of within.slice(0, goal + 1).entries()) wish(each.when, index === goal)
  }
  return wishes
}

function factsFor(agreement: Agreement, start: Start, wishes: readonly Wish[]): Assignment | null {
  const named = agreement.document.conditions ?? {}
  const fixed = settledBy(start)
  const states = Object.keys(agreement.document.lifecycle?.states ?? {})
  return fittingFacts(wishes, named as NamedConditions, {
    fixed,
    states,
    factsOf: (assignment) => factsAt(start, assignment, agreement),
  })
}

/** The instant that somebody agreed on: on the next day, a little later. */
function dueFact(
  { fact, keys }: { readonly fact: 'lead' | 'event'; readonly keys: readonly string[] },
  at: number,
): [string, unknown] {
  return [`${fact} $.${keys.join('.')}`, printInstant(at + 25 * 3_600_000)]
}

/** Returns what the evaluation makes of the events: the clock of this goal that starts with them and is open. */
function obligationOf(
  agreement: Agreement,
  events: readonly LeadEvent[],
  at: number,
  { clause, goal }: { readonly clause: string; readonly goal: number },
): Obligation | undefined {
  const { name, target } = clockedClause(agreement, clause)?.goals[goal] ?? {}
  const targetMs = target?.kind === 'duration' ? target.ms : null
  try {
    const { obligations } = evaluate(agreement, events, { asOf: at })
    // Two goals may have one name; their targets tell them apart.
    const clocks = obligations.filter((each) => each.clause === clause && each.goal === (name ?? String(goal + 1)))
    return clocks.find((each) => each.status === 'open' && readInstant(each.startedAt) === at && each.targetMs === targetMs)
  } catch (error) {
    if (error instanceof LeadSlaError) return undefined
    throw error
  }
}
