/** Which incentives hold in which periods: those of the version that is in force as a period begins. [C11] */
import type { PeriodLength } from '../agreement/clause-document.ts'
import type { Incentives } from '../agreement/incentives.ts'
import type { Conduct } from '../conduct/conduct.ts'
import { type LevelOutcome, outcomeOf } from './outcome.ts'

export interface Season {
  readonly incentives: Incentives
  /** The periods of any length that the version binds, by number. */
  readonly numbers: (per: PeriodLength) => readonly number[]
  /** What became of each level: by period, then by level, then by name. */
  readonly outcomes: readonly LevelOutcome[]
}

/** Returns the seasons in the order of the versions; a version without incentives has none. */
export function seasonsOf(conduct: Conduct): Season[] {
  return conduct.versions.flatMap((version): Season[] => {
    const { incentives } = version.agreement
    if (!incentives) return []
    const numbers = (per: PeriodLength) => {
      const periods = conduct.periods(per)
      return conduct
        .numbers(per)
        .filter((number) => conduct.versionAt(Math.max(periods.from(number), conduct.begins)) === version)
    }
    return [{ incentives, numbers, outcomes: outcomesOf(conduct, incentives, numbers(incentives.per)) }]
  })
}

function outcomesOf(conduct: Conduct, incentives: Incentives, numbers: readonly number[]): LevelOutcome[] {
  const { levels, per, judgeAfterMs } = incentives
  const named = levels.map((level) => {
    const names = level.for === 'party' ? [level.owedBy] : conduct.subjects([level.clocksOf ?? ''], level.for)
    return { level, names }
  })
  return numbers.flatMap((number) =>
    named.flatMap(({ level, names }) => names.map((name) => outcomeOf(conduct, level, { per, judgeAfterMs, name, number }))),
  )
}
