/**
 * How complicated an agreement is to read: a point for everything that a reader has to keep in mind. Nothing is weighed, so that
 * everybody can count it again.
 */
import type { Agreement } from '../agreement/agreement.ts'
import { isRecord } from '../content.ts'
import { type Draft, draft } from './draft.ts'

export interface Complexity {
  /** All points together. */
  readonly points: number
  /** By clause, in the order of the document. */
  readonly clauses: Readonly<Record<string, number>>
  /** Of what the clauses are built on: definitions, statuses and the moves between them, conditions, calendars. */
  readonly ground: number
  /** Of what hangs on them: exceptions, consequences, incentives. */
  readonly consequences: number
  readonly level: 'simple' | 'moderate' | 'complicated'
}

/** Beyond so many points a promise takes more than half a page to write down. */
const mostPointsOfClause = 24
/** Beyond so many points nobody reads the agreement in one sitting. */
const mostPoints = 300
const mostSimplePoints = 80
/** Beyond so many targets for one promise nobody knows theirs by heart. */
const mostGoals = 5
/** Beyond so many exceptions the exception is the rule. */
const mostExceptions = 5

/** Keys that are names, titles or prose: they explain, and so make nothing harder to keep in mind. */
const words = new Set(['title', 'words', 'name', 'reason', 'approvedBy', 'kind', 'owedBy', 'owedTo', 'priority'])

/** Returns the measure of an agreement. */
export function complexityOf({ document }: Agreement): Complexity {
  const clauses = Object.fromEntries(Object.entries(document.clauses).map(([id, clause]) => [id, pointsOf(clause)]))
  const { definitions = {}, conditions = {}, calendars = {}, lifecycle, exceptions = [], enforcement, incentives } = document
  const moves = Object.values(lifecycle?.states ?? {}).reduce((sum, { to = [] }) => sum + 1 + to.length, 0)
  const ground =
    Object.keys(definitions).length +
    moves +
    pointsOf(conditions) +
    Object.values(calendars).length +
    (lifecycle ? entriesOf(lifecycle.states) : 0)
  const consequences = exceptions.length + pointsOf(enforcement ?? {}) + pointsOf(incentives ?? {})
  const points = Object.values(clauses).reduce((sum, own) => sum + own, 0) + ground + consequences
  const level = points <= mostSimplePoints ? 'simple' : points <= mostPoints ? 'moderate' : 'complicated'
  return { points, clauses, ground, consequences, level }
}

function entriesOf(states: Readonly<Record<string, { readonly entry?: unknown }>>): number {
  return Object.values(states).reduce((sum, { entry }) => sum + (entry === undefined ? 0 : pointsOf(entry)), 0)
}

/** A point for each comparison, each name of a condition, and every other entry that is no prose; lists count their entries. */
function pointsOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, entry) => sum + (isRecord(entry) ? pointsOf(entry) : 1), 0)
  if (!isRecord(value)) return 1
  if ('operator' in value && 'fact' in value) return 1
  return Object.entries(value).reduce((sum, [key, own]) => (words.has(key) ? sum : sum + pointsOf(own)), 0)
}

/** Returns what makes an agreement hard to read, and its exceptions. */
export function complexityChecks(agreement: Agreement, complexity: Complexity): Draft[] {
  const { document, effective, exceptions } = agreement
  const found = Object.entries(document.clauses).flatMap(([id, clause]): Draft[] => {
    const points = complexity.clauses[id] ?? 0
    const count = clause.kind === 'timed' && Array.isArray(clause.within) ? clause.within.length : 0
    const path = ['clauses', id]
    return [
      ...(points > mostPointsOfClause
        ? [draft('complicated-clause', { clause: id, points, most: mostPointsOfClause }, { severity: 'warning', path })]
        : []),
      ...(count > mostGoals
        ? [draft('too-many-goals', { clause: id, count, most: mostGoals }, { severity: 'warning', path: [...path, 'within'] })]
        : []),
    ]
  })
  if (complexity.level === 'complicated')
    found.push(
      draft('complicated-agreement', { points: complexity.points, most: mostPoints }, { severity: 'warning', path: ['clauses'] }),
    )
  if (exceptions.length > mostExceptions)
    found.push(
      draft(
        'too-many-exceptions',
        { count: exceptions.length, most: mostExceptions },
        { severity: 'warning', path: ['exceptions'] },
      ),
    )
  const spanMs = effective.to - effective.from
  for (const [index, { from, to, name, ...named }] of exceptions.entries()) {
    const path = ['exceptions', index]
    if (document.exceptions?.[index]?.approvedBy === undefined)
      found.push(draft('exception-without-approval', { name }, { severity: 'info', path }))
    const isForAll = Object.values(named).every((set) => set === null)
    // Over a year where the agreement names no end.
    const share = (to - from) / (Number.isFinite(spanMs) ? spanMs : 365 * 86_400_000)
    if (isForAll && share > 0.1)
      found.push(draft('blanket-exception', { name, share: Math.min(1, share) }, { severity: 'warning', path }))
  }
  return found
}
