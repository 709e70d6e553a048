import ts from 'typescript'
import { expect, test } from 'vitest'
import { source } from './architecture/source.ts'
import { readText } from './repository.ts'

/** What the package promises by name. A name that comes or goes is a line of the changelog. */
const promised = {
  'src/index.ts': {
    values: names(`
      issueCodes LeadSlaError printPath findingCodes parseInstant printInstant parseDuration printDuration businessClock
      clockOf parseCalendar defineCondition parseCondition compileCondition defineAgreement parseAgreement
      agreementJsonSchema diff applyPatch patchOf reviewsDue beginEvaluation evaluate tally liveTally mergeTallies mergeAllTallies settleTally settlePeople attainment smallSample explain
      consequences judgements enforcementRules settleConsequences standings settle balances leaderboard parseRevenueGoal
      revenuePlan revenueWorth scorecard fairness readiness readinessCodes readCsv parseJsonEvents rowOfJson
      compileMapping parseMapping NdjsonReader readNdjson advance init nextWake obligations step stepMany migrate
      snapshot snapshotParts restore
    `),
    types: names(`
      Issue IssueCode IssuePath Parsed Finding FindingCode InstantLike TemporalInstant Boundary BusinessClock DateLike
      OpenDay Roll AnyCalendarDocument CalendarDocument CombinedCalendarDocument HolidayDocument HolidayListDocument
      HolidayRuleDocument Observed OverrideDocument SeasonDocument WeekDocument Calendar FindCalendar Transition Zone
      Condition ConditionDocument CompiledCondition CompileOptions ConditionTrace Actor LeadEvent Lifecycle State
      AgreementDocument DefinitionDocument ExceptionDocument LifecycleDocument MemberDocument PartyDocument StateDocument
      AmountClauseDocument Attribution CadenceClauseDocument ClauseDocument ComplianceClauseDocument GoalDocument
      LadderStepDocument RatioClauseDocument ReminderDocument TargetDocument TimedClauseDocument TriggerDocument
      ConductRule SubjectKind ConsequenceLadder ConsequenceStep ActionDocument ConsequenceLadderDocument ConsequenceStepDocument
      EnforcementDocument Incentives AwardDocument BadgeDocument BoardDocument ConformityDocument IncentivesDocument
      LevelDocument MoneyDocument PrizeDocument SpifDocument StreakDocument ConductFacts ActionDue Consequence Judgement
      LadderFacts EnforcementRule ConsequenceEntry IncentiveEntry LevelOutcome DeedDocument Standings Balance LedgerEntry
      BoardGroup BoardLine Leaderboard RevenueGoal RevenueGoalDocument RevenueStageDocument PlannedPeriod PlannedStage
      RevenuePlan PromisedLeads RevenueWorth PartyCard Scorecard ScorecardOptions ClockLine GroupLine Fairness
      FairnessFinding FairnessOptions Readiness ReadinessFinding ReadinessOptions ReadinessCode ReadinessFacts Complexity
      ReviewDocument ReviewDue Bearing BearingEffect BearingReason Change Diff DiffedVersion PatchOperation VersionTransition
      PeriodLength AmountClause CadenceClause ComplianceClause PeriodClause RatioClause VolumeClause PeriodStatus Progress TargetPart
      CarryOverDocument CountsDocument CreditDocument DatedTargetDocument DeductDocument ExcuseDocument WeightDocument
      FiscalYearDocument RateTableDocument RatesDocument Rounding Counts Tally TallyEntry TallyOptions LiveTally PeopleResult
      VolumeClauseDocument Effective Rule Goal Target TimedClause Trigger Agreement Member EvaluateOptions RunningEvaluation
      Evaluation PeriodResult Refused Obligation Status Attainment Grouping ExplainedSpan ExplainOptions Explanation Turn
      Because ClosedPart ClosedWhy Language Reckoning RuleName TurnKind WaivedBy
      CsvOptions CsvReading MappedRow Mapping MapRow FieldDocument MappingDocument RowActorDocument RowEventDocument
      TimeDocument NdjsonReading Row Chunk Chunks InitOptions Step Effect EffectKind KeptEvent LeadState
      RestoreOptions RestoredStates
    `),
  },
  'src/clock.ts': {
    values: names('LeadSlaError issueCodes businessClock clockOf parseCalendar parseDuration printDuration'),
    types: names(`
      Issue IssueCode IssuePath Parsed InstantLike BusinessClock CalendarDocument DateLike HolidayDocument OverrideDocument
      Transition Zone Boundary
      AnyCalendarDocument CombinedCalendarDocument HolidayListDocument HolidayRuleDocument Observed SeasonDocument WeekDocument OpenDay Roll
      TemporalInstant Calendar FindCalendar
    `),
  },
  'src/calendars.ts': {
    values: names(`
      calendarOfSalesforceHours parseSalesforceHours calendarOfZendeskSchedule parseZendeskSchedule alwaysOpen onDuty
      parseTeamCalendar teamCalendar issueCodes LeadSlaError describeCalendar
    `),
    types: names(`
      SalesforceHoursOptions ZendeskScheduleOptions AnyCalendarDocument CalendarDocument CombinedCalendarDocument
      HolidayDocument HolidayListDocument HolidayRuleDocument Observed OverrideDocument SeasonDocument WeekDocument
      LeaveDocument TeamDocument TeamMemberDocument Issue IssueCode IssuePath Parsed InstantLike TemporalInstant
      DescribeOptions Detail Language
    `),
  },
  'src/holidays.ts': {
    values: names(`
      parseWithHolidays withHolidays holidayKinds holidayRegions parseRegionalHolidays regionalHolidays issueCodes
      LeadSlaError
    `),
    types: names(`
      WithHolidaysOptions HolidayKind HolidayRegion RegionalHolidayOptions HolidayListDocument Issue IssueCode IssuePath
      Parsed
    `),
  },
  'src/icalendar.ts': {
    values: names(`
      holidaysOfICalendar parseHolidaysOfICalendar issueCodes LeadSlaError
    `),
    types: names(`
      ICalendarHolidays ICalendarOptions ICalendarDay LeftOut HolidayListDocument Issue IssueCode IssuePath Parsed
    `),
  },
  'src/writing.ts': {
    values: names(`
      renderAgreement renderChanges roleGuide negotiationView evidenceOf deadlineExamples issueCodes LeadSlaError
    `),
    types: names(`
      RenderOptions ChangesFormat ChangesOptions WritingFormat WritingOptions RoleGuideOptions NegotiationOptions Evidence GivenFinding DeadlineExample
      Language OwnLanguage Issue IssueCode IssuePath Parsed
    `),
  },
  'src/templates.ts': {
    values: names(`
      template templateNames issueCodes LeadSlaError
    `),
    types: names(`
      Template TemplateName TemplateOptions Comment AgreementDocument LeadEvent Language Issue IssueCode IssuePath Parsed
    `),
  },
  'src/insight.ts': {
    values: names(`
      calibrate backtest beginBacktest simulate seededRandom kaplanMeier applyPatch issueCodes LeadSlaError
    `),
    types: names(`
      AnyAgreement Clocks CalibrateOptions Calibration ClauseCalibration Distribution NoSuggestion Season SegmentCalibration
      Suggestion ClauseClocks ClockSample SegmentBy SegmentColumn SegmentValue ShareEstimate SurvivalStep TimeEstimate
      Backtest BacktestOptions RunningBacktest Difference Figures Flip Standing PeriodFlip SimulateOptions SimulatedCase
      Simulation OverRuns PatchOperation Issue IssueCode IssuePath Parsed
    `),
  },
  'src/report.ts': {
    values: names(`
      report renderReport reportCsv reportMarkdown reportOpenMetrics timeline renderTimeline printTimeline issueCodes LeadSlaError
    `),
    types: names(`
      AnyAgreement Report ReportOptions ReportHeader PartySection PromiseRow PromisePoint ConsequenceList ConsequenceRow
      EarnedList EarnedRow QueueSection BoardSection BoardGroupSection BoardRow ClauseSection TrendPoint Distribution
      DistributionBin ArrivalMap ArrivalCell Ageing AgeingBucket AgeingName DelaySection FunnelSection Cohort ReachedState
      QualitySection RefusedCode FindingCount EventExample Suspicion Basis How Capped Counts Line Lines ComparedLine TeamLine
      PersonLine Person Team ClockRow ReportCsvOptions ReportTable ReportMarkdownOptions
      RenderReportOptions Theme TimelineTheme RenderTimelineOptions PrintTimelineOptions TimelineOptions MarkKind OwnerSegment Stretch Timeline TimelineDay
      TimelineMark AheadSpan ClockChange Issue IssueCode IssuePath Parsed
    `),
  },
  'src/opening-hours.ts': {
    values: names(`
      calendarOfOpeningHours parseOpeningHours issueCodes LeadSlaError
    `),
    types: names(`
      OpeningHoursOptions CalendarDocument HolidayDocument Issue IssueCode IssuePath Parsed
    `),
  },
  'src/engine.ts': {
    values: names('toEngine factsOf factsOfLead inTurn prefixed issueCodes LeadSlaError'),
    types: names(`
      AnyAgreement EngineOptions FactsOptions LeadFactsOptions Standing SlaFacts Prefixed Moment Situation SlaEventParams
      Obligation Status LeadState InstantLike TemporalInstant Issue IssueCode IssuePath Parsed
    `),
  },
}

test.each(Object.entries(promised))('%s exports what is promised and nothing else', (path, lists) => {
  expect(exportsOf(path)).toEqual(lists)
})

function names(text: string): string[] {
  return text.trim().split(/\s+/).sort()
}

/** Reads the names off the `export { … }` lines, which is all an entry consists of. */
function exportsOf(path: string): { values: string[]; types: string[] } {
  const found = { values: [] as string[], types: [] as string[] }
  for (const node of source(path, readText(path)).tree.statements) {
    if (!ts.isExportDeclaration(node) || !node.exportClause || !ts.isNamedExports(node.exportClause)) {
      throw new Error(`${path} holds more than export { … } from: ${node.getText().slice(0, 60)}`)
    }
    for (const { name, isTypeOnly } of node.exportClause.elements) {
      found[node.isTypeOnly || isTypeOnly ? 'types' : 'values'].push(name.text)
    }
  }
  return { values: found.values.sort(), types: found.types.sort() }
}
