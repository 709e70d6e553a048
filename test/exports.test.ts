import ts from 'typescript'
import { expect, test } from 'vitest'
import { source } from './architecture/source.ts'
import { readText } from './repository.ts'

/** What the package promises by name. A name that comes or goes is a line of the changelog. */
const promised = {
  'src/index.ts': {
    values: names(`
      LeadSlaError issueCodes findingCodes printPath
      parseInstant printInstant parseDuration printDuration businessClock clockOf parseCalendar
      defineCondition parseCondition compileCondition
      defineAgreement parseAgreement agreementJsonSchema
      beginEvaluation evaluate explain attainment smallSample
      readCsv parseJsonEvents rowOfJson compileMapping parseMapping NdjsonReader readNdjson
    `),
    types: names(`
      Issue IssueCode IssuePath Parsed Finding FindingCode
      InstantLike BusinessClock CalendarDocument DateLike HolidayDocument OverrideDocument Transition Zone
      AnyCalendarDocument CombinedCalendarDocument HolidayListDocument HolidayRuleDocument Observed SeasonDocument WeekDocument OpenDay Roll
      TemporalInstant Calendar FindCalendar
      Condition ConditionDocument CompiledCondition CompileOptions ConditionTrace
      Actor LeadEvent Lifecycle State
      Agreement Member AgreementDocument Boundary PartyDocument MemberDocument DefinitionDocument LifecycleDocument
      StateDocument TriggerDocument TargetDocument GoalDocument ClauseDocument TimedClauseDocument CadenceClauseDocument
      VolumeClauseDocument AmountClauseDocument RatioClauseDocument ComplianceClauseDocument
      Effective Rule Goal Target TimedClause Trigger
      Evaluation EvaluateOptions PeriodResult Refused RunningEvaluation Obligation Status
      Explanation ExplainOptions ExplainedSpan Turn Attainment Grouping
      CsvOptions CsvReading MapRow MappedRow Mapping FieldDocument MappingDocument RowActorDocument RowEventDocument
      TimeDocument NdjsonReading Row Chunk Chunks
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
