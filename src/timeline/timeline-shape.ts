/** What the picture of one clock holds, as plain JSON: what its lanes show, and the scale that gives each instant its place. */
import type { Status } from '../evaluation/obligation.ts'
import type { ClosedPart, Doing, ExplainedSpan, TurnKind } from '../explanation/explanation.ts'

/**
 * What a mark stands for: a turn of the clock, its `due` instant, a `reminder`, a step of the ladder (`escalation`), any other event of the lead, or the instant from which all is seen (`now`).
 */
export type MarkKind = Exclude<TurnKind, 'breached'> | 'due' | 'reminder' | 'escalation' | 'event' | 'now'

/** Something that happened, or is to come, at an instant. Instants are RFC 3339 in UTC. */
export interface TimelineMark extends Doing {
  readonly at: string
  readonly what: MarkKind
  /** Of a hand-over who has the lead then; of a reminder or a step its name; otherwise the actor. People by name, where the agreement has one. */
  readonly name: string | null
  /** Of a reminder or a step: to whom it goes. */
  readonly to: string | null
  /** Of an attempt: how many count by then. */
  readonly attempts: number | null
  /** **Units** business milliseconds that had counted by then. */
  readonly usedMs: number
  /** It comes after the life of the clock: what would have come, or is to come if nothing else happens. */
  readonly isAhead: boolean
}

/** Time after the life of the clock, in which it would have counted or will. Instants are RFC 3339 in UTC, `[from, to)`. */
export interface AheadSpan {
  readonly from: string
  readonly to: string
  readonly ms: number
  readonly why: 'open' | 'closed'
  readonly closed: readonly ClosedPart[]
}

/** In whose hands the lead was. The segments tile the life of the clock. */
export interface OwnerSegment {
  readonly from: string
  readonly to: string
  readonly owner: string | null
  readonly team: string | null
  /** How people call the owner, or the team where nobody owns the lead. */
  readonly name: string | null
  /** **Units** business milliseconds. */
  readonly usedMs: number
}

/** A part of the axis on which every millisecond is as wide as the next. The stretches tile the picture. */
export interface Stretch {
  readonly from: string
  readonly to: string
  /** Of the width of the picture; they sum to 1. */
  readonly share: number
  /** Time that did not count and would have taken more room than a gap has. */
  readonly isFolded: boolean
}

/** A civil date of the picture, from its first instant on. */
export interface TimelineDay {
  readonly date: string
  readonly from: string
}

/** An instant at which the zone's clocks are changed, and by how much: an hour forward in spring. */
export interface ClockChange {
  readonly at: string
  /** **Units** milliseconds. */
  readonly byMs: number
}

export interface Timeline {
  readonly key: string
  /** The title of the clause, or its id. */
  readonly title: string
  readonly lead: string
  readonly cycle: number
  /** The name of who owes it, and of who answers for it. */
  readonly party: string
  readonly owner: string | null
  readonly status: Status
  /** The zone of the calendar that counted, in which all times are shown. */
  readonly zone: string
  /** `null` for the clock that never stops. */
  readonly calendar: string | null
  readonly asOf: string
  /** What the picture shows, `[from, to]`: the life of the clock, and after it the time until it is due. */
  readonly from: string
  readonly to: string
  /** The end of the life of the clock: its stop, or `asOf`. */
  readonly until: string
  /** Where the clock is paused: when it would be due if it were resumed. */
  readonly dueAt: string | null
  readonly isDueIfResumed: boolean
  /** **Units** business milliseconds; `targetMs` is `null` for a target that is no amount of time. */
  readonly usedMs: number
  readonly targetMs: number | null
  /** What had been used when it was, or would be, due: where the used time meets the target. `null` without a due instant. */
  readonly usedAtDueMs: number | null
  readonly pausedMs: number
  /** They tile the life of the clock, and those that count sum to `usedMs`. */
  readonly spans: readonly ExplainedSpan[]
  readonly ahead: readonly AheadSpan[]
  /** In their order in time. */
  readonly marks: readonly TimelineMark[]
  readonly owners: readonly OwnerSegment[]
  readonly scale: readonly Stretch[]
  /** Empty where there are more than a thousand. */
  readonly days: readonly TimelineDay[]
  readonly changes: readonly ClockChange[]
}
