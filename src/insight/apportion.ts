/** Divides a total among periods by weight, in whole numbers, so that they sum to the total and none is behind. */
import { dividedBy, type Fraction, fractionOf, plus, roundedDown, roundedUp, times } from '../conduct/fraction.ts'

/** Returns each period's share of the whole, season times ramp; they sum to one. */
export function sharesOf(weights: readonly (readonly [season: number, ramp: number])[]): Fraction[] {
  const exact = weights.map(([season, ramp]) => times(fractionOf(season), fractionOf(ramp)))
  const sum = exact.reduce(plus, fractionOf(0))
  return exact.map((weight) => reduced(dividedBy(weight, sum)))
}

/**
 * Returns the whole part of each period. What is due by the end of a period is rounded up, or down where `down`: so the parts
 * sum to the total so rounded, and rounding never adds up.
 */
export function apportion(total: Fraction, shares: readonly Fraction[], down = false): bigint[] {
  const rounded = down ? roundedDown : roundedUp
  let until = fractionOf(0)
  let before = 0n
  return shares.map((share) => {
    until = reduced(plus(until, share))
    const due = rounded(times(total, until))
    const part = due - before
    before = due
    return part
  })
}

/** Sums of many fractions would otherwise grow without end. */
function reduced({ over, under }: Fraction): Fraction {
  let [a, b] = [over < 0n ? -over : over, under]
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? { over: 0n, under: 1n } : { over: over / a, under: under / a }
}
