/** From what was learned to a change of the agreement: targets that the past would have kept, as operations of a JSON Patch. */
import type { GoalDocument, TargetDocument } from '../../agreement/clause-document.ts'
import { type PatchOperation, pointerOf } from '../../revision/json-patch.ts'
import { parseDuration, printDuration } from '../../time/duration.ts'
import { type SortedTimes, shareWithin, timeWithin } from '../statistics/survival.ts'
import type { Wanted } from './calibrate-options.ts'
import type { NoSuggestion, SegmentCalibration, Suggestion } from './calibration.ts'
import { chosenOf, type MeasuredClause, stoppedOf } from './measured-clause.ts'

export interface Suggested {
  readonly suggestions: readonly Suggestion[]
  readonly operations: readonly PatchOperation[]
  readonly because: NoSuggestion | null
}

/** Returns the targets for a clause, and how to write them into the agreement. */
export function suggest(clause: MeasuredClause, segments: readonly SegmentCalibration[], wanted: Wanted): Suggested {
  const { agreement } = wanted
  const id = clause.clocks.clause
  const document = agreement && Object.hasOwn(agreement.document.clauses, id) ? agreement.document.clauses[id] : undefined
  if (document?.kind !== 'timed') return none(document ? 'noDuration' : 'noClause')
  const place: Place = { clause, wanted, path: ['clauses', id, 'within'] }
  const { within } = document
  if (Array.isArray(within) && within.length > 1) return together(within.map((goal, index) => ofGoal(place, goal, index)))
  const [only] = Array.isArray(within) ? within : [within]
  const own = apart(ownGoals(segments), clause.distribution.stopped, wanted.minimumSample)
  const isBare = !isGoal(only)
  if (own.length === 0 || (isGoal(only) && only.when !== undefined)) {
    return isBare ? ofTarget(place, clause.sorted, '1', only, place.path) : ofGoal(place, only, 0)
  }
  return split(place, only, own)
}

interface Place {
  readonly clause: MeasuredClause
  readonly wanted: Wanted
  /** Of `within` in the document. */
  readonly path: readonly (string | number)[]
}

function none(because: NoSuggestion): Suggested {
  return { suggestions: [], operations: [], because }
}

function together(parts: readonly Suggested[]): Suggested {
  return {
    suggestions: parts.flatMap(({ suggestions }) => suggestions),
    operations: parts.flatMap(({ operations }) => operations),
    because: parts.find(({ because }) => because !== null)?.because ?? null,
  }
}

function isGoal(value: TargetDocument | GoalDocument | undefined): value is GoalDocument {
  return typeof value === 'object' && value !== null && 'target' in value
}

/** The clocks of a goal, by the name that their obligations have for it. */
function ofGoal(place: Place, goal: GoalDocument, index: number): Suggested {
  const { clause, path } = place
  const name = goal.name ?? String(index + 1)
  const column = clause.columns.find(({ by }) => by === 'goal')
  const code = column?.values.indexOf(name) ?? -1
  const own = column ? chosenOf(clause.sorted, (row) => column.codes[row] === code) : clause.sorted
  return ofTarget(place, own, name, goal.target, [...path, index, 'target'])
}

function ofTarget(
  { clause, wanted }: Place,
  sorted: SortedTimes,
  goal: string,
  target: TargetDocument | undefined,
  path: readonly (string | number)[],
): Suggested {
  if (typeof target !== 'string') return none('noDuration')
  const found = learned(sorted, wanted)
  if (typeof found === 'string') return none(found)
  const present = parseDuration(target)
  if (present.ok && present.value === found.toMs) return none('unchanged')
  const pointer = pointerOf(path)
  return {
    suggestions: [{ clause: clause.clocks.clause, goal, from: target, ...found }],
    operations: [
      // Whoever has changed the target meanwhile should look again.
      { op: 'test', path: pointer, value: target },
      { op: 'replace', path: pointer, value: found.to },
    ],
    because: null,
  }
}

type Learned = Pick<Suggestion, 'to' | 'toMs' | 'kept' | 'stopped'>

function learned(sorted: SortedTimes, { compliance, minimumSample }: Wanted): Learned | NoSuggestion {
  const stopped = stoppedOf(sorted)
  if (stopped < minimumSample) return 'insufficientData'
  const { ms } = timeWithin(sorted, compliance)
  if (ms === null) return 'neverReached'
  const toMs = saidUp(ms)
  const kept = shareWithin(sorted, toMs)
  return kept === null ? 'insufficientData' : { to: printDuration(toMs), toMs, kept, stopped }
}

const minuteMs = 60_000
/** Up to how long a target is said in which steps. */
const steps = [
  [10 * minuteMs, minuteMs],
  [60 * minuteMs, 5 * minuteMs],
  [8 * 60 * minuteMs, 15 * minuteMs],
  [24 * 60 * minuteMs, 30 * minuteMs],
] as const

/** Nobody promises 3 hours, 52 minutes and 11 seconds. Rounded up, the share that is kept is never less. */
function saidUp(ms: number): number {
  const step = steps.find(([until]) => ms <= until)?.[1] ?? 60 * minuteMs
  return Math.max(minuteMs, Math.ceil(ms / step) * step)
}

/** A segment that a condition of the agreement can name. */
interface OwnGoal {
  readonly segment: SegmentCalibration
  readonly name: string
  readonly when: Exclude<GoalDocument['when'], undefined>
}

/**
 * The segments that deserve a goal: all of one way to tell clocks apart, the one with the least likely difference, because goals of
 * several would overlap. A person gets none: that somebody is slow is no reason for more time, nor is diligence for less.
 */
function ownGoals(segments: readonly SegmentCalibration[]): OwnGoal[] {
  const found = segments.flatMap((segment): OwnGoal[] => {
    const { by, value, differs } = segment
    if (!differs || value === null || by === 'owner' || by === 'goal') return []
    const fact = by === 'team' ? { fact: 'team' } : { fact: 'lead', path: by }
    return [{ segment, name: nameOf(by, value), when: { all: [{ ...fact, operator: 'equal', value }] } }]
  })
  const chance = ({ segment }: OwnGoal) => segment.test?.p ?? 1
  const first = [...found].sort((a, b) => chance(a) - chance(b))[0]
  return found.filter(({ segment }) => segment.by === first?.segment.by)
}

/** A goal without a name is known by its number, so that a bare number would be taken for one. */
function nameOf(by: string, value: string | number | boolean): string {
  const isWord = typeof value === 'string' && /\p{L}/u.test(value)
  return isWord ? value : `${by.split('.').at(-1)} ${JSON.stringify(value)}`
}

/** Where every segment differs, the largest ones are what the others differ from, and share the goal of all the rest. */
function apart(own: readonly OwnGoal[], stopped: number, minimumSample: number): OwnGoal[] {
  const left = [...own].sort((a, b) => a.segment.distribution.clocks - b.segment.distribution.clocks)
  const restOf = () => left.reduce((rest, { segment }) => rest - segment.distribution.stopped, stopped)
  while (left.length > 0 && restOf() < minimumSample) left.pop()
  return left
}

/** Gives segments goals of their own, and the others the target that they would have kept. */
function split(place: Place, only: TargetDocument | GoalDocument | undefined, own: readonly OwnGoal[]): Suggested {
  const { clause, wanted, path } = place
  const before = isGoal(only) ? only.target : only
  const column = clause.columns.find(({ by }) => by === own[0]?.segment.by)
  if (typeof before !== 'string' || !column) return none('noDuration')
  const codes = new Map(own.map((each) => [column.values.indexOf(each.segment.value), each]))
  const rest = learned(
    chosenOf(clause.sorted, (row) => !codes.has(column.codes[row] as number)),
    wanted,
  )
  const goals = [...codes].flatMap(([code, { name, when }]) => {
    const found = learned(
      chosenOf(clause.sorted, (row) => column.codes[row] === code),
      wanted,
    )
    return typeof found === 'string' ? [] : [{ name, when, found }]
  })
  // Without a target for the others there is nothing that the segments could differ from.
  if (typeof rest === 'string') return none(rest)
  const others = { ...(isGoal(only) ? only : {}), target: rest.to }
  const value = [...goals.map(({ name, when, found }) => ({ name, when, target: found.to })), others]
  const pointer = pointerOf(path)
  const id = clause.clocks.clause
  const last = (isGoal(only) ? only.name : undefined) ?? String(value.length)
  return {
    suggestions: [
      ...goals.map(({ name, found }) => ({ clause: id, goal: name, from: null, ...found })),
      { clause: id, goal: last, from: before, ...rest },
    ],
    operations: [
      { op: 'test', path: pointer, value: isGoal(only) ? [only] : before },
      { op: 'replace', path: pointer, value },
    ],
    because: null,
  }
}
