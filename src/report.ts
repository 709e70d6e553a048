/** `lead-sla/report`: what people look at, as data, as a page, and as Markdown, tables of CSV and metrics. */

export type { AnyAgreement } from './agreement/versions.ts'
export { type Issue, type IssueCode, type IssuePath, issueCodes, LeadSlaError, type Parsed } from './errors.ts'
export type {
  Ageing,
  AgeingBucket,
  AgeingName,
  ArrivalCell,
  ArrivalMap,
  ClauseSection,
  DelaySection,
  Distribution,
  DistributionBin,
  TrendPoint,
} from './report/data/clause-shape.ts'
export type {
  Basis,
  Capped,
  ClockRow,
  ComparedLine,
  Counts,
  How,
  Line,
  Lines,
  Person,
  PersonLine,
  Team,
  TeamLine,
} from './report/data/figures-shape.ts'
export type { Cohort, FunnelSection, ReachedState } from './report/data/funnel-shape.ts'
export type {
  EventExample,
  FindingCount,
  QualitySection,
  RefusedCode,
  Suspicion,
} from './report/data/quality-shape.ts'
export { report } from './report/data/report.ts'
export type { ReportOptions } from './report/data/report-options.ts'
export type {
  BoardGroupSection,
  BoardRow,
  BoardSection,
  ConsequenceList,
  ConsequenceRow,
  EarnedList,
  EarnedRow,
  PartySection,
  PromisePoint,
  PromiseRow,
  QueueSection,
  Report,
  ReportHeader,
} from './report/data/report-shape.ts'
export { type ReportCsvOptions, reportCsv } from './report/formats/csv.ts'
export type { ReportTable } from './report/formats/csv-tables.ts'
export { type ReportMarkdownOptions, reportMarkdown } from './report/formats/markdown.ts'
export { reportOpenMetrics } from './report/formats/open-metrics.ts'
export { type RenderReportOptions, renderReport, type Theme } from './report/page/render-report.ts'
export type { TimelineTheme } from './timeline/picture/picture-style.ts'
export { type RenderTimelineOptions, renderTimeline } from './timeline/picture/render-timeline.ts'
export { type PrintTimelineOptions, printTimeline } from './timeline/terminal/print-timeline.ts'
export { type TimelineOptions, timeline } from './timeline/timeline.ts'
export type {
  AheadSpan,
  ClockChange,
  MarkKind,
  OwnerSegment,
  Stretch,
  Timeline,
  TimelineDay,
  TimelineMark,
} from './timeline/timeline-shape.ts'
