import { describe, expect, test } from 'vitest'
import { type AgreementDocument, evaluate, type LeadEvent, LeadSlaError } from '../../../src/index.ts'
import { type SimulateOptions, seededRandom, simulate } from '../../../src/insight.ts'
import { replyAgreement } from './calls.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const agreement: AgreementDocument = {
  ...replyAgreement,
  timeZone: 'UTC',
  calendars: {
    office: {
      timeZone: 'UTC',
      week: { mon: ['09:00-17:00'], tue: ['09:00-17:00'], wed: ['09:00-17:00'], thu: ['09:00-17:00'], fri: ['09:00-17:00'] },
    },
  },
  clauses: { reply: { ...replyAgreement.clauses.reply, clock: 'office', within: 'PT1H' } },
}

/**
 * A team as the model has it: so many people, the lead that waited the longest first, and work that takes 10 to 50 minutes. All of
 * it within one office day, so that the wall clock does.
 */
function streamOf(seed: number, people: number, leadsADay: number, days = 60): LeadEvent[] {
  const random = seededRandom(seed)
  const events: LeadEvent[] = []
  for (let day = 0; day < days; day++) {
    const date = Date.UTC(2026, 0, 5) + day * 24 * hourMs
    if ([0, 6].includes(new Date(date).getUTCDay())) continue
    const arrivals = Array.from({ length: leadsADay }, () => Math.floor(random() * 5 * hourMs)).sort((a, b) => a - b)
    const freeAt = Array.from({ length: people }, () => 0)
    for (const [index, arrival] of arrivals.entries()) {
      const next = freeAt.indexOf(Math.min(...freeAt))
      const left = Math.max(arrival, freeAt[next] ?? 0) + 10 * minuteMs + Math.floor(random() * 40 * minuteMs)
      freeAt[next] = left
      const lead = `${day}-${index}`
      const at = date + 9 * hourMs
      const actor = { id: `rep-${next}`, kind: 'human' } as const
      events.push({ id: `${lead}a`, lead, type: 'lead.created', at: at + arrival })
      events.push({ id: `${lead}b`, lead, type: 'call.made', at: at + left, actor })
    }
  }
  return events
}

const evaluated = (events: readonly LeadEvent[], document = agreement) =>
  evaluate(document, events, { asOf: '2026-06-01T00:00:00Z' })
const options = (more: Partial<SimulateOptions> = {}): SimulateOptions => ({
  clause: 'reply',
  random: seededRandom(1),
  runs: 60,
  ...more,
})

describe('a simulation', () => {
  test('of the past with its own capacity covers what happened, where the team works as the model does', () => {
    const found = Array.from({ length: 20 }, (_, seed) => {
      const { isCredible, overtook, past } = simulate(agreement, evaluated(streamOf(seed + 1, 3, 24)), options({ capacity: 3 }))
      expect([overtook, past.kept[0] <= past.kept[1] && past.kept[1] <= past.kept[2]]).toEqual([0, true])
      return isCredible
    })
    expect(found.filter((isCredible) => isCredible).length).toBeGreaterThanOrEqual(18)
  })

  test('says what happened to a team with another capacity, nearly', () => {
    const [few, many] = [evaluated(streamOf(5, 2, 20)), evaluated(streamOf(5, 3, 20))]
    const shareOf = ({ obligations }: typeof few) =>
      obligations.filter(({ status }) => status === 'met').length / obligations.length
    const { changed, past } = simulate(agreement, few, options({ capacity: 2, newCapacity: 3 }))
    expect(Math.abs(changed.kept[1] - shareOf(many))).toBeLessThan(0.05)
    expect(Math.abs(past.kept[1] - shareOf(few))).toBeLessThan(0.05)
    expect(shareOf(many) - shareOf(few)).toBeGreaterThan(0.1)
    expect([past.load > changed.load, past.capacity, changed.capacity]).toEqual([true, 2, 3])
  })

  test('is the same for the same seed, and another one for another', () => {
    const evaluation = evaluated(streamOf(3, 2, 14))
    const found = simulate(agreement, evaluation, options({ newCapacity: 3 }))
    expect(simulate(agreement, evaluation, options({ newCapacity: 3 }))).toEqual(found)
    expect(simulate(agreement, evaluation, options({ newCapacity: 3, random: seededRandom(2) })).changed).not.toEqual(
      found.changed,
    )
    expect(found.blocks).toEqual({ by: 'week', count: 8 })
    expect([found.leads, found.runs, found.past.capacity]).toEqual([evaluation.obligations.length, 60, 2])
  })

  test('keeps no less with more people, nor with more time', () => {
    const evaluation = evaluated(streamOf(3, 2, 20))
    const keptBy = (more: Partial<SimulateOptions>) =>
      simulate(agreement, evaluation, options({ capacity: 2, ...more })).changed.kept
    const people = [1, 2, 3, 6].map((newCapacity) => keptBy({ newCapacity }))
    const targets = ['PT15M', 'PT1H', 'PT3H'].map((target) => keptBy({ target }))
    for (const list of [people, targets]) {
      for (const [index, kept] of list.entries()) {
        const before = list[index - 1] ?? [0, 0, 0]
        expect(kept.every((share, quantile) => share >= (before[quantile] ?? 0))).toBe(true)
      }
    }
    expect(keptBy({ newCapacity: 100, target: 'PT50M' })).toEqual([1, 1, 1])
  })

  test('goes by days where there are too few weeks, and notes who was answered before their turn', () => {
    const events = streamOf(4, 2, 20, 20).map((event) => event)
    const { blocks, overtook } = simulate(agreement, evaluated(events), options({ capacity: 1 }))
    expect([blocks.by, blocks.count]).toEqual(['day', 15])
    expect(overtook).toBeGreaterThan(0.2)
  })

  test('refuses what it cannot do, all at once', () => {
    const evaluation = evaluated(streamOf(4, 2, 20, 20))
    const codesOf = (more: object, document = agreement, given = evaluation) => {
      try {
        simulate(document, given, options(more))
      } catch (error) {
        if (error instanceof LeadSlaError) return error.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
        throw error
      }
      return []
    }
    expect(codesOf({ clause: 'answer', capacity: 0, newCapacity: 1.5, runs: 1e9, target: 'soon', random: 7 })).toEqual([
      'unknown-clause clause',
      'out-of-range capacity',
      'out-of-range newCapacity',
      'out-of-range runs',
      'invalid-duration target',
      'wrong-type random',
    ])
    expect(codesOf({ random: () => 1 })).toEqual(['out-of-range random'])
    expect(codesOf({}, agreement, evaluated([]))).toEqual(['out-of-range clause'])
    const days = { ...agreement, clauses: { reply: { ...replyAgreement.clauses.reply, within: { businessDays: 1 } } } }
    expect(codesOf({}, days)).toEqual(['out-of-range clause'])
  })
})
