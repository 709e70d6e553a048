/** A change between two versions as sentences: what it is about, how it was and is, and whom it binds otherwise. */
import type { GoalDocument } from '../../agreement/clause-document.ts'
import type { ClauseDocument } from '../../agreement/document.ts'
import { isRecord } from '../../content.ts'
import type { IssuePath } from '../../errors.ts'
import type { Change } from '../../revision/diff.ts'
import { agreementShape, type Shape } from '../../revision/shape.ts'
import { conditionInWords } from '../condition-in-words.ts'
import { calendarText } from '../parts/calendars.ts'
import { goalsOf, leadsOf } from '../parts/clause.ts'
import type { Pen } from '../pen.ts'
import { promiseInWords, quantityInWords } from '../promise-in-words.ts'
import { targetInWords } from '../target-in-words.ts'
import { capital, isEmpty, joined, type Phrase, phrase, plainText, spaced, written } from '../text/phrase.ts'
import { labelOf, valueInWords } from './value-in-words.ts'

/** The pens of both versions: each says what it knows in its own agreement's names. */
export interface Pens {
  readonly before: Pen
  readonly after: Pen
}

/** Returns the change in sentences: what was and what is, and behind it whom it binds otherwise. */
export function changeInWords(change: Change, { before, after }: Pens): Phrase {
  const { kind, from, to, was, now } = change
  const { change: words } = after.words
  const subject = capital(subjectOf(to ?? from ?? [], to === null ? before : after))
  const old = from === null ? '' : ended(textOf(was, from, before))
  const current = to === null ? '' : ended(textOf(now, to, after))
  const said = {
    added: () => words.added(subject, current),
    removed: () => words.removed(subject, old),
    changed: () => words.changed(subject, old, current),
    moved: () => words.moved(subject, current),
  }[kind]()
  return spaced(said, ...bearingsInWords(change, after))
}

function bearingsInWords({ bearings }: Change, pen: Pen): Phrase[] {
  const { change: words } = pen.words
  return bearings.map(({ party, effect, reason }) =>
    words.bearing(party === null ? null : pen.party(party), effect, words.reasons[reason]),
  )
}

/** A text that is no sentence yet ends as one. */
function ended(text: Phrase): Phrase {
  const last = plainText(text).replace(/[”“"’)]+$/, '')
  return isEmpty(text) || /[.!?…]$/.test(last) ? text : phrase`${text}.`
}

/** Returns what a place of the document is called: `promise “Berlin answers”: target: hot leads`. */
function subjectOf(path: IssuePath, pen: Pen): Phrase {
  const parts: Phrase[] = []
  let shape: Shape | undefined = agreementShape
  for (const [depth, key] of path.entries()) {
    const above = String(path[depth - 1] ?? '')
    if (typeof key === 'number') {
      const goal = above === 'within' ? goalAt(path, key, pen) : undefined
      if (goal !== undefined) parts.push(goal)
    } else if (shape?.kind === 'names') {
      // The name says which part it is, so the part needs not be said before it.
      if (replaced.has(above)) parts.pop()
      parts.push(nameOf(key, above, pen))
    } else if ((!silent.has(key) || depth === path.length - 1) && !(key === 'target' && path.includes('within'))) {
      parts.push(labelOf(key, pen, nearestName(path.slice(0, depth))))
    }
    shape = below(shape, key)
  }
  return joined(parts, ': ')
}

const replaced: ReadonlySet<string> = new Set(['clauses', 'calendars', 'states', 'parties'])
/** Keys that only hold what is spoken of. */
const silent: ReadonlySet<string> = new Set(['lifecycle', 'enforcement', 'incentives', 'week', 'rates'])

function below(shape: Shape | undefined, key: string | number): Shape | undefined {
  if (shape?.kind === 'record') return typeof key === 'string' && Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined
  return shape && 'each' in shape ? shape.each : undefined
}

function nameOf(name: string, part: string, pen: Pen): Phrase {
  const { change: words, time } = pen.words
  if (part === 'clauses') return words.promise(pen.clause(name))
  if (part === 'calendars') return words.calendar(pen.calendar(name))
  if (part === 'states') return words.state(pen.quoted(name))
  if (part === 'parties' || part === 'touches') return pen.party(name)
  if (part === 'members') return pen.person(name)
  if (part === 'teams') return pen.team(name)
  if (part === 'overrides' || part === 'closures') return valueInWords(name, 'dates', pen)
  return time.quoted(written(titleOf(name, part, pen)))
}

/** A ladder or a rule of the incentives by its title. */
function titleOf(name: string, part: string, pen: Pen): string {
  const { enforcement, incentives } = pen.agreement.document
  const holder: unknown = Reflect.get({ ...incentives, ...enforcement }, part)
  const rule: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined
  const title: unknown = typeof rule === 'object' && rule !== null ? Reflect.get(rule, 'title') : undefined
  return typeof title === 'string' ? title : name
}

function clauseAt(path: IssuePath, pen: Pen): ClauseDocument | undefined {
  const { clauses } = pen.agreement.document
  const id = String(path[1])
  return path[0] === 'clauses' && Object.hasOwn(clauses, id) ? clauses[id] : undefined
}

function goalAt(path: IssuePath, index: number, pen: Pen): Phrase | undefined {
  const clause = clauseAt(path, pen)
  if (clause?.kind !== 'timed') return undefined
  const goals = goalsOf(clause)
  const goal = goals[index]
  return goal && leadsOf(goal, goals, pen)
}

/** Returns the value as the part of the agreement that it is. */
function textOf(value: unknown, path: IssuePath, pen: Pen): Phrase {
  const [part, name = '', key] = path
  if (path.length === 2 && part === 'clauses') return promiseInWords(String(name), pen)
  if (path.length === 2 && part === 'calendars') return calendarText(String(name), pen, 'full')
  if (path.length === 2 && part === 'definitions') return definitionInWords(String(name), pen)
  if (path.length === 2 && part === 'parties') return pen.party(String(name))
  if (part === 'parties' && path.length === 4 && isRecord(value)) {
    return joined(
      Object.entries(value).map(([each, inner]) => valueInWords(inner, each, pen)),
      ', ',
    )
  }
  const clause = clauseAt(path, pen)
  if (clause?.kind === 'timed' && key === 'within') return goalsInWords(value, goalsOf(clause), path, pen)
  if (clause && (clause.kind === 'volume' || clause.kind === 'amount')) {
    const isWorth = key === 'target' || (path[3] === 'worth' && clause.kind === 'volume' && clause.currency !== undefined)
    if (isWorth && typeof value === 'number') return quantityInWords(clause, value, pen)
  }
  return valueInWords(value, nearestName(path), pen)
}

function goalsInWords(value: unknown, goals: readonly GoalDocument[], path: IssuePath, pen: Pen): Phrase {
  const said = (goal: GoalDocument) => phrase`${leadsOf(goal, goals, pen)}: ${targetInWords(goal.target, pen)}`
  if (path.length === 3) {
    const [only, ...others] = goals
    if (only && only.when === undefined && others.length === 0) return targetInWords(only.target, pen)
    return joined(goals.map(said), '; ')
  }
  const goal = goals[Number(path[3])]
  // Whom a goal is for stands in the subject already.
  if (goal && path.length === 4) return targetInWords(goal.target, pen)
  if (goal && path[4] === 'target') return targetInWords(goal.target, pen)
  return goal?.when !== undefined && path[4] === 'when'
    ? conditionInWords(goal.when, pen)
    : valueInWords(value, String(path[4]), pen)
}

function definitionInWords(term: string, pen: Pen): Phrase {
  const definition = pen.agreement.document.definitions?.[term]
  if (definition === undefined || typeof definition === 'string') return pen.text(definition ?? '')
  if (definition.when === undefined) return pen.text(definition.words)
  return spaced(pen.text(definition.words), pen.words.status.means(conditionInWords(definition.when, pen)))
}

/** The deepest key that the format names; the names of people and promises say nothing about a value. */
function nearestName(path: IssuePath): string {
  let shape: Shape | undefined = agreementShape
  let nearest = ''
  for (const key of path) {
    if (typeof key === 'string' && shape?.kind !== 'names') nearest = key
    shape = below(shape, key)
  }
  return nearest
}
