/** What is open now, whatever its clause, by when it is due. */
import type { Obligation } from '../../evaluation/obligation.ts'
import { isAtRisk } from '../clock-line.ts'
import type { Outcome } from './clock-columns.ts'
import { clockRow } from './clock-row.ts'
import type { QueueSection } from './report-shape.ts'
import type { Scene } from './scene.ts'
import { Shortlist } from './shortlist.ts'

export class QueueTally {
  private readonly overdue: Shortlist
  private readonly atRisk: Shortlist
  private readonly due: Shortlist
  private readonly paused: Shortlist

  constructor(private readonly scene: Scene) {
    const list = () => new Shortlist(scene.settings.rows, scene.columns.isDueBefore)
    this.overdue = list()
    this.atRisk = list()
    this.due = list()
    this.paused = list()
  }

  /** Adds an open clock. */
  add(position: number, obligation: Obligation, outcome: Outcome): void {
    const { conduct, settings } = this.scene
    if (outcome === 'openBreached') this.overdue.add(position)
    else if (outcome === 'paused') this.paused.add(position)
    else if (isAtRisk(obligation, conduct.asOf, settings.riskShare)) this.atRisk.add(position)
    else this.due.add(position)
  }

  get open(): number {
    return this.overdue.total + this.atRisk.total + this.due.total + this.paused.total
  }

  section(): QueueSection {
    const rowOf = (position: number) => clockRow(this.scene, position)
    return {
      open: this.open,
      overdue: this.overdue.capped(rowOf),
      atRisk: this.atRisk.capped(rowOf),
      due: this.due.capped(rowOf),
      paused: this.paused.capped(rowOf),
    }
  }
}
