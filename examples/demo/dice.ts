/**
 * Chance that can be repeated. The generator is mulberry32 (Tommy Ettinger, public domain): 32 bits of state, one
 * multiplication chain a draw, the same numbers on every machine. Every lead gets dice of its own, seeded by its number,
 * so that a change in one lead's story leaves the others as they were. Nothing here uses logarithms, powers or
 * trigonometry: their last bit is left to the engine, and the stream must be the same everywhere.
 */
export interface Dice {
  /** A number in [0, 1). */
  next(): number
  chance(probability: number): boolean
  /** A whole number in [from, to). */
  between(from: number, to: number): number
  /** A name, as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name
  /** A value from a distribution that is given by its quantiles at equal steps, with straight lines between them. */
  spread(quantiles: readonly number[]): number
}

const golden = 0x9e3779b9

export function dice(seed: number, stream = 0): Dice {
  let state = (seed ^ Math.imul(stream + 1, golden)) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    chance: (probability) => next() < probability,
    between: (from, to) => from + Math.floor(next() * (to - from)),
    weighted: (weights) => pickByWeight(weights, next()),
    spread: (quantiles) => alongQuantiles(quantiles, next()),
  }
}

function pickByWeight<Name extends string>(weights: Readonly<Record<Name, number>>, share: number): Name {
  const names = Object.keys(weights) as Name[]
  let left = share * names.reduce((sum, name) => sum + weights[name], 0)
  for (const name of names) {
    left -= weights[name]
    if (left < 0) return name
  }
  return names[names.length - 1] as Name
}

function alongQuantiles(quantiles: readonly number[], share: number): number {
  const place = share * (quantiles.length - 1)
  const step = Math.floor(place)
  const low = quantiles[step] ?? 0
  const high = quantiles[step + 1] ?? low
  return low + (high - low) * (place - step)
}
