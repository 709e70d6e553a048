/** Random work of a few people over half a year, and random ladders and incentives to judge it by. */
import fc from 'fast-check'
import type {
  Agreement,
  AgreementDocument,
  ConsequenceLadderDocument,
  Evaluation,
  IncentivesDocument,
  LeadEvent,
  Obligation,
  PeriodLength,
} from '../../src/index.ts'
import { clock, documentOf, type Fate } from '../unit/conduct/one-team.ts'

/** A clock of four hours that started on a morning. */
export interface Work {
  /** The place among the people; `null` for a lead of nobody. */
  readonly owner: number | null
  /** Days since the beginning of 2026. */
  readonly day: number
  readonly fate: Fate
}

export const people = ['anna', 'ben', 'cleo', 'dora'] as const
const teams = ['east', 'east', 'west', 'west'] as const
const roles = ['sdr', 'sdr', 'sdr', 'ae'] as const

const fates: Fate[] = ['kept', 'kept', 'kept', 'late', 'late', 'open', 'dropped', 'snoozed']

const work: fc.Arbitrary<Work> = fc.record({
  owner: fc.constantFrom(0, 1, 2, 3, 0, 1, 2, 3, null),
  day: fc.nat(170),
  fate: fc.constantFrom(...fates),
})

/** Works of people, and the day on which they are looked at. */
export const works: fc.Arbitrary<{ readonly works: readonly Work[]; readonly asOfDay: number }> = fc.record({
  works: fc.array(work, { maxLength: 15 }),
  asOfDay: fc.integer({ min: 20, max: 230 }),
})

const msOfDay = 86_400_000
const msOfHour = 3_600_000

/** Returns midnight of a day of 2026. */
export function instantOf(day: number): string {
  return new Date(Date.UTC(2026, 0, 1 + day)).toISOString()
}

/** Returns the events of some works; each has its own lead, named by its place. */
export function eventsOf(list: readonly Work[]): LeadEvent[] {
  return list.flatMap(({ owner, day, fate }, index) =>
    clock(
      `L${String(index).padStart(3, '0')}`,
      owner === null ? null : (people[owner] ?? null),
      instantOf(day).slice(0, 10),
      fate,
    ),
  )
}

/** Returns the evaluation of some works without evaluating them: a thousand times as fast, and a law holds that it is the same. */
export function evaluationOf(
  agreement: Agreement,
  list: readonly Work[],
  asOfDay: number,
  names: readonly string[] = people,
): Evaluation {
  const asOf = Date.parse(instantOf(asOfDay))
  const obligations = list.flatMap((one, index) => obligationOf(one, `L${String(index).padStart(3, '0')}`, asOf, names))
  const { id, version, hash } = agreement
  return {
    asOf: instantOf(asOfDay),
    knownAt: null,
    agreements: [{ agreement: id, version, hash }],
    obligations,
    periods: [],
    refused: [],
    findings: [],
  }
}

const closings: Readonly<Partial<Record<Fate, readonly [hours: number, status: Obligation['status']]>>> = {
  kept: [1, 'met'],
  late: [6, 'metLate'],
  dropped: [1, 'cancelled'],
}

function obligationOf({ owner: place, day, fate }: Work, lead: string, asOf: number, names: readonly string[]): Obligation[] {
  const startedAt = Date.UTC(2026, 0, 1) + day * msOfDay + 8 * msOfHour
  if (startedAt > asOf) return []
  const closing = closings[fate]
  const closedAt = closing ? startedAt + closing[0] * msOfHour : null
  const isPaused = fate === 'snoozed'
  const dueAt = startedAt + 4 * msOfHour
  const isBreached = !isPaused && (closedAt ?? asOf) > dueAt
  const owner = place === null ? null : (names[place] ?? null)
  const team = place === null ? null : (teams[place] ?? null)
  const usedMs = isPaused ? msOfHour : (closedAt ?? asOf) - startedAt
  const text = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  const isStopped = fate === 'kept' || fate === 'late'
  return [
    {
      ...{
        key: `reply/${lead}/1`,
        clause: 'reply',
        lead,
        cycle: 1,
        party: 'sales',
        owner,
        team,
        agreement: 'acme',
        version: '1',
        goal: '1',
      },
      owners: [{ owner, team, usedMs }],
      status: closing ? closing[1] : isPaused ? 'paused' : isBreached ? 'openBreached' : 'open',
      startedAt: new Date(startedAt).toISOString(),
      dueAt: isPaused ? null : text(dueAt),
      dueIfResumedAt: isPaused ? text(asOf + 3 * msOfHour) : null,
      stoppedAt: isStopped ? text(closedAt) : null,
      stoppedBy: isStopped ? owner : null,
      closedAt: text(closedAt),
      breachedAt: isBreached ? text(dueAt) : null,
      usedMs,
      targetMs: 4 * msOfHour,
      pausedMs: isPaused ? asOf - startedAt - msOfHour : 0,
      isPaused,
    },
  ]
}

/** Returns the document with other names for its people. */
export function renamed(document: AgreementDocument, names: readonly string[]): AgreementDocument {
  const members = names.map((name, place) => [name, { name, team: teams[place] ?? '', role: roles[place] ?? '' }] as const)
  return { ...document, parties: { ...document.parties, sales: { name: 'Sales', members: Object.fromEntries(members) } } }
}

const per: fc.Arbitrary<PeriodLength> = fc.constantFrom('week', 'month', 'quarter')
const small = fc.integer({ min: 0, max: 3 })
const least = (fact: string, value: number) => ({ fact, operator: 'greaterThanInclusive', value })

/** Ladders whose conditions only grow harder with more breaches. */
export const ladder: fc.Arbitrary<ConsequenceLadderDocument> = fc
  .record({
    per,
    kind: fc.constantFrom('party' as const, 'team' as const, 'owner' as const),
    strike: fc.constantFrom(undefined, least('breaches', 2), { fact: 'keptShare', operator: 'lessThan', value: 0.7 }),
    grace: small,
    forgiveAfter: fc.constantFrom(undefined, 1, 2),
    minimumSample: small,
    judgeAfter: fc.constantFrom(undefined, 'PT0S', 'P5D', 'P60D'),
    second: fc.constantFrom(undefined, least('consecutive', 2), least('breaches', 3), {
      any: [least('strikes', 3), least('worstLateMs', 8e6)],
    }),
  })
  .map(({ kind, strike, forgiveAfter, judgeAfter, second, ...rest }) => ({
    ...rest,
    owedBy: 'sales',
    for: kind,
    ...(strike ? { strike } : {}),
    ...(forgiveAfter === undefined ? {} : { forgiveAfter }),
    ...(judgeAfter === undefined ? {} : { judgeAfter }),
    steps: [
      { name: 'talk', action: 'notice' },
      { name: 'coach', action: 'coaching', ...(second ? { when: second } : {}) },
      { name: 'pool', action: 'returnLeads' },
    ],
  }))

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })

export const incentives: fc.Arbitrary<IncentivesDocument> = fc
  .record({
    per: fc.constantFrom('week' as const, 'month' as const),
    kind: fc.constantFrom('team' as const, 'owner' as const),
    atLeast: fc.constantFrom(0.5, 0.75, 0.95),
    minimumSample: small,
    ties: fc.constantFrom('each' as const, 'split' as const),
    budget: fc.constantFrom(400, 1_000, 5_000),
    every: fc.constantFrom(2, 3),
    judgeAfter: fc.constantFrom('PT0S', 'P5D', 'P60D'),
  })
  .map(({ per: length, kind, atLeast, minimumSample, ties, budget, every, judgeAfter }) => ({
    per: length,
    judgeAfter,
    levels: {
      replies: { clause: 'reply', for: kind, atLeast, met: 10, exceeded: { atLeast: 0.96, points: 15 }, minimumSample },
      house: { clause: 'reply', for: 'party', atLeast, met: 7 },
    },
    conformity: { training: { points: 5, due: '2026-02-15' }, hygiene: { points: 2, per: 'month' } },
    streaks: { row: { level: 'replies', every, points: 20 } },
    badges: { spotless: { owedBy: 'sales', for: kind, when: { fact: 'breaches', operator: 'equal', value: 0 } } },
    awards: { best: { for: kind, per: 'quarter', bonus: { ...eur(300), points: 1 }, budget: eur(budget), ties } },
    prizes: { trip: { for: kind, per: 'quarter', points: 20, worth: eur(200), budget: eur(budget) } },
    spifs: { sprint: { for: kind, clause: 'reply', from: '2026-02-01', to: '2026-03-01', each: eur(100), budget: eur(budget) } },
    boards: { points: { for: kind, per: 'quarter', by: 'points', minimumSample } },
  }))

export function withLadder(rules: ConsequenceLadderDocument): AgreementDocument {
  return documentOf({ enforcement: { ladders: { it: rules } } })
}

export function withIncentives(rules: IncentivesDocument, more: Partial<AgreementDocument> = {}): AgreementDocument {
  return documentOf({ ...more, incentives: rules })
}
