/** [C11] A period is held to the version in force at its start, whatever the versions make of its clause. */

import fc from 'fast-check'
import { describe, expect } from 'vitest'
import {
  type Agreement,
  type AgreementDocument,
  type ClauseDocument,
  defineAgreement,
  evaluate,
  mergeTallies,
  settleTally,
  tally,
} from '../../src/index.ts'
import { periodStory } from '../arbitraries/period-story.ts'
import { dateOf, dayOf } from '../oracle/civil-dates.ts'
import { msOf } from '../oracle/ms.ts'
import { periodVersionsOracle } from '../oracle/period-versions-oracle.ts'
import { periodLaw } from './period-law.ts'

const changes = ['none', 'none', 'more', 'length', 'gone'] as const
/** Each of them reads several agreements. */
const law = <Drawn>(title: string, drawn: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => void) =>
  periodLaw(title, drawn, check, 0.4)

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

const change = fc.record({
  days: fc.integer({ min: -4, max: 24 }),
  what: fc.tuple(fc.constantFrom(...changes), fc.constantFrom(...changes), fc.constantFrom(...changes)),
})

/** A few lists of versions for each document: laying down the years of their calendars is what a law would mostly wait for. */
const pools = new WeakMap<AgreementDocument, (readonly Agreement[])[]>()

function versionsFrom(document: AgreementDocument, day: number, drawn: readonly Change[], which: number): readonly Agreement[] {
  const pool = pools.get(document) ?? []
  pools.set(document, pool)
  const known = pool[which]
  if (known) return known
  const { effective: _effective, ...first } = document
  const byDate = new Map(drawn.map(({ days, what }) => [dateOf(day + days), what]))
  const later = [...byDate]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, what], index) => versionOf(first, what, from, index + 2))
  const made = [{ ...first, version: 'v1' }, ...later].map((one) => defineAgreement(one))
  pool[which] = made
  return made
}

/** Agreements in two to four versions, whose period clauses ask for more, are counted over other periods, or are not there. */
const told = fc.tuple(periodStory(), fc.array(change, { minLength: 1, maxLength: 3 }), fc.nat(1)).map(([story, drawn, which]) => {
  const instants = story.events.map(({ at }) => msOf(at))
  const day = dayOf(new Date(instants.length === 0 ? story.asOf : Math.min(...instants)).toISOString().slice(0, 10))
  const versions = versionsFrom(story.document, day, drawn, which)
  return { ...story, versions, documents: versions.map(({ document }) => document) }
})

function versionOf(
  document: AgreementDocument,
  what: readonly (typeof changes)[number][],
  from: string,
  number: number,
): AgreementDocument {
  const entries = Object.entries(document.clauses)
  const restedOn = new Set(
    entries.flatMap(([, one]) => ('suspendedWhile' in one && one.suspendedWhile ? [one.suspendedWhile].flat() : [])),
  )
  const clauses = entries.flatMap(([id, clause]): [string, ClauseDocument][] => {
    const kind = 'per' in clause ? what[Number(id.slice(-1))] : 'none'
    if (!('per' in clause) || kind === undefined || kind === 'none') return [[id, clause]]
    if (kind === 'more') return [[id, 'target' in clause ? { ...clause, target: 7 } : { ...clause, minimumSample: 1 }]]
    // Clauses that rest on each other stay, over the same periods.
    if (restedOn.has(id) || ('suspendedWhile' in clause && clause.suspendedWhile)) return [[id, clause]]
    return kind === 'gone' ? [] : [[id, { ...clause, per: clause.per === 'week' ? 'month' : 'week' }]]
  })
  return { ...document, version: `v${number}`, effective: { from }, clauses: Object.fromEntries(clauses) }
}

const rounded = (results: ReturnType<typeof evaluate>['periods']) =>
  results.map((one) => ({ ...one, interval: one.interval?.map((end) => Math.abs(end).toFixed(9)) ?? null }))

describe('periods under several versions', () => {
  law('equal the oracle, period by period', told, ({ versions, documents, events, asOf }) => {
    const { periods } = evaluate(versions, events, { asOf })
    expect(rounded(periods)).toEqual(rounded(periodVersionsOracle(documents, events, { asOf })))
  })

  law('name the version in force as they begin, or a later one that brings the clause, and add up from parts', told, (story) => {
    const { versions, documents, events, asOf } = story
    const { periods } = evaluate(versions, events, { asOf })
    for (const { clause, from, version } of periods) {
      const date = new Date(msOf(from)).toLocaleDateString('sv-SE', { timeZone: documents[0]?.timeZone ?? 'UTC' })
      const then = documents.findLast(({ effective }) => (effective?.from ?? '') <= date)
      const own = documents.find((one) => one.version === version)
      const isNew = then === undefined || !(clause in then.clauses)
      if (version !== then?.version) expect(isNew || (own?.effective?.from ?? '') > date).toBe(true)
    }
    const whole = tally(versions, events, { asOf })
    expect(settleTally(versions, mergeTallies(tally(versions, [], { asOf }), whole))).toEqual(periods)
  })
})
