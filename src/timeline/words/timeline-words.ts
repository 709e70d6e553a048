/** What a language must say in the picture of a clock: one typed table, so that a word that is missing does not compile. */
import type { Status } from '../../evaluation/obligation.ts'
import type { ExplanationWords } from '../../explanation/explanation-words.ts'
import type { MarkKind } from '../timeline-shape.ts'

export interface TimelineWords {
  /** How the language says instants and amounts of time. */
  readonly time: ExplanationWords
  readonly status: { readonly [Each in Status]: string }
  readonly mark: { readonly [Each in MarkKind]: string }
  /** The due instant of a clock that is not: `would be due`. */
  readonly dueIfResumed: string
  /** A due instant after the end of the clock. */
  readonly wouldBeDue: string
  readonly lead: string
  readonly cycle: string
  readonly owedBy: string
  readonly used: string
  readonly of: (used: string, target: string) => string
  readonly target: string
  readonly due: string
  readonly ended: string
  readonly asOf: string
  readonly paused: string
  readonly late: string
  readonly left: string
  readonly nobody: string
  readonly to: (name: string) => string
  /** Why it was closed. */
  readonly weekend: string
  readonly noHours: string
  readonly closed: string
  readonly holiday: string
  readonly override: string
  readonly closure: string
  readonly excluded: string
  readonly clocksForward: (amount: string) => string
  readonly clocksBack: (amount: string) => string
  readonly timesIn: (zone: string) => string
  readonly alwaysOpen: string
  readonly hoursOf: (calendar: string) => string
  readonly folded: string
  readonly scaleChanges: string
  readonly moreMarks: (count: number) => string
  /** The names of the lanes in the terminal, short. */
  readonly lanes: { readonly hours: string; readonly used: string; readonly owner: string; readonly marks: string }
}
