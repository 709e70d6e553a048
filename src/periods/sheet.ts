/**
 * The sheet on which one clause is counted: a line a period, written while the leads pass by; or, where it is counted by people,
 * a line for each of those who had the leads in hand.
 */
import type { Periods } from './period.ts'
import { type Counts, noCounts, type TallyEntry } from './tally.ts'

type Line = { -readonly [Name in keyof Counts]: Counts[Name] }

/** Whose work something is; nobody's where the lead had no owner. */
export interface Who {
  readonly owner: string | null
  readonly team: string | null
}

export const nobody: Who = Object.freeze({ owner: null, team: null })

/** The lines of a period, by owner and by team. */
type Lines = Map<string | null, Map<string | null, Line>>

export class Sheet {
  private readonly lines = new Map<number, Lines>()
  /** The line that was asked for last: most leads come one after the other in time. */
  private latest = { period: Number.NaN, ...nobody, line: { ...noCounts } as Line }
  /** Something waits that time alone may decide. */
  isWaiting = false

  constructor(
    private readonly clause: string,
    readonly periods: Periods,
    readonly isByPeople: boolean,
  ) {}

  /** Returns whom to remember with what counts, for the line. */
  whoOf({ owner, team }: Who): Who {
    return this.isByPeople ? { owner, team } : nobody
  }

  /** Returns the line of a period, by its number. */
  line(period: number, { owner, team }: Who): Line {
    const { latest } = this
    if (latest.period === period && latest.owner === owner && latest.team === team) return latest.line
    const byOwner: Lines = this.lines.get(period) ?? new Map()
    const byTeam = byOwner.get(owner) ?? new Map<string | null, Line>()
    const line = byTeam.get(team) ?? { ...noCounts }
    this.lines.set(period, byOwner)
    byOwner.set(owner, byTeam)
    byTeam.set(team, line)
    this.latest = { period, owner, team, line }
    return line
  }

  entries(): TallyEntry[] {
    const { clause, isByPeople, periods } = this
    const entries: TallyEntry[] = []
    for (const [period, byOwner] of this.lines) {
      const key = keyOfPeriod(clause, periods.name(period))
      for (const [owner, byTeam] of byOwner)
        for (const [team, line] of byTeam) entries.push(isByPeople ? { key, owner, team, ...line } : { key, ...line })
    }
    return entries
  }
}

/** Returns the key of a clause in a period: the same in every run. */
export function keyOfPeriod(clause: string, period: string): string {
  return `${clause}/${period}`
}
