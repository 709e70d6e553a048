/**
 * What a language must say on the page of a report: one typed table, so that a word that is missing does not compile. Numbers,
 * shares and times come as texts that are written already; where a word depends on how many there are, the count comes too.
 */
import type { Standing as ConsequenceStanding } from '../../../consequences/consequence.ts'
import type { PeriodStatus } from '../../../evaluation/evaluation.ts'
import type { Status } from '../../../evaluation/obligation.ts'
import type { Insert } from '../../../markup.ts'
import type { PeriodNames } from '../report-figures.ts'
import type { Health, Standing } from '../standing.ts'
import type { AgeingWords, ArrivalWords, DelayWords, DistributionWords, FunnelWords, TrendWords } from './picture-words.ts'
import type { BoardWords, HowWords, PromiseWords, QualityWords } from './section-words.ts'

/** Around the sections. */
export interface PageWords {
  /** Of the window. */
  title(agreement: string, period: string): string
  readonly kicker: string
  readonly skip: string
  readonly contents: string
  version(version: Insert): Insert
  asOf(moment: Insert, zone: Insert): Insert
  knownAt(moment: Insert): Insert
  span(from: string, to: string): string
  readonly isOver: string
  readonly isRunning: string
  clocks(count: number, all: string, inPeriod: string, open: string): string
  readonly hint: string
  readonly theme: string
  readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>
  readonly filter: string
  /** Said while somebody filters; `{shown}` and `{all}` stand for two numbers. */
  readonly filtered: string
  readonly close: string
  readonly foot: string
}

export interface ScorecardWords {
  readonly title: string
  readonly note: string
  readonly kept: string
  readonly late: string
  readonly overdue: string
  readonly pending: string
  readonly excluded: string
  readonly consequences: string
  readonly noClocks: string
  readonly noPromises: string
}

export interface QueueWords {
  readonly title: string
  note(count: number, open: string): string
  readonly nothingOpen: string
  readonly overdue: string
  atRisk(share: string): string
  readonly due: string
  readonly paused: string
  readonly shareUsed: string
  /** Before the instant at which a paused clock would be due. */
  readonly ifResumed: string
}

export interface ClockWords {
  readonly lead: string
  readonly clause: string
  readonly owner: string
  readonly status: string
  readonly started: string
  readonly due: string
  readonly stopped: string
  readonly used: string
}

export interface ConsequenceWords {
  readonly title: string
  readonly whom: string
  readonly step: string
  readonly action: string
  readonly period: string
  readonly standing: string
  readonly because: string
  readonly actions: {
    notice(to: Insert): Insert
    coaching(to: Insert): Insert
    returnLeads(count: number, leads: string, to: Insert): Insert
    adjustQuota(clause: Insert, target: string, newTarget: string, period: string): Insert
    moveBudget(amount: string, from: Insert, to: Insert): Insert
  }
}

export interface ComplianceWords {
  readonly title: string
  readonly note: string
  readonly nothing: string
  readonly byClause: string
  readonly byTeam: string
  readonly byPerson: string
  readonly chart: string
  readonly chartHint: string
  chartNote(list: string): string
  marks(share: string, interval: string, kept: string, decided: string): string
  readonly owedBy: string
  readonly team: string
  readonly person: string
  readonly share: string
  readonly interval: string
  readonly decided: string
  readonly kept: string
  readonly late: string
  readonly overdue: string
  readonly atRisk: string
  readonly pending: string
  readonly excluded: string
  readonly median: string
  readonly worst: string
  readonly others: string
  readonly standsOut: Readonly<Record<'above' | 'below', string>>
  rest(count: number, more: string): string
}

export interface ReportWords {
  readonly page: PageWords
  readonly periodNames: PeriodNames
  readonly health: Readonly<Record<Health, string>>
  /** The sentence that a manager reads first; `behind` are the names of the promises that are missed or behind. */
  headline(standing: Standing, figures: { number(value: number): string; share(value: number): string }, behind: Insert): Insert
  readonly status: Readonly<Record<Status, string>>
  readonly periodStatus: Readonly<Record<PeriodStatus, string>>
  readonly standing: Readonly<Record<ConsequenceStanding, string>>
  readonly clock: ClockWords
  readonly scorecard: ScorecardWords
  readonly queue: QueueWords
  readonly consequences: ConsequenceWords
  readonly compliance: ComplianceWords
  readonly promises: PromiseWords
  readonly trend: TrendWords
  readonly distribution: DistributionWords
  readonly arrivals: ArrivalWords
  readonly ageing: AgeingWords
  readonly delay: DelayWords
  readonly funnel: FunnelWords
  readonly boards: BoardWords
  readonly quality: QualityWords
  readonly how: HowWords
  readonly legend: Readonly<Record<'share' | 'interval' | 'small' | 'target' | 'quantile', string>>
  /** In the place of a figure that is not there. */
  readonly nothing: string
  readonly nobody: string
  unnamedPerson(number: string): string
  /** Behind a share of few. */
  readonly small: string
  ofDecided(kept: string, decided: string): string
  shareOf(share: string, decided: string): string
  countAndShare(count: string, share: string): string
  ofTarget(target: string, period: string): string
  usedOf(used: string, target: string): string
  ofTime(amount: string): string
  /** So many times the target. */
  times(number: string): string
  lateBy(amount: string): string
  cycle(number: string): string
  wallDays(ms: number, number: (value: number) => string): string
  readonly isRunning: string
  /** What a mark of a chart says. */
  says(label: string, text: string): string
  readonly table: string
  tableOf(title: string): string
  more(count: number, more: string): string
  andMore(more: string): string
  withheld(count: number, text: string): string
  noneOf(list: string): string
  notDrawn(list: string): string
}
