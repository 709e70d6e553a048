/** Reads the `incentives` of a document. Whatever pays money has a budget in the same currency, and every level a target. */
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { parsePlainDate } from '../time/plain-date.ts'
import { factNames, readConductRule, type SubjectKind } from './conduct-facts.ts'
import type { Badge, Board, Duty, Incentives, Level, Streak } from './incentives.ts'
import type { BoardDocument } from './incentives-document.ts'
import { checkName, hasClocks, type Judged, numberOf, readJudgeAfter, readPer, recordsOf, textOf } from './read-judging.ts'
import { readAward, readPrize, readSpif } from './read-prizes.ts'
import type { Scope } from './scope.ts'

/** Returns the checked incentives, or `null` when the document has none. */
export function readIncentives(value: unknown, judged: Judged, scope: Scope): Incentives | null {
  if (!isRecord(value)) return null
  const per = readPer(value.per ?? 'month', ['incentives'], scope, judged)
  const levelNames = recordsOf(value.levels).map(([name]) => name)
  return {
    per,
    judgeAfterMs: readJudgeAfter(value.judgeAfter, ['incentives', 'judgeAfter'], scope),
    levels: each(value, 'levels', scope, (document, at) => readLevel(document, at, judged, scope)),
    duties: each(value, 'conformity', scope, (document, at) => readDuty(document, at, scope, judged)),
    streaks: each(value, 'streaks', scope, (document, at) => readStreak(document, at, levelNames, scope)),
    badges: each(value, 'badges', scope, (document, at) => readBadge(document, at, scope)),
    awards: each(value, 'awards', scope, (document, at) => readAward(document, at, scope, judged)),
    prizes: each(value, 'prizes', scope, (document, at) => readPrize(document, at, scope, judged)),
    spifs: each(value, 'spifs', scope, (document, at) => readSpif(document, at, scope, judged)),
    boards: new Map(
      each(value, 'boards', scope, (document, at) => readBoard(document, at, scope, judged)).map((board) => [board.name, board]),
    ),
    capacity: readCapacity(value.capacity, scope),
    unnamed: value.unnamed === 'everybody' ? 'everybody' : new Set(Array.isArray(value.unnamed) ? value.unnamed : []),
  }
}

/** Reads each rule of one kind, and gives it its name and title. */
function each<Rest extends object>(
  incentives: Record<string, unknown>,
  kind: string,
  scope: Scope,
  read: (document: Record<string, unknown>, path: IssuePath) => Rest | undefined,
): ({ name: string; title: string | null } & Rest)[] {
  return recordsOf(incentives[kind]).flatMap(([name, document]) => {
    const path = ['incentives', kind, name]
    checkName(name, path, scope)
    const rest = read(document, path)
    return rest ? [{ name, title: textOf(document.title), ...rest }] : []
  })
}

type Untitled<Rule> = Omit<Rule, 'name' | 'title'>

function readLevel(
  document: Record<string, unknown>,
  path: IssuePath,
  { clauses }: Judged,
  scope: Scope,
): Untitled<Level> | undefined {
  const { clause: name, atLeast } = document
  const clause = typeof name === 'string' ? clauses.get(name) : undefined
  if (typeof name !== 'string' || !clause) {
    scope.clause(name, [...path, 'clause'])
    return undefined
  }
  const { kind } = clause
  const isCompliance = kind === 'compliance'
  const countsClocks = hasClocks(kind) || (isCompliance && document.for !== 'party')
  if (document.for !== 'party' && !countsClocks) {
    const known = [...clauses].filter(([, other]) => hasClocks(other.kind) || other.kind === 'compliance').map(([other]) => other)
    scope.add('unknown-clause', [...path, 'clause'], 'a clause with clocks, which a team or an owner can keep', name, known)
  }
  if (hasClocks(kind) && atLeast === undefined)
    scope.add('missing-key', [...path, 'atLeast'], 'the share of clocks that is to be kept')
  if (!countsClocks && atLeast !== undefined)
    scope.add('unknown-key', [...path, 'atLeast'], 'no share beside a promise that has its own target', 'atLeast')
  const raw = clause.document as { clause?: unknown; atLeast?: unknown; atMost?: unknown; minimumSample?: unknown }
  const target = numberOf(atLeast, isCompliance ? numberOf(raw.atLeast, 0) : 0)
  const exceeded = readExceeded(document, path, { kind, raw, target, countsClocks }, scope)
  return {
    for: document.for as SubjectKind,
    owedBy: String(clause.owedBy),
    clocksOf: countsClocks ? (isCompliance ? String(raw.clause) : name) : null,
    promise: hasClocks(kind) ? null : name,
    atLeast: countsClocks ? target : null,
    met: numberOf(document.met, 0),
    exceeded,
    minimumSample: numberOf(document.minimumSample, countsClocks && isCompliance ? numberOf(raw.minimumSample, 0) : 0),
  }
}

/** Exceeding asks for more than meeting, and earns no less. */
function readExceeded(
  document: Record<string, unknown>,
  path: IssuePath,
  level: { kind: unknown; raw: { atLeast?: unknown }; target: number; countsClocks: boolean },
  scope: Scope,
): Level['exceeded'] {
  const { exceeded } = document
  if (!isRecord(exceeded)) return null
  const { atLeast, points } = exceeded
  if (typeof atLeast !== 'number' || typeof points !== 'number') return null
  const at = [...path, 'exceeded']
  const isShare = level.countsClocks || level.kind === 'ratio' || level.kind === 'compliance'
  const lowest = level.countsClocks ? level.target : isShare ? numberOf(level.raw.atLeast, 0) : 1
  if (level.kind === 'ratio' && level.raw.atLeast === undefined)
    scope.add('unknown-key', at, 'nothing to exceed in a share that is to be at most so much', 'exceeded')
  else if (atLeast < lowest || (isShare && atLeast > 1)) {
    const what = isShare ? `a share from ${lowest} to 1` : 'a multiple of the target of at least 1'
    scope.add('out-of-range', [...at, 'atLeast'], what, atLeast)
  }
  if (points < numberOf(document.met, 0))
    scope.add('out-of-range', [...at, 'points'], `at least the ${String(document.met)} points for meeting it`, points)
  return { atLeast, points }
}

function readDuty(document: Record<string, unknown>, path: IssuePath, scope: Scope, judged: Judged): Untitled<Duty> | undefined {
  const { due, per } = document
  if ((due === undefined) === (per === undefined)) return scope.add('missing-key', path, 'either due or per')
  const dueDay = due === undefined ? null : scope.take(parsePlainDate(due, [...path, 'due']))
  if (dueDay === undefined) return undefined
  return { points: numberOf(document.points, 0), dueDay, per: per === undefined ? null : readPer(per, path, scope, judged) }
}

function readStreak(
  document: Record<string, unknown>,
  path: IssuePath,
  levels: readonly string[],
  scope: Scope,
): Untitled<Streak> | undefined {
  const { level } = document
  if (typeof level !== 'string') return undefined
  if (!levels.includes(level)) scope.add('unknown-value', [...path, 'level'], 'a level of the incentives', level, levels)
  return { level, every: numberOf(document.every, 2), points: numberOf(document.points, 0) }
}

function readBadge(document: Record<string, unknown>, path: IssuePath, scope: Scope): Untitled<Badge> | undefined {
  scope.party(document.owedBy, [...path, 'owedBy'])
  const kind = document.for as SubjectKind
  if (document.when === undefined) scope.add('missing-key', [...path, 'when'], 'a condition over the facts of a period')
  const when = readConductRule(document.when, [...path, 'when'], scope, factNames('badge', kind))
  if (!when) return undefined
  const minimumSample = numberOf(document.minimumSample, 0)
  return { owedBy: String(document.owedBy), for: kind, when, minimumSample, once: document.once === true }
}

function readBoard(document: Record<string, unknown>, path: IssuePath, scope: Scope, judged: Judged): Untitled<Board> {
  const named = Array.isArray(document.clauses) ? document.clauses : null
  for (const [index, clause] of named?.entries() ?? []) scope.clause(clause, [...path, 'clauses', index])
  if (document.by === 'keptShare' && document.perCapacity === true)
    scope.add('unknown-value', [...path, 'perCapacity'], 'false, for a share is not divided by capacity', true)
  return {
    for: document.for as BoardDocument['for'],
    per: readPer(document.per, path, scope, judged),
    by: document.by as BoardDocument['by'],
    clauses: named && new Set(named),
    perCapacity: document.perCapacity === true,
    minimumSample: numberOf(document.minimumSample, 0),
  }
}

/** In thousandths, so that two capacities compare as whole numbers do. */
function readCapacity(value: unknown, scope: Scope): Incentives['capacity'] {
  const read = (kind: 'people' | 'teams'): Map<string, number> => {
    const entries = isRecord(value) && isRecord(value[kind]) ? Object.entries(value[kind]) : []
    return new Map(
      entries.flatMap(([name, capacity]): [string, number][] => {
        if (typeof capacity !== 'number') return []
        const thousandths = Math.round(capacity * 1000)
        if (!(thousandths > 0) || Math.abs(capacity * 1000 - thousandths) > 1e-6)
          scope.add(
            'out-of-range',
            ['incentives', 'capacity', kind, name],
            'a capacity of more than 0, in thousandths at the finest',
            capacity,
          )
        return [[name, thousandths]]
      }),
    )
  }
  return { people: read('people'), teams: read('teams') }
}
