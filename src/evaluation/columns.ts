/**
 * Columns that grow. A million leads are kept in typed arrays, a number a row, because a million small objects cost the
 * garbage collector more than their evaluation costs.
 */

const firstRows = 1024

/** Numbers by row. A column whose rows all hold the usual value takes no room: most events have no `sequence`. */
export class Numbers {
  private rows = new Float64Array(0)
  private length = 0

  /** `expected` rows are made room for at once. */
  constructor(
    private readonly usual = Number.NaN,
    private readonly expected = firstRows,
  ) {}

  push(value: number): void {
    if (this.length === this.rows.length || this.rows.length === 0) {
      if (this.rows.length === 0 && Object.is(value, this.usual)) {
        this.length += 1
        return
      }
      this.grow()
    }
    this.rows[this.length++] = value
  }

  at(row: number): number {
    return this.rows.length === 0 ? this.usual : (this.rows[row] as number)
  }

  private grow(): void {
    const grown = new Float64Array(Math.max(this.expected, this.length * 2))
    if (this.rows.length === 0) grown.fill(this.usual, 0, this.length)
    else grown.set(this.rows)
    this.rows = grown
  }
}

/** Whole numbers by row, such as positions in another column. */
export class Positions {
  private rows: Int32Array<ArrayBuffer>
  length = 0

  constructor(expected = firstRows) {
    this.rows = new Int32Array(expected)
  }

  push(value: number): void {
    if (this.length === this.rows.length) {
      const grown = new Int32Array(this.rows.length * 2)
      grown.set(this.rows)
      this.rows = grown
    }
    this.rows[this.length++] = value
  }

  at(row: number): number {
    return this.rows[row] as number
  }

  set(row: number, value: number): void {
    this.rows[row] = value
  }

  /** All rows, until the next push. */
  get all(): Int32Array {
    return this.rows.subarray(0, this.length)
  }
}

/** Texts that repeat, such as owners and teams: each is kept once and known by its number; `null` is -1. */
export class Texts {
  private readonly numbers = new Map<string, number>()
  private readonly texts: string[] = []
  /** The clocks of a lead mostly have one owner. */
  private latest = ''
  private latestNumber = -1

  numberOf(text: string | null): number {
    if (text === null) return -1
    if (text === this.latest && this.latestNumber >= 0) return this.latestNumber
    let number = this.numbers.get(text)
    if (number === undefined) {
      number = this.texts.push(text) - 1
      this.numbers.set(text, number)
    }
    this.latest = text
    this.latestNumber = number
    return number
  }

  textOf(number: number): string | null {
    return this.texts[number] ?? null
  }
}
