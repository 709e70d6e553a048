/**
 * Lesson 10: targets from the past.
 *
 * Where does "four hours" come from? Here it comes from a quarter in which every lead has a time, or has none yet. Leads that are
 * still waiting are not left out, because they are the slow ones. What the past would have kept nine times of ten becomes the target;
 * who takes another time, and not by chance, gets a goal of their own; and the change is a patch that can be applied and signed.
 */
import { type AgreementDocument, evaluate, type LeadEvent } from 'lead-sla'
import { applyPatch, calibrate, seededRandom, type TimeEstimate } from 'lead-sla/insight'

const hours = ['09:00-17:00']
const agreement: AgreementDocument = {
  agreement: 'acme',
  version: '2026.1',
  timeZone: 'Europe/Berlin',
  parties: { sales: { name: 'Sales' } },
  calendars: { berlin: { timeZone: 'Europe/Berlin', week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } } },
  clauses: {
    firstResponse: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'berlin',
      start: { on: 'lead.assigned' },
      stop: { on: 'call.made' },
      within: 'PT4H',
    },
  },
}

/** Three hundred leads of a quarter. Partners' leads are looked at first; a few leads are never called. */
function quarter(): LeadEvent[] {
  const random = seededRandom(10)
  return Array.from({ length: 300 }, (_, index): LeadEvent[] => {
    const lead = `L-${String(index).padStart(3, '0')}`
    const source = index % 4 === 0 ? 'partner' : 'web'
    const day = Math.floor(index / 5)
    const at = Date.UTC(2026, 3, 6 + Math.floor(day / 5) * 7 + (day % 5), 7, Math.floor(random() * 300))
    const minutes = source === 'partner' ? 10 + random() * 60 : 30 - 110 * Math.log(1 - random())
    const [owner, team] = index % 2 === 0 ? ['lena', 'north'] : ['emre', 'south']
    const told: LeadEvent[] = [
      { id: `${lead}-1`, lead, type: 'lead.created', at, data: { source } },
      { id: `${lead}-2`, lead, type: 'lead.assigned', at, data: { owner, team } },
    ]
    if (random() < 0.96) told.push({ id: `${lead}-3`, lead, type: 'call.made', at: at + Math.round(minutes) * 60_000 })
    return told
  }).flat()
}

export function main(): string {
  const events = quarter()
  const evaluation = evaluate(agreement, events, { asOf: '2026-07-01T00:00:00+02:00' })
  const by = [{ fact: '$.source' }, 'team', 'owner'] as const
  const { clauses, operations, comparisons } = calibrate(evaluation, { agreement, events, by })
  const changed = applyPatch(agreement, operations) as AgreementDocument
  const later = evaluate(changed, events, { asOf: '2026-07-01T00:00:00+02:00' }).obligations
  const kept = later.filter(({ status }) => status === 'met').length
  return [
    ...clauses.flatMap(({ clause, distribution, present, segments, seasons, suggestions }) => [
      `${clause}: ${distribution.stopped} answered, ${distribution.unstopped} not; ${percent(present?.share ?? 0)} in time now`,
      `  nine of ten within ${time(distribution.target)}`,
      ...segments.map(({ by: what, value, distribution: own, ratio, differs }) => {
        const said = differs ? `, ${(ratio ?? 0).toFixed(2)} times the others and not by chance` : ''
        return `  ${what} ${value}: ${own.clocks} leads, within ${time(own.target)}${said}`
      }),
      ...seasons.map(({ by: what, status }) => `  ${what}: ${status}`),
      ...suggestions.map(({ goal, from, to }) => `  proposed for ${goal}: ${to}${from === null ? '' : ` instead of ${from}`}`),
    ]),
    `${comparisons} comparisons in all`,
    ...operations.map(({ op, path }) => `${op} ${path}`),
    `With the proposed targets ${percent(kept / later.length)} of the same leads would have been in time.`,
  ].join('\n')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function time({ ms, interval: [low, high] }: TimeEstimate): string {
  const minutes = (each: number | null) => (each === null ? '…' : `${Math.round(each / 60_000)}`)
  return `${minutes(ms)} minutes (${minutes(low)} to ${minutes(high)})`
}
