/** Which lead is to be woken next, of as many as there are: a heap by instant, in which what no longer holds is passed over. */

interface Entry {
  readonly at: number
  readonly lead: string
}

export class WakeQueue {
  readonly #heap: Entry[] = []
  readonly #wakes = new Map<string, number>()

  /** Says when a lead is to be woken; `null` for never. */
  set(lead: string, at: number | null): void {
    if (at === null) this.#wakes.delete(lead)
    else if (this.#wakes.get(lead) !== at) {
      this.#wakes.set(lead, at)
      this.#push({ at, lead })
    }
  }

  /** Returns when the next one is to be woken, `null` when none is. **Units** epoch milliseconds. */
  next(): number | null {
    return this.#first()?.at ?? null
  }

  /** Takes the next one out whose time has come by then; those of one instant come in the order of their names. */
  take(until: number): Entry | undefined {
    const first = this.#first()
    if (!first || first.at > until) return undefined
    this.#wakes.delete(first.lead)
    this.#pop()
    return first
  }

  #first(): Entry | undefined {
    for (;;) {
      const first = this.#heap[0]
      if (!first || this.#wakes.get(first.lead) === first.at) return first
      this.#pop()
    }
  }

  #push(entry: Entry): void {
    const heap = this.#heap
    let index = heap.length
    heap.push(entry)
    while (index > 0) {
      const above = (index - 1) >> 1
      const other = heap[above]
      if (!other || !isBefore(entry, other)) break
      heap[index] = other
      heap[above] = entry
      index = above
    }
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let index = 0
    for (;;) {
      const [left, right] = [heap[2 * index + 1], heap[2 * index + 2]]
      if (!left) break
      const isRight = right !== undefined && isBefore(right, left)
      const least = isRight ? right : left
      if (!isBefore(least, last)) break
      heap[index] = least
      index = 2 * index + (isRight ? 2 : 1)
    }
    heap[index] = last
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.lead < b.lead)
}
