import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { planted, type StreamEvent } from '../../examples/demo/faults.ts'
import { asOf, countByType, generate } from '../../examples/demo/generate.ts'

const file = (name: string): URL => new URL(`../../examples/demo/${name}`, import.meta.url)
const packed = readFileSync(file('events.ndjson.gz'))
const text = gunzipSync(packed).toString('utf8')
const events = text
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as StreamEvent)
const byId = new Map<string, StreamEvent[]>()
for (const event of events) byId.set(event.id, [...(byId.get(event.id) ?? []), event])
const repeated = [...byId.values()].filter((same) => same.length > 1)
const repeatedIds = new Set(repeated.flatMap((same) => same.map(({ id }) => id)))
const document: unknown = JSON.parse(readFileSync(file('agreement.json'), 'utf8'))

describe('the stream of the demo', () => {
  test('is what the generator writes, to the byte', () => {
    expect(generate() === text).toBe(true)
  })

  test('is small enough to ship, and its gzip header names no time and no system', () => {
    expect(packed.length).toBeLessThan(600_000)
    expect([...packed.subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255])
  })

  test('has 2,400 leads and the quarter in it', () => {
    expect(new Set(events.filter(ofType('lead.created')).map(({ lead }) => lead)).size).toBe(2400)
    const instants = events.filter(({ at }) => hasOffset(at)).map(({ at }) => Date.parse(at))
    expect(Math.min(...instants)).toBeGreaterThanOrEqual(Date.parse('2026-07-01T00:00:00Z'))
    expect(Math.max(...instants)).toBeLessThan(Date.parse(asOf))
  })

  test('is mostly what the CRM writes', () => {
    const counts = Object.fromEntries(countByType(text))
    const usual = [
      'lead.created',
      'lead.moved',
      'lead.assigned',
      'lead.updated',
      'email.sent',
      'call.connected',
      'call.attempted',
    ]
    for (const type of usual) expect(counts[type], type).toBeGreaterThan(500)
    for (const type of ['lead.snoozed', 'lead.woken', 'meeting.booked']) expect(counts[type], type).toBeGreaterThan(50)
  })

  test('holds as many faults as were planted', () => {
    const differing = repeated.filter((same) => new Set(same.map((event) => JSON.stringify(event))).size > 1)
    const dated = differing.filter((same) => same.every(({ recordedAt }) => recordedAt !== undefined))
    const states = Object.keys(lifecycleStates())
    expect({
      duplicates: repeated.length - differing.length,
      corrections: dated.length,
      contradictions: differing.length - dated.length,
      withoutOffset: events.filter(({ at }) => !hasOffset(at)).length,
      unknownStates: events.filter(({ type, data }) => type === 'lead.moved' && !states.includes(String(data?.to))).length,
      unknownTypes: events.filter(({ type }) => type === 'fax.received' || type === 'chat.closed').length,
      withoutLead: events.filter(({ lead }) => lead === '').length,
      strangers: events.filter(({ lead }) => lead === 'L-9999').length,
    }).toEqual(planted)
  })

  test('has events that arrived late and stand where they arrived', () => {
    const late = events.filter(({ at, recordedAt }) => recordedAt !== undefined && Date.parse(recordedAt) > Date.parse(at))
    expect(late.length).toBeGreaterThan(20)
    const arrivals = events.filter(({ id, at }) => !repeatedIds.has(id) && hasOffset(at))
    const instants = arrivals.map(({ at, recordedAt }) => Date.parse(recordedAt ?? at))
    expect(instants).toEqual([...instants].sort((a, b) => a - b))
  })

  test('is worked by the people of the agreement, and most of them', () => {
    const members = new Set(Object.values(parties()).flatMap(({ members }) => Object.keys(members)))
    const humans = new Set(events.flatMap(({ actor }) => (actor?.kind === 'human' && actor.id !== 'customer' ? [actor.id] : [])))
    const owners = new Set(events.filter(ofType('lead.assigned')).map(({ data }) => String(data?.owner)))
    expect([...humans, ...owners].filter((id) => !members.has(id))).toEqual([])
    expect(owners.size).toBe(12)
  })
})

interface DemoDocument {
  readonly parties: Readonly<Record<string, { readonly members: Readonly<Record<string, unknown>> }>>
  readonly lifecycle: { readonly states: Readonly<Record<string, unknown>> }
}

function parties(): DemoDocument['parties'] {
  return (document as DemoDocument).parties
}

function lifecycleStates(): DemoDocument['lifecycle']['states'] {
  return (document as DemoDocument).lifecycle.states
}

function ofType(wanted: string): (event: StreamEvent) => boolean {
  return ({ type }) => type === wanted
}

function hasOffset(at: string): boolean {
  return /(Z|[+-]\d\d:\d\d)$/.test(at)
}
