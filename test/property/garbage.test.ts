import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { evaluate, parseAgreement } from '../../src/index.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { anyGarbage, type Garbage, jsonGarbage, made, throwingGarbage } from '../arbitraries/garbage.ts'
import { type Story, story } from '../arbitraries/history.ts'
import { law } from './law.ts'

/** A story, and pieces of garbage with their places among its events. */
const mixed = (piece: fc.Arbitrary<Garbage>) =>
  fc.record({ told: story({ versions: true }), pieces: fc.array(fc.tuple(fc.nat(), piece), { minLength: 1, maxLength: 5 }) })

interface Mixed {
  readonly told: Story
  readonly pieces: readonly (readonly [number, Garbage])[]
}

function mix({ told, pieces }: Mixed) {
  const events: unknown[] = [...told.events]
  const garbage = pieces.map(([place, piece]) => {
    const one = made(piece)
    events.splice(place % (events.length + 1), 0, one)
    return one
  })
  return { events, garbage }
}

const count = (list: readonly unknown[], wanted: unknown) => list.filter((one) => Object.is(one, wanted)).length

describe('[E3] garbage among the events', () => {
  law(
    'is refused, every piece of it, with a code and a path, and changes nothing else',
    mixed(jsonGarbage.map((value) => ({ value }))),
    (drawn) => {
      const { garbage, events: all } = mix(drawn)
      const { document, events, asOf } = drawn.told
      const agreement = agreementOf(document)
      const clean = evaluate(agreement, events, { asOf })
      const { obligations, findings, refused } = evaluate(agreement, all, { asOf })
      expect(obligations).toEqual(clean.obligations)
      expect(findings).toEqual(clean.findings)
      const given = refused.map(({ event }) => event)
      for (const one of garbage) expect(count(given, one)).toBeGreaterThanOrEqual(count(garbage, one))
      for (const { code, path, message } of refused)
        expect([code, message].every((text) => text.length > 0) && Array.isArray(path)).toBe(true)
      const known = new Set<unknown>(garbage)
      expect(refused.filter(({ event }) => !known.has(event))).toEqual(clean.refused.filter(({ event }) => !known.has(event)))
    },
  )

  law('of any kind that JavaScript knows never stops a run', mixed(anyGarbage), neverStops)
  law('never stops a run, not even by throwing when it is looked at', mixed(throwingGarbage), neverStops)
})

describe('garbage in place of an agreement', () => {
  law('is refused with issues', anyGarbage, isRefused)
  law('is refused with issues, even when it throws as it is looked at', throwingGarbage, isRefused)
  law('is found wherever it stands in a document', fc.tuple(story(), fc.nat(), anyGarbage), isFound)
  law(
    'is found wherever it stands, even when it throws as it is looked at',
    fc.tuple(story(), fc.nat(), throwingGarbage),
    isFound,
  )
})

function neverStops(drawn: Mixed): void {
  const { garbage, events: all } = mix(drawn)
  const { document, events, asOf } = drawn.told
  const agreement = agreementOf(document)
  const { obligations, refused } = evaluate(agreement, all, { asOf })
  expect(obligations).toEqual(evaluate(agreement, events, { asOf }).obligations)
  expect(refused.length).toBeGreaterThanOrEqual(garbage.length)
}

function isRefused(garbage: Garbage): void {
  const parsed = parseAgreement(made(garbage))
  expect(parsed.ok ? [] : parsed.issues).not.toHaveLength(0)
}

/** Or taken, where it happens to be right; what matters is that the answer is an answer. */
function isFound([{ document }, place, garbage]: readonly [Story, number, Garbage]): void {
  const broken = structuredClone(document)
  const spots = spotsOf(broken)
  const [holder, key] = spots[place % spots.length] as Spot
  holder[key] = made(garbage)
  const parsed = parseAgreement(broken)
  for (const { code, path, message } of parsed.ok ? [] : parsed.issues) {
    expect([code, message].every((text) => text.length > 0) && Array.isArray(path)).toBe(true)
  }
  if (!parsed.ok) expect(parsed.issues).not.toHaveLength(0)
}

type Spot = readonly [holder: Record<string, unknown>, key: string]

function spotsOf(value: unknown): Spot[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key): Spot[] => [[holder, key], ...spotsOf(holder[key])])
}
