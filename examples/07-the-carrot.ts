/**
 * Lesson 7: the carrot.
 *
 * Points for each service level that is met or exceeded in a month, an award for the highest total of the quarter with a bonus for
 * the win, and five points for whoever did the training in time. All of it follows from the events. What is paid out is written into
 * a ledger, and a late event corrects it by reversals: nobody is paid twice, and nothing is changed behind anybody's back.
 */
import { balances, defineAgreement, evaluate, type LeadEvent, type LedgerEntry, leaderboard, settle, standings } from 'lead-sla'

const agreement = defineAgreement({
  agreement: 'the-carrot',
  version: '1',
  effective: { from: '2026-04-01' },
  timeZone: 'UTC',
  parties: {
    sales: {
      name: 'Sales',
      members: {
        lena: { name: 'Lena', role: 'sdr' },
        emre: { name: 'Emre', role: 'sdr' },
        amara: { name: 'Amara', role: 'sdr' },
      },
    },
  },
  clauses: {
    answer: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'always',
      start: { on: 'lead.assigned' },
      stop: { on: 'call.connected' },
      within: 'PT4H',
    },
  },
  incentives: {
    levels: {
      answers: {
        clause: 'answer',
        for: 'owner',
        atLeast: 0.8,
        met: 10,
        exceeded: { atLeast: 0.95, points: 15 },
        minimumSample: 5,
      },
    },
    conformity: { training: { points: 5, due: '2026-04-30' } },
    awards: {
      quarter: {
        title: 'Answer of the quarter',
        for: 'owner',
        per: 'quarter',
        bonus: { amountMinor: 500_00, currency: 'EUR' },
        budget: { amountMinor: 2_000_00, currency: 'EUR' },
      },
    },
    boards: { answers: { for: 'owner', per: 'quarter', by: 'points', minimumSample: 10 } },
  },
})

// Clocks that were kept and late, month by month.
const work: Record<string, readonly (readonly [kept: number, late: number])[]> = {
  lena: [
    [10, 0],
    [8, 2],
    [9, 1],
  ],
  emre: [
    [9, 1],
    [10, 0],
    [8, 2],
  ],
  amara: [
    [3, 0],
    [0, 0],
    [3, 0],
  ],
}
const events = Object.entries(work).flatMap(([owner, months]) =>
  months
    .flatMap(([kept, late], index) =>
      Array.from({ length: kept + late }, (_, place) => story(owner, 4 + index, place, place < kept ? 1 : 6)),
    )
    .flat(),
)
const deeds = [{ person: 'lena', duty: 'training', at: '2026-04-20T10:00:00Z' }]

// Two calls of Emre's in June that were in time, and that he entered three weeks late.
const forgotten = [8, 9].map((place): LeadEvent => ({ ...call('emre', 6, place, 1), recordedAt: '2026-07-20T09:00:00Z' }))
const corrected = [...events.filter(({ id }) => !forgotten.some((one) => one.id === id)), ...forgotten]

export function main(): string {
  const july = standings(agreement, evaluate(agreement, events, { asOf: '2026-07-01T00:00:00Z' }), { deeds })
  const paid = settle([], july)
  const august = evaluate(agreement, corrected, { asOf: '2026-08-01T00:00:00Z' })
  const more = settle(paid, standings(agreement, august, { deeds }))
  const { groups } = leaderboard(agreement, august, { board: 'answers', period: '2026-Q2', deeds, unnamed: ['lena'] })
  return [
    'Earned by 1 July:',
    ...july.entries.map(
      ({ key, points, amountMinor, because }) => `  ${key}: ${points} points, ${amountMinor / 100} EUR (${because})`,
    ),
    'To be paid then:',
    ...payments(paid),
    'Two calls of June come to light, and by 1 August:',
    ...more.map(({ id, points, amountMinor }) => `  ${id}: ${points} points, ${amountMinor / 100} EUR`),
    'To be paid then:',
    ...payments(more),
    'In all:',
    ...payments([...paid, ...more]),
    'On the wall, without the name of who does not want it there:',
    ...groups.flatMap(({ ranked, unranked }) => [
      ...ranked.map(({ rank, name, value }) => `  ${rank}. ${name ?? '(somebody)'}: ${value}`),
      ...unranked.map(({ name, sample }) => `  not ranked, with ${sample} clocks: ${name}`),
    ]),
  ].join('\n')
}

function payments(entries: readonly LedgerEntry[]): string[] {
  return balances(entries).map(({ name, points, money, wins }) => {
    const sums = money.map(({ amountMinor, currency }) => `, ${amountMinor / 100} ${currency}`)
    return `  ${name}: ${points} points${sums.join('')}, ${wins} wins`
  })
}

function story(owner: string, month: number, place: number, hours: number): LeadEvent[] {
  const lead = `${owner}-${month}-${place}`
  return [
    { id: `${lead}-1`, lead, type: 'lead.assigned', at: startOf(month, place), data: { owner } },
    call(owner, month, place, hours),
  ]
}

function call(owner: string, month: number, place: number, hours: number): LeadEvent {
  const lead = `${owner}-${month}-${place}`
  return { id: `${lead}-2`, lead, type: 'call.connected', at: startOf(month, place) + hours * 3_600_000 }
}

function startOf(month: number, place: number): number {
  return Date.UTC(2026, month - 1, 5 + place, 8)
}
