/** The course of events with which a clock starts: what happens to a lead before, and the event that starts it. */
import type { Agreement } from '../../agreement/agreement.ts'
import type { TriggerDocument } from '../../agreement/clause-document.ts'
import type { LeadEvent } from '../../events/event.ts'
import { printInstant } from '../../time/instant.ts'
import { textsOf } from '../trigger-in-words.ts'
import type { Assignment } from './fitting-facts.ts'

/** One of the ways in which a trigger can fire. */
export type Start =
  | { readonly kind: 'on'; readonly type: string }
  | { readonly kind: 'enters'; readonly state: string }
  | { readonly kind: 'leaves'; readonly state: string; readonly to: string }
  | { readonly kind: 'becomes' }

const mostWays = 4

/** Returns the ways in which a trigger can fire, the first ones of many. */
export function startsOf(trigger: TriggerDocument, { document }: Agreement): Start[] {
  const states = document.lifecycle?.states ?? {}
  const enters = (names: readonly string[]) => names.slice(0, mostWays).map((state): Start => ({ kind: 'enters', state }))
  if ('becomes' in trigger) return [{ kind: 'becomes' }]
  if ('on' in trigger)
    return textsOf(trigger.on)
      .slice(0, mostWays)
      .map((type) => ({ kind: 'on', type }))
  if ('enters' in trigger) return enters(textsOf(trigger.enters))
  if ('disposed' in trigger) return enters(Object.keys(states).filter((name) => states[name]?.disposition === true))
  return textsOf(trigger.leaves).flatMap((state): Start[] => {
    const others = [...(states[state]?.to ?? []), ...Object.keys(states)].filter((name) => name !== state)
    return [...new Set(others)].slice(0, mostWays).map((to) => ({ kind: 'leaves', state, to }))
  })
}

/** Returns what a start settles about the facts before anything is searched for. */
export function settledBy(start: Start): Assignment {
  if (start.kind === 'enters') return new Map([['state', start.state]])
  return start.kind === 'leaves' ? new Map([['state', start.to]]) : new Map()
}

interface Parts {
  readonly lead: Record<string, unknown>
  readonly event: { readonly data: Record<string, unknown>; readonly actor: Record<string, unknown> }
  readonly state: string | null
  readonly owner: string | null
  readonly team: string | null
}

/** Returns the facts that conditions see once the clock has started. */
export function factsAt(start: Start, assignment: Assignment, agreement: Agreement): Readonly<Record<string, unknown>> {
  const parts = partsOf(start, assignment, agreement)
  const { lead, owner, team } = parts
  const state = parts.state ?? agreement.document.lifecycle?.initial ?? null
  return { lead, state, owner, team, event: { type: typeOf(start), ...eventOf(start, parts) } }
}

/** What happens, before it is known when and in which order. */
export type Happening = Pick<LeadEvent, 'type' | 'data' | 'actor'>

/** Returns what happens, in this order: the last is the event that starts the clock. */
export function sceneOf(start: Start, assignment: Assignment, agreement: Agreement): Happening[] {
  const parts = partsOf(start, assignment, agreement)
  const { lead, state, owner, team } = parts
  const initial = agreement.document.lifecycle?.initial
  const before = start.kind === 'leaves' ? start.state : start.kind === 'enters' ? null : state
  const events: Happening[] = []
  const isCreated = typeOf(start) === 'lead.created'
  if (!isCreated && !(start.kind === 'enters' && start.state === initial)) events.push({ type: 'lead.created', data: lead })
  if (before !== null && before !== initial) events.push({ type: 'lead.moved', data: { to: before } })
  const isHandedOver = typeOf(start) === 'lead.assigned'
  if (!isHandedOver && (owner !== null || team !== null)) events.push({ type: 'lead.assigned', data: { owner, team } })
  if (start.kind === 'enters' && start.state === initial) events.push({ type: 'lead.created', data: lead })
  else if (start.kind !== 'becomes' || hasEventFacts(parts)) events.push({ type: typeOf(start), ...eventOf(start, parts) })
  return events
}

/** Returns the events of one lead, all at one instant. */
export function eventsAt(at: number, happenings: readonly Happening[]): LeadEvent[] {
  return happenings.map((happening, index) => {
    return { id: `example-${index + 1}`, lead: 'example', at: printInstant(at), sequence: index + 1, ...happening }
  })
}

function hasEventFacts({ event }: Parts): boolean {
  return Object.keys(event.data).length > 0 || Object.keys(event.actor).length > 0
}

function typeOf(start: Start): string {
  if (start.kind === 'on') return start.type
  return start.kind === 'becomes' ? 'lead.updated' : 'lead.moved'
}

/** What the starting event says, by its type: the facts of the lead, its new state, or its new owner. */
function eventOf(start: Start, { lead, event, state, owner, team }: Parts): Pick<LeadEvent, 'data' | 'actor'> {
  const type = typeOf(start)
  const own: Record<string, unknown> =
    type === 'lead.created' || type === 'lead.updated'
      ? lead
      : type === 'lead.moved'
        ? { to: state }
        : type === 'lead.assigned'
          ? { owner, ...(team === null ? {} : { team }) }
          : {}
  const { id, team: actorTeam, kind } = event.actor
  const actor = {
    id: typeof id === 'string' && id !== '' ? id : 'example-person',
    ...(typeof actorTeam === 'string' ? { team: actorTeam } : {}),
    ...(kind === 'human' || kind === 'automation' ? { kind: kind as 'human' | 'automation' } : {}),
  }
  return { data: { ...event.data, ...own }, ...(Object.keys(event.actor).length === 0 ? {} : { actor }) }
}

function partsOf(start: Start, assignment: Assignment, agreement: Agreement): Parts {
  const type = typeOf(start)
  const lead: Record<string, unknown> = {}
  const event: Parts['event'] = { data: {}, actor: {} }
  const named: Record<'state' | 'owner' | 'team', string | null> = { state: null, owner: null, team: null }
  const writesFacts = type === 'lead.created' || type === 'lead.updated'
  for (const [variable, value] of assignment) {
    if (value === undefined) continue
    const [fact = '', path] = variable.split(' ')
    if (fact === 'state' || fact === 'owner' || fact === 'team') named[fact] = textOf(value) ?? named[fact]
    const keys = path?.startsWith('$.') ? path.slice(2).split('.') : []
    if (fact === 'lead') put(lead, keys, value)
    if (fact !== 'event') continue
    const [first, ...rest] = keys
    if (first === 'actor') put(event.actor, rest, value)
    if (first !== 'data') continue
    if (writesFacts) put(lead, rest, value)
    else if (type === 'lead.assigned' && rest[0] === 'owner') named.owner = textOf(value)
    else if (type === 'lead.assigned' && rest[0] === 'team') named.team = textOf(value)
    else if (type === 'lead.moved' && rest[0] === 'to') named.state = textOf(value) ?? named.state
    else put(event.data, rest, value)
  }
  // Where it does not matter who gets a lead or where it goes, somebody gets it and it goes on.
  if (type === 'lead.assigned' && !assignment.has('owner') && !assignment.has('event $.data.owner')) {
    named.owner = [...agreement.members.keys()][0] ?? 'example-person'
  }
  if (type === 'lead.assigned' && named.owner === 'x') named.owner = [...agreement.members.keys()][0] ?? 'example-person'
  if (type === 'lead.moved' && named.state === null) named.state = nextState(agreement)
  return { lead, event, ...named }
}

function nextState({ document }: Agreement): string | null {
  const { initial = '', states = {} } = document.lifecycle ?? {}
  return states[initial]?.to?.[0] ?? null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function put(record: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  const [key, ...rest] = keys
  if (key === undefined || key === '__proto__') return
  if (rest.length === 0) {
    record[key] = value
    return
  }
  const inner = Object.hasOwn(record, key) ? record[key] : undefined
  const next = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Record<string, unknown>) : {}
  record[key] = next
  put(next, rest, value)
}
