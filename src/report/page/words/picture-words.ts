/** What a language must say in the sections with pictures. */
import type { Insert } from '../../../markup.ts'
import type { AgeingName } from '../../data/clause-shape.ts'

export interface TrendWords {
  readonly title: string
  /** In the place of the pictures. */
  readonly tooFew: string
  readonly note: string
  readonly running: string
  readonly period: string
  description(first: string, last: string): string
}

export interface DistributionWords {
  readonly title: string
  readonly note: string
  readonly time: string
  readonly parts: Readonly<Record<'stoppedInTime' | 'stoppedLate' | 'running' | 'ended', string>>
  fromTo(from: string, to: string): string
  from(from: string): string
  summary(stopped: Insert, running: string, ended: string): Insert
  quantile(share: string, amount: string): string
  promised(amounts: string): string
}

export interface ArrivalWords {
  readonly title: string
  readonly note: string
  readonly leads: string
  readonly clocks: string
  readonly hour: string
  readonly open: Readonly<Record<'open' | 'partly' | 'closed', string>>
  readonly few: string
  readonly many: string
  readonly openHours: string
  total(total: string): string
  totalOutside(total: string, outside: string): string
  busiest(cell: string): string
  readonly outside: string
  readonly started: string
  readonly outsideHours: string
  readonly outsideShare: string
}

export interface AgeingWords {
  readonly title: string
  readonly heading: string
  readonly note: string
  readonly open: string
  readonly buckets: Readonly<Record<AgeingName, string>>
}

export interface DelayWords {
  readonly title: string
  readonly heading: string
  readonly note: string
  readonly parts: Readonly<Record<'systemMs' | 'humanMs', string>>
  readonly all: string
  readonly byClause: string
  readonly systemTotal: string
  readonly humanTotal: string
  readonly systemMedian: string
  readonly humanMedian: string
  readonly paused: string
  readonly without: string
  readonly nobodys: string
}

export interface FunnelWords {
  readonly title: string
  note(maturity: string): string
  readonly hint: string
  mature(leads: string): string
  allLeads(leads: string): string
  readonly state: string
  readonly leads: string
  readonly share: string
  readonly median: string
  readonly cohorts: string
  readonly month: string
  readonly immature: string
}
