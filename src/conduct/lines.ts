/** The clocks of an evaluation, counted by clause, period and whose they were. */
import type { SubjectKind } from '../agreement/conduct-facts.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import type { Periods } from '../periods/period.ts'
import { addClock, type OpenCount, openCount, type Verdict, verdictOf } from './clock-count.ts'
import type { Resting } from './excused.ts'

type ByName = Map<string, OpenCount>

/** The counts of one clause in one period. */
export type Line = Readonly<Record<SubjectKind, ByName>>

/** By clause, then by the number of the period. */
export type Lines = ReadonlyMap<string, ReadonlyMap<number, Line>>

/** What the counting needs beside the clocks. */
interface Counting {
  readonly periods: Periods
  /** Compliance clauses that do not count all clocks of theirs: they have lines of their own. */
  readonly resting: readonly Resting[]
  readonly startAt: (position: number) => number
  readonly lateMs: (obligation: Obligation) => number
}

/** Returns the lines of some clocks. */
export function linesOf(obligations: readonly Obligation[], { periods, resting, startAt, lateMs }: Counting): Lines {
  const lines = new Map<string, Map<number, Line>>()
  for (const [position, obligation] of obligations.entries()) {
    const { clause } = obligation
    const number = periods.numberAt(startAt(position))
    const verdict = verdictOf(obligation)
    const late = verdict === 'breached' ? lateMs(obligation) : 0
    put(lineOf(lines, clause, number), obligation, verdict, late)
    for (const { id, clause: counted, excuses } of resting)
      if (counted === clause) put(lineOf(lines, id, number), obligation, excuses(obligation) ? 'excluded' : verdict, late)
  }
  return lines
}

function lineOf(lines: Map<string, Map<number, Line>>, clause: string, number: number): Line {
  const byPeriod = lines.get(clause) ?? new Map<number, Line>()
  lines.set(clause, byPeriod)
  const line = byPeriod.get(number) ?? { party: new Map(), team: new Map(), owner: new Map() }
  byPeriod.set(number, line)
  return line
}

function put(line: Line, { party, team, owner, status }: Obligation, verdict: Verdict, lateMs: number): void {
  const isOpen = status === 'openBreached'
  addClock(countOf(line.party, party), verdict, isOpen, lateMs)
  if (team !== null) addClock(countOf(line.team, team), verdict, isOpen, lateMs)
  if (owner !== null) addClock(countOf(line.owner, owner), verdict, isOpen, lateMs)
}

function countOf(names: ByName, name: string): OpenCount {
  const count = names.get(name) ?? openCount()
  names.set(name, count)
  return count
}
