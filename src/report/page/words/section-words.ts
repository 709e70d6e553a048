/** What a language must say about promises over a period, boards, the quality of the data, and what numbers rest on. */
import type { Board } from '../../../agreement/incentives.ts'
import type { PeriodResult } from '../../../evaluation/evaluation.ts'
import type { Insert } from '../../../markup.ts'
import type { Suspicion } from '../../data/quality-shape.ts'

export interface PromiseWords {
  readonly title: string
  readonly note: string
  readonly table: string
  readonly history: string
  readonly period: string
  readonly status: string
  readonly actual: string
  readonly target: string
  readonly expected: string
  readonly forecast: string
  readonly sample: string
  readonly pending: string
  readonly of: Readonly<Record<PeriodResult['kind'], (sample: string) => string>>
  interval(interval: string): string
  pendingNote(count: string): string
  excluded(count: string): string
  deducted(figure: string): string
  owedBefore(figure: string): string
  doneBefore(figure: string): string
  part(target: string, days: string, of: string): string
  parts(list: string): string
  recordedFrom(date: string): string
  suspendedBy(key: Insert): Insert
  readonly method: string
}

export interface BoardWords {
  readonly title: string
  readonly final: string
  readonly open: string
  readonly nobody: string
  readonly by: Readonly<Record<Board['by'], string>>
  readonly unranked: string
  capacity(share: string): string
}

export interface QualityWords {
  readonly title: string
  events(count: string): string
  readonly noRefused: string
  refusedCount(count: number, text: string): string
  findingCount(count: number, text: string): string
  unassigned(clocks: Insert, open: string): Insert
  readonly unassignedTitle: string
  readonly suspicions: Readonly<Record<Suspicion['code'], (clocks: Insert) => Insert>>
  readonly suspicionTitles: Readonly<Record<Suspicion['code'], string>>
  readonly refused: string
  readonly findings: string
  readonly code: string
  readonly count: string
  readonly example: string
}

/** What a figure rests on. */
export interface HowWords {
  readonly title: string
  readonly note: string
  figures(count: string): string
  readonly clockTable: string
  readonly among: string
  keptOfDecided(kept: string, decided: string): string
  /** Behind it, where there are any. */
  notCounted(pending: string, excluded: string): string
  plain(count: number, clocks: string): string
  started(count: number, clocks: string): string
  arrived(count: number, leads: string): string
  open(count: number, clocks: string): string
  stoppedAndRunning(stopped: string, running: string, ended: string): string
  reached(reached: string, leads: string): string
}
