/** Which of many comparisons are too unlikely to be chance, though so many were made. */

/** A comparison, and what its p-value had to lie below. */
export interface Unlikely<Item> {
  readonly item: Item
  readonly level: number
}

/**
 * Returns those that chance is too unlikely to explain: by Holm's method the smallest p-value must lie below the level divided by
 * their number, the next below the level divided by one less, and so on.
 *
 * **Source** Holm 1979.
 */
export function holm<Item extends { readonly p: number }>(
  comparisons: readonly Item[],
  level: number,
  keyOf: (comparison: Item) => string,
): Unlikely<Item>[] {
  const keyed = comparisons.map((item) => ({ item, key: keyOf(item) }))
  keyed.sort((a, b) => a.item.p - b.item.p || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const found: Unlikely<Item>[] = []
  for (const [index, { item }] of keyed.entries()) {
    const own = level / (keyed.length - index)
    if (item.p > own) break
    found.push({ item, level: own })
  }
  return found
}
