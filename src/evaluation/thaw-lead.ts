/** Makes the record of a lead of what was put down. What was changed by hand so that it cannot be read throws. */
import {
  endings,
  type FrozenClosed,
  type FrozenClosedMore,
  type FrozenHand,
  type FrozenLead,
  isPausedBit,
  isWaitingBit,
  msOfSeconds,
} from './frozen-lead.ts'
import { type Hand, nobody } from './hand.ts'
import { LeadRecord } from './lead-record.ts'
import type { Plan } from './plan.ts'
import { bare, clockOf, dueOf, recordOf, slotOf, takeMeasure, thawAttempts, thawOpen } from './thaw-clock.ts'

/**
 * Returns the record that was frozen; its clocks go on as if they had never stopped.
 *
 * **Errors** throws a `RangeError` for what is no record of the plan.
 */
export function thawLead(plan: Plan, lead: string, frozen: FrozenLead, base: number): LeadRecord {
  const record = new LeadRecord(lead, plan.clauses.length)
  const hands = (frozen.hands ?? [0]).map((hand) => thawHand(hand, base))
  record.hasBegun = true
  record.isMerged = frozen.merged === 1
  record.facts.lead = frozen.facts ?? record.facts.lead
  record.facts.state = frozen.state ?? null
  record.hand = hands.at(-1) ?? nobody
  record.facts.owner = record.hand.owner
  record.facts.team = record.hand.team
  for (const closed of frozen.closed ?? []) thawClosed(plan, record, closed, base)
  const measures = new Map(
    (frozen.measures ?? []).flatMap(([name, ...open]) => open.map((position) => [position, name] as const)),
  )
  for (const [position, open] of (frozen.open ?? []).entries()) {
    thawOpen(plan, record, open, { base, hands, pauses: frozen.pauses ?? [], measure: measures.get(position) ?? null })
  }
  for (const [clause, held, cycle] of frozen.slots ?? []) {
    const slot = slotOf(plan, record, clause)
    if (cycle !== undefined) slot.cycle = bare(cycle)
    slot.held = bare(held) & ~(isPausedBit | isWaitingBit)
    slot.isWaiting = (held & isWaitingBit) !== 0
    slot.isPaused ||= (held & isPausedBit) !== 0
  }
  return record
}

function thawHand(hand: FrozenHand, base: number): Hand {
  if (hand === 0) return nobody
  const [ago, owner = null, team = null] = hand
  return { at: base - msOfSeconds(ago), owner, team }
}

function thawClosed(plan: Plan, record: LeadRecord, frozen: FrozenClosed, base: number): void {
  const [clause, ago, due, goal, cycle, ending, closed, ...rest] = frozen
  const more = recordOf(rest) as FrozenClosedMore
  const [breached = 0, paused = 0] = rest.filter((value) => value !== more)
  const { actor = null, owner = null, team = null, shares = null, blamed = null, measure = null } = more
  const slot = slotOf(plan, record, clause)
  const startedAt = base - msOfSeconds(ago)
  const starter = { at: Number.NEGATIVE_INFINITY, owner, team }
  const clock = clockOf(slot, { lead: record.lead, cycle, goal, startedAt, event: null, starter })
  clock.dueAt = dueOf(due, startedAt)
  clock.rawDueAt = clock.dueAt
  clock.breachedAt = Array.isArray(breached) ? startedAt + msOfSeconds(breached[0]) : breached === 1 ? clock.dueAt : Number.NaN
  clock.pausedMs = msOfSeconds(paused)
  const why = endings[ending]
  if (why === undefined) throw new RangeError('no ending')
  clock.closing = { ending: why, at: startedAt + msOfSeconds(closed), by: '', actor }
  clock.told = -1
  clock.shares = shares?.map(([person, group, used]) => ({ owner: person, team: group, usedMs: msOfSeconds(used) })) ?? null
  clock.attempts = thawAttempts(more.attempts, base)
  takeMeasure(clock, measure)
  clock.blamed = blamed && { owner: blamed[0], team: blamed[1] }
  slot.head.cycle = Math.max(slot.head.cycle, cycle)
  slot.head.closed ??= []
  slot.head.closed.push(clock)
}
