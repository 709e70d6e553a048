/**
 * Random histories of a few leads, on whole minutes, dense where the rules bite: several events in one minute, gaps that
 * add up to the targets of the random agreements, repeated, corrected and contradicting events, and an `asOf` among them.
 */

import fc from 'fast-check'
import type { AgreementDocument, InstantLike, LeadEvent } from '../../src/index.ts'
import { msOf } from '../oracle/ms.ts'
import { agreement, type Monday, mondays, pooledAgreement } from './agreement.ts'
import { owners, ownTypes, states } from './timed-clause.ts'

/** An agreement and what happened under it. */
export interface Story {
  readonly document: AgreementDocument
  readonly events: readonly LeadEvent[]
  /** **Units** epoch milliseconds on a whole minute, as the next. */
  readonly asOf: number
  readonly earlier: number
}

const minuteMs = 60_000
const leads = ['A', 'B', 'A/1'] as const

/** Minutes from one event of a lead to the next. */
const gap = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 0, 15, 15, 30, 30, 60, 120, 240) },
  { weight: 2, arbitrary: fc.constantFrom(240, 480, 960, 1_440, 2_880) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }) },
)

const actor = fc.constantFrom<LeadEvent['actor']>(
  undefined,
  { id: 'anna', kind: 'human' },
  { id: 'cora', kind: 'human' },
  { id: 'robot', kind: 'automation' },
)

/** The type and the data of an event; `by` counts minutes from the event. */
interface Happening {
  readonly type: string
  readonly data?: Record<string, unknown>
  readonly by?: number | null | undefined
}

const by = fc.constantFrom(undefined, null, -60, 0, 30, 240, 1_000, 2_880)
const facts = fc.record(
  {
    score: fc.constantFrom(5, 30, 60, 90),
    segment: fc.constantFrom('smb', 'enterprise', null),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Nowhere/At all', 7),
  },
  { requiredKeys: [] },
)
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ type: fc.constant('lead.created'), data: facts, by }),
  fc.record({ type: fc.constant('lead.updated'), data: facts, by }),
  fc.record({
    type: fc.constant('lead.assigned'),
    data: fc.record(
      { owner: fc.constantFrom(...owners, null), team: fc.constantFrom('east', 'west') },
      { requiredKeys: ['owner'] },
    ),
  }),
  fc.record({
    type: fc.constant('lead.moved'),
    data: fc.record({ to: fc.constantFrom(...states, ...states, 'nowhere'), reason: fc.constantFrom('duplicate', 'other') }),
  }),
  ...[0, 1].map(() =>
    fc.record({
      type: fc.constantFrom(...ownTypes),
      data: fc.record(
        {
          seconds: fc.constantFrom(10, 60),
          kind: fc.constantFrom('x', 'y'),
          channel: fc.constantFrom('phone', 'mail', ''),
          direction: fc.constantFrom('inbound', 'outbound'),
          reason: fc.constantFrom('duplicate', 'too busy'),
        },
        { requiredKeys: [] },
      ),
      by,
    }),
  ),
)

/** Most leads live on; some are merged into another, and one into itself. */
const merged: fc.Arbitrary<Happening> = fc.record({
  type: fc.constant('lead.merged'),
  data: fc.constantFrom({ into: 'A' }, { into: 'B' }, { into: 'C' }),
})

const happened = fc.record({
  happening: fc.oneof({ weight: 25, arbitrary: happening }, { weight: 1, arbitrary: merged }),
  gap,
  actor,
  sequence: fc.constantFrom(undefined, undefined, undefined, 0, 1, -1),
  rank: fc.constantFrom('p', 'q', 'r'),
  write: fc.nat(4),
  recorded: fc.constantFrom(undefined, undefined, 0, 60, 5_000),
})
type Happened = typeof happened extends fc.Arbitrary<infer Value> ? Value : never

const lifeOfLead = fc.record({
  from: fc.constantFrom(480, 510, 960, 1_020, 1_380, 7_000).chain((minutes) => fc.constantFrom(minutes, minutes + 5)),
  /** Most lives begin as lives do. */
  isCreated: fc.boolean(),
  events: fc.array(happened, { minLength: 1, maxLength: 14, size: '+1' }),
})

function written(minute: number, way: number): InstantLike {
  const at = minute * minuteMs
  const text = new Date(at).toISOString()
  if (way === 0) return at
  if (way === 1) return new Date(at)
  if (way === 2) return text
  if (way === 3) return text.replace('.000Z', 'Z')
  return new Date(at + 330 * minuteMs).toISOString().replace('.000Z', '+05:30')
}

function eventOf(lead: string, index: number, minute: number, { happening: what, ...rest }: Happened): LeadEvent {
  const { type, data, by: apart } = what
  const key = type.startsWith('lead.') ? 'respondBy' : 'by'
  const due = apart === undefined ? {} : { [key]: apart === null ? 'soon' : new Date((minute + apart) * minuteMs).toISOString() }
  return {
    id: `${rest.rank}-${lead}-${index}`,
    lead,
    type,
    at: written(minute, rest.write),
    data: { ...data, ...due },
    ...(rest.actor === undefined ? {} : { actor: rest.actor }),
    ...(rest.sequence === undefined ? {} : { sequence: rest.sequence }),
    ...(rest.recorded === undefined ? {} : { recordedAt: written(minute + rest.recorded, rest.write) }),
  }
}

/** Returns the events of some leads, each in the order of its own life. */
export function history(monday: Monday): fc.Arbitrary<LeadEvent[]> {
  const base = Date.parse(monday) / minuteMs
  return fc.array(lifeOfLead, { minLength: 1, maxLength: leads.length }).map((lives) =>
    lives.flatMap(({ from, isCreated, events }, number) => {
      let minute = base + from
      return events.map((one, index) => {
        minute += one.gap
        const begins = isCreated && index === 0 && !one.happening.type.startsWith('lead.')
        return eventOf(leads[number] as string, index, minute, begins ? { ...one, happening: { type: 'lead.created' } } : one)
      })
    }),
  )
}

/** How a second event of the same id comes about: a copy, as it was, written otherwise or recorded later; a correction; a contradiction. */
const version = fc.record({
  of: fc.nat(),
  as: fc.constantFrom('copy', 'rewritten copy', 'later copy', 'correction', 'correction', 'correction', 'contradiction'),
  to: fc.constantFrom(...states),
  lateBy: fc.constantFrom(1, 60, 10_000),
})

/** Returns the events with some of them repeated, corrected or contradicted. */
function withVersions(events: readonly LeadEvent[]): fc.Arbitrary<LeadEvent[]> {
  return fc.array(version, { maxLength: 3 }).map((versions) => [
    ...events,
    ...versions.flatMap(({ of, as, to, lateBy }): LeadEvent[] => {
      const event = events[of % Math.max(events.length, 1)]
      if (!event) return []
      const recordedAt = msOf(event.at) + lateBy * minuteMs
      const { recordedAt: _, ...undated } = event
      const other = event.type === 'lead.moved' ? { to } : { ...event.data, seconds: 31 }
      if (as === 'copy') return [event]
      if (as === 'rewritten copy') return [{ ...event, at: written(msOf(event.at) / minuteMs, 4) }]
      if (as === 'later copy') return [{ ...event, recordedAt }]
      return [as === 'correction' ? { ...event, data: other, recordedAt } : { ...undated, data: other }]
    }),
  ])
}

/**
 * Returns agreements with what happened under them. `versions` mixes in repeated, corrected and contradicting events;
 * `fresh` draws each agreement anew.
 */
export function story({ versions = false, fresh = false } = {}): fc.Arbitrary<Story> {
  return fc.constantFrom(...mondays).chain((monday) =>
    fc
      .record({
        document: fresh ? agreement(monday) : pooledAgreement(monday),
        events: versions ? history(monday).chain(withVersions) : history(monday),
        asOf: fc.nat(),
        earlier: fc.nat(),
        past: gap,
      })
      .map(({ document, events, asOf, earlier, past }) => {
        const instants = events.map(({ at }) => msOf(at)).sort((a, b) => a - b)
        const late = (instants.at(-1) ?? 0) + past * minuteMs
        // Half of the time everything has happened by then.
        const pick = (index: number) =>
          index % 2 === 0 ? late : (instants[(index >> 1) % instants.length] ?? 0) + (index % 3) * past * minuteMs
        const [one, other] = [pick(asOf), pick(earlier)]
        return { document, events, asOf: Math.max(one, other), earlier: Math.min(one, other) }
      }),
  )
}
