/**
 * Lesson 5: both parties on one card.
 *
 * Marketing owes leads, sales owes answers, and each blames the other for a bad quarter. A scorecard sets them side by side for a
 * period, with the same columns: what was owed, what was done, what is at risk, and what it means. A lead that lay with nobody is
 * routing's, and no person answers for it.
 */
import { type ClockLine, defineAgreement, evaluate, type LeadEvent, type PartyCard, scorecard } from 'lead-sla'

const day = ['09:00-17:00']

const agreement = defineAgreement({
  agreement: 'both-sides',
  version: '1',
  effective: { from: '2026-04-01' },
  timeZone: 'Europe/Berlin',
  parties: {
    marketing: { name: 'Marketing' },
    sales: {
      name: 'Sales',
      members: {
        lena: { name: 'Lena', team: 'north', role: 'sdr' },
        emre: { name: 'Emre', team: 'north', role: 'sdr' },
      },
    },
  },
  calendars: { berlin: { timeZone: 'Europe/Berlin', week: { mon: day, tue: day, wed: day, thu: day, fri: day } } },
  clauses: {
    leads: { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.created' }, per: 'month', target: 66 },
    answer: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'berlin',
      start: { on: 'lead.created' },
      stop: { on: 'call.connected' },
      within: 'PT4H',
    },
  },
  enforcement: {
    ladders: {
      answers: {
        owedBy: 'sales',
        for: 'owner',
        per: 'month',
        minimumSample: 20,
        strike: { fact: 'keptShare', operator: 'lessThan', value: 0.9 },
        steps: [{ name: 'talk', action: 'notice', to: 'team lead' }],
      },
    },
  },
})

// Business days of April 2026: Lena answers within an hour, Emre every fifth time only on the next day.
const days = Array.from({ length: 28 }, (_, index) => new Date(Date.UTC(2026, 3, 1 + index))).filter(
  (date) => date.getUTCDay() % 6 > 0,
)

const events: LeadEvent[] = days.flatMap((date, index) => [
  ...story(`lena-${index}`, date, 'lena', 1),
  ...story(`emre-${index}`, date, 'emre', index % 5 === 4 ? 9 : 2),
])
// Three leads nobody was given until late in the day, and one that is fresh.
const thirtieth = new Date(Date.UTC(2026, 3, 30))
for (const name of ['lost-1', 'lost-2', 'lost-3']) events.push(...story(name, days[5] ?? thirtieth, 'lena', 6, 5))
events.push(...story('fresh', thirtieth, 'emre', null))

export function main(): string {
  const evaluation = evaluate(agreement, events, { asOf: '2026-04-30T10:30:00Z' })
  const { parties } = scorecard(agreement, evaluation, { period: '2026-04' })
  return parties.flatMap(card).join('\n')
}

function card({ name, promises, clocks, people, means }: PartyCard): string[] {
  return [
    name,
    ...promises.map(
      ({ clause, target, actual, expectedToDate }) => `  ${clause}: owed ${target}, done ${actual}, by now ${expectedToDate}`,
    ),
    ...clocks.map((line) => `  ${lineOf(line)}`),
    ...people.map((line) => `    ${line.name} (${line.role}): ${lineOf(line)}, stands out: ${line.standsOut ?? 'no'}`),
    ...means.map((sentence) => `  → ${sentence}`),
  ]
}

function lineOf({ clause, owed, done, breaches, atRisk, delay }: ClockLine): string {
  const hours = (ms: number) => `${Math.round(ms / 360_000) / 10} h`
  return `${clause}: owed ${owed}, done ${done}, breached ${breaches}, at risk ${atRisk.length}, with people ${hours(delay.humanMs)}, with nobody ${hours(delay.systemMs)}`
}

/** A lead at nine in Berlin, given to somebody and answered so many hours later. */
function story(lead: string, date: Date, owner: string, answeredAfter: number | null, assignedAfter = 0): LeadEvent[] {
  const at = (hours: number) => new Date(date.getTime() + (7 + hours) * 3_600_000)
  const made: LeadEvent[] = [
    { id: `${lead}-1`, lead, type: 'lead.created', at: at(0) },
    { id: `${lead}-2`, lead, type: 'lead.assigned', at: at(assignedAfter), data: { owner, team: 'north' } },
  ]
  // After five in the afternoon the clock stands still until nine.
  if (answeredAfter !== null)
    made.push({ id: `${lead}-3`, lead, type: 'call.connected', at: at(answeredAfter > 8 ? answeredAfter + 16 : answeredAfter) })
  return made
}
