/**
 * Conduct is what a party, a team or a person did over a period: how many clocks they had, kept and broke, and which promises
 * were met. It is counted from an evaluation alone, each clock in the period in which it started, as for `compliance`
 * clauses, so that no two figures of one month differ. The stick, the carrot and the scorecard all read the same counts.
 */
import type { PeriodLength } from '../agreement/clause-document.ts'
import type { SubjectKind } from '../agreement/conduct-facts.ts'
import type { ClauseDocument } from '../agreement/document.ts'
import type { Member } from '../agreement/read-members.ts'
import { type AnyAgreement, type Version, versionsOf } from '../agreement/versions.ts'
import type { BusinessClock } from '../clock/business-clock.ts'
import { type Zone, zoneOf } from '../clock/zone.ts'
import { issue, LeadSlaError } from '../errors.ts'
import type { Evaluation, PeriodResult } from '../evaluation/evaluation.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import { Periods } from '../periods/period.ts'
import { readInstant } from '../time/instant.ts'
import { type ClockCount, nothing } from './clock-count.ts'
import { type Resting, restingClauses } from './excused.ts'
import { type Lines, linesOf } from './lines.ts'
import { type PeriodPlace, periodPlace } from './period-name.ts'

/** The counts of one length of period, by clause and period. */
interface Sheet {
  readonly periods: Periods
  readonly lines: Lines
}

export class Conduct {
  readonly asOf: number
  /** When it all begins: with the agreement, or with the first thing that is known. **Units** epoch milliseconds. */
  readonly begins: number
  /** The last instant that is counted. */
  readonly ends: number
  readonly members: ReadonlyMap<string, Member>
  /** That of the first version; the periods of all are its. */
  readonly zone: Zone
  private readonly sheets = new Map<PeriodLength, Sheet>()
  private readonly results = new Map<string, PeriodResult[]>()
  private readonly startedAt: Float64Array
  private readonly resting: readonly Resting[]

  constructor(
    readonly versions: readonly Version[],
    readonly evaluation: Evaluation,
  ) {
    const { obligations, periods } = evaluation
    this.asOf = readInstant(evaluation.asOf)
    this.zone = zoneOf(versions[0]?.agreement.document.timeZone ?? 'UTC')
    this.members = new Map(versions.flatMap(({ agreement }) => [...agreement.members]))
    this.resting = restingClauses(versions, obligations, this.asOf)
    this.startedAt = Float64Array.from(obligations, ({ startedAt }) => readInstant(startedAt))
    for (const result of periods) {
      const own = this.results.get(result.clause)
      if (own) own.push(result)
      else this.results.set(result.clause, [result])
    }
    const from = versions[0]?.effective.from ?? Number.NaN
    this.begins = Number.isFinite(from) ? from : this.firstKnown()
    this.ends = Math.min(this.asOf, (versions.at(-1)?.effective.to ?? Number.POSITIVE_INFINITY) - 1)
  }

  get obligations(): readonly Obligation[] {
    return this.evaluation.obligations
  }

  /** Returns when the clock at a position started. **Units** epoch milliseconds. */
  startAt(position: number): number {
    return this.startedAt[position] ?? Number.NaN
  }

  /** Returns the periods of a length, in the zone of the agreement. */
  periods(per: PeriodLength): Periods {
    return this.sheet(per).periods
  }

  /** Returns the place of a period by its name. **Errors** throws `out-of-range` for a text that names none. */
  placeOf(name: unknown): PeriodPlace {
    return periodPlace(name, ['period'], this.versions[0]?.agreement.fiscalYear?.namedAfter)
  }

  /** Returns the numbers of the periods from the beginning to the one that holds `asOf`. */
  numbers(per: PeriodLength): number[] {
    if (this.begins > this.ends) return []
    const periods = this.periods(per)
    const first = periods.numberAt(this.begins)
    return Array.from({ length: periods.numberAt(this.ends) - first + 1 }, (_, index) => first + index)
  }

  /**
   * Returns the clocks of a clause that somebody had in a period; of a compliance clause that rests for single leads those
   * that it counts.
   */
  count(clause: string, kind: SubjectKind, name: string, per: PeriodLength, number: number): ClockCount {
    return this.sheet(per).lines.get(clause)?.get(number)?.[kind].get(name) ?? nothing
  }

  /** Returns everybody of a kind who ever had a clock of the clauses, in the order of their names. */
  subjects(clauses: Iterable<string>, kind: SubjectKind): string[] {
    const lines = [...clauses].flatMap((clause) => [...(this.sheet('year').lines.get(clause)?.values() ?? [])])
    return [...new Set(lines.flatMap((line) => [...line[kind].keys()]))].sort()
  }

  /** Returns the instant from which nothing more can fall into a period that ends at `to`: its end, or that of the agreement. */
  closing(to: number): number {
    return Math.min(to, this.versions.at(-1)?.effective.to ?? to)
  }

  /** Returns the clauses that a party owes, in the latest version that names them: those with clocks, or those of a period. */
  clausesOf(party: string, kind: 'clocks' | 'promises'): ReadonlySet<string> {
    const clauses = this.versions.flatMap(({ agreement }) => Object.entries(agreement.document.clauses))
    const own = [...new Map(clauses)].filter(([, clause]) => clause.owedBy === party)
    const hasClocks = (clause: ClauseDocument) => clause.kind === 'timed' || clause.kind === 'cadence'
    return new Set(own.filter(([, clause]) => hasClocks(clause) === (kind === 'clocks')).map(([name]) => name))
  }

  /** Returns the results of a clause that end in a period, so that a promise by the quarter is one of its last month. */
  resultsIn(clause: string, per: PeriodLength, number: number): PeriodResult[] {
    const periods = this.periods(per)
    const [from, to] = [periods.from(number), periods.from(number + 1)]
    return (this.results.get(clause) ?? []).filter((result) => {
      const end = readInstant(result.to)
      return end > from && end <= to
    })
  }

  /** Returns the name under which the clocks of a compliance clause are counted: its own where it does not count all of them. */
  countedAs(compliance: string | null, clause: string): string {
    return compliance !== null && this.resting.some(({ id }) => id === compliance) ? compliance : clause
  }

  /** Returns true where a promise is suspended in some of a time. [P7] */
  isSuspended(clause: string, from: number, to: number): boolean {
    return (this.results.get(clause) ?? []).some(
      (result) => result.status === 'suspended' && readInstant(result.from) < to && readInstant(result.to) > from,
    )
  }

  /** Returns the version that binds a period: the one in force as it begins, or the first one if none was. [C11] */
  versionAt(at: number): Version | undefined {
    const started = this.versions.findLast(({ effective }) => effective.from <= at)
    if (!started) return this.versions[0]
    return at < started.effective.to ? started : undefined
  }

  /** Returns the clock that a clause counts on, in the version that made the obligation. */
  clockOf({ clause, version, calendar }: Obligation): BusinessClock | undefined {
    const own = this.versions.find(({ agreement }) => agreement.version === version) ?? this.versions[0]
    const found = own?.agreement.clauses.get(clause) ?? own?.agreement.cadences.get(clause)?.timed
    return (calendar === undefined ? undefined : found?.choice?.named(calendar)?.clock) ?? found?.clock
  }

  /** Returns the business time that a breached clock took after it was due. **Units** milliseconds. */
  lateMs(obligation: Obligation): number {
    const { breachedAt, closedAt, usedMs, targetMs } = obligation
    if (breachedAt === null) return 0
    if (targetMs !== null) return Math.max(0, usedMs - targetMs)
    const until = closedAt === null ? this.asOf : readInstant(closedAt)
    try {
      return Math.max(0, this.clockOf(obligation)?.between(readInstant(breachedAt), until) ?? 0)
    } catch {
      // Beyond the years whose holidays are known nobody can say how late it is.
      return 0
    }
  }

  private firstKnown(): number {
    let first = this.asOf
    for (const at of this.startedAt) if (at < first) first = at
    for (const [result] of this.results.values()) if (result) first = Math.min(first, readInstant(result.from))
    return first
  }

  private sheet(per: PeriodLength): Sheet {
    let sheet = this.sheets.get(per)
    if (!sheet) {
      const periods = new Periods(this.zone, per, this.versions[0]?.agreement.fiscalYear)
      const startAt = (position: number) => this.startAt(position)
      const lateMs = (obligation: Obligation) => this.lateMs(obligation)
      sheet = { periods, lines: linesOf(this.obligations, { periods, resting: this.resting, startAt, lateMs }) }
      this.sheets.set(per, sheet)
    }
    return sheet
  }
}

/**
 * Returns the conduct of an evaluation.
 *
 * **Errors** throws `LeadSlaError` for a bad agreement, and with `mixed-agreements` for an evaluation of another agreement.
 */
export function conductOf(agreement: AnyAgreement, evaluation: Evaluation): Conduct {
  const versions = versionsOf(agreement)
  const own = versions.map(({ agreement: { hash } }) => hash)
  const other = evaluation.agreements.find(({ hash }) => !own.includes(hash))
  if (other) {
    const expected = `an evaluation of ${versions.map(({ agreement: { id, version } }) => `${id} ${version}`).join(', ')}`
    throw new LeadSlaError([
      issue('mixed-agreements', ['evaluation', 'agreements'], { expected, got: `${other.agreement} ${other.version}` }),
    ])
  }
  return new Conduct(versions, evaluation)
}
