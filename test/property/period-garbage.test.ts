import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { evaluate, parseAgreement, settleTally, tally } from '../../src/index.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { anyGarbage, type Garbage, made, throwingGarbage } from '../arbitraries/garbage.ts'
import type { Story } from '../arbitraries/history.ts'
import { periodStory } from '../arbitraries/period-story.ts'
import { periodLaw } from './period-law.ts'

const garbage = fc.oneof(anyGarbage, throwingGarbage)

describe('garbage where something is counted', () => {
  periodLaw(
    '[E3] never stops a count, and changes nothing of it',
    fc.record({ told: periodStory(), pieces: fc.array(fc.tuple(fc.nat(), garbage), { minLength: 1, maxLength: 4 }) }),
    ({ told: { document, events, asOf }, pieces }) => {
      const agreement = agreementOf(document)
      const all: unknown[] = [...events]
      for (const [place, piece] of pieces) all.splice(place % (all.length + 1), 0, made(piece))
      const clean = evaluate(agreement, events, { asOf })
      const { obligations, periods } = evaluate(agreement, all, { asOf })
      expect(periods).toEqual(clean.periods)
      expect(obligations).toEqual(clean.obligations)
      expect(settleTally(agreement, tally(agreement, all, { asOf }))).toEqual(clean.periods)
    },
  )

  periodLaw('is found wherever it stands in a document', fc.tuple(periodStory(), fc.nat(), garbage), isFound)

  periodLaw(
    'in the data of an event never stops a count',
    fc.record({
      told: periodStory(),
      place: fc.nat(),
      key: fc.constantFrom('amountMinor', 'currency', 'opportunity', 'sourcedBy', 'influencedBy', 'reason', 'channel', 'into'),
      piece: garbage,
    }),
    ({ told: { document, events, asOf }, place, key, piece }) => {
      const strange = events.map((event, index) =>
        index === place % events.length ? { ...event, data: { ...event.data, [key]: made(piece) } } : event,
      )
      const { periods, refused } = evaluate(agreementOf(document), strange, { asOf })
      expect(periods.every(({ actual }) => actual === null || Number.isFinite(actual))).toBe(true)
      expect(refused.every(({ code, message }) => code.length > 0 && message.length > 0)).toBe(true)
    },
  )
})

/** Or taken, where it happens to be right; what matters is that the answer is an answer. */
function isFound([{ document }, place, piece]: readonly [Story, number, Garbage]): void {
  const broken = structuredClone(document)
  const spots = spotsOf(broken).filter(([, key]) => key !== 'week')
  const [holder, key] = spots[place % spots.length] as Spot
  holder[key] = made(piece)
  const parsed = parseAgreement(broken)
  const issues = parsed.ok ? [] : parsed.issues
  for (const { code, path, message } of issues) {
    expect([code, message].every((text) => text.length > 0) && Array.isArray(path)).toBe(true)
  }
  expect(parsed.ok || issues.length > 0).toBe(true)
}

type Spot = readonly [holder: Record<string, unknown>, key: string]

function spotsOf(value: unknown): Spot[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key): Spot[] => [[holder, key], ...spotsOf(holder[key])])
}
