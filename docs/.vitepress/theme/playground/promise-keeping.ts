/** How a made-up lead fares under the promises of an agreement: mostly in time, now and then late, and sometimes never. */
import type { Agreement, TimedClause, TimedClauseDocument, TriggerDocument } from '../../../../src/index.ts'
import { pick } from './condition-wish.ts'
import { dayMs, hourMs, type LeadTape, minuteMs, workedAfter } from './lead-tape.ts'

const longestJourney = 8

/** Lets the lead travel through the lifecycle, and lets people do what the clauses ask of them. */
export function keepPromises(tape: LeadTape, agreement: Agreement, from: number): void {
  const dispositions = new Set(
    [...(agreement.lifecycle?.states.values() ?? [])].flatMap(({ name, disposition }) => (disposition ? [name] : [])),
  )
  travel(tape, agreement, from)
  for (const [id, clause] of agreement.clauses) {
    const document = agreement.document.clauses[id]
    if (document?.kind === 'timed') keep(tape, clause, document, { from, dispositions })
  }
  attempt(tape, agreement, from, dispositions)
  count(tape, agreement, from, dispositions)
}

/** Moves the lead from state to state, each move in about the time that a clause gives for it. */
function travel(tape: LeadTape, { document, clauses }: Agreement, from: number): void {
  const { lifecycle } = document
  if (!lifecycle) return
  const { dice } = tape
  let state: string = lifecycle.initial
  tape.state = state
  const seen = new Set([state])
  for (let hop = 0, at = from; hop < longestJourney; hop++) {
    const next: string[] = (lifecycle.states[state]?.to ?? []).filter(
      (name) => Object.hasOwn(lifecycle.states, name) && !seen.has(name),
    )
    if (next.length === 0 || dice() < 0.07) return
    // The first way out is the usual one: that is how people write them.
    const to = dice() < 0.65 ? (next[0] as string) : pick(next, dice)
    const clause = [...clauses.values()].find(({ start, stop }) => start.states.has(state) && stop.states.has(to))
    const began = at
    at = clause ? stopAt(tape, clause, began) : began + (0.2 + dice() * 2) * (hop === 0 ? hourMs : dayMs)
    tape.write(at, 'lead.moved', { actor: hop === 0 ? 'machine' : 'owner', data: { to }, when: lifecycle.states[to]?.entry })
    seen.add(to)
    state = to
  }
}

interface Surroundings {
  readonly from: number
  readonly dispositions: ReadonlySet<string>
}

function keep(tape: LeadTape, clause: TimedClause, document: TimedClauseDocument, { from, dispositions }: Surroundings): void {
  const { dice } = tape
  const fired = (trigger: TriggerDocument, after: number) => tape.firedAt(trigger, dispositions, after)
  let startedAt = fired(document.start, Number.NEGATIVE_INFINITY)
  if (startedAt === null && dice() < 0.85) {
    tape.fire(document.start, from + dice() * 8 * hourMs)
    startedAt = fired(document.start, Number.NEGATIVE_INFINITY)
  }
  if (startedAt === null || dice() < 0.07 || fired(document.stop, startedAt) !== null) return
  let stoppedAt = stopAt(tape, clause, startedAt)
  if (document.pause && document.resume && dice() < 0.15) {
    const pausedAt = startedAt + (stoppedAt - startedAt) * dice() * 0.8
    const restMs = (2 + dice() * 30) * hourMs
    tape.fire(document.pause, pausedAt)
    tape.fire(document.resume, pausedAt + restMs)
    stoppedAt += restMs
  }
  tape.fire(document.stop, stoppedAt, { ...countsAs(document) })
}

/** What makes a stop count where the clause is choosy. */
function countsAs({ counts }: TimedClauseDocument): Record<string, unknown> {
  return {
    ...(counts?.channels?.[0] === undefined ? {} : { channel: counts.channels[0] }),
    ...(counts?.direction === undefined ? {} : { direction: counts.direction }),
    ...(counts?.atLeast === undefined ? {} : { seconds: 7_200 }),
  }
}

/** Returns when a promise that began at an instant is kept: eight in ten times before it is due. */
function stopAt({ dice }: LeadTape, { clock, goals }: TimedClause, startedAt: number): number {
  const target = pick(goals, dice).target
  const isLate = dice() < 0.17
  const share = isLate ? 1.05 + dice() * dice() * 3 : 0.04 + 0.9 * dice() * (0.3 + 0.7 * dice())
  if (target.kind === 'duration') return workedAfter(clock, startedAt, target.ms * share)
  if (target.kind === 'dueFrom') return startedAt + share * dayMs
  const days = Math.max(isLate ? target.days + 1 : 0, Math.round(target.days * share))
  const restMs = dice() * 20 * minuteMs
  try {
    return Math.max(clock.addBusinessDays(Math.floor(startedAt), days), startedAt) + restMs
  } catch {
    // A calendar may know its holidays for a few years only.
    return startedAt + days * dayMs + restMs
  }
}

/** Lets people try several times, as the cadences want it, or nearly so. */
function attempt(tape: LeadTape, { document, cadences }: Agreement, from: number, dispositions: ReadonlySet<string>): void {
  const { dice } = tape
  for (const [id, { timed, count: wanted, spacingMs, channels }] of cadences) {
    const clause = document.clauses[id]
    if (clause?.kind !== 'cadence') continue
    const startedAt = tape.firedAt(clause.start, dispositions, from)
    if (startedAt === null) continue
    const tries = Math.round(wanted * (dice() < 0.75 ? 1 : dice()))
    let at = startedAt + dice() * hourMs
    for (let index = 0; index < tries; index++) {
      const channel = channels > 1 ? ['phone', 'email', 'chat', 'letter'][index % Math.min(channels, 4)] : undefined
      tape.fire(clause.attempt, at, channel === undefined ? {} : { channel })
      at = workedAfter(timed.clock, at + spacingMs + dice() * 6 * hourMs, 60_000)
    }
  }
}

/** Lets happen what only the promises over a period ask for. */
function count(tape: LeadTape, { document }: Agreement, from: number, dispositions: ReadonlySet<string>): void {
  const { dice } = tape
  for (const clause of Object.values(document.clauses)) {
    if (clause.kind === 'amount') {
      if (dice() < 0.7) continue
      const path = clause.sum.path.split('.').slice(2)
      const data = { opportunity: `${tape.lead}-deal`, currency: clause.currency, stage: 'won' }
      const amount = Math.round(2 + dice() * 60) * 100_000
      tape.fire(clause.sum, from + (5 + dice() * 20) * dayMs, {
        ...data,
        ...(path.length === 1 ? { [path[0] as string]: amount } : {}),
      })
    } else if (clause.kind === 'volume' || clause.kind === 'ratio') {
      const trigger = clause.kind === 'volume' ? clause.count : clause.that
      const hasFired = tape.firedAt(trigger, dispositions, Number.NEGATIVE_INFINITY) !== null
      if (!hasFired && dice() < (clause.kind === 'volume' ? 0.6 : 0.25)) tape.fire(trigger, from + dice() * 10 * dayMs)
    }
  }
}
