/**
 * Lesson 6: the stick.
 *
 * What happens when somebody breaks a promise? Where nobody has written it down, nothing does, until somebody shouts. A ladder says it
 * beforehand, for either party: what makes a month a strike, which step each strike leads to, and when a strike is forgiven. Every
 * step comes with its reason, and with a key that is the same in every run.
 */
import { consequences, defineAgreement, evaluate, judgements, type LeadEvent, settleConsequences } from 'lead-sla'

const agreement = defineAgreement({
  agreement: 'the-stick',
  version: '1',
  effective: { from: '2026-01-01' },
  timeZone: 'UTC',
  parties: { marketing: { name: 'Marketing' }, sales: { name: 'Sales' } },
  clauses: {
    leads: { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.created' }, per: 'month', target: 8 },
    answer: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'always',
      start: { on: 'lead.assigned' },
      stop: { on: 'call.connected' },
      within: 'PT4H',
    },
  },
  enforcement: {
    ladders: {
      answers: {
        title: 'Answering in time',
        owedBy: 'sales',
        for: 'owner',
        per: 'month',
        strike: { fact: 'breaches', operator: 'greaterThanInclusive', value: 2 },
        forgiveAfter: 2,
        steps: [
          { name: 'notice', action: 'notice', to: 'team lead', words: 'The team lead talks it over with them.' },
          { name: 'coaching', action: 'coaching', to: 'sales coach' },
          { name: 'pool', action: 'returnLeads', when: { fact: 'openBreaches', operator: 'greaterThan', value: 1 } },
        ],
      },
      volume: {
        owedBy: 'marketing',
        for: 'party',
        clauses: ['leads'],
        per: 'month',
        grace: 1,
        steps: [
          { name: 'notice', action: 'notice', to: 'head of marketing' },
          { name: 'budget', action: 'moveBudget', from: 'marketing', to: 'sales', amountMinor: 5_000_00, currency: 'EUR' },
        ],
      },
    },
  },
})

// Hours until the call, lead by lead; a dash stands for a lead that nobody has called yet.
const months: Record<string, string> = {
  '2026-01': '1 1 6 7 1',
  '2026-02': '1 1 1 1 1 1 1 1 1',
  '2026-03': '6 6 1 1 1',
  '2026-04': '1 1 - - 1',
}

const events = Object.entries(months).flatMap(([month, hours]) =>
  hours.split(' ').flatMap((text, index) => story(month, index, text)),
)
const late: LeadEvent = { ...call('2026-03-1', '2026-03-04', 2), recordedAt: '2026-05-06T09:00:00Z' }

export function main(): string {
  const evaluation = evaluate(agreement, events, { asOf: '2026-05-01T00:00:00Z' })
  const taken = settleConsequences([], agreement, evaluation)
  // A call of March that was entered only in May: the second breach of March is none.
  const corrected = events.filter(({ id }) => id !== '2026-03-1-3')
  const after = settleConsequences(taken, agreement, evaluate(agreement, [...corrected, late], { asOf: '2026-05-07T00:00:00Z' }))
  return [
    'Month by month:',
    ...judgements(agreement, evaluation)
      .filter(({ standing }) => standing === 'final')
      .map(
        ({ ladder, period, name, verdict, step }) =>
          `  ${period} ${ladder}, ${name}: ${verdict}${step === null ? '' : `, ${step}`}`,
      ),
    'What follows:',
    ...consequences(agreement, evaluation).flatMap(({ key, due, because }) => [
      `  ${key}`,
      `    ${JSON.stringify(due)}`,
      ...because.map((sentence) => `    because ${sentence}`),
    ]),
    'After the late entry:',
    ...after.map(({ id }) => `  ${id}`),
  ].join('\n')
}

function story(month: string, index: number, hours: string): LeadEvent[] {
  const lead = `${month}-${index}`
  const date = `${month}-${String(index + 3).padStart(2, '0')}`
  const made: LeadEvent[] = [
    { id: `${lead}-1`, lead, type: 'lead.created', at: `${date}T08:00:00Z` },
    { id: `${lead}-2`, lead, type: 'lead.assigned', at: `${date}T08:00:00Z`, data: { owner: 'emre' } },
  ]
  if (hours !== '-') made.push(call(lead, date, Number(hours)))
  return made
}

function call(lead: string, date: string, hours: number): LeadEvent {
  return { id: `${lead}-3`, lead, type: 'call.connected', at: Date.parse(`${date}T08:00:00Z`) + hours * 3_600_000 }
}
