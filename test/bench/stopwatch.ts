/**
 * A stopwatch for calls of nanoseconds to milliseconds. Every subject gets a loop of its own, every result is consumed, and the
 * best of several rounds counts, because load on the machine only ever adds.
 */

/** Makes `count` calls and returns a number that depends on all of them. */
export type Loop = (count: number) => number

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** Many short rounds: some of them fall between two turns of whatever else runs on the machine. */
const rounds = 40
const roundMs = 4
/** The engine compiles beside the running loop, and on a busy machine that takes a while. */
const warmMs = 150
/** A call of tens of milliseconds gets as many rounds as fit into this, and three at least. */
const mostMs = 500

let consumed = 0
let made = 0

/** Returns a loop that goes through the instants, again and again, and adds up an expression of `ms` and what is given. */
export function loopOf(given: Readonly<Record<string, unknown>>, expression: string, instants: Float64Array): Loop {
  const pass = madeOf<Loop>(
    { ...given, instants },
    `(count) => { let sum = 0; for (let i = 0; i < count; i++) { const ms = instants[i]; sum += ${expression} } return sum }`,
  )
  return (count) => {
    let sum = 0
    for (let left = count; left > 0; left -= instants.length) sum += pass(Math.min(left, instants.length))
    return sum
  }
}

/**
 * Returns a function made from its text. A loop that is handed a function would be compiled for all functions at once, and
 * would measure the handing over. The number makes each text a new one: the engine keeps what it has learned of a text, and
 * equal texts would share it between subjects.
 */
export function madeOf<Made>(given: Readonly<Record<string, unknown>>, text: string): Made {
  return new Function(...Object.keys(given), `/* ${++made} */ return ${text}`)(...Object.values(given)) as Made
}

/** Returns the nanoseconds of a call of each loop: rounds of equal length, in turn, so that load falls on all alike. */
export function costs<const Loops extends readonly Loop[]>(...loops: Loops): { [Index in keyof Loops]: number } {
  const calls = loops.map(callsOfRound)
  const best = loops.map(() => Number.POSITIVE_INFINITY)
  const start = performance.now()
  for (let round = 0; round < rounds && (round < 3 || performance.now() - start < mostMs * loops.length); round++) {
    for (const [index, loop] of loops.entries()) {
      const count = calls[index] ?? 1
      best[index] = Math.min(best[index] ?? 0, (elapsedMs(loop, count) * 1e6) / count)
    }
  }
  return best as { [Index in keyof Loops]: number }
}

/** Warms a loop up, and returns how many of its calls make a round that is long enough to be measured. */
function callsOfRound(loop: Loop): number {
  let calls = 1
  let warmed = 0
  while (warmed < warmMs) {
    const ms = elapsedMs(loop, calls)
    warmed += ms
    if (ms < roundMs / 2) calls *= 2
  }
  return calls
}

/** Returns the milliseconds that so many calls take. */
export function elapsedMs(loop: Loop, calls: number): number {
  const start = performance.now()
  const sum = loop(calls)
  const ms = performance.now() - start
  consumed += sum
  if (!Number.isFinite(consumed)) throw new Error('a measured call answered no number')
  return ms
}

/** Returns nanoseconds as a person reads them. */
export function time(ns: number): string {
  if (ns < 1_000) return `${ns.toFixed(ns < 100 ? 1 : 0)} ns`
  return ns < 1e6 ? `${(ns / 1_000).toFixed(1)} µs` : `${(ns / 1e6).toFixed(1)} ms`
}
