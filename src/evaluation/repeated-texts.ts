/**
 * Which texts come more than once among many. The rows are dealt into parts by their hashes, and each part is looked through
 * with a table that fits the cache: one table for a million ids would wait for memory at every one of them.
 */

const parts = 256
const mostSteps = 32

/** Returns the texts that more than one row has. `hashes` holds `hashOf` of each row's text. */
export function repeatedTexts(hashes: Int32Array, textOf: (row: number) => string): Set<string> {
  const repeated = new Set<string>()
  const ends = partEnds(hashes)
  const rows = dealt(hashes, ends)
  const largest = ends.reduce((most, end, part) => Math.max(most, end - (part === 0 ? 0 : (ends[part - 1] as number))), 0)
  let size = 16
  while (size < largest * 2) size *= 2
  const table = new Int32Array(size)
  for (let part = 0, from = 0; part < parts; part++) {
    const to = ends[part] as number
    const dealtRows = rows.subarray(from, to)
    if (!lookThrough(dealtRows, hashes, textOf, table.fill(0), repeated)) lookThroughCrowd(dealtRows, textOf, repeated)
    from = to
  }
  return repeated
}

function partEnds(hashes: Int32Array): Int32Array {
  const ends = new Int32Array(parts)
  for (let row = 0; row < hashes.length; row++) {
    const part = (hashes[row] as number) >>> 24
    ends[part] = (ends[part] as number) + 1
  }
  for (let part = 1; part < parts; part++) ends[part] = (ends[part] as number) + (ends[part - 1] as number)
  return ends
}

function dealt(hashes: Int32Array, ends: Int32Array): Int32Array {
  const next = new Int32Array(parts)
  next.set(ends.subarray(0, parts - 1), 1)
  const rows = new Int32Array(hashes.length)
  for (let row = 0; row < hashes.length; row++) {
    const part = (hashes[row] as number) >>> 24
    const place = next[part] as number
    rows[place] = row
    next[part] = place + 1
  }
  return rows
}

/** Returns false when texts crowd in one place, as those do that were chosen to. */
function lookThrough(
  rows: Int32Array,
  hashes: Int32Array,
  textOf: (row: number) => string,
  table: Int32Array,
  repeated: Set<string>,
): boolean {
  const mask = table.length - 1
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number
    const hash = hashes[row] as number
    let slot = hash & mask
    let steps = 0
    for (let held = table[slot] as number; held !== 0; held = table[slot] as number) {
      if (hashes[held - 1] === hash && textOf(held - 1) === textOf(row)) {
        repeated.add(textOf(row))
        break
      }
      slot = (slot + 1) & mask
      if (++steps > mostSteps) return false
    }
    if (table[slot] === 0) table[slot] = row + 1
  }
  return true
}

function lookThroughCrowd(rows: Int32Array, textOf: (row: number) => string, repeated: Set<string>): void {
  const seen = new Set<string>()
  for (const row of rows) {
    const text = textOf(row)
    if (seen.has(text)) repeated.add(text)
    else seen.add(text)
  }
}
