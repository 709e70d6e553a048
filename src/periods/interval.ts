/** How far chance alone may have moved a share. */

/** The two-sided 95 % point of the normal distribution. */
const z = 1.959963984540054

/** Returns the Wilson score interval of a share at 95 %; `null` of nothing. **Source** Wilson 1927, [P4]. */
export function wilsonInterval(hits: number, sample: number): [low: number, high: number] | null {
  if (sample === 0) return null
  const share = hits / sample
  const scale = 1 + z ** 2 / sample
  const middle = (share + z ** 2 / (2 * sample)) / scale
  const reach = (z / scale) * Math.sqrt((share * (1 - share)) / sample + z ** 2 / (4 * sample ** 2))
  // At the ends the formula gives exactly the end, but floating point does not.
  return [hits === 0 ? 0 : Math.max(0, middle - reach), hits === sample ? 1 : Math.min(1, middle + reach)]
}
