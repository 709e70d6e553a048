/**
 * Lesson 11: what if.
 *
 * "Two hours instead of four", somebody says, and "then we need one more person", says somebody else. Both can be looked up. The
 * backtest runs the other agreement over the same past and names every lead that comes out otherwise; the simulation lets weeks like
 * the past ones come in on a team of another size. What neither knows is what people do when the paper changes.
 */
import { type AgreementDocument, evaluate, type LeadEvent } from 'lead-sla'
import { backtest, seededRandom, simulate } from 'lead-sla/insight'

const hours = ['09:00-17:00']

function agreementWithin(target: string, version: string): AgreementDocument {
  return {
    agreement: 'acme',
    version,
    timeZone: 'Europe/Berlin',
    parties: { sales: { name: 'Sales' } },
    calendars: { berlin: { timeZone: 'Europe/Berlin', week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } } },
    clauses: {
      reply: {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'berlin',
        start: { on: 'lead.assigned' },
        stop: { on: 'call.made' },
        within: target,
      },
    },
  }
}

const people = ['lena', 'emre']

/** Twelve weeks of two people who take up what has waited the longest, and need half an hour or so for each lead. */
function weeks(): LeadEvent[] {
  const random = seededRandom(11)
  const events: LeadEvent[] = []
  for (let day = 0; day < 84; day++) {
    if (day % 7 > 4) continue
    const nineAt = Date.UTC(2026, 3, 6 + day, 7)
    const freeAt = people.map(() => 0)
    const arrivals = Array.from({ length: 20 }, () => Math.floor(random() * 300)).sort((a, b) => a - b)
    for (const [index, arrival] of arrivals.entries()) {
      const next = freeAt.indexOf(Math.min(...freeAt))
      const left = Math.max(arrival, freeAt[next] ?? 0) + 15 + Math.floor(random() * 30)
      freeAt[next] = left
      const lead = `${day}-${index}`
      const owner = people[next] ?? ''
      events.push({ id: `${lead}a`, lead, type: 'lead.assigned', at: nineAt + arrival * 60_000, data: { owner } })
      const actor = { id: owner, kind: 'human' } as const
      events.push({ id: `${lead}b`, lead, type: 'call.made', at: nineAt + left * 60_000, actor })
    }
  }
  return events
}

export function main(): string {
  const asOf = '2026-07-15T00:00:00+02:00'
  const [now, tighter] = [agreementWithin('PT2H', '2026.1'), agreementWithin('PT1H', '2026.2')]
  const events = weeks()
  const { flips, clocks, owners } = backtest(now, tighter, events, { asOf })
  const evaluation = evaluate(now, events, { asOf })
  const rows = [2, 3].map((newCapacity) => {
    const options = { clause: 'reply', random: seededRandom(1), capacity: 2, newCapacity, target: 'PT1H', runs: 100 }
    const { changed, isCredible } = simulate(now, evaluation, options)
    const [low, middle, high] = changed.kept.map(percent)
    const load = `a load of ${changed.load.toFixed(2)}`
    return `  ${newCapacity} people: ${middle} in time (${low} to ${high}), ${load}${isCredible ? '' : ', which the past does not bear out'}`
  })
  return [
    `One hour instead of two: ${flips.length} of ${clocks.before} leads come out otherwise`,
    ...owners.map(
      ({ name, before, after }) => `  ${name}: ${percent(before.share)} in time, and it would be ${percent(after.share)}`,
    ),
    `  the first of them: ${flips
      .slice(0, 3)
      .map(({ lead, from, to }) => `${lead} (${from?.status} → ${to?.status})`)
      .join(', ')}`,
    'One hour, in weeks like these, with',
    ...rows,
  ].join('\n')
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`
}
