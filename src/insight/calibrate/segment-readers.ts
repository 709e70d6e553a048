/** Where the segments of a clock are read: from its obligation, or from the facts of its lead as they were when it started. */
import { simpleKeys } from '../../conditions/json-path.ts'
import { isRecord } from '../../content.ts'
import { type Issue, issue } from '../../errors.ts'
import { toldLeads } from '../../fairness/told-events.ts'
import type { SegmentBy, SegmentValue } from './clock-sample.ts'
import type { SegmentReader } from './read-obligations.ts'

const own = ['team', 'owner', 'goal'] as const

/** What the facts are read from: the events that the evaluation knew. */
export interface ToldBy {
  readonly events: Iterable<unknown> | undefined
  readonly asOf: number
  readonly knownAt: number
}

/** Returns a reader for each segment, and notes what cannot be read. */
export function segmentReaders(by: readonly SegmentBy[], told: ToldBy, issues: Issue[]): SegmentReader[] {
  const factsOf = told.events && by.some(isRecord) ? factsAtStart(told.events, told) : undefined
  const readers = by.flatMap((each: unknown, index): SegmentReader[] => {
    const name = own.find((one) => one === each)
    if (name) return [{ by: name, valueOf: (obligation) => obligation[name] ?? null }]
    const path = isRecord(each) ? each.fact : undefined
    const keys = typeof path === 'string' && path.startsWith('$.') ? simpleKeys(path) : undefined
    if (!keys || typeof path !== 'string') {
      const expected = 'team, owner, goal, or a fact of the lead by a path of names such as { "fact": "$.segment" }'
      issues.push(
        issue(isRecord(each) ? 'invalid-path' : 'unknown-value', ['by', index], { expected, got: path ?? each, known: own }),
      )
      return []
    }
    if (!factsOf) {
      issues.push(issue('missing-key', ['events'], { expected: `the events, because ${path} is a fact of the lead` }))
      return []
    }
    return [{ by: path, valueOf: ({ lead }, startedAt) => plain(at(factsOf(lead, startedAt), keys)) }]
  })
  return readers.filter((reader, index) => readers.findIndex((other) => other.by === reader.by) === index)
}

type Facts = Readonly<Record<string, unknown>>

/** What is known of a lead at an instant, the events of that instant included. */
function factsAtStart(events: Iterable<unknown>, { asOf, knownAt }: ToldBy): (lead: string, at: number) => Facts {
  const leads = toldLeads(events, asOf, knownAt)
  const nothing: Facts = {}
  return (lead, until) => {
    let facts = nothing
    for (const { type, at: happenedAt, data } of leads.get(lead)?.events ?? []) {
      if (happenedAt > until) break
      if ((type === 'lead.created' || type === 'lead.updated') && isRecord(data)) facts = { ...facts, ...data }
    }
    return facts
  }
}

function at(facts: Facts, keys: readonly string[]): unknown {
  let value: unknown = facts
  for (const key of keys) value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return value
}

/** A list or an object is no segment that a condition could name. */
function plain(value: unknown): SegmentValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
