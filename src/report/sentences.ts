/** The story of one clock, as a person would tell it to another who doubts the figure. */
import type { Target } from '../agreement/target.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import type { LedgerSpan } from '../evaluation/ledger.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import { readInstant } from '../time/instant.ts'
import { amountOfTime, wallTime } from './wall-time.ts'

const mostSpans = 40

/** Returns the sentences of a clock: what was promised, what counted, and how it ended. */
export function sentencesOf(clock: ClockRecord, obligation: Obligation, ledger: readonly LedgerSpan[]): string[] {
  const { clause } = clock
  const say = (at: number) => wallTime(clause.clock.zone, at)
  const onCalendar = clause.calendar === 'always' ? 'at all hours' : `in the opening hours of ${clause.calendar}`
  const sentences = [
    `${clause.id}: ${obligation.party} owes lead ${obligation.lead} a stop within ${targetInWords(clock.goal.target)}, counted ${onCalendar} (times are ${clause.clock.zone.name}).`,
    `Cycle ${clock.cycle} started on ${say(clock.startedAt)} with event ${clock.startedBy}.`,
  ]
  for (const { at, by, fromDueAt, toDueAt } of clock.retargets ?? []) {
    const change = `${fromDueAt === fromDueAt ? say(fromDueAt) : 'none'} to ${toDueAt === toDueAt ? say(toDueAt) : 'none'}`
    sentences.push(`On ${say(at)} event ${by} changed the goal, and the due time from ${change}.`)
  }
  for (const span of ledger.slice(0, mostSpans)) sentences.push(spanInWords(span, say))
  if (ledger.length > mostSpans) sentences.push(`… and ${ledger.length - mostSpans} more spans.`)
  sentences.push(ending(clock, obligation, say))
  return sentences
}

function spanInWords({ from, to, why, event, holidays }: LedgerSpan, say: (at: number) => string): string {
  const span = `${say(from)} to ${say(to)}`
  if (why === 'open') return `Counted ${amountOfTime(to - from)}: ${span}.`
  if (why === 'paused') return `Not counted: ${span}, paused by event ${event}.`
  return `Not counted: ${span}, closed${holidays.length > 0 ? ` (holiday ${holidays.join(', ')})` : ''}.`
}

function targetInWords(target: Target): string {
  switch (target.kind) {
    case 'duration':
      return amountOfTime(target.ms)
    case 'businessDays':
      return `${target.days} business ${target.days === 1 ? 'day' : 'days'}`
    case 'endOfBusinessDay':
      return target.days === 0
        ? 'the same business day'
        : `${target.days} business ${target.days === 1 ? 'day' : 'days'}, by the last close`
    case 'dueFrom':
      return `the time that ${target.fact}.${target.keys.join('.')} names`
  }
}

function ending(clock: ClockRecord, { status, usedMs, dueAt, dueIfResumedAt }: Obligation, say: (at: number) => string): string {
  const used = `${amountOfTime(usedMs)} used`
  const due = dueAt === null ? 'no due time' : `due on ${say(readInstant(dueAt))}`
  const { closing } = clock
  const on = closing ? `on ${say(closing.at)} by event ${closing.by}${closing.actor === null ? '' : ` of ${closing.actor}`}` : ''
  switch (status) {
    case 'met':
      return `Stopped ${on}: kept, ${used}, ${due}.`
    case 'metLate':
      return `Stopped ${on}: late, ${used}, ${due}.`
    case 'openBreached':
      return `Still open and breached: ${used}, ${due}.`
    case 'paused':
      return `Paused: ${used}; resumed now it would be due on ${dueIfResumedAt === null ? 'no known time' : say(readInstant(dueIfResumedAt))}.`
    case 'open':
      return `Still open and in time: ${used}, ${due}.`
    case 'waived':
      return `${closing ? `Stopped ${on}` : 'Still open'}: late, and waived by an agreed exception, ${used}, ${due}.`
    case 'cancelled':
      return `Cancelled ${on}: ${used}, ${due}.`
    case 'superseded':
      return `Superseded by the next cycle ${on}: ${used}, ${due}.`
  }
}
