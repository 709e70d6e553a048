/** The normal distribution, as far as intervals and tests need it. */
import { errorFunction } from 'simple-statistics'

/** The two-sided 95 % point of the normal distribution. */
export const z95 = 1.959963984540054

/** What an interval at 95 % leaves out on either side. */
export const tail = 0.025

/**
 * Returns how likely chance alone is to give a deviation of at least so many standard deviations, to either side.
 *
 * **Edges** exact to seven digits down to 10^-15, and 0 below; `NaN` of `NaN`. The normal table of the same library has two
 * decimals of a deviation and four of the result, which is too coarse for a test among many.
 */
export function twoSided(deviations: number): number {
  return Math.max(0, 1 - errorFunction(Math.abs(deviations) / Math.SQRT2))
}
