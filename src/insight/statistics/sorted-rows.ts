/**
 * The order of many amounts, by counting instead of comparing. Amounts of time are whole milliseconds, so their digits can be
 * counted: a million rows are put in order faster than their numbers alone are sorted, and every column beside them follows the
 * rows, so that the parts of a sample are in order as well without being sorted again.
 */

const digitBits = 11
const digits = 1 << digitBits

/** Rows in the order of their amounts, and the amounts in that order. */
export interface SortedRows {
  readonly rows: Uint32Array
  readonly amounts: Float64Array
}

/**
 * Returns the rows of a column by its amounts, the least first, and rows of equal amounts as they stand.
 *
 * **Units** whole numbers from 0 to 2^53 - 1; its callers have checked.
 */
export function sortedRows(column: Float64Array): SortedRows {
  const count = column.length
  const rows = new Uint32Array(count)
  let most = 0
  for (let row = 0; row < count; row++) {
    rows[row] = row
    const amount = column[row] as number
    if (amount > most) most = amount
  }
  let from: SortedRows = { rows, amounts: column.slice() }
  let to: SortedRows = { rows: new Uint32Array(count), amounts: new Float64Array(count) }
  for (let unit = 1; unit <= most; unit *= digits) {
    byDigit(from, to, 1 / unit)
    const emptied = from
    from = to
    to = emptied
  }
  return from
}

/**
 * Deals the rows out by one digit, the last ones first, so that equal ones stay in order. `share` is one by a power of two: the
 * product is exact, and whatever is above the digit is cut off.
 */
function byDigit(from: SortedRows, to: SortedRows, share: number): void {
  const { rows, amounts } = from
  const { rows: dealtRows, amounts: dealtAmounts } = to
  const ends = new Uint32Array(digits)
  for (let place = 0; place < rows.length; place++) {
    const digit = Math.floor((amounts[place] as number) * share) & (digits - 1)
    ends[digit] = (ends[digit] as number) + 1
  }
  for (let digit = 1; digit < digits; digit++) ends[digit] = (ends[digit] as number) + (ends[digit - 1] as number)
  for (let place = rows.length - 1; place >= 0; place--) {
    const amount = amounts[place] as number
    const digit = Math.floor(amount * share) & (digits - 1)
    const end = (ends[digit] as number) - 1
    ends[digit] = end
    dealtRows[end] = rows[place] as number
    dealtAmounts[end] = amount
  }
}
