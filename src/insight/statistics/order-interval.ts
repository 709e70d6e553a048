/**
 * How far chance may have moved a quantile, without any assumption about the distribution: between which two of the sorted
 * amounts it lies. How many amounts of a sample lie below a quantile is binomial, whatever the distribution is.
 */
import { tail } from './chance.ts'

/** Two places of a sorted sample, counted from 1. */
export interface RankInterval {
  /** 0 where the sample is too small for a lower end. */
  readonly low: number
  /** `null` where the sample is too small for an upper end. */
  readonly high: number | null
}

/**
 * Returns the ranks between which a quantile lies in at least 95 of 100 samples.
 *
 * **Edges** the chance outside is at most 2.5 % on either side, so that the interval is never too short; it has no upper end where
 * even the largest amount may lie below the quantile too often. **Source** the sign test turned round: Conover, Practical
 * Nonparametric Statistics, on quantiles.
 */
export function rankInterval(sample: number, share: number): RankInterval {
  if (sample === 0) return { low: 0, high: null }
  const { from, chances } = binomial(sample, share)
  // The lower end is the last rank that is reached too seldom, the upper end the first one that is passed too seldom.
  let low = 0
  let below = 0
  for (const [index, chance] of chances.entries()) {
    below += chance
    if (below > tail) {
      low = from + index
      break
    }
  }
  let above = 0
  let high = from + chances.length
  for (let index = chances.length - 1; index >= 0; index--) {
    above += chances[index] as number
    if (above > tail) break
    high = from + index
  }
  return { low, high: high > sample ? null : high }
}

/**
 * The chances of each number of hits that is not out of reach, from a first one on. They are made by their ratios from the most
 * likely one on and then divided by their sum: so nothing is lost, where logarithms of factorials of a million lose nine digits,
 * and it takes so many steps as the distribution is wide and not so many as there are trials.
 */
function binomial(trials: number, share: number): { readonly from: number; readonly chances: Float64Array } {
  const odds = share / (1 - share)
  const mode = Math.min(trials, Math.floor((trials + 1) * share))
  const least = 1e-20
  const up: number[] = [1]
  for (let hits = mode, chance = 1; hits < trials && chance > least; hits++) {
    chance *= ((trials - hits) / (hits + 1)) * odds
    up.push(chance)
  }
  const down: number[] = []
  for (let hits = mode, chance = 1; hits > 0 && chance > least; hits--) {
    chance *= hits / (trials - hits + 1) / odds
    down.push(chance)
  }
  const chances = Float64Array.from([...down.reverse(), ...up])
  const sum = chances.reduce((total, chance) => total + chance, 0)
  return { from: mode - down.length, chances: chances.map((chance) => chance / sum) }
}
