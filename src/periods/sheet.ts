/** The sheet on which one clause is counted: a line a period, written while the leads pass by. */
import type { Periods } from './period.ts'
import type { Counts, TallyEntry } from './tally.ts'

type Line = { -readonly [Name in keyof Counts]: Counts[Name] }

export class Sheet {
  private readonly lines = new Map<number, Line>()

  constructor(
    private readonly clause: string,
    readonly periods: Periods,
  ) {}

  /** Returns the line of a period, by its number. */
  line(period: number): Line {
    let line = this.lines.get(period)
    if (!line) {
      line = { sample: 0, hits: 0, pending: 0, pendingHits: 0, excluded: 0 }
      this.lines.set(period, line)
    }
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
