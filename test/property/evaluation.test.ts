import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { beginEvaluation, type Evaluation, evaluate, type LeadEvent, type Obligation } from '../../src/index.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { story } from '../arbitraries/history.ts'
import { evaluationOracle } from '../oracle/evaluation-oracle.ts'
import { msOf } from '../oracle/ms.ts'
import { law } from './law.ts'

const minuteMs = 60_000
const codesOf = ({ refused }: Evaluation, code: string) =>
  refused
    .filter((one) => one.code === code)
    .map(({ event }) => (event as LeadEvent).id)
    .sort()
const found = ({ findings }: Evaluation, code: string) =>
  findings
    .filter((one) => one.code === code)
    .map(({ event }) => (event as LeadEvent).id)
    .sort()
/** An evaluation without what it says of single copies: that they repeat another, or that each of them was refused. */
const alike = ({ findings, refused, ...rest }: Evaluation) => ({
  ...rest,
  findings: findings.filter(({ code }) => code !== 'duplicate-event'),
  refused: [...new Set(refused.map(({ event, code }) => `${(event as LeadEvent).id} ${code}`))],
})

/** A story and the same events in another order. */
const shuffled = story({ versions: true }).chain((told) =>
  fc
    .shuffledSubarray([...told.events], { minLength: told.events.length, maxLength: told.events.length })
    .map((events) => ({ told, events })),
)

/** A story and its events with some of them once more, as they are or written anew. */
const repeated = story().chain((told) =>
  fc
    .array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 6 })
    .map((picks) => picks.map(([pick, isSame]) => copyOf(told.events[pick % told.events.length] as LeadEvent, isSame)))
    .chain((copies) => fc.shuffledSubarray([...told.events, ...copies], { minLength: told.events.length + copies.length }))
    .map((events) => ({ told, events })),
)

const copyOf = (event: LeadEvent, isSame: boolean): LeadEvent => (isSame ? event : { ...event, data: { ...event.data } })

describe('an evaluation', () => {
  law('equals the oracle, obligation by obligation', story({ fresh: true }), ({ document, events, asOf }) => {
    expect(evaluate(agreementOf(document), events, { asOf }).obligations).toEqual(
      evaluationOracle(document, events, { asOf }).obligations,
    )
  })

  law(
    '[E2] [E4] equals the oracle where events are repeated, corrected, contradicted and not yet known',
    story({ versions: true }),
    (told) => {
      const { document, events, asOf, earlier } = told
      const agreement = agreementOf(document)
      for (const times of [{ asOf }, { asOf, knownAt: earlier }, { asOf: earlier, knownAt: asOf }]) {
        const expected = evaluationOracle(document, events, times)
        const got = evaluate(agreement, events, times)
        expect(got.obligations).toEqual(expected.obligations)
        expect(codesOf(got, 'contradicting-event')).toEqual(expected.contradicting)
        expect(codesOf(got, 'unknown-state')).toEqual(expected.unknownState)
        expect(found(got, 'corrected-event')).toEqual(expected.corrected)
      }
    },
  )

  law(
    '[C4] equals the oracle a minute before, at and after a due instant, with something happening right then',
    fc.tuple(story(), fc.nat(), fc.boolean()),
    ([{ document, events, asOf }, which, happens]) => {
      const agreement = agreementOf(document)
      const dues = evaluate(agreement, events, { asOf }).obligations.filter(({ dueAt }) => dueAt !== null)
      const { dueAt, lead } = dues[which % Math.max(dues.length, 1)] ?? {}
      if (!dueAt || lead === undefined) return
      const types = [...new Set(events.map(({ type }) => type).filter((type) => !type.startsWith('lead.')))]
      for (const at of [-minuteMs, 0, minuteMs].map((apart) => msOf(dueAt) + apart)) {
        const more = types.map((type, index): LeadEvent => ({ id: `z-${index}`, lead, type, at }))
        const list = happens ? [...events, ...more] : events
        expect(evaluate(agreement, list, { asOf: at }).obligations).toEqual(
          evaluationOracle(document, list, { asOf: at }).obligations,
        )
      }
    },
  )

  law('[E2] is the same for shuffled events', shuffled, ({ told: { document, events, asOf }, events: others }) => {
    const agreement = agreementOf(document)
    expect(evaluate(agreement, others, { asOf })).toEqual(evaluate(agreement, events, { asOf }))
  })

  law(
    '[E2] of repeated events differs in nothing but the finding that they are repeated',
    repeated,
    ({ told, events: others }) => {
      const { document, events, asOf } = told
      const agreement = agreementOf(document)
      const twice = evaluate(agreement, others, { asOf })
      expect(alike(twice)).toEqual(alike(evaluate(agreement, events, { asOf })))
      expect(found(twice, 'duplicate-event')).toEqual(evaluationOracle(document, others, { asOf }).duplicates)
    },
  )

  law('[E4] at an instant ignores what comes after it', repeated, ({ told: { document, asOf, earlier }, events }) => {
    const agreement = agreementOf(document)
    for (const at of [earlier, asOf]) {
      const until = events.filter((event) => msOf(event.at) <= at)
      expect(evaluate(agreement, events, { asOf: at })).toEqual(evaluate(agreement, until, { asOf: at }))
    }
  })

  law(
    '[E4] as known at an instant ignores what was recorded after it',
    story({ versions: true }),
    ({ document, events, asOf, earlier }) => {
      const agreement = agreementOf(document)
      for (const knownAt of [earlier, asOf]) {
        const known = events.filter(({ recordedAt, at }) => msOf(recordedAt ?? at) <= knownAt)
        expect({ ...evaluate(agreement, events, { asOf, knownAt }), knownAt: null }).toEqual(evaluate(agreement, known, { asOf }))
      }
    },
  )

  law('of many leads is that of each lead alone', story({ versions: true }), ({ document, events, asOf }) => {
    const agreement = agreementOf(document)
    const names = [...new Set(events.map(({ lead }) => lead))].sort()
    const alone = names.map((name) =>
      evaluate(
        agreement,
        events.filter(({ lead }) => lead === name),
        { asOf },
      ),
    )
    const together = evaluate(agreement, events, { asOf })
    expect(together.obligations).toEqual(alone.flatMap(({ obligations }) => obligations))
    expect(codesOf(together, 'contradicting-event')).toEqual(alone.flatMap((one) => codesOf(one, 'contradicting-event')).sort())
  })

  law(
    'does not depend on how its events come in, and changes none of them',
    story({ versions: true }),
    ({ document, events, asOf }) => {
      const agreement = agreementOf(document)
      const frozen = events.map(deepFreeze)
      const running = beginEvaluation(agreement, { asOf })
      for (const event of frozen) running.add(event)
      const whole = evaluate(agreement, new Set(frozen), { asOf })
      expect(running.finish()).toEqual(evaluate(agreement, frozen, { asOf }))
      expect(whole.obligations).toEqual(evaluate(document, frozen, { asOf }).obligations)
    },
  )

  law('is plain JSON', story({ versions: true }), ({ document, events, asOf, earlier }) => {
    const plain = JSON.parse(JSON.stringify(events)) as LeadEvent[]
    const evaluation = evaluate(agreementOf(document), plain, { asOf, knownAt: earlier })
    expect(JSON.parse(JSON.stringify(evaluation))).toStrictEqual(evaluation)
  })

  law('gives no key twice, and counts the cycles of a clause on a lead from 1', story(), ({ document, events, asOf }) => {
    const { obligations } = evaluate(agreementOf(document), events, { asOf })
    expect(new Set(obligations.map(({ key }) => key)).size).toBe(obligations.length)
    for (const [index, { cycle, clause, lead }] of obligations.entries()) {
      const before = obligations[index - 1]
      expect(cycle).toBe(before?.clause === clause && before.lead === lead ? before.cycle + 1 : 1)
    }
  })
})

describe('as time passes', () => {
  const byKey = (obligations: readonly Obligation[]) => new Map(obligations.map((one) => [one.key, one]))

  law('[C5] a breach stays a breach', story(), ({ document, events, asOf, earlier }) => {
    const agreement = agreementOf(document)
    const later = byKey(evaluate(agreement, events, { asOf }).obligations)
    for (const { key, clause, breachedAt, dueAt, owner } of evaluate(agreement, events, { asOf: earlier }).obligations) {
      if (breachedAt === null) continue
      // Who had it last, or the longest, may change as long as the clock is open.
      const stays = /^ownerAt/.test(agreement.clauses.get(clause)?.attribution ?? '')
      expect(later.get(key)).toMatchObject({ breachedAt, dueAt, ...(stays ? { owner } : {}) })
      expect(later.get(key)?.status).not.toMatch(/^(met|open|paused)$/)
    }
  })

  law(
    '[C6] a closed cycle that cannot be reopened stays as it was, and an open one is there still',
    story(),
    ({ document, events, asOf, earlier }) => {
      const agreement = agreementOf(document)
      const later = byKey(evaluate(agreement, events, { asOf }).obligations)
      for (const one of evaluate(agreement, events, { asOf: earlier }).obligations) {
        const mayReopen = one.stoppedAt !== null && (agreement.clauses.get(one.clause)?.reopenWindowMs ?? 0) > 0
        if (one.closedAt === null || mayReopen)
          expect(later.get(one.key)).toMatchObject({ startedAt: one.startedAt, cycle: one.cycle })
        else expect(later.get(one.key)).toEqual(one)
      }
    },
  )

  law('[C4] the status says how the instants lie', story(), ({ document, events, asOf }) => {
    for (const one of evaluate(agreementOf(document), events, { asOf }).obligations) {
      const { status, dueAt, stoppedAt, breachedAt, closedAt, startedAt } = one
      const isIn = (...statuses: string[]) => statuses.includes(status)
      if (!isIn('waived')) expect(isIn('met', 'metLate')).toBe(stoppedAt !== null)
      if (!isIn('waived')) expect(isIn('open', 'openBreached', 'paused')).toBe(closedAt === null)
      // One that was sent back was not stopped. [C15]
      else expect([closedAt, null]).toContain(stoppedAt)
      if (isIn('met', 'open', 'paused')) expect(breachedAt).toBeNull()
      if (isIn('metLate', 'openBreached', 'waived')) expect(breachedAt).not.toBeNull()
      if (isIn('met') && dueAt !== null) expect(msOf(stoppedAt ?? '')).toBeLessThanOrEqual(msOf(dueAt))
      if (isIn('open') && dueAt !== null) expect(asOf).toBeLessThanOrEqual(msOf(dueAt))
      if (isIn('paused')) expect(dueAt).toBeNull()
      if (breachedAt !== null) expect([dueAt, msOf(closedAt ?? new Date(asOf)) > msOf(breachedAt)]).toEqual([breachedAt, true])
      expect(one.usedMs + one.pausedMs).toBeLessThanOrEqual(msOf(closedAt ?? new Date(asOf)) - msOf(startedAt))
      expect(Math.min(one.usedMs, one.pausedMs)).toBeGreaterThanOrEqual(0)
      expect(one.owners.reduce((sum, { usedMs }) => sum + usedMs, 0)).toBe(one.usedMs)
      expect(one.owners.map(({ owner }) => owner)).toContain(one.owner)
    }
  })
})

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const member of Object.values(Object.freeze(value))) deepFreeze(member)
  }
  return value
}
