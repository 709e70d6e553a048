import type { IssuePath } from '../errors.ts'
import { pathMistake } from './json-path.ts'
import { frozenJson } from './json-value.ts'
import { isFactReference, isRecord, type LeafCondition } from './node.ts'
import { isOperator, operatorsLike, valueMistakes } from './operators.ts'
import { type Reading, report, reportUnknownKeys } from './reading.ts'

export const leafKeys = ['fact', 'operator', 'value', 'path', 'params', 'priority', 'name'] as const

const required = {
  fact: 'the name of a fact',
  operator: 'an operator such as equal',
  value: 'a value to compare with',
} as const

/** Returns the frozen leaf; what is wrong with it is reported, and the leaf is of use only where nothing was. */
export function parseLeaf(node: Readonly<Record<string, unknown>>, path: IssuePath, reading: Reading): LeafCondition {
  for (const [key, expected] of Object.entries(required)) {
    if (node[key] === undefined) report(reading, 'missing-key', [...path, key], { expected })
  }
  if (node.fact !== undefined) checkFact(node.fact, [...path, 'fact'], reading)
  checkPath(node.path, [...path, 'path'], reading)
  const params = paramsOf(node.params, [...path, 'params'], reading)
  const value = valueOf(node, path, reading)
  return Object.freeze({
    fact: node.fact as string,
    operator: node.operator as string,
    value,
    ...(node.path === undefined ? {} : { path: node.path as string }),
    ...(params === undefined ? {} : { params }),
    ...labelsOf(node, path, reading),
  })
}

/** Returns the name and the priority that any node may have. */
export function labelsOf(
  node: Readonly<Record<string, unknown>>,
  path: IssuePath,
  reading: Reading,
): { name?: string; priority?: number } {
  const { name, priority } = node
  if (name !== undefined && typeof name !== 'string')
    report(reading, 'wrong-type', [...path, 'name'], { expected: 'a string', got: name })
  // The engine takes 0 for no priority at all, which is 1, and cuts off fractions in some places but not in others.
  if (priority !== undefined && (!Number.isSafeInteger(priority) || priority === 0)) {
    const code = typeof priority === 'number' ? 'out-of-range' : 'wrong-type'
    report(reading, code, [...path, 'priority'], { expected: 'a whole number other than 0', got: priority })
  }
  return {
    ...(name === undefined ? {} : { name: name as string }),
    ...(priority === undefined ? {} : { priority: priority as number }),
  }
}

function checkFact(fact: unknown, path: IssuePath, reading: Reading): void {
  if (typeof fact !== 'string' || fact === '') report(reading, 'wrong-type', path, { expected: required.fact, got: fact })
  else if (reading.facts && !reading.facts.has(fact)) {
    report(reading, 'unknown-fact', path, { expected: 'a fact', got: fact, known: reading.facts })
  }
}

function checkPath(jsonPath: unknown, path: IssuePath, reading: Reading): void {
  const expected = jsonPath === undefined ? undefined : pathMistake(jsonPath, reading.engine)
  if (expected !== undefined) report(reading, 'invalid-path', path, { expected, got: jsonPath })
}

function paramsOf(params: unknown, path: IssuePath, reading: Reading): LeafCondition['params'] | undefined {
  if (params === undefined) return undefined
  if (isRecord(params)) return frozenJson(params, path, reading.issues) as LeafCondition['params']
  return report(reading, 'wrong-type', path, { expected: 'an object of parameters', got: params })
}

/** Returns the value, judged by the operator where that is known; another fact's value is judged only when it is there. */
function valueOf(node: Readonly<Record<string, unknown>>, path: IssuePath, reading: Reading): unknown {
  const { operator, value } = node
  const at = [...path, 'value']
  const isKnown = checkOperator(operator, [...path, 'operator'], reading)
  if (value === undefined) return undefined
  if (isRecord(value) && isFactReference(value)) return referenceOf(value, at, reading)
  const before = reading.issues.length
  const copy = frozenJson(value, at, reading.issues)
  if (!isKnown || reading.issues.length > before) return copy
  for (const mistake of valueMistakes(String(operator), copy, reading.engine)) {
    report(reading, 'wrong-type', [...at, ...mistake.at], { expected: mistake.expected, got: mistake.got })
  }
  return copy
}

function checkOperator(operator: unknown, path: IssuePath, reading: Reading): boolean {
  if (operator === undefined) return false
  if (typeof operator !== 'string') report(reading, 'wrong-type', path, { expected: required.operator, got: operator })
  else if (isOperator(operator, reading.engine)) return true
  else
    report(reading, 'unknown-operator', path, {
      expected: 'an operator',
      got: operator,
      known: operatorsLike(operator, reading.engine),
    })
  return false
}

function referenceOf(value: Readonly<Record<string, unknown>>, path: IssuePath, reading: Reading): unknown {
  reportUnknownKeys(value, ['fact', 'path', 'params'], path, reading)
  checkFact(value.fact, [...path, 'fact'], reading)
  checkPath(value.path, [...path, 'path'], reading)
  const params = paramsOf(value.params, [...path, 'params'], reading)
  return Object.freeze({
    fact: value.fact,
    ...(value.path === undefined ? {} : { path: value.path }),
    ...(params === undefined ? {} : { params }),
  })
}
