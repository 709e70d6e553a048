/** Chance that can be repeated: the numbers of a seed are the same on every machine. */

/**
 * Returns a generator of numbers from 0 to below 1.
 *
 * **Source** splitmix32 after Steele, Lea and Flood 2014: a counter, well mixed. It is no secret and not meant to be one.
 *
 * @example
 * const [one, other] = [seededRandom(7), seededRandom(7)]
 * one() === other() //=> true
 */
export function seededRandom(seed: number): () => number {
  let state = Math.trunc(seed) | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    mixed ^= mixed >>> 15
    return (mixed >>> 0) / 2 ** 32
  }
}
