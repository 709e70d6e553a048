/**
 * What is kept of a lead between two events, as plain JSON: the folded record, and beside it the events of a window in which
 * others may still arrive out of order, with the record as it stood before them.
 */
import type { Version } from '../agreement/versions.ts'
import { isRecord } from '../content.ts'
import { issue, LeadSlaError } from '../errors.ts'
import type { FrozenLead } from '../evaluation/frozen-lead.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import { readInstant } from '../time/instant.ts'
import { msOfDay } from '../time/plain-date.ts'
import { upgraded } from './older-state.ts'

/** An event as the window keeps it: as it was given, in plain JSON, but for its lead, which is that of the state. */
export interface KeptEvent {
  readonly id: string
  readonly type: string
  readonly at: number | string
  readonly [key: string]: unknown
}

/** The place of an event in the order of its lead. [E2] */
export type Place = readonly [at: number, sequence: number, id: string]

export interface LeadState {
  /** The version of this shape. */
  readonly v: 2
  readonly lead: string
  /** The versions of the agreement that it was folded under: the beginnings of their hashes. */
  readonly agreement: string
  /** How far back events may arrive late: milliseconds before the latest event, and number of events; the usual one when left out. */
  readonly window?: readonly [ms: number, count: number]
  /** How far time has passed; `null` before anything happened. */
  readonly now: number | null
  /** The last event that was folded into `head`. */
  readonly last: Place | null
  readonly head: FrozenLead | null
  /** The events of the window, in order, when there are any. */
  readonly recent?: readonly KeptEvent[]
  /** The record before them, and the last event that was folded into it. */
  readonly base?: FrozenLead | null
  readonly baseLast?: Place | null
  /** It was folded by a version of the library that did not follow this yet. */
  readonly before?: 'cadences'
}

/** **Units** milliseconds and events. A day, and as many events as a busy lead has in one. */
export const usualWindow = { ms: msOfDay, count: 32 }

const hashLength = 16

/** Returns the name of an agreement in a state; with another version it grows at its end. */
export function nameInState(versions: readonly Version[]): string {
  return versions.map(({ agreement }) => agreement.hash.slice(0, hashLength)).join('.')
}

/**
 * Returns a state that was read back, in the present shape; one of an older shape is put into it.
 *
 * **Errors** throws `invalid-state` for what is no state, for one of a newer version, and for one that was cut or changed so
 * that it cannot be read.
 */
export function migrate(given: unknown): LeadState {
  if (!isRecord(given)) throw wrongState('a state that init or step gave', given)
  const value = upgraded(given)
  if (value.v !== 2) throw wrongState('a state of version 2 or 1', value.v, ['v'])
  const { lead, agreement, window, now, last, head, recent, base, baseLast } = value
  if (typeof lead !== 'string' || lead === '') throw wrongState('the id of the lead', lead, ['lead'])
  if (typeof agreement !== 'string') throw wrongState('the name of the agreement', agreement, ['agreement'])
  if (window !== undefined && !isPair(window)) throw wrongState('a window of milliseconds and events', window, ['window'])
  if (!(now === null || Number.isSafeInteger(now))) throw wrongState('an instant or null', now, ['now'])
  if (!isPlace(last)) throw wrongState('the place of the last event, or null', last, ['last'])
  if (!isFrozen(head) || (head === null) !== (last === null)) throw wrongState('a folded record', head, ['head'])
  if (recent !== undefined && !(Array.isArray(recent) && recent.every(isKept))) throw wrongState('events', recent, ['recent'])
  if (recent !== undefined && (!isFrozen(base) || !isPlace(baseLast)))
    throw wrongState('the record before the window', base, ['base'])
  if (!(value.before === undefined || value.before === 'cadences')) throw wrongState('cadences', value.before, ['before'])
  return value as unknown as LeadState
}

export function wrongState(expected: string, got: unknown, path: readonly string[] = []): LeadSlaError {
  return new LeadSlaError([issue('invalid-state', path, { expected, got })])
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((part) => Number.isSafeInteger(part) && part >= 0)
}

function isPlace(value: unknown): boolean {
  if (value === null) return true
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    Number.isSafeInteger(value[0]) &&
    Number.isFinite(value[1]) &&
    typeof value[2] === 'string'
  )
}

function isKept(value: unknown): boolean {
  return isRecord(value) && typeof value.id === 'string' && typeof value.type === 'string' && !Number.isNaN(readInstant(value.at))
}

const frozenKeys = new Set(['facts', 'state', 'merged', 'hands', 'slots', 'open', 'pauses', 'measures', 'closed'])

function isFrozen(value: unknown): boolean {
  if (value === null) return true
  if (
    !isRecord(value) ||
    !Object.keys(value).every((key) => frozenKeys.has(key)) ||
    !isRecord(value.facts ?? {}) ||
    typeof (value.state ?? '') !== 'string'
  )
    return false
  const isRow = (row: unknown) => Array.isArray(row)
  const lists = [value.slots, value.open, value.pauses, value.measures, value.closed].filter((list) => list !== undefined)
  const hands = value.hands ?? []
  if (!Array.isArray(hands) || !hands.every((hand) => hand === 0 || isRow(hand))) return false
  return lists.every((list) => Array.isArray(list) && list.every(isRow))
}

/**
 * Returns the state of an agreement without the mark of an older one. **Errors** throws `invalid-state` where the agreement has
 * cadences that it did not follow.
 */
export function followed(versions: readonly Version[], { before, ...state }: LeadState): LeadState {
  if (before !== undefined && versions.some(({ agreement }) => agreement.cadences.size > 0))
    throw wrongState('a state that has followed the cadences of the agreement: fold it anew', before, ['before'])
  return state
}

/** Returns the record of a state. **Errors** throws `invalid-state` where it was changed so that it is none. */
export function thawed(record: () => LeadRecord): LeadRecord {
  try {
    return record()
  } catch {
    throw wrongState('a folded record of this agreement', undefined, ['head'])
  }
}
