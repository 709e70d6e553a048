/** What a report is asked for, read with all mistakes at once. */
import type { AnyAgreement } from '../../agreement/versions.ts'
import { type Conduct, conductOf } from '../../conduct/conduct.ts'
import { isRecord } from '../../content.ts'
import { type Issue, issue, LeadSlaError } from '../../errors.ts'
import type { Evaluation } from '../../evaluation/evaluation.ts'
import type { Deed } from '../../incentives/entry.ts'
import { readDeeds, type StandingsOptions } from '../../incentives/standings.ts'
import { isInstant, readInstant } from '../../time/instant.ts'
import { smallSample } from '../attainment.ts'

export interface ReportOptions extends StandingsOptions {
  /** The agreement of the evaluation, or all its versions. */
  readonly agreement: AnyAgreement
  /** The events of the evaluation: for the funnel, the arrival of leads and how many there were. */
  readonly events?: Iterable<unknown>
  /** `2026-04`, `2026-Q2`, `2026-W15` or `2026`; the month of a week before `asOf` when left out. */
  readonly period?: string
  /** From which share of its target an open clock is at risk; 0.75 when left out. */
  readonly riskShare?: number
  /** Below so many decided clocks a share is called small; 20 when left out. */
  readonly minimumSample?: number
  /** People who are not to be named, beside those whom the agreement lists. */
  readonly unnamed?: Iterable<string>
  /** The longest that a list may be; 50 when left out. What is cut is counted. */
  readonly rows?: number
  /** How many clocks each figure names at most; 3 when left out. */
  readonly keys?: number
  /** How many periods a trend has; 12 when left out. */
  readonly periods?: number
  /**
   * How long after its end a cohort of the funnel is mature, in milliseconds; when left out the longest maturity of the agreement's
   * ratios, or 30 days where it has none.
   */
  readonly maturityMs?: number
}

/** The options as they are used. */
export interface Settings {
  readonly riskShare: number
  readonly minimumSample: number
  readonly rows: number
  readonly keys: number
  readonly periods: number
  /** `null` where the agreement is asked. */
  readonly maturityMs: number | null
  readonly unnamed: ReadonlySet<string>
  readonly events: Iterable<unknown> | null
  readonly deeds: readonly Deed[]
}

/** Returns the options as they are used, with the conduct of the evaluation. **Errors** throws all mistakes of the options at once. */
export function readOptions(evaluation: Evaluation, options: ReportOptions): { settings: Settings; conduct: Conduct } {
  const issues: Issue[] = evaluationIssues(evaluation)
  if (!isRecord(options)) {
    throw new LeadSlaError([...issues, issue('wrong-type', [], { expected: 'the options of a report', got: options })])
  }
  const {
    agreement,
    riskShare = 0.75,
    minimumSample = smallSample,
    rows = 50,
    keys = 3,
    periods = 12,
    maturityMs = null,
  } = options
  if (agreement === undefined) issues.push(issue('missing-key', ['agreement'], { expected: 'the agreement of the evaluation' }))
  if (!(typeof riskShare === 'number' && riskShare > 0 && riskShare <= 1)) {
    issues.push(issue('out-of-range', ['riskShare'], { expected: 'a share of more than 0 and at most 1', got: riskShare }))
  }
  const whole = (name: string, value: unknown, least: number) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return
    issues.push(issue('out-of-range', [name], { expected: `a whole number of at least ${least}`, got: value }))
  }
  whole('minimumSample', minimumSample, 0)
  whole('rows', rows, 1)
  whole('keys', keys, 0)
  whole('periods', periods, 1)
  if (maturityMs !== null) whole('maturityMs', maturityMs, 0)
  const unnamed = namesOf(options.unnamed ?? [], issues)
  const events = options.events ?? null
  if (events !== null && !isIterable(events)) {
    issues.push(issue('wrong-type', ['events'], { expected: 'the events of the evaluation', got: events }))
  }
  if (issues.length > 0) throw new LeadSlaError(issues)
  const conduct = conductOf(agreement, evaluation)
  const deeds = readDeeds(conduct, options.deeds ?? [])
  return { settings: { riskShare, minimumSample, rows, keys, periods, maturityMs, unnamed, events, deeds }, conduct }
}

/** An evaluation may have been to a file and back, so its outer shape is looked at; what is inside is the library's own. */
function evaluationIssues(evaluation: Evaluation): Issue[] {
  const path = ['evaluation']
  if (!isRecord(evaluation)) return [issue('wrong-type', path, { expected: 'an evaluation', got: evaluation })]
  const lists = ['agreements', 'obligations', 'periods', 'refused', 'findings'].filter((name) => !Array.isArray(evaluation[name]))
  const issues = lists.map((name) => issue('wrong-type', [...path, name], { expected: 'a list, as `evaluate` gives it' }))
  const { asOf } = evaluation
  if (!isInstant(readInstant(asOf))) {
    issues.push(issue('invalid-instant', [...path, 'asOf'], { expected: 'the instant of the evaluation', got: asOf }))
  }
  return issues
}

function namesOf(names: unknown, issues: Issue[]): ReadonlySet<string> {
  const list = typeof names !== 'string' && isIterable(names) ? [...names] : null
  const found = new Set(list?.filter((name) => typeof name === 'string'))
  if (list === null || list.some((name) => typeof name !== 'string')) {
    issues.push(issue('wrong-type', ['unnamed'], { expected: 'a list of people', got: names }))
  }
  return found
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && Symbol.iterator in value)
}
