/** The first few of many: kept while the many pass by, so that nothing is sorted that nobody will see. */
import type { Capped } from './figures-shape.ts'

/** Returns whether one comes before another; no two come before each other. */
export type IsBefore = (one: number, other: number) => boolean

/** The first of some positions, whatever the order in which they come. */
export class Shortlist {
  /** The first come first. */
  readonly rows: number[] = []
  /** All that came by. */
  total = 0

  constructor(
    private readonly limit: number,
    private readonly isBefore: IsBefore,
  ) {}

  add(position: number): void {
    this.total += 1
    const { rows, limit, isBefore } = this
    if (rows.length >= limit) {
      if (limit === 0 || !isBefore(position, rows[limit - 1] as number)) return
      rows.pop()
    }
    let place = rows.length
    while (place > 0 && isBefore(position, rows[place - 1] as number)) place -= 1
    rows.splice(place, 0, position)
  }

  /** Returns the rows as a list that says how many there were. */
  capped<Row>(rowOf: (position: number) => Row): Capped<Row> {
    return { rows: this.rows.map(rowOf), total: this.total, more: this.total - this.rows.length }
  }
}

/** Returns the first rows of a whole list. */
export function capped<Row>(rows: readonly Row[], limit: number): Capped<Row> {
  return { rows: rows.slice(0, limit), total: rows.length, more: Math.max(0, rows.length - limit) }
}

/** Returns the last rows of a whole list, in its order. */
export function latest<Row>(rows: readonly Row[], limit: number): Capped<Row> {
  const first = Math.max(0, rows.length - limit)
  return { rows: rows.slice(first), total: rows.length, more: first }
}
