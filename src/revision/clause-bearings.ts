/** What a change inside a promise means to the party that owes it. */
import type { ClauseDocument } from '../agreement/document.ts'
import { parseDuration } from '../time/duration.ts'
import { type Bearing, type BearingReason, bearing, type Direction, directionOf, reasonFor, type Versions } from './bearing.ts'
import { hoursReasons } from './calendar-bearings.ts'
import type { Difference } from './compare.ts'
import { countsDirection, excuseDirection } from './relief-order.ts'
import { quantityReasons, targetReasons, withinReasons } from './target-order.ts'
import { triggerDirection } from './trigger-order.ts'

/** Returns the meanings of a difference at or below `clauses`. */
export function clauseBearings(found: Difference, versions: Versions): Bearing[] {
  const [, id = '', key] = (found.to ?? found.from ?? []).map(String)
  const [was, now] = [clauseIn(versions.before.document.clauses, id), clauseIn(versions.after.document.clauses, id)]
  if (!was) return now ? [bearing(now.owedBy, 'newDuty')] : []
  if (!now) return [bearing(was.owedBy, 'endedDuty')]
  if (key === 'owedBy') return [bearing(now.owedBy, 'newDuty'), bearing(was.owedBy, 'endedDuty')]
  if (key === undefined) {
    if (was.owedBy !== now.owedBy) return [bearing(now.owedBy, 'newDuty'), bearing(was.owedBy, 'endedDuty')]
    return [bearing(now.owedBy, 'changedRule')]
  }
  return reasonsOf(key, was, now, found, versions).map((reason) => bearing(now.owedBy, reason))
}

function clauseIn(clauses: Readonly<Record<string, ClauseDocument>>, id: string): ClauseDocument | undefined {
  return Object.hasOwn(clauses, id) ? clauses[id] : undefined
}

/** What binds nobody: words, and who is told beforehand. */
const harmless: ReadonlySet<string> = new Set(['title', 'words', 'owedTo', 'reminders'])

function reasonsOf(
  key: string,
  was: ClauseDocument,
  now: ClauseDocument,
  found: Difference,
  versions: Versions,
): BearingReason[] {
  if (harmless.has(key)) return []
  const inside: Difference = { ...found, from: found.from?.slice(2) ?? null, to: found.to?.slice(2) ?? null }
  const [before, after]: [unknown, unknown] = [Reflect.get(was, key), Reflect.get(now, key)]
  if (key === 'within') {
    if (was.kind === 'timed' && now.kind === 'timed') return withinReasons(was.within, now.within, inside)
    return was.kind === 'cadence' && now.kind === 'cadence' ? targetReasons(was.within, now.within) : ['changedRule']
  }
  if (key === 'clock' && 'clock' in was && 'clock' in now) {
    // Of what is counted over a period the calendar sets the pace, and no target.
    if (was.kind !== 'timed' && was.kind !== 'cadence') return []
    return hoursReasons(String(before), String(after), versions)
  }
  // Without a pause nothing is resumed.
  if (key === 'resume' && !('pause' in was && was.pause && 'pause' in now && now.pause)) return []
  if (key === 'target') return quantityReasons(before, after)
  if (key === 'escalation') return escalationReasons(inside)
  if (key === 'boundary') return boundaryReasons(before, after, versions)
  if (was.kind === 'timed' && now.kind === 'timed') {
    if (key === 'excuse') return reasonFor(excuseDirection(was.excuse, now.excuse), 'newRelief', 'lostRelief')
    if (key === 'counts') return reasonFor(countsDirection(was.counts, now.counts), 'newRelief', 'lostRelief')
  }
  return tableReasons(now.kind, key, before, after)
}

/** More of it, for whoever owes the promise. */
type Meaning = readonly [more: BearingReason, less: BearingReason, otherwise: number]

const amounts: Readonly<Record<string, Meaning>> = {
  atLeast: ['tighterTarget', 'looserTarget', 0],
  atMost: ['looserTarget', 'tighterTarget', 1],
  count: ['tighterTarget', 'looserTarget', 1],
  channels: ['tighterTarget', 'looserTarget', 1],
  minimumSample: ['newRelief', 'lostRelief', 0],
  maxPauses: ['newRelief', 'lostRelief', Number.POSITIVE_INFINITY],
}

const lengths: Readonly<Record<string, readonly [more: BearingReason, less: BearingReason]>> = {
  spacing: ['tighterTarget', 'looserTarget'],
  maturity: ['looserTarget', 'tighterTarget'],
  maxPause: ['newRelief', 'lostRelief'],
}

/** Lengths that have no end where they are left out. */
const endless: ReadonlySet<string> = new Set(['maturity', 'maxPause'])

/** What a trigger that answers to more means. */
const triggers: Readonly<Record<string, readonly [more: BearingReason, less: BearingReason]>> = {
  start: ['newDuty', 'endedDuty'],
  stop: ['newRelief', 'lostRelief'],
  pause: ['newRelief', 'lostRelief'],
  resume: ['lostRelief', 'newRelief'],
  cancel: ['newRelief', 'lostRelief'],
  attempt: ['newRelief', 'lostRelief'],
  count: ['newRelief', 'lostRelief'],
  sum: ['newRelief', 'lostRelief'],
}

function tableReasons(kind: ClauseDocument['kind'], key: string, was: unknown, now: unknown): BearingReason[] {
  const trigger = triggers[key]
  if (trigger && !(key === 'count' && kind === 'cadence')) {
    // A lead that moves away has no clock any more; so a trigger of sums and counts that answers to more helps.
    return reasonFor(triggerDirection(was, now), ...trigger)
  }
  const amount = amounts[key]
  if (amount) {
    const [more, less, otherwise] = amount
    return reasonFor(directionOf(was, now, otherwise), more, less)
  }
  const length = lengths[key]
  if (length) return reasonFor(lengthDirection(was, now, endless.has(key)), ...length)
  if (key === 'once' || key === 'automations') {
    return reasonFor(directionOf(Number(was === true), Number(now === true), 0), 'newRelief', 'lostRelief')
  }
  if (key === 'requires' || key === 'suspendedWhile') {
    if (was === undefined) return ['newRelief']
    return [now === undefined ? 'lostRelief' : 'changedRule']
  }
  if (key === 'that') return triggerDirection(was, now) === 'same' ? [] : ['changedRule']
  return ['changedRule']
}

/** A length that is missing is nothing, or without an end. */
function lengthDirection(was: unknown, now: unknown, isEndless: boolean): Direction {
  const msOf = (value: unknown): number => {
    const parsed = value === undefined ? undefined : parseDuration(value)
    if (!parsed) return isEndless ? Number.POSITIVE_INFINITY : 0
    return parsed.ok ? parsed.value : Number.NaN
  }
  return directionOf(msOf(was), msOf(now), 0)
}

/** A step that comes, or comes earlier, takes the lead away sooner; who is told of it binds nobody. */
function escalationReasons({ kind, to, from, was, now }: Difference): BearingReason[] {
  const [, , key] = to ?? from ?? []
  if (key === 'name' || key === 'to') return []
  if (key === 'after') return reasonFor(lengthDirection(was, now, false), 'milderConsequence', 'harsherConsequence')
  if (kind === 'added') return ['harsherConsequence']
  return [kind === 'removed' ? 'milderConsequence' : 'changedRule']
}

/** Due at the next opening is due later. [T5] */
function boundaryReasons(was: unknown, now: unknown, { before, after }: Versions): BearingReason[] {
  const [old, current] = [was ?? before.document.boundary ?? 'close', now ?? after.document.boundary ?? 'close']
  return old === current ? [] : [current === 'nextOpen' ? 'looserTarget' : 'tighterTarget']
}
