/** `lead-sla`: agreements between marketing and sales, evaluated over what happened to leads. */

// errors and findings
export { type Issue, type IssueCode, type IssuePath, issueCodes, LeadSlaError, type Parsed, printPath } from './errors.ts'
export { type Finding, type FindingCode, findingCodes } from './finding.ts'

// time and the business clock
export { type InstantLike, type TemporalInstant, parseInstant, printInstant } from './time/instant.ts'
export { parseDuration, printDuration } from './time/duration.ts'
export type { Boundary, BusinessClock, DateLike, OpenDay, Roll } from './clock/business-clock.ts'
export type {
  AnyCalendarDocument,
  CalendarDocument,
  CombinedCalendarDocument,
  HolidayDocument,
  HolidayListDocument,
  HolidayRuleDocument,
  Observed,
  OverrideDocument,
  SeasonDocument,
  WeekDocument,
} from './clock/calendar-document.ts'
export type { Calendar } from './clock/calendar.ts'
export { businessClock, clockOf } from './clock/clock-of.ts'
export { type FindCalendar, parseCalendar } from './clock/parse-calendar.ts'
export type { Transition, Zone } from './clock/zone.ts'

// conditions
export { type Condition, type ConditionDocument, defineCondition, parseCondition } from './conditions/condition.ts'
export { type CompiledCondition, type CompileOptions, compileCondition } from './conditions/compile.ts'
export type { ConditionTrace } from './conditions/trace.ts'

// events and lifecycle
export type { Actor, LeadEvent } from './events/event.ts'
export type { Lifecycle, State } from './lifecycle/lifecycle.ts'

// the agreement
export type {
  AgreementDocument,
  DefinitionDocument,
  ExceptionDocument,
  LifecycleDocument,
  MemberDocument,
  PartyDocument,
  StateDocument,
} from './agreement/document.ts'
export type {
  AmountClauseDocument,
  Attribution,
  CadenceClauseDocument,
  ClauseDocument,
  ComplianceClauseDocument,
  GoalDocument,
  LadderStepDocument,
  PeriodLength,
  RatioClauseDocument,
  ReminderDocument,
  TargetDocument,
  TimedClauseDocument,
  TriggerDocument,
  VolumeClauseDocument,
} from './agreement/clause-document.ts'
export type { AmountClause, ComplianceClause, PeriodClause, RatioClause, VolumeClause } from './agreement/period-clause.ts'
export type { Effective } from './agreement/effective.ts'
export type { Rule } from './agreement/scope.ts'
export type { Goal, Target } from './agreement/target.ts'
export type { TimedClause } from './agreement/timed-clause.ts'
export type { Trigger } from './agreement/trigger.ts'
export { type Agreement, defineAgreement, type Member, parseAgreement } from './agreement/agreement.ts'
export { agreementJsonSchema } from './agreement/json-schema.ts'

// evaluation
export type { EvaluateOptions, RunningEvaluation } from './evaluation/evaluate.ts'
export type { Evaluation, PeriodResult, PeriodStatus, Refused } from './evaluation/evaluation.ts'
export type { Obligation, Status } from './evaluation/obligation.ts'

// the periods
export { beginEvaluation, evaluate, tally } from './periods/evaluate.ts'
export { type Counts, mergeTallies, type Tally, type TallyEntry } from './periods/tally.ts'
export { settleTally } from './periods/settle-tally.ts'

// reports
export { type Attainment, attainment, type Grouping, smallSample } from './report/attainment.ts'
export { type ExplainedSpan, type ExplainOptions, type Explanation, explain, type Turn } from './report/explain.ts'

// adapters
export { type CsvOptions, type CsvReading, readCsv } from './adapters/csv.ts'
export { parseJsonEvents } from './adapters/json.ts'
export { rowOfJson } from './adapters/json-row.ts'
export { compileMapping, type MappedRow, type Mapping, type MapRow, parseMapping } from './adapters/mapping.ts'
export type {
  FieldDocument,
  MappingDocument,
  RowActorDocument,
  RowEventDocument,
  TimeDocument,
} from './adapters/mapping-document.ts'
export { NdjsonReader, type NdjsonReading, readNdjson } from './adapters/ndjson.ts'
export type { Row } from './adapters/template.ts'
export type { Chunk, Chunks } from './adapters/text-lines.ts'

// the live side
export { advance, type InitOptions, init, nextWake, obligations, type Step, step, stepMany } from './effects/live.ts'
export type { Effect, EffectKind } from './effects/effect.ts'
export { type KeptEvent, type LeadState, migrate } from './effects/lead-state.ts'
