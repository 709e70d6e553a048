/**
 * The queue in front of a team: whoever is free next takes the lead that has waited the longest. Read forwards it says when each
 * lead would be answered; read backwards it says how long each answer took once somebody had begun with it.
 */

/** **Units** business milliseconds on one axis. */
export interface Visit {
  readonly arrivedAt: number
  readonly leftAt: number
}

/** When each of the people is free again, the earliest on top. */
class Servers {
  readonly #freeAt: Float64Array

  constructor(capacity: number) {
    this.#freeAt = new Float64Array(capacity).fill(Number.NEGATIVE_INFINITY)
  }

  get earliest(): number {
    return this.#freeAt[0] as number
  }

  /** Gives the person who is free the earliest something to do until an instant. */
  occupy(until: number): void {
    const heap = this.#freeAt
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child++
      if ((heap[child] as number) >= until) break
      heap[place] = heap[child] as number
      place = child
    }
    heap[place] = until
  }
}

/**
 * Returns how long each visit, in the order of arrival, took after somebody was free for it.
 *
 * **Edges** a lead that was answered before its turn took no time: `overtook` says how many did. **Source** the queue inference of
 * Larson 1990, for several servers.
 */
export function serviceTimes(
  visits: readonly Visit[],
  capacity: number,
): { readonly ms: Float64Array; readonly overtook: number } {
  const servers = new Servers(capacity)
  const ms = new Float64Array(visits.length)
  let overtook = 0
  for (const [index, { arrivedAt, leftAt }] of visits.entries()) {
    const begunAt = Math.max(arrivedAt, servers.earliest)
    if (leftAt < begunAt) overtook++
    ms[index] = Math.max(0, leftAt - begunAt)
    servers.occupy(Math.max(begunAt, leftAt))
  }
  return { ms, overtook }
}

/** Returns how long each arrival, the earliest first, waits and is served together. */
export function responseTimes(arrivals: Float64Array, services: Float64Array, capacity: number): Float64Array {
  const servers = new Servers(capacity)
  const found = new Float64Array(arrivals.length)
  for (let index = 0; index < arrivals.length; index++) {
    const arrivedAt = arrivals[index] as number
    const leftAt = Math.max(arrivedAt, servers.earliest) + (services[index] as number)
    found[index] = leftAt - arrivedAt
    servers.occupy(leftAt)
  }
  return found
}
