/**
 * The interval algebra under everything. A span is half-open, `[from, to)` [T2]; a list of spans is normal when it is
 * sorted, disjoint, non-touching and without empty spans. Business time, pauses and holidays are all lists of spans, and
 * every rule about them is a union, an intersection or a subtraction of such lists.
 */

/** Half-open, in whatever unit both lists share: epoch milliseconds mostly. */
export type Span = readonly [from: number, to: number]

/**
 * Returns any spans as a normal list: sorted, overlapping and touching ones merged, empty and inverted ones dropped.
 *
 * @example
 * union([[5, 7], [1, 3], [3, 4], [9, 9]]) //=> [[1, 4], [5, 7]]
 */
export function union(...lists: readonly (readonly Span[])[]): Span[] {
  const sorted = lists
    .flat()
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

/**
 * Returns what two normal lists share.
 *
 * @example
 * intersect([[0, 4], [6, 9]], [[3, 7]]) //=> [[3, 4], [6, 7]]
 */
export function intersect(a: readonly Span[], b: readonly Span[]): Span[] {
  const shared: Span[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const [aFrom, aTo] = a[i] as Span
    const [bFrom, bTo] = b[j] as Span
    const from = Math.max(aFrom, bFrom)
    const to = Math.min(aTo, bTo)
    if (from < to) shared.push([from, to])
    if (aTo < bTo) i++
    else j++
  }
  return shared
}

/**
 * Returns what is in the first normal list and not in the second.
 *
 * @example
 * subtract([[0, 10]], [[2, 3], [8, 12]]) //=> [[0, 2], [3, 8]]
 */
export function subtract(a: readonly Span[], b: readonly Span[]): Span[] {
  const rest: Span[] = []
  let j = 0
  for (const [from, to] of a) {
    let start = from
    while (j < b.length && (b[j] as Span)[1] <= start) j++
    for (let k = j; k < b.length && (b[k] as Span)[0] < to; k++) {
      const [cutFrom, cutTo] = b[k] as Span
      if (cutFrom > start) rest.push([start, cutFrom])
      start = Math.max(start, cutTo)
    }
    if (start < to) rest.push([start, to])
  }
  return rest
}

/** Returns the total length of a normal list. */
export function measure(list: readonly Span[]): number {
  let total = 0
  for (const [from, to] of list) total += to - from
  return total
}
