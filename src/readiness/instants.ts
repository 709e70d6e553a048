/** A column of instants that grows: eight bytes each, because a stream has millions of them. **Units** epoch milliseconds. */
export class Instants {
  private rows = new Float64Array(16)
  length = 0
  private inOrder: Float64Array | null = null

  push(at: number): void {
    if (this.length === this.rows.length) {
      const grown = new Float64Array(this.rows.length * 2)
      grown.set(this.rows)
      this.rows = grown
    }
    this.rows[this.length++] = at
    this.inOrder = null
  }

  /** Returns all of them, the earliest first; the same whatever the order in which they came. */
  sorted(): Float64Array {
    this.inOrder ??= this.rows.slice(0, this.length).sort()
    return this.inOrder
  }
}

/** Returns the value below which a share of sorted numbers lies; `NaN` of none. */
export function quantileOf(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
