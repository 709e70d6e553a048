/** Reads the `enforcement` of a document: every clause and party that a ladder names must exist, and be what it is for. */
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { factNames, readConductRule, type SubjectKind } from './conduct-facts.ts'
import type { ConsequenceLadder, ConsequenceStep } from './enforcement.ts'
import type { ActionDocument } from './enforcement-document.ts'
import { checkCurrency } from './rates.ts'
import { checkName, hasClocks, type Judged, numberOf, readJudgeAfter, readPer, recordsOf, textOf } from './read-judging.ts'
import type { Scope } from './scope.ts'

/** Returns the ladders in the order of the document. */
export function readEnforcement(value: unknown, judged: Judged, scope: Scope): ConsequenceLadder[] {
  if (!isRecord(value)) return []
  return recordsOf(value.ladders).flatMap(([name, document]): ConsequenceLadder[] => {
    const path = ['enforcement', 'ladders', name]
    checkName(name, path, scope)
    scope.party(document.owedBy, [...path, 'owedBy'])
    const kind = document.for as SubjectKind
    const named = readClauses(document, kind, [...path, 'clauses'], judged, scope)
    const strike = readConductRule(document.strike ?? anyBreach(kind), [...path, 'strike'], scope, factNames('strike', kind))
    const steps = readSteps(document.steps, kind, [...path, 'steps'], judged, scope)
    if (!strike) return []
    return [
      {
        name,
        title: textOf(document.title),
        owedBy: String(document.owedBy),
        for: kind,
        ...named,
        per: readPer(document.per, path, scope, judged),
        strike,
        minimumSample: numberOf(document.minimumSample, 0),
        grace: numberOf(document.grace, 0),
        forgiveAfter: typeof document.forgiveAfter === 'number' ? document.forgiveAfter : null,
        judgeAfterMs: readJudgeAfter(document.judgeAfter, [...path, 'judgeAfter'], scope),
        steps,
      },
    ]
  })
}

/** The clauses that are named, or all that the party owes: those with clocks, and of a party those of a period as well. */
function readClauses(
  { owedBy, clauses: named }: Record<string, unknown>,
  kind: SubjectKind,
  path: IssuePath,
  { clauses }: Judged,
  scope: Scope,
): Pick<ConsequenceLadder, 'clauses' | 'promises'> {
  const fits = (name: string): boolean => {
    const clause = clauses.get(name)
    return clause !== undefined && clause.owedBy === owedBy && (kind === 'party' || hasClocks(clause.kind))
  }
  const fitting = [...clauses.keys()].filter(fits)
  const isKnown = typeof owedBy === 'string' && scope.names.parties?.includes(owedBy) === true
  for (const [index, name] of Array.isArray(named) ? named.entries() : []) {
    if (typeof name !== 'string') continue
    const expected = `a clause${kind === 'party' ? '' : ' with clocks'} that ${String(owedBy)} owes`
    // Of a party that there is not, nothing can be said.
    if (isKnown && !fits(name)) scope.add('unknown-clause', [...path, index], expected, name, fitting)
  }
  const found = Array.isArray(named) ? fitting.filter((name) => named.includes(name)) : fitting
  const withClocks = new Set(found.filter((name) => hasClocks(clauses.get(name)?.kind)))
  return { clauses: withClocks, promises: new Set(found.filter((name) => !withClocks.has(name))) }
}

function readSteps(value: unknown, kind: SubjectKind, path: IssuePath, judged: Judged, scope: Scope): ConsequenceStep[] {
  const names = new Set<string>()
  const entries: unknown[] = Array.isArray(value) ? value : []
  return entries.flatMap((entry, index): ConsequenceStep[] => {
    if (!isRecord(entry) || typeof entry.name !== 'string') return []
    const { name, words, when, ...action } = entry
    const at = [...path, index]
    checkName(name, [...at, 'name'], scope)
    if (names.has(name)) scope.add('invalid-name', [...at, 'name'], 'a name of its own', name)
    names.add(name)
    checkAction(action, at, judged, scope)
    const rule = readConductRule(when ?? strikesFrom(index + 1), [...at, 'when'], scope, factNames('step', kind))
    return !rule ? [] : [{ name, words: textOf(words), when: rule, action: action as ActionDocument }]
  })
}

/** What is a strike where the ladder does not say: any breach, and of a party any promise missed. */
function anyBreach(kind: SubjectKind): object {
  const facts = kind === 'party' ? ['breaches', 'promisesMissed'] : ['breaches']
  return { any: facts.map((fact) => ({ fact, operator: 'greaterThan', value: 0 })) }
}

/** Where a step has no condition, the first is for the first strike, the second for the second, and so on. */
function strikesFrom(count: number): object {
  return { all: [{ fact: 'strikes', operator: 'greaterThanInclusive', value: count }] }
}

function checkAction(action: Record<string, unknown>, path: IssuePath, { clauses }: Judged, scope: Scope): void {
  if (action.action === 'adjustQuota') {
    const counted = [...clauses].filter(([, { kind }]) => kind === 'volume' || kind === 'amount').map(([name]) => name)
    if (typeof action.clause === 'string' && !counted.includes(action.clause))
      scope.add(
        'unknown-clause',
        [...path, 'clause'],
        'a volume or amount clause, whose target is a quota',
        action.clause,
        counted,
      )
    if (action.by === 0) scope.add('out-of-range', [...path, 'by'], 'a share of the quota other than 0', action.by)
  }
  if (action.action !== 'moveBudget') return
  checkCurrency(action.currency, [...path, 'currency'], scope)
  scope.party(action.from, [...path, 'from'])
  scope.party(action.to, [...path, 'to'])
  if (typeof action.to === 'string' && action.to === action.from)
    scope.add('unknown-party', [...path, 'to'], 'another party than the one it is taken from', action.to)
}
