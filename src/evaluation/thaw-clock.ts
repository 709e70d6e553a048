/** Makes a clock that goes on of what was put down. */
import type { Goal } from '../agreement/target.ts'
import { isRecord } from '../content.ts'
import { type Attempts, noAttempts } from './attempts.ts'
import { ClockRecord } from './clock-record.ts'
import { dueByGoal, handAt, isLeadPaused } from './freeze-clock.ts'
import { endings, type FrozenClock, type FrozenMore, type FrozenPauses, type Maybe, msOfSeconds } from './frozen-lead.ts'
import type { Hand } from './hand.ts'
import type { LeadRecord, Slot } from './lead-record.ts'
import type { Past } from './past.ts'
import type { Pause } from './pause.ts'
import type { Plan } from './plan.ts'

/** What is kept once for all clocks of a lead. */
export interface Common {
  readonly base: number
  readonly hands: readonly Hand[]
  readonly pauses: readonly FrozenPauses[]
  readonly measure: string | null
}

/** Puts a clock that goes on into its slot. **Errors** throws a `RangeError` for what is none of the plan. */
export function thawOpen(plan: Plan, record: LeadRecord, frozen: FrozenClock, common: Common): void {
  const { base, hands, measure } = common
  const [clause, ago, due] = frozen
  const more = recordOf(frozen) as FrozenMore
  // By position, because each event thaws each clock.
  const count = more === nothing ? frozen.length : frozen.length - 1
  const goal = count > 3 ? frozen[3] : 0
  const cycle = count > 4 ? frozen[4] : 1
  const told = count > 5 ? frozen[5] : 0
  const breached = count > 6 ? frozen[6] : 0
  const paused = count > 7 ? frozen[7] : 0
  const dues = count > 8 ? frozen[8] : none
  const slot = slotOf(plan, record, clause)
  const startedAt = base - msOfSeconds(ago)
  const [starter, ...later] = handsOf(more.hand ?? handAt(hands, startedAt), hands)
  if (!starter) throw new RangeError('no hand')
  const clock = clockOf(slot, {
    ...{ lead: record.lead, cycle: bare(cycle), goal: bare(goal) },
    ...{ startedAt, event: more.event ?? null, starter },
  })
  takeMeasure(clock, measure)
  const row = bare(paused) === 0 ? null : common.pauses[bare(paused) - 1]
  if (row === undefined) throw new RangeError('no pauses')
  if (row) clock.pausedMs = msOfSeconds(row[0])
  clock.rawDueAt = dueUnder(clock, clock.goal, due)
  clock.dueAt = clock.rolled(clock.rawDueAt)
  clock.breachedAt = Array.isArray(breached) ? startedAt + msOfSeconds(breached[0]) : breached === 1 ? clock.dueAt : Number.NaN
  clock.told = bare(told)
  if (later.length > 0) clock.hands = later
  clock.attempts = thawAttempts(more.attempts, base)
  if (row) takePauses(clock, row, more, { base, dues: Array.isArray(dues) ? dues : [] })
  slot.head.cycle = Math.max(slot.head.cycle, clock.cycle)
  if (!more.closing) {
    slot.head.open = clock
    slot.isPaused = isLeadPaused(clock)
  } else {
    const [since, ending, actor] = more.closing
    const why = endings[ending]
    if (why === undefined) throw new RangeError('no ending')
    clock.closing = { ending: why, at: base - msOfSeconds(since), by: '', actor }
    slot.head.closed ??= []
    slot.head.closed.push(clock)
  }
}

/** Each one where later answers ask for it; else the sum, and the one that lasts. */
function takePauses(
  clock: ClockRecord,
  [, ended, began, isGap]: FrozenPauses,
  more: FrozenMore,
  { base, dues }: { readonly base: number; readonly dues: readonly Maybe[] },
): void {
  const pause = (from: Maybe, to: Maybe, gap?: number): Pause => {
    return { from: base - msOfSeconds(from), to: base - msOfSeconds(to), by: '', until: null, isGap: gap === 1 }
  }
  if (more.spans) {
    clock.restorePauses(more.spans.map(([from, to, gap]) => pause(from, to, gap)))
    return
  }
  if (ended !== null) clock.past = pastOf(clock, base - msOfSeconds(ended), more, dues)
  if (began === undefined) return
  clock.restorePauses([pause(began, null, isGap)])
}

function pastOf(clock: ClockRecord, to: number, { pauses = 0, used, lost }: FrozenMore, dues: readonly Maybe[]): Past {
  return {
    ...{ count: pauses, to, dues: duesOf(clock, dues), hands: clock.hands?.length ?? 0 },
    lostMs: used ? msOfSeconds(lost) : clock.pausedMs,
    used: used?.map(msOfSeconds) ?? [],
  }
}

/** That of the present goal stands with the clock. */
function duesOf(clock: ClockRecord, dues: readonly Maybe[]): Map<number, number> {
  const { clause, goal } = clock
  const found = new Map<number, number>()
  if (clause.onChange !== 'retarget' || clause.goals.length < 2 || clock.isBreached) return found
  let next = 0
  for (const [position, other] of clause.goals.entries()) {
    if (other.target.kind === 'dueFrom') continue
    if (other === goal) found.set(position, clock.rawDueAt)
    else found.set(position, dueUnder(clock, other, dues.length === 0 ? 0 : dues[next++]))
  }
  return found
}

/** `0` is what the goal and the pauses say. */
function dueUnder(clock: ClockRecord, goal: Goal, due: unknown): number {
  return due === 0 && goal.target.kind === 'duration' ? dueByGoal(clock, goal) : dueOf(due, clock.startedAt)
}

function handsOf(hand: number | readonly number[], hands: readonly Hand[]): Hand[] {
  if (typeof hand === 'number') return hands.slice(hand)
  return hand.map((position) => {
    const found = hands[position]
    if (!found) throw new RangeError('no hand')
    return found
  })
}

export function thawAttempts(attempts: FrozenMore['attempts'], base: number): Attempts {
  if (!attempts) return noAttempts
  const [count, last, ...channels] = attempts
  return { count: bare(count), lastAt: last === null ? null : base - msOfSeconds(last), channels }
}

/** **Errors** throws for a calendar that the agreement does not know. */
export function takeMeasure(clock: ClockRecord, name: string | null): void {
  if (name === null) return
  const measure = clock.clause.choice?.named(name)
  if (!measure) throw new RangeError(`no calendar ${name}`)
  clock.measure = measure
}

export function slotOf(plan: Plan, record: LeadRecord, clause: number): Slot {
  if (!plan.clauses[clause]) throw new RangeError(`no clause ${clause}`)
  return record.slot(clause, plan)
}

/** What a clock is made of. */
interface Made {
  readonly lead: string
  readonly cycle: number
  readonly goal: number
  readonly startedAt: number
  readonly event: object | null
  readonly starter: Hand
}

export function clockOf({ clause }: Slot, { lead, cycle, goal, startedAt, event, starter }: Made): ClockRecord {
  const found = clause.goals[goal]
  if (!found || startedAt !== startedAt) throw new RangeError(`no goal ${goal}`)
  return new ClockRecord(clause, lead, bare(cycle), { at: startedAt, id: '', fact: event ?? nothing }, found, starter)
}

const nothing: object = Object.freeze({})
const none: readonly Maybe[] = []

/** Returns a due instant that was counted from the start; `NaN` for none. */
export function dueOf(due: unknown, startedAt: number): number {
  return startedAt + msOfSeconds(due)
}

/** Returns what is named at the end of a row. */
export function recordOf(rest: readonly unknown[]): object {
  const last = rest.at(-1)
  return isRecord(last) ? last : nothing
}

/** Returns a whole number. */
export function bare(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('no whole number')
  return value as number
}
