/**
 * What happened to each lead, the slow and obvious way: every event with the facts as they stood after it. [E2], [E4], [E5]
 * Shares no code with `src`; takes events that can be read, and refuses only what the rules of identity and of the
 * lifecycle refuse.
 */

import { isDeepStrictEqual } from 'node:util'
import type { AgreementDocument, ConditionDocument, InstantLike, LeadEvent } from '../../src/index.ts'
import { msOf } from './ms.ts'

export interface Facts {
  readonly lead: Readonly<Record<string, unknown>>
  readonly event: LeadEvent
  readonly state: string | null
  readonly owner: string | null
  readonly team: string | null
}

/** An event, when it occurred (**Units** minutes since the Unix epoch) and how the lead stood after it. */
export interface Moment {
  readonly event: LeadEvent
  readonly minute: number
  readonly facts: Facts
  /** The states of a move; a move to the state where the lead is already is none. */
  readonly left: string | null
  readonly entered: string | null
}

export interface LeadMoments {
  readonly leads: ReadonlyMap<string, readonly Moment[]>
  /** Ids of events that were seen, sorted; one entry a copy, except where a move goes nowhere. */
  readonly unknownState: readonly string[]
  readonly contradicting: readonly string[]
  readonly duplicates: readonly string[]
  readonly corrected: readonly string[]
}

export interface Times {
  readonly asOf: InstantLike
  readonly knownAt?: InstantLike
}

export function minuteOf(at: InstantLike): number {
  return msOf(at) / 60_000
}

export function momentsOf(document: AgreementDocument, events: readonly LeadEvent[], { asOf, knownAt }: Times): LeadMoments {
  const states = document.lifecycle && Object.keys(document.lifecycle.states)
  const goesNowhere = (event: LeadEvent) =>
    states !== undefined && event.type === 'lead.moved' && !states.includes(event.data?.to as string)
  const isKnown = (event: LeadEvent) => knownAt === undefined || minuteOf(event.recordedAt ?? event.at) <= minuteOf(knownAt)
  const isSeen = (event: LeadEvent) => isKnown(event) && minuteOf(event.at) <= minuteOf(asOf)
  const counted = new Map<string, LeadEvent[]>()
  const contradicting: LeadEvent[] = []
  const duplicates: LeadEvent[] = []
  const corrected: LeadEvent[] = []
  const known = events.filter(isKnown)
  const unknownState: LeadEvent[] = []
  for (const id of new Set(known.map((event) => event.id))) {
    const versions = versionsOf(known.filter((event) => event.id === id))
    const winner = winnerOf(versions)
    if (winner === null) contradicting.push(...versions.flatMap(({ copies }) => copies))
    if (winner === null) continue
    duplicates.push(...winner.copies.slice(1))
    corrected.push(...versions.filter((version) => version !== winner).flatMap(({ copies }) => copies))
    const [event] = winner.copies as [LeadEvent]
    if (goesNowhere(event)) unknownState.push(event)
    else if (isSeen(event)) counted.set(event.lead, [...(counted.get(event.lead) ?? []), event])
  }
  return {
    leads: new Map([...counted].map(([lead, ofLead]) => [lead, fold(document, ofLead.sort(compare))])),
    unknownState: idsOf(unknownState.filter(isSeen)),
    contradicting: idsOf(contradicting.filter(isSeen)),
    duplicates: idsOf(duplicates.filter(isSeen)),
    corrected: idsOf(corrected.filter(isSeen)),
  }
}

const idsOf = (events: readonly LeadEvent[]) => events.map(({ id }) => id).sort()

/** Copies of one content, and when it was last recorded; `null` where no copy says. */
interface Version {
  readonly copies: readonly LeadEvent[]
  readonly recordedAt: number | null
}

function versionsOf(events: readonly LeadEvent[]): Version[] {
  const groups: LeadEvent[][] = []
  for (const event of events) {
    const group = groups.find(([first]) => first !== undefined && isDeepStrictEqual(contentOf(first), contentOf(event)))
    if (group) group.push(event)
    else groups.push([event])
  }
  return groups.map((copies) => {
    const recorded = copies.flatMap(({ recordedAt }) => (recordedAt === undefined ? [] : [minuteOf(recordedAt)]))
    return { copies, recordedAt: recorded.length > 0 ? Math.max(...recorded) : null }
  })
}

function contentOf({ lead, type, at, sequence = 0, actor, data }: LeadEvent) {
  return { lead, type, at: minuteOf(at), sequence, actor: actor ?? null, data: data ?? null }
}

/** [E2]: the only version, or the one recorded last; nobody where that cannot be told. */
function winnerOf(versions: readonly Version[]): Version | null {
  if (versions.length === 1) return versions[0] as Version
  if (versions.some(({ recordedAt }) => recordedAt === null)) return null
  const last = Math.max(...versions.map(({ recordedAt }) => recordedAt as number))
  const winners = versions.filter(({ recordedAt }) => recordedAt === last)
  return winners.length === 1 ? (winners[0] as Version) : null
}

/** [E2]: the total order `(at, sequence, id)`. */
function compare(a: LeadEvent, b: LeadEvent): number {
  return minuteOf(a.at) - minuteOf(b.at) || (a.sequence ?? 0) - (b.sequence ?? 0) || (a.id < b.id ? -1 : 1)
}

function fold(document: AgreementDocument, events: readonly LeadEvent[]): Moment[] {
  const moments: Moment[] = []
  for (const event of events) {
    const before = moments.at(-1)?.facts
    const { data = {}, type } = event
    const owner = type === 'lead.assigned' ? (data.owner as string | null) : (before?.owner ?? null)
    const facts = {
      lead: type === 'lead.created' || type === 'lead.updated' ? { ...before?.lead, ...data } : (before?.lead ?? {}),
      event,
      state: stateAfter(document, event, before),
      owner,
      team: type === 'lead.assigned' ? ((data.team as string | undefined) ?? teamOf(document, owner)) : (before?.team ?? null),
    }
    const moves = facts.state !== (before?.state ?? null)
    moments.push({
      event,
      minute: minuteOf(event.at),
      facts,
      left: moves ? (before?.state ?? null) : null,
      entered: moves ? facts.state : null,
    })
  }
  return moments
}

/** A lead begins in the state of its first event when that is a move, else in the initial one. */
function stateAfter(document: AgreementDocument, { type, data }: LeadEvent, before: Facts | undefined): string | null {
  if (type === 'lead.moved') return data?.to as string
  return before ? before.state : (document.lifecycle?.initial ?? null)
}

function teamOf(document: AgreementDocument, owner: string | null): string | null {
  if (owner === null) return null
  return Object.values(document.parties).flatMap(({ members }) => members?.[owner] ?? [])[0]?.team ?? null
}

type Named = AgreementDocument['conditions']

/** Returns whether a condition holds: the operators that the random agreements use, on plain paths. */
export function holds(condition: ConditionDocument, facts: Facts, named: Named): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts, named))
  if ('any' in condition) return condition.any.some((part) => holds(part, facts, named))
  if ('not' in condition) return !holds(condition.not, facts, named)
  if ('condition' in condition) return holds(named?.[condition.condition] as ConditionDocument, facts, named)
  const { fact, path = '$', operator, value } = condition
  const got = path
    .split('.')
    .slice(1)
    .reduce<unknown>(memberOf, facts[fact as keyof Facts])
  switch (operator) {
    case 'equal':
      return got === value
    case 'notEqual':
      return got !== value
    case 'in':
      return (value as unknown[]).includes(got)
    case 'greaterThanInclusive':
      return typeof got === 'number' && got >= (value as number)
    case 'lessThan':
      return typeof got === 'number' && got < (value as number)
    default:
      throw new RangeError(`this oracle knows no operator ${operator}`)
  }
}

export function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

/** Returns true where one of the moments has merged the lead into another. */
export function isMerged(moments: readonly Moment[]): boolean {
  return moments.some(({ event: { type, data, lead } }) => {
    return type === 'lead.merged' && typeof data?.into === 'string' && data.into !== '' && data.into !== lead
  })
}
