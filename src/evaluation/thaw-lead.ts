/** Makes the record of a lead of what was put down. */
import { ClockRecord, type Ending } from './clock-record.ts'
import { endings, type FrozenClock, type FrozenLead, isPausedBit, isWaitingBit, type Maybe } from './frozen-lead.ts'
import type { Hand } from './hand.ts'
import { LeadRecord, type Slot } from './lead-record.ts'
import type { Pause } from './pause.ts'
import type { Plan } from './plan.ts'

/** Returns the record that was frozen; its clocks go on as if they had never stopped. */
export function thawLead(plan: Plan, lead: string, frozen: FrozenLead): LeadRecord {
  const record = new LeadRecord(lead, plan.clauses.length)
  const { t } = frozen
  const hands = frozen.hands.map(
    ([at, owner, team]): Hand => ({ at: at === null ? Number.NEGATIVE_INFINITY : at + t, owner, team }),
  )
  record.hasBegun = true
  record.isMerged = frozen.merged === 1
  record.facts.lead = frozen.facts
  record.facts.state = frozen.state
  record.hand = hands.at(-1) ?? record.hand
  record.facts.owner = record.hand.owner
  record.facts.team = record.hand.team
  for (const [clause, cycle, held] of frozen.slots) {
    const slot = slotOf(plan, record, clause)
    slot.cycle = cycle
    slot.held = held & ~(isPausedBit | isWaitingBit)
    slot.isWaiting = (held & isWaitingBit) !== 0
    slot.isPaused = (held & isPausedBit) !== 0
  }
  for (const [
    clause,
    cycle,
    goal,
    startedAt,
    rawDueAt,
    breachedAt,
    pausedMs,
    closedAt,
    ending,
    actor,
    owner,
    team,
    shares,
    blamed = null,
    measure = null,
  ] of frozen.closed) {
    const slot = slotOf(plan, record, clause)
    const clock = clockOf(slot, record.lead, cycle, goal, startedAt + t, null, { at: Number.NEGATIVE_INFINITY, owner, team })
    clock.rawDueAt = clock.dueAt = absolute(rawDueAt, t)
    clock.breachedAt = absolute(breachedAt, t)
    clock.pausedMs = pausedMs
    clock.closing = { ending: endings[ending] as Ending, at: closedAt + t, by: '', actor }
    clock.told = -1
    clock.shares = shares
    takeMeasure(clock, measure)
    clock.blamed = blamed && { owner: blamed[0], team: blamed[1] }
    slot.head.closed ??= []
    slot.head.closed.push(clock)
  }
  const measures = new Map(
    (frozen.measures ?? []).flatMap(([name, ...open]) => open.map((position) => [position, name] as const)),
  )
  for (const [position, open] of frozen.open.entries())
    thawOpen(plan, record, open, { t, hands, measure: measures.get(position) ?? null })
  return record
}

/** What is kept once for all clocks of a lead. */
interface Common {
  readonly t: number
  readonly hands: readonly Hand[]
  readonly measure: string | null
}

function thawOpen(plan: Plan, record: LeadRecord, frozen: FrozenClock, { t, hands, measure }: Common): void {
  const [
    clause,
    cycle,
    goal,
    startedAt,
    rawDueAt,
    hand,
    told = 0,
    breachedAt = null,
    holdsDue = 0,
    pausedMs = 0,
    pauses = [],
    event = null,
    closing = null,
  ] = frozen
  const slot = slotOf(plan, record, clause)
  const [starter = record.hand, ...later] = typeof hand === 'number' ? hands.slice(hand) : hand.map((one) => hands[one] as Hand)
  const clock = clockOf(slot, record.lead, cycle, goal, startedAt + t, event, starter)
  takeMeasure(clock, measure)
  clock.rawDueAt = absolute(rawDueAt, t)
  clock.holdsDue = holdsDue === 1
  clock.dueAt = clock.holdsDue ? Number.NaN : clock.rolled(clock.rawDueAt)
  clock.breachedAt = absolute(breachedAt, t)
  clock.pausedMs = pausedMs
  clock.told = told
  if (later.length > 0) clock.hands = later
  if (pauses.length > 0) {
    clock.restorePauses(
      pauses.map(([from, to, gap]): Pause => ({ from: from + t, to: absolute(to, t), by: '', until: null, isGap: gap === 1 })),
    )
  }
  if (closing === null) slot.head.open = clock
  else {
    const [at, ending, actor] = closing
    clock.closing = { ending: endings[ending] as Ending, at: at + t, by: '', actor }
    slot.head.closed ??= []
    slot.head.closed.push(clock)
  }
}

/** **Errors** throws for a calendar that the agreement does not know. */
function takeMeasure(clock: ClockRecord, name: string | null): void {
  if (name === null) return
  const measure = clock.clause.choice?.named(name)
  if (!measure) throw new RangeError(`no calendar ${name}`)
  clock.measure = measure
}

function slotOf(plan: Plan, record: LeadRecord, clause: number): Slot {
  if (!plan.clauses[clause]) throw new RangeError(`no clause ${clause}`)
  return record.slot(clause, plan)
}

function clockOf(
  slot: Slot,
  lead: string,
  cycle: number,
  goal: number,
  at: number,
  fact: object | null,
  hand: Hand,
): ClockRecord {
  const { clause } = slot
  const found = clause.goals[goal]
  if (!found) throw new RangeError(`no goal ${goal}`)
  return new ClockRecord(clause, lead, cycle, { at, id: '', fact: fact ?? nothing }, found, hand)
}

const nothing = Object.freeze({})

function absolute(at: Maybe, origin: number): number {
  return at === null ? Number.NaN : at + origin
}
