/** When each lead is to be looked at next: a heap, so that a million leads need one timer and a change costs a few comparisons. */

export interface Wakes {
  /** Replaces the instant of a lead; with `null` it has none. */
  set(lead: string, at: number | null): void
  /** The earliest instant of all. */
  next(): number | null
  /** Takes out one lead whose instant has come. */
  take(now: number): string | null
}

interface Wake {
  readonly lead: string
  readonly at: number
}

export function wakes(): Wakes {
  const instants = new Map<string, number>()
  const heap: Wake[] = []

  /** A lead whose instant was replaced leaves its old entry behind; it is thrown away when it comes up. */
  const first = (): Wake | undefined => {
    let top = heap[0]
    while (top && instants.get(top.lead) !== top.at) {
      removeFirst(heap)
      top = heap[0]
    }
    return top
  }
  return {
    set(lead, at) {
      if (at === null) instants.delete(lead)
      else if (instants.get(lead) !== at) {
        instants.set(lead, at)
        insert(heap, { lead, at })
      }
    },
    next: () => first()?.at ?? null,
    take(now) {
      const top = first()
      if (!top || top.at > now) return null
      removeFirst(heap)
      instants.delete(top.lead)
      return top.lead
    },
  }
}

function insert(heap: Wake[], wake: Wake): void {
  let at = heap.push(wake) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!swapIfLater(heap, parent, at)) return
    at = parent
  }
}

function removeFirst(heap: Wake[]): void {
  const last = heap.pop()
  if (!last || heap.length === 0) return
  heap[0] = last
  for (let at = 0; ; ) {
    const left = 2 * at + 1
    const child = (heap[left + 1]?.at ?? Infinity) < (heap[left]?.at ?? Infinity) ? left + 1 : left
    if (!swapIfLater(heap, at, child)) return
    at = child
  }
}

function swapIfLater(heap: Wake[], upper: number, lower: number): boolean {
  const above = heap[upper]
  const below = heap[lower]
  if (!above || !below || above.at <= below.at) return false
  heap[upper] = below
  heap[lower] = above
  return true
}
