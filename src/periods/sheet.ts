/** The sheet on which one clause is counted: a line a period, written while the leads pass by. */
import type { Periods } from './period.ts'
import { type Counts, noCounts, type TallyEntry } from './tally.ts'

type Line = { -readonly [Name in keyof Counts]: Counts[Name] }

export class Sheet {
  private readonly lines = new Map<number, Line>()
  /** The line that was asked for last: most leads come one after the other in time. */
  private latest = { period: Number.NaN, line: { ...noCounts } as Line }

  constructor(
    private readonly clause: string,
    readonly periods: Periods,
  ) {}

  /** Returns the line of a period, by its number. */
  line(period: number): Line {
    if (this.latest.period === period) return this.latest.line
    let line = this.lines.get(period)
    if (!line) {
      line = { ...noCounts }
      this.lines.set(period, line)
    }
    this.latest = { period, line }
    return line
  }

  entries(): TallyEntry[] {
    return [...this.lines].map(([period, line]) => ({ key: keyOfPeriod(this.clause, this.periods.name(period)), ...line }))
  }
}

/** Returns the key of a clause in a period: the same in every run. */
export function keyOfPeriod(clause: string, period: string): string {
  return `${clause}/${period}`
}
