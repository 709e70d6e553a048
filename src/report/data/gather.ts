/** The one pass over the clocks, in which every section takes what it needs. */
import type { Obligation } from '../../evaluation/obligation.ts'
import { ClauseTally, type ClockedClause, clockedClauses } from './clause-tally.ts'
import { isOpen, type Outcome } from './clock-columns.ts'
import { QualityTally } from './quality.ts'
import { QueueTally } from './queue.ts'
import type { Scene } from './scene.ts'
import { trendPeriods } from './trend.ts'

export interface Gathered {
  /** In the order of the agreement; a clause that passed from one party to another has one for each that has clocks. */
  readonly clauses: readonly ClauseTally[]
  readonly queue: QueueTally
  readonly quality: QualityTally
  readonly inPeriod: number
}

export function gather(scene: Scene): Gathered {
  const { conduct, columns, span } = scene
  const { obligations } = conduct
  const clauses = new Tallies(scene)
  const queue = new QueueTally(scene)
  const quality = new QualityTally(scene)
  let inPeriod = 0
  for (let position = 0; position < obligations.length; position++) {
    const obligation = obligations[position] as Obligation
    const outcome = columns.outcome[position] as Outcome
    clauses.of(obligation).add(position, obligation)
    if (isOpen(outcome)) {
      queue.add(position, obligation, outcome)
      quality.addOpen(obligation)
    }
    if (columns.period[position] !== span.number) continue
    inPeriod += 1
    quality.add(position, obligation)
  }
  return { clauses: clauses.all(), queue, quality, inPeriod }
}

class Tallies {
  private readonly byClause = new Map<string, Map<string, ClauseTally>>()
  private readonly listed: ReadonlyMap<string, ClockedClause>
  private readonly shown: ReturnType<typeof trendPeriods>

  constructor(private readonly scene: Scene) {
    this.listed = new Map(clockedClauses(scene.conduct).map((clause) => [clause.clause, clause]))
    this.shown = trendPeriods(scene)
    for (const clause of this.listed.values()) {
      this.byClause.set(clause.clause, new Map([[clause.party, new ClauseTally(scene, clause, this.shown)]]))
    }
  }

  of({ clause, party }: Obligation): ClauseTally {
    let byParty = this.byClause.get(clause)
    if (!byParty) {
      byParty = new Map()
      this.byClause.set(clause, byParty)
    }
    let tally = byParty.get(party)
    if (!tally) {
      const nameless = { title: null, kind: 'timed', calendar: 'always', clock: null } as const
      tally = new ClauseTally(this.scene, { ...(this.listed.get(clause) ?? { ...nameless, clause }), party }, this.shown)
      byParty.set(party, tally)
    }
    return tally
  }

  /** Those of one clause by party, so that the order of the clocks cannot be read off. */
  all(): ClauseTally[] {
    const clauses = [...this.byClause].sort(([a], [b]) => this.placeOf(a) - this.placeOf(b) || (a < b ? -1 : 1))
    return clauses.flatMap(([, byParty]) => [...byParty].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => tally))
  }

  private placeOf(clause: string): number {
    const place = [...this.listed.keys()].indexOf(clause)
    return place < 0 ? this.listed.size : place
  }
}
