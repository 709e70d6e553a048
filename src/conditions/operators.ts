/** The operators a condition may use: the engine's ten, those added to an engine, and each under decorators (`not:in`). */
import { nearest } from '../errors.ts'
import { type RuleEngine, standardEngine } from './engine.ts'

/** The engine keeps every decorated operator it has met, so a document may not stack decorators without end. */
const mostDecorators = 4

/** Returns whether the engine knows the operator, decorators included. */
export function isOperator(name: string, engine: RuleEngine): boolean {
  return name.split(':').length <= mostDecorators + 1 && engine.operator(name) !== undefined
}

/** Returns the names that would have been known in place of this one: under its decorators, mended, where it has some. */
export function operatorsLike(name: string, engine: RuleEngine): string[] {
  const decorators = name.split(':').slice(0, -1).slice(-mostDecorators)
  if (decorators.length === 0) return [...engine.operatorNames, ...engine.operatorNames.map((base) => `not:${base}`)]
  const mended = decorators.map((decorator) => nearest(decorator, engine.decoratorNames)[0] ?? decorator)
  return engine.operatorNames.filter((base) => !base.includes(':')).map((base) => [...mended, base].join(':'))
}

/** What a literal should have been for its operator, and where inside it: `in` wants a list, `lessThan` a number. */
interface ValueMistake {
  readonly at: readonly number[]
  readonly expected: string
  readonly got: unknown
}

/**
 * Returns what is surely wrong with a literal value: where the operator would throw, or give one answer for every fact.
 *
 * **Edges** operators and decorators that were added to an engine, or replaced in it, are theirs to judge: nothing is.
 */
export function valueMistakes(operator: string, value: unknown, engine: RuleEngine): readonly ValueMistake[] {
  const [base = '', ...decorators] = operator.split(':').reverse()
  const own = standardEngine()
  const isOwn = (name: string): boolean => own.decorator(name) !== undefined && own.decorator(name) === engine.decorator(name)
  if (!isStandard(base, engine) || !decorators.every(isOwn)) return []
  return mistakesOf(decorators.reverse(), base, value, [])
}

/** Returns whether the operator is the package's own, so that its meaning is known; the engines share one instance of each. */
export function isStandard(name: string, engine: RuleEngine): boolean {
  return (
    !name.includes(':') &&
    standardEngine().operator(name) !== undefined &&
    engine.operator(name) === standardEngine().operator(name)
  )
}

const comparisons = new Set(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'])

function mistakesOf(decorators: readonly string[], base: string, value: unknown, at: readonly number[]): readonly ValueMistake[] {
  const [decorator, ...rest] = decorators
  const wrong = (expected: string): ValueMistake[] => [{ at, expected, got: value }]
  if (decorator === 'swap') return swappedMistakes(rest, base, value)
  if (decorator === 'someValue' || decorator === 'everyValue') {
    if (!Array.isArray(value)) return wrong(`an array, for ${decorator} looks at each of its values`)
    return value.flatMap((inner, index) => mistakesOf(rest, base, inner, [...at, index]))
  }
  if (decorator !== undefined) return mistakesOf(rest, base, value, at)
  if (comparisons.has(base)) return isOrdered(value) ? [] : wrong(`a number, a string or a fact to compare with by ${base}`)
  if (base !== 'in' && base !== 'notIn') return identityMistakes(base, value, at)
  if (!Array.isArray(value)) return wrong(`an array of values for ${base}`)
  return value.flatMap((inner, index) => identityMistakes(base, inner, [...at, index]))
}

/** Under `swap` the literal takes the place of the fact, and the fact that of the value, which nobody knows yet. */
function swappedMistakes(rest: readonly string[], base: string, value: unknown): readonly ValueMistake[] {
  const next = rest.find((decorator) => decorator !== 'not')
  const eachOfValue = next === 'someFact' || next === 'everyFact'
  if (eachOfValue || (next === undefined && (base === 'contains' || base === 'doesNotContain'))) {
    return Array.isArray(value) ? [] : [{ at: [], expected: `an array for swap:${[...rest, base].join(':')}`, got: value }]
  }
  if (next !== undefined) return []
  if (comparisons.has(base))
    return isOrdered(value) ? [] : [{ at: [], expected: `a number or a string for swap:${base}`, got: value }]
  return identityMistakes(base, value, [])
}

function isOrdered(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'string'
}

/** Objects are compared by identity, and no fact is ever the very object of a document: the answer would never change. */
function identityMistakes(base: string, value: unknown, at: readonly number[]): ValueMistake[] {
  if (typeof value !== 'object' || value === null) return []
  return [{ at, expected: `a string, a number, a boolean or null for ${base}, which never finds an object equal`, got: value }]
}
