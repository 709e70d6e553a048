/** How the figures of a period came about: what was added to its target or taken from it, what was taken back, and why it rests. */
import type { Rounding } from '../agreement/terms-document.ts'

/** A stretch of a period with its own target, which counts by its share of the business days of the period. [P6] */
export interface TargetPart {
  /** The first day of the stretch, as `2026-04-16`. */
  readonly from: string
  /** The target of a whole period. */
  readonly target: number
  readonly businessDays: number
  /** The business days of the whole period. */
  readonly of: number
}

export interface PeriodDetails {
  /** What `target` is made of, where it changes inside the period or holds for a part of it only; else `null`. [P6] */
  readonly parts: readonly TargetPart[] | null
  /** What the period before handed on, part of `target`: missing then and owed now, or, below zero, done then already. */
  readonly carried: number | null
  /** What was taken off `actual` for leads of earlier periods that were rejected after those were locked. [P2] */
  readonly deducted: number
  /** The rule by which amounts of other currencies became whole numbers; `null` where no rates are agreed. [P5] */
  readonly rounding: Rounding | null
  /** Since when that is recorded which a cohort is asked for, where the cohort began before; else `null`. */
  readonly recordedFrom: string | null
  /** The period of another party's clause during whose breach this one rests: its key. [P7] */
  readonly suspendedBy: string | null
}
