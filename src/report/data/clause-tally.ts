/** Everything about one clause, gathered while the clocks pass by once. */
import type { AgreementDocument } from '../../agreement/document.ts'
import type { BusinessClock } from '../../clock/business-clock.ts'
import type { Conduct } from '../../conduct/conduct.ts'
import type { Obligation } from '../../evaluation/obligation.ts'
import { AgeingTally } from './ageing.ts'
import { ArrivalTally, type Hours, type OpenHours } from './arrivals.ts'
import type { ClauseSection } from './clause-shape.ts'
import { isOpen, type Outcome } from './clock-columns.ts'
import { ComparedTally } from './compared-lines.ts'
import { DelayTally } from './delay-tally.ts'
import { DistributionTally } from './distribution.ts'
import { LineTally } from './line-tally.ts'
import type { Scene } from './scene.ts'
import { TrendTally, type trendPeriods } from './trend.ts'

/** A clause with clocks, as its latest version has it. */
export interface ClockedClause {
  readonly clause: string
  readonly title: string | null
  readonly kind: ClauseSection['kind']
  readonly party: string
  readonly calendar: string
  readonly clock: BusinessClock | null
}

type ClauseDocument = AgreementDocument['clauses'][string]

/** Returns the title of every clause that has one. */
export function titlesOf({ versions }: Conduct): ReadonlyMap<string, string | null> {
  const clauses = versions.flatMap(({ agreement }) => Object.entries<ClauseDocument>(agreement.document.clauses))
  return new Map(clauses.map(([clause, { title }]) => [clause, title ?? null]))
}

/** Returns the clauses with clocks, in the order of the agreement, each as its latest version has it. */
export function clockedClauses(conduct: Conduct): ClockedClause[] {
  const titles = titlesOf(conduct)
  const found = new Map<string, ClockedClause>()
  const order = new Set<string>()
  for (const { agreement } of conduct.versions) {
    for (const clause of Object.keys(agreement.document.clauses)) {
      const timed = agreement.clauses.get(clause) ?? agreement.cadences.get(clause)?.timed
      if (!timed) continue
      order.add(clause)
      const kind = agreement.cadences.has(clause) ? 'cadence' : 'timed'
      const { owedBy: party, calendar, clock } = timed
      found.set(clause, { clause, title: titles.get(clause) ?? null, kind, party, calendar, clock })
    }
  }
  return [...order].flatMap((clause) => found.get(clause) ?? [])
}

export class ClauseTally {
  readonly line: LineTally
  readonly teams: ComparedTally
  readonly people: ComparedTally
  private readonly trend: TrendTally
  private readonly distribution: DistributionTally
  private readonly arrivals: ArrivalTally
  private readonly ageing: AgeingTally
  private readonly delay: DelayTally

  constructor(
    private readonly scene: Scene,
    readonly clause: ClockedClause,
    shown: ReturnType<typeof trendPeriods>,
  ) {
    this.line = new LineTally(scene)
    this.teams = new ComparedTally(scene, 'team')
    this.people = new ComparedTally(scene, 'owner')
    this.trend = new TrendTally(scene, shown)
    this.distribution = new DistributionTally(scene)
    this.arrivals = new ArrivalTally(scene, this.hours)
    this.ageing = new AgeingTally(scene)
    this.delay = new DelayTally(scene)
  }

  get hours(): Hours | null {
    const { clause, clock } = this.clause
    return clock && { clause, clock }
  }

  add(position: number, obligation: Obligation): void {
    const { columns, span, conduct } = this.scene
    this.trend.add(position)
    if (isOpen(columns.outcome[position] as Outcome)) this.ageing.add(position, obligation)
    if (columns.period[position] !== span.number) return
    this.line.add(position, obligation)
    this.teams.add(position, obligation)
    this.people.add(position, obligation)
    this.distribution.add(position, obligation)
    this.arrivals.add(position, conduct.startAt(position), conduct.clockOf(obligation))
    this.delay.add(position, obligation)
  }

  section(open: OpenHours): ClauseSection {
    const { clause, title, kind, party, calendar } = this.clause
    return {
      ...{ clause, title, kind, party, calendar },
      line: this.line.line(),
      teams: this.teams.teams(),
      people: this.people.people(),
      trend: this.trend.trend(),
      distribution: this.distribution.distribution(),
      arrivals: this.arrivals.map(open),
      ageing: this.ageing.ageing(),
      delay: this.delay.delay(),
    }
  }
}
