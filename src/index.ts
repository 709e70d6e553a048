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
  ClauseDocument,
  DefinitionDocument,
  ExceptionDocument,
  LifecycleDocument,
  MemberDocument,
  PartyDocument,
  StateDocument,
} from './agreement/document.ts'
export type {
  Attribution,
  CountsDocument,
  ExcuseDocument,
  GoalDocument,
  LadderStepDocument,
  PeriodLength,
  ReminderDocument,
  TargetDocument,
  TimedClauseDocument,
  TriggerDocument,
} from './agreement/clause-document.ts'
export type { CadenceClauseDocument } from './agreement/cadence-document.ts'
export type {
  AmountClauseDocument,
  CarryOverDocument,
  ComplianceClauseDocument,
  CreditDocument,
  DatedTargetDocument,
  DeductDocument,
  RatioClauseDocument,
  VolumeClauseDocument,
  WeightDocument,
} from './agreement/period-clause-document.ts'
export type { FiscalYearDocument, RatesDocument, RateTableDocument, Rounding } from './agreement/terms-document.ts'
export type { AmountClause, ComplianceClause, PeriodClause, RatioClause, VolumeClause } from './agreement/period-clause.ts'
export type { CadenceClause } from './agreement/cadence-clause.ts'
export type { Effective } from './agreement/effective.ts'
export type { Rule } from './agreement/scope.ts'
export type { Goal, Target } from './agreement/target.ts'
export type { TimedClause } from './agreement/timed-clause.ts'
export type { Trigger } from './agreement/trigger.ts'
export type { ConductRule, SubjectKind } from './agreement/conduct-facts.ts'
export type { ConsequenceLadder, ConsequenceStep } from './agreement/enforcement.ts'
export type {
  ActionDocument,
  ConsequenceLadderDocument,
  ConsequenceStepDocument,
  EnforcementDocument,
} from './agreement/enforcement-document.ts'
export type { Incentives } from './agreement/incentives.ts'
export type {
  AwardDocument,
  BadgeDocument,
  BoardDocument,
  ConformityDocument,
  IncentivesDocument,
  LevelDocument,
  MoneyDocument,
  PrizeDocument,
  SpifDocument,
  StreakDocument,
} from './agreement/incentives-document.ts'
export type { Member } from './agreement/read-members.ts'
export { type Agreement, defineAgreement, parseAgreement } from './agreement/agreement.ts'
export { agreementJsonSchema } from './agreement/json-schema.ts'
export type { ReviewDocument } from './agreement/review.ts'

// from one version to the next
export type { Bearing, BearingEffect, BearingReason } from './revision/bearing.ts'
export { type Change, type Diff, type DiffedVersion, diff } from './revision/diff.ts'
export { applyPatch, type PatchOperation, patchOf } from './revision/json-patch.ts'
export { type ReviewDue, reviewsDue } from './revision/reviews.ts'
export type { Transition as VersionTransition } from './revision/transition.ts'

// evaluation
export type { EvaluateOptions, RunningEvaluation } from './evaluation/evaluate.ts'
export type { Evaluation, PeriodResult, PeriodStatus, Refused } from './evaluation/evaluation.ts'
export type { Obligation, Status } from './evaluation/obligation.ts'
export type { Progress } from './evaluation/progress.ts'
export type { TargetPart } from './evaluation/period-details.ts'

// the periods
export { beginEvaluation, evaluate } from './periods/evaluate.ts'
export { type LiveTally, liveTally } from './periods/live-tally.ts'
export { type PeopleResult, settlePeople } from './periods/settle-people.ts'
export { type Counts, mergeAllTallies, mergeTallies, type Tally, type TallyEntry } from './periods/tally.ts'
export { settleTally } from './periods/settle-tally.ts'
export { type TallyOptions, tally } from './periods/tally-leads.ts'

// the stick and the carrot
export type { ConductFacts } from './conduct/facts.ts'
export type { ActionDue, Consequence, Judgement, LadderFacts } from './consequences/consequence.ts'
export { consequences, judgements } from './consequences/consequences.ts'
export { type EnforcementRule, enforcementRules } from './consequences/engine-rules.ts'
export { type ConsequenceEntry, settleConsequences } from './consequences/settle-consequences.ts'
export type { IncentiveEntry } from './incentives/entry.ts'
export type { LevelOutcome } from './incentives/outcome.ts'
export { type DeedDocument, type Standings, standings } from './incentives/standings.ts'
export { type Balance, balances, type LedgerEntry, settle } from './incentives/settle.ts'
export { type BoardGroup, type BoardLine, type Leaderboard, leaderboard } from './incentives/leaderboard.ts'

// from a goal to promises
export {
  parseRevenueGoal,
  type RevenueGoal,
  type RevenueGoalDocument,
  type RevenueStageDocument,
} from './insight/revenue-goal.ts'
export { type PlannedPeriod, type PlannedStage, type RevenuePlan, revenuePlan } from './insight/revenue-plan.ts'
export { type PromisedLeads, type RevenueWorth, revenueWorth } from './insight/revenue-worth.ts'

// reports
export { type PartyCard, type Scorecard, type ScorecardOptions, scorecard } from './report/scorecard.ts'
export type { ClockLine } from './report/clock-line.ts'
export type { GroupLine } from './report/group-line.ts'
export { type Fairness, type FairnessFinding, type FairnessOptions, fairness } from './fairness/fairness.ts'
export { type Readiness, type ReadinessFinding, type ReadinessOptions, readiness } from './readiness/readiness.ts'
export { readinessCodes } from './readiness/languages.ts'
export type { ReadinessCode, ReadinessFacts } from './readiness/facts.ts'
export type { Complexity } from './readiness/complexity.ts'
export { type Attainment, attainment, type Grouping, smallSample } from './report/attainment.ts'
export { type ExplainOptions, explain } from './explanation/explain.ts'
export type {
  Because,
  ClosedPart,
  ClosedWhy,
  ExplainedSpan,
  Explanation,
  Reckoning,
  RuleName,
  Turn,
  TurnKind,
  WaivedBy,
} from './explanation/explanation.ts'
export type { Language } from './language.ts'

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
export { type RestoreOptions, restore } from './snapshot/restore.ts'
export type { RestoredStates } from './snapshot/restored-states.ts'
export { snapshot, snapshotParts } from './snapshot/snapshot.ts'
