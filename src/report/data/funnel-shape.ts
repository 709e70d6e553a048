/** How far leads came through the lifecycle, by the month in which they were first heard of. */
import type { Basis, Capped } from './figures-shape.ts'

export interface FunnelSection {
  /** The states of the lifecycle, in the order of the document. */
  readonly states: readonly { readonly state: string; readonly isInitial: boolean; readonly isDisposition: boolean }[]
  /** How long after its end a cohort is mature. **Units** milliseconds on the wall. */
  readonly maturityMs: number
  /** By month of each lead's first event, the latest last; at most `periods`, and how many there were before. */
  readonly cohorts: Capped<Cohort>
  /** All leads, those of cohorts that are not shown included. */
  readonly all: Omit<Cohort, 'period' | 'from' | 'to' | 'isMature'>
  /** Those of mature cohorts alone: what may be compared. */
  readonly mature: Omit<Cohort, 'period' | 'from' | 'to' | 'isMature'>
}

export interface Cohort {
  readonly period: string
  readonly from: string
  readonly to: string
  /** Enough time has passed since the end of the month; the shares of the others will still grow. */
  readonly isMature: boolean
  readonly leads: number
  /** In the order of `FunnelSection.states`. */
  readonly reached: readonly ReachedState[]
}

export interface ReachedState {
  readonly state: string
  /** Leads that were in the state at some time; no state is counted because a later one was reached. */
  readonly leads: number
  /** Of all leads of the cohort; `null` where there are none. */
  readonly share: number | null
  /** From the lead's first event to its first entry. **Units** milliseconds on the wall; `null` where none entered. */
  readonly medianMs: number | null
  readonly basis: Basis
}
