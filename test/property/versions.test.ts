/** [C11] What binds a cycle is the version in force when it starts, and nothing else about the list of versions. */

import fc from 'fast-check'
import { describe, expect } from 'vitest'
import {
  type Agreement,
  type AgreementDocument,
  defineAgreement,
  evaluate,
  init,
  type LeadEvent,
  obligations,
  step,
} from '../../src/index.ts'
import { story } from '../arbitraries/history.ts'
import { msOf } from '../oracle/ms.ts'
import { law } from './law.ts'

const dayMs = 86_400_000
const wide = { window: { ms: 10_000 * dayMs, count: 1_000 } }

const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** By document, the versions that were cut out of it: each is checked once, as its check costs more than what is asked of it. */
const cuts = new WeakMap<AgreementDocument, Map<string, Agreement>>()

function versionOf(document: AgreementDocument, index: number, from: string | undefined): Agreement {
  const known = cuts.get(document) ?? new Map<string, Agreement>()
  cuts.set(document, known)
  const key = `${index} ${from}`
  const { effective: _effective, ...rest } = document
  const version = `v${index + 1}`
  const made = known.get(key) ?? defineAgreement({ ...rest, version, ...(from === undefined ? {} : { effective: { from } }) })
  known.set(key, made)
  return made
}

/** A story whose agreement is cut into versions of the same content, at dates among its events. */
const cut = fc.tuple(story(), fc.array(fc.nat(), { minLength: 1, maxLength: 3 })).map(([told, picks]) => {
  const document = told.document as AgreementDocument
  const instants = told.events.map(({ at }) => msOf(at))
  const dates = [
    ...new Set(picks.map((pick) => dateOf((instants[pick % Math.max(instants.length, 1)] ?? 0) + (pick % 3) * dayMs))),
  ].sort()
  const versions = [undefined, ...dates].map((from, index) => versionOf(document, index, from))
  return { ...told, whole: versionOf(document, 0, undefined), versions, dates }
})

describe('several versions of one agreement', () => {
  law('of the same words come to what one of them comes to', cut, ({ whole: one, versions, events, asOf }) => {
    const bare = (list: ReturnType<typeof evaluate>['obligations']) => list.map(({ version: _version, ...rest }) => rest)
    const whole = evaluate(one, events, { asOf })
    const split = evaluate(versions, events, { asOf })
    expect(bare(split.obligations)).toEqual(bare(whole.obligations))
    expect(split.refused).toEqual(whole.refused)
  })

  law('bind each cycle by the one that is in force when it starts', cut, ({ document, versions, events, asOf }) => {
    const { obligations: found } = evaluate(versions, events, { asOf })
    for (const { startedAt, version } of found) {
      const local = new Date(msOf(startedAt)).toLocaleDateString('sv-SE', { timeZone: document.timeZone })
      const expected = versions.findLast(({ document: { effective } }) => (effective?.from ?? '') <= local)
      expect(version).toBe(expected?.version)
    }
  })

  law('are the same list in whatever order they are given', cut, ({ versions, events, asOf }) => {
    expect(evaluate(versions.toReversed(), events, { asOf })).toEqual(evaluate(versions, events, { asOf }))
  })

  law('give step by step what they give as a whole', cut, ({ versions, events, asOf }) => {
    const [lead] = events.map((event) => event.lead)
    if (lead === undefined) return
    const own = events.filter((event) => event.lead === lead && msOf(event.at) <= msOf(asOf))
    let state = init(versions, lead, wide)
    for (const event of own) state = step(versions, state, event).state
    const whole = evaluate(versions, own, { asOf }).obligations
    expect(obligations(versions, state, { asOf }).slice(-16)).toEqual(whole.slice(-16))
  })

  law('go on from a state that knew the earlier ones alone', cut, ({ versions, events, dates, asOf }) => {
    const [lead] = events.map((event) => event.lead)
    const last = dates.at(-1)
    if (lead === undefined || last === undefined) return
    const inOrder = events
      .filter((event) => event.lead === lead)
      .sort((a, b) => msOf(a.at) - msOf(b.at) || (a.sequence ?? 0) - (b.sequence ?? 0) || (a.id < b.id ? -1 : 1))
    const isBefore = ({ at }: LeadEvent) => msOf(at) < Date.parse(last) - dayMs
    const earlier = versions.slice(0, -1)
    let state = init(earlier, lead, wide)
    for (const event of inOrder.filter(isBefore)) state = step(earlier, state, event).state
    for (const event of inOrder.filter((event) => !isBefore(event))) state = step(versions, state, event).state
    const known = inOrder.filter(({ at }) => msOf(at) <= msOf(asOf))
    let whole = init(versions, lead, wide)
    for (const event of inOrder) whole = step(versions, whole, event).state
    if (known.length < inOrder.length) return
    expect(obligations(versions, state, { asOf })).toEqual(obligations(versions, whole, { asOf }))
  })
})
