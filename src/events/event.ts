/**
 * An event is something that happened to a lead. It comes from outside, so it is read before it is believed: what cannot be
 * read is refused with a code and a path, and never stops a run. [E1], [E3]
 */
import { isRecord } from '../content.ts'
import { type Issue, issue } from '../errors.ts'
import { type InstantLike, parseInstant, readInstant } from '../time/instant.ts'

export interface Actor {
  readonly id: string
  readonly team?: string
  readonly kind?: 'human' | 'automation'
}

/** What happened to a lead, as an app writes it. A CloudEvents 1.0 envelope, whose `subject` is the lead, is taken as it is. */
export interface LeadEvent {
  readonly id: string
  readonly lead: string
  /** `lead.created`, `lead.updated`, `lead.moved`, `lead.assigned`, `lead.merged`, `opportunity.…`, or any type of your own. */
  readonly type: string
  /** When it occurred. */
  readonly at: InstantLike
  /** When it became known; needed where an event corrects another of the same id. */
  readonly recordedAt?: InstantLike
  /** Decides between events of one instant; 0 when left out. */
  readonly sequence?: number
  readonly actor?: Actor
  readonly data?: Readonly<Record<string, unknown>>
}

/** The parts of an event that need no reading, as JSON holds them. */
export interface PlainEvent {
  readonly id: string
  readonly lead: string
  readonly type: string
  readonly actor?: Actor | null
  readonly data?: Readonly<Record<string, unknown>> | null
}

/** What `readEvent` found, in a place that is used again for the next event: a stream holds millions. */
export interface EventReading {
  plain: PlainEvent
  at: number
  /** `NaN` when the event does not say. */
  recordedAt: number
  sequence: number
}

/** An event in its place in the order, as a fold sees it. **Units** instants are epoch milliseconds. */
export interface FoldedEvent {
  readonly id: string
  readonly lead: string
  readonly type: string
  readonly at: number
  readonly actor: Actor | null
  readonly data: Readonly<Record<string, unknown>> | null
  /** What conditions see as `event`. */
  readonly fact: object
  /** The event as it was given. */
  readonly source: unknown
}

/** An event that has been read, with what its order and its identity follow from. */
export interface ReadEvent extends FoldedEvent {
  /** `NaN` when the event does not say. */
  readonly recordedAt: number
  readonly sequence: number
}

/**
 * Reads an event into `reading` and returns null, or returns all that is wrong with it. Keys that the library does not
 * know are left alone.
 *
 * **Errors** `invalid-event`, `missing-key`, `wrong-type`, `unknown-value`, `invalid-instant`, `missing-offset`.
 */
export function readEvent(value: unknown, reading: EventReading): Issue[] | null {
  try {
    if (!isRecord(value)) return [issue('invalid-event', [], { expected: 'an event with id, lead, type and at', got: value })]
    return isCloudEvent(value) ? readCloudEvent(value, reading) : readPlain(value, reading, plainKeys)
  } catch {
    // Only a getter or a proxy can throw here, and such a thing is no JSON.
    return [issue('invalid-event', [], { expected: 'an event that is plain JSON' })]
  }
}

function isCloudEvent(value: Record<string, unknown>): boolean {
  return typeof value.specversion === 'string' && value.lead === undefined
}

const plainKeys = { lead: 'lead', at: 'at' }
const cloudKeys = { lead: 'subject', at: 'time' }

/** The id of a CloudEvent is its own only within its source. */
function readCloudEvent(value: Record<string, unknown>, reading: EventReading): Issue[] | null {
  const { id, source, subject, type, time, data, recordedat, sequence, actorid, actorteam, actorkind } = value
  const actor = actorid === undefined ? undefined : { id: actorid, team: actorteam, kind: actorkind }
  const plain = {
    id: typeof id === 'string' && typeof source === 'string' ? `${source}#${id}` : id,
    lead: subject,
    type,
    at: time,
    recordedAt: recordedat,
    sequence: typeof sequence === 'string' && /^-?\d{1,15}$/.test(sequence) ? Number(sequence) : sequence,
    actor,
    data,
  }
  return readPlain(plain, reading, cloudKeys)
}

function readPlain(event: Record<string, unknown>, reading: EventReading, keys: typeof plainKeys): Issue[] | null {
  const { id, lead, type, at, recordedAt, sequence, actor, data } = event
  const occurredAt = readInstant(at)
  const knownAt = recordedAt === undefined || recordedAt === null ? Number.NaN : readInstant(recordedAt)
  const isRead =
    isText(id) &&
    isText(lead) &&
    isText(type) &&
    occurredAt === occurredAt &&
    (recordedAt === undefined || recordedAt === null || knownAt === knownAt) &&
    (sequence === undefined || Number.isFinite(sequence)) &&
    (actor === undefined || actor === null || isActor(actor)) &&
    (data === undefined || data === null || isRecord(data)) &&
    !dataMistake(type, data as Record<string, unknown> | undefined)
  if (!isRead) return mistakes(event, keys)
  reading.plain = event as unknown as PlainEvent
  reading.at = occurredAt
  reading.recordedAt = knownAt
  reading.sequence = (sequence as number | undefined) ?? 0
  return null
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0
}

function isActor(value: unknown): boolean {
  if (!isRecord(value) || !isText(value.id)) return false
  const { team, kind } = value
  return (
    (team === undefined || team === null || isText(team)) && (kind === undefined || kind === 'human' || kind === 'automation')
  )
}

interface Mistake {
  readonly key: string
  readonly expected: string
}

/** What the known types need in `data`. */
function dataMistake(type: string, data: Record<string, unknown> | null | undefined): Mistake | undefined {
  switch (type) {
    case 'lead.moved':
      return isText(data?.to) ? undefined : { key: 'to', expected: 'the state that the lead moved to' }
    case 'lead.merged':
      return isText(data?.into) ? undefined : { key: 'into', expected: 'the lead that this one was merged into' }
    case 'lead.assigned':
      if (!(data?.owner === null || isText(data?.owner))) return { key: 'owner', expected: 'a person, or null to unassign' }
      return data.team === undefined || data.team === null || isText(data.team) ? undefined : { key: 'team', expected: 'a team' }
    default:
      return undefined
  }
}

/** The slow way, taken only for an event that cannot be read: every mistake with its path. */
function mistakes(event: Record<string, unknown>, keys: typeof plainKeys): Issue[] {
  const issues: Issue[] = []
  const text = (key: 'id' | 'lead' | 'type', expected: string) => {
    const got = event[key]
    const at = [key === 'lead' ? keys.lead : key]
    if (got === undefined) issues.push(issue('missing-key', at, { expected }))
    else if (!isText(got)) issues.push(issue('wrong-type', at, { expected, got }))
  }
  text('id', 'an id of the event, as text')
  text('lead', 'an id of the lead, as text')
  text('type', 'a type of event, as text')
  for (const key of ['at', 'recordedAt'] as const) {
    const got = event[key]
    if (key === 'recordedAt' && (got === undefined || got === null)) continue
    const at = [key === 'at' ? keys.at : key]
    const parsed = parseInstant(got, at)
    if (got === undefined) issues.push(issue('missing-key', at, { expected: 'the instant at which it occurred' }))
    else if (!parsed.ok) issues.push(...parsed.issues)
  }
  const { sequence, actor, data, type } = event
  if (sequence !== undefined && !Number.isFinite(sequence))
    issues.push(issue('wrong-type', ['sequence'], { expected: 'a number', got: sequence }))
  if (actor !== undefined && actor !== null && !isActor(actor)) {
    issues.push(
      issue('wrong-type', ['actor'], {
        expected: 'an actor with id, and optionally team and kind (human or automation)',
        got: actor,
      }),
    )
  }
  if (data !== undefined && data !== null && !isRecord(data))
    issues.push(issue('wrong-type', ['data'], { expected: 'an object', got: data }))
  else if (isText(type)) {
    const mistake = dataMistake(type, data as Record<string, unknown> | undefined)
    const got = mistake && data ? (data as Record<string, unknown>)[mistake.key] : undefined
    if (mistake)
      issues.push(
        issue(got === undefined ? 'missing-key' : 'wrong-type', ['data', mistake.key], { expected: mistake.expected, got }),
      )
  }
  return issues
}
