/** How likely chance alone is to give what was seen, where two groups are compared by a yes or no. */

/** A group: how many of how many. */
export interface Part {
  readonly hits: number
  readonly sample: number
}

/**
 * Returns the one-sided p-value of Fisher's exact test: how likely at least as many hits would fall to the first group, if the
 * hits of both had been dealt out by chance. It holds for samples of any size.
 *
 * **Edges** 1 where the first group has no hits, or either group is empty. **Source** Fisher 1922, the hypergeometric tail.
 */
export function fisherGreater(own: Part, others: Part): number {
  if (own.hits === 0 || own.sample === 0 || others.sample === 0) return 1
  const all = own.sample + others.sample
  const hits = own.hits + others.hits
  const most = Math.min(hits, own.sample)
  let tail = 0
  for (let count = own.hits; count <= most; count++) {
    const term = Math.exp(logChoose(hits, count) + logChoose(all - hits, own.sample - count) - logChoose(all, own.sample))
    tail += term
    // The terms fall faster and faster beyond the middle of the distribution.
    if (term < tail * 1e-17 && count > (hits * own.sample) / all) break
  }
  return Math.min(1, tail)
}

function logChoose(all: number, chosen: number): number {
  if (chosen < 0 || chosen > all) return Number.NEGATIVE_INFINITY
  return logFactorial(all) - logFactorial(chosen) - logFactorial(all - chosen)
}

/** Exact below 20, and by Stirling's series above, where its error is below a part in 10^13. */
function logFactorial(number: number): number {
  if (number < 20) {
    let product = 1
    for (let factor = 2; factor <= number; factor++) product *= factor
    return Math.log(product)
  }
  const inverse = 1 / number
  const series = inverse / 12 - inverse ** 3 / 360 + inverse ** 5 / 1260 - inverse ** 7 / 1680
  return number * Math.log(number) - number + 0.5 * Math.log(2 * Math.PI * number) + series
}
