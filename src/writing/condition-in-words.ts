/** A condition as a phrase: `score is at least 80 and country is DE or AT`, for any operator and any nesting. */
import type { ConditionDocument, LeafCondition } from '../conditions/node.ts'
import { isFactReference, isRecord } from '../conditions/node.ts'
import type { Pen } from './pen.ts'
import { code, emphasis, joined, type Phrase, phrase, written } from './text/phrase.ts'

/** Returns the condition as a main clause. The members of an inner group stand in brackets where they could be misread. */
export function conditionInWords(condition: ConditionDocument, pen: Pen): Phrase {
  return nodeInWords(condition, pen, false)
}

/** Returns how many comparisons and names a condition holds: what it takes to read it. */
export function lengthOf(condition: ConditionDocument): number {
  if ('all' in condition) return condition.all.reduce((sum, inner) => sum + lengthOf(inner), 0)
  if ('any' in condition) return condition.any.reduce((sum, inner) => sum + lengthOf(inner), 0)
  return 'not' in condition ? lengthOf(condition.not) : 1
}

function nodeInWords(node: ConditionDocument, pen: Pen, inside: boolean): Phrase {
  const { condition: words } = pen.words
  if ('condition' in node) {
    const plain = unfolded(node.condition, pen)
    return plain ? nodeInWords(plain, pen, inside) : words.applies(conditionName(node.condition, pen), false)
  }
  if ('all' in node) return groupInWords(node.all, 'and', pen, inside)
  if ('any' in node) return groupInWords(sameFact(node.any) ?? node.any, 'or', pen, inside)
  if ('not' in node) return negated(node.not, pen)
  return leafInWords(node, pen)
}

function groupInWords(nodes: readonly ConditionDocument[], by: 'and' | 'or', pen: Pen, inside: boolean): Phrase {
  if (nodes.length === 0) return pen.words.condition.always
  if (nodes.length === 1 && nodes[0]) return nodeInWords(nodes[0], pen, inside)
  const isName = (node: ConditionDocument) => 'condition' in node && unfolded(node.condition, pen) === undefined
  const names = nodes.flatMap((node) => ('condition' in node && isName(node) ? [conditionName(node.condition, pen)] : []))
  // Names that hold together need one verb.
  const others = nodes.filter((node) => !isName(node)).map((node) => nodeInWords(node, pen, true))
  const named =
    names.length === 0 ? [] : [pen.words.condition.applies(pen.figures.list(names, by), by === 'and' && names.length > 1)]
  const list = pen.figures.list([...named, ...others], by)
  return inside ? phrase`(${list})` : list
}

/** `country is DE or country is AT` is said as `country is DE or AT`. */
function sameFact(nodes: readonly ConditionDocument[]): readonly ConditionDocument[] | undefined {
  const [first] = nodes
  if (!first || !('fact' in first) || first.operator !== 'equal' || nodes.length < 2) return undefined
  const values: unknown[] = []
  for (const node of nodes) {
    const isSame = 'fact' in node && node.fact === first.fact && node.path === first.path && node.operator === 'equal'
    if (!isSame || node.value === null || isRecord(node.value)) return undefined
    values.push(node.value)
  }
  return [{ ...first, operator: 'in', value: values }]
}

const opposites: Readonly<Record<string, string>> = { equal: 'notEqual', notEqual: 'equal', in: 'notIn', notIn: 'in' }

function negated(node: ConditionDocument, pen: Pen): Phrase {
  if ('not' in node) return nodeInWords(node.not, pen, true)
  if ('condition' in node && unfolded(node.condition, pen) === undefined)
    return pen.words.condition.doesNotApply(conditionName(node.condition, pen))
  const opposite = 'fact' in node && Object.hasOwn(opposites, node.operator) ? opposites[node.operator] : undefined
  if ('fact' in node && opposite !== undefined) return leafInWords({ ...node, operator: opposite }, pen)
  return pen.words.condition.not(nodeInWords(node, pen, true))
}

/** A condition of more comparisons than these is called by its name. */
const mostUnfolded = 2

/** Returns what a short condition says, where no word of the agreement stands for it; names are for programs. */
function unfolded(name: string, pen: Pen): ConditionDocument | undefined {
  const { conditions = {} } = pen.agreement.document
  const condition = Object.hasOwn(conditions, name) ? conditions[name] : undefined
  return condition && termOf(name, pen) === undefined && lengthOf(condition) <= mostUnfolded ? condition : undefined
}

/** Returns true for a named condition that sentences call by its name, so that the name has to be explained. */
export function isCalledByName(name: string, pen: Pen): boolean {
  return termOf(name, pen) === undefined && unfolded(name, pen) === undefined
}

/** A condition that is the rule of a word is called by that word. */
function conditionName(name: string, pen: Pen): Phrase {
  return pen.quoted(termOf(name, pen) ?? name)
}

function termOf(name: string, pen: Pen): string | undefined {
  for (const [term, definition] of Object.entries(pen.agreement.document.definitions ?? {})) {
    if (typeof definition === 'string' || definition.when === undefined) continue
    if ('condition' in definition.when && definition.when.condition === name) return term
  }
  return undefined
}

function leafInWords(leaf: LeafCondition, pen: Pen): Phrase {
  const [base = '', ...decorators] = leaf.operator.split(':').reverse()
  return decorated(decorators.reverse(), base, { fact: factInWords(leaf, pen), value: leaf.value, leaf }, pen)
}

interface Comparison {
  readonly fact: Phrase
  readonly value: unknown
  readonly leaf: LeafCondition
}

function decorated(decorators: readonly string[], base: string, comparison: Comparison, pen: Pen): Phrase {
  const { condition: words } = pen.words
  const [decorator, ...rest] = decorators
  const { fact, value } = comparison
  switch (decorator) {
    case undefined:
      return compared(base, comparison, pen)
    case 'not':
      return words.not(decorated(rest, base, comparison, pen))
    case 'someFact':
      return decorated(rest, base, { ...comparison, fact: words.someOf(fact) }, pen)
    case 'everyFact':
      return decorated(rest, base, { ...comparison, fact: words.everyOf(fact) }, pen)
    case 'someValue':
      return words.forSome(decorated(rest, base, { ...comparison, value: said(words.oneValue) }, pen), listOf(value, 'or', pen))
    case 'everyValue':
      return words.forEvery(decorated(rest, base, { ...comparison, value: said(words.oneValue) }, pen), listOf(value, 'and', pen))
    case 'swap':
      return decorated(rest, base, { ...comparison, fact: valueInWords(value, pen), value: said(fact) }, pen)
    default:
      return words.operator(fact, code([...decorators, base].join(':')), valueInWords(value, pen))
  }
}

/** Stands in the place of a value and is a phrase already. */
class Said {
  constructor(readonly content: Phrase) {}
}

function said(content: Phrase): Said {
  return new Said(content)
}

function compared(operator: string, { fact, value, leaf }: Comparison, pen: Pen): Phrase {
  const { condition: words } = pen.words
  const special = specialCase(operator, leaf, value, pen)
  if (special !== undefined) return special
  if (value === null && operator === 'equal') return words.isEmpty(fact)
  if (value === null && operator === 'notEqual') return words.isNotEmpty(fact)
  if (operator === 'in' || operator === 'notIn') return words.operators[operator](fact, listOf(value, 'or', pen, leaf))
  const { operators } = words
  if (Object.hasOwn(operators, operator))
    return operators[operator as keyof typeof operators](fact, valueInWords(value, pen, leaf))
  return words.operator(fact, code(operator), valueInWords(value, pen, leaf))
}

/** What is said more simply than as a comparison: who did it, and whether anybody has the lead. */
function specialCase(operator: string, { fact, path }: LeafCondition, value: unknown, pen: Pen): Phrase | undefined {
  const { condition: words } = pen.words
  if (fact === 'owner' && path === undefined && value === null) {
    if (operator === 'equal') return words.hasNoOwner
    if (operator === 'notEqual') return words.hasOwner
  }
  if (fact === 'event' && path === '$.data.owner' && value === null) {
    if (operator === 'equal') return words.namesNobody
    if (operator === 'notEqual') return words.namesSomebody
  }
  if (fact === 'event' && path === '$.actor.kind' && operator === 'equal') {
    if (value === 'human') return words.byPerson
    if (value === 'automation') return words.byAutomation
  }
  return undefined
}

function factInWords({ fact, path }: { readonly fact: string; readonly path?: string }, pen: Pen): Phrase {
  const { condition: words } = pen.words
  if (path === undefined || path === '$') {
    const names: Readonly<Record<string, Phrase>> = {
      lead: words.lead,
      event: words.event,
      state: words.state,
      owner: words.owner,
      team: words.team,
    }
    const { facts } = pen.words.judging
    return (Object.hasOwn(names, fact) ? names[fact] : Object.hasOwn(facts, fact) ? facts[fact] : undefined) ?? code(fact)
  }
  return pathInWords(fact, path, pen)
}

/** Returns the name that a path leads to: `score` for `$.score` of the lead. */
export function pathInWords(fact: string, path: string, pen: Pen): Phrase {
  const own = pen.own(`${fact}:${path}`) ?? pen.own(path)
  if (own !== undefined) return own
  const simple = /^\$\.[\p{L}_][\p{L}\p{N}_-]*(\.[\p{L}_][\p{L}\p{N}_-]*)*$/u.test(path)
  const name = simple ? emphasis(written(path.replace(fact === 'event' ? /^\$\.(data\.)?/ : /^\$\./, ''))) : code(path)
  return fact === 'event' ? pen.words.condition.eventFact(name) : name
}

function listOf(value: unknown, by: 'and' | 'or', pen: Pen, leaf?: LeafCondition): Phrase {
  if (!Array.isArray(value)) return valueInWords(value, pen, leaf)
  return pen.figures.list(
    value.map((each: unknown) => valueInWords(each, pen, leaf)),
    by,
  )
}

/** The facts of a period that are no plain numbers. */
const shares: ReadonlySet<string> = new Set(['keptShare', 'attainment'])
const amounts: ReadonlySet<string> = new Set(['worstLateMs', 'totalLateMs'])

function valueInWords(value: unknown, pen: Pen, leaf?: LeafCondition): Phrase {
  const { condition: words } = pen.words
  if (value instanceof Said) return value.content
  if (value === null) return words.nothing
  if (typeof value === 'number') {
    if (leaf && shares.has(leaf.fact)) return pen.figures.share(value)
    return leaf && amounts.has(leaf.fact) ? pen.figures.amount(value) : pen.figures.number(value)
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return textInWords(value, pen, leaf)
  if (isFactReference(value) && typeof value.fact === 'string') {
    return factInWords({ fact: value.fact, ...(typeof value.path === 'string' ? { path: value.path } : {}) }, pen)
  }
  if (Array.isArray(value)) return listOf(value, 'and', pen, leaf)
  return code(JSON.stringify(value) ?? '')
}

function textInWords(text: string, pen: Pen, leaf?: LeafCondition): Phrase {
  if (leaf?.path === undefined && leaf?.fact === 'owner') return pen.person(text)
  if (leaf?.path === undefined && leaf?.fact === 'team') return pen.team(text)
  if (leaf?.path === undefined && leaf?.fact === 'state') return pen.quoted(text)
  return /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(text) ? written(text) : joined([pen.quoted(text)])
}
