/** What all sections of a report work with. */
import type { PeriodLength } from '../../agreement/clause-document.ts'
import type { Conduct } from '../../conduct/conduct.ts'
import { Periods } from '../../periods/period.ts'
import type { ClockColumns } from './clock-columns.ts'
import type { Basis, How } from './figures-shape.ts'
import type { Settings } from './report-options.ts'
import type { Roster } from './roster.ts'
import { Shortlist } from './shortlist.ts'

/** The period that the report is of. **Units** epoch milliseconds, `[from, to)`. */
export interface Span {
  readonly per: PeriodLength
  readonly number: number
  readonly name: string
  readonly from: number
  readonly to: number
}

/** Returns the periods of a length. Those of the conduct itself are counted as they are asked for, and here nobody needs the counts. */
export function periodsOf({ zone, versions }: Conduct, per: PeriodLength): Periods {
  return new Periods(zone, per, versions[0]?.agreement.fiscalYear)
}

export class Scene {
  /** The positions of all clocks that some figure names. */
  readonly named = new Set<number>()
  readonly periods: Periods

  constructor(
    readonly conduct: Conduct,
    readonly settings: Settings,
    readonly span: Span,
    readonly roster: Roster,
    readonly columns: ClockColumns,
  ) {
    this.periods = periodsOf(conduct, span.per)
  }

  /** Returns a list of the clocks that a figure is to name, at most so many. */
  telling(most = this.settings.keys): Shortlist {
    return new Shortlist(Math.min(most, this.settings.keys), this.columns.isTelling)
  }

  /** Returns what a figure rests on, and notes that its clocks are named. */
  basis(how: How, { rows, total }: Named): Basis {
    for (const position of rows) this.named.add(position)
    return { how, keys: rows.map((position) => this.columns.keyOf(position)), total }
  }
}

/** Some clocks, of so many. */
interface Named {
  readonly rows: readonly number[]
  readonly total: number
}

/** What a figure about leads rests on. */
export const noClocks: Named = { rows: [], total: 0 }
