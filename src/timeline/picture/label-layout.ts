/**
 * Where labels stand so that none covers another: each hangs on a line that rises from its place on the axis, and takes the lowest
 * row in which neither it nor its line meets what stands there already. The most important ones choose first.
 */

/** **Units** pixels. */
export interface Label {
  /** Its place on the axis. */
  readonly x: number
  readonly width: number
  /** The greater chooses first; of equals, the one that comes first in the list. */
  readonly rank: number
}

export interface Placed<Item extends Label> {
  readonly label: Item
  /** The left edge of the text. */
  readonly left: number
  /** Rows count from the axis. */
  readonly row: number
}

export interface Room {
  readonly left: number
  readonly right: number
  readonly rows: number
  /** Between a text and another, and between a text and a line. */
  readonly gap: number
}

/** A text hangs to the right of its line, to its left, or over it. */
const leanings = [0, 1, 0.5, 0.25, 0.75]

/** Returns the labels that have found a place, and those that have not, each in the order of the axis. */
export function placeLabels<Item extends Label>(
  labels: readonly Item[],
  room: Room,
): { readonly placed: readonly Placed<Item>[]; readonly left: readonly Item[] } {
  const order = labels.map((label, index) => ({ label, index })).sort((a, b) => b.label.rank - a.label.rank || a.index - b.index)
  let placed: readonly Placed<Item>[] = []
  const left: Item[] = []
  for (const { label } of order) {
    const next = added(label, placed, room) ?? addedAmong(label, placed, room)
    if (next) placed = next
    else left.push(label)
  }
  // What was moved may have left a row empty.
  const rows = [...new Set(placed.map(({ row }) => row))].sort((a, b) => a - b)
  const dense = placed.map((one) => ({ ...one, row: rows.indexOf(one.row) }))
  return { placed: dense.sort((a, b) => a.label.x - b.label.x || a.row - b.row), left }
}

function added<Item extends Label>(
  label: Item,
  placed: readonly Placed<Item>[],
  room: Room,
): readonly Placed<Item>[] | undefined {
  for (const candidate of candidates(label, room)) {
    if (placed.every((other) => !meets(candidate, other, room.gap))) return [...placed, candidate]
  }
  return undefined
}

/** No more labels than this are moved for another. */
const mostMoved = 3

/** Puts the label where others stand, if all of those find another place. */
function addedAmong<Item extends Label>(
  label: Item,
  placed: readonly Placed<Item>[],
  room: Room,
): readonly Placed<Item>[] | undefined {
  for (const candidate of candidates(label, room)) {
    const moved = placed.filter((other) => meets(candidate, other, room.gap))
    if (moved.length > mostMoved) continue
    let next: readonly Placed<Item>[] | undefined = [...placed.filter((other) => !moved.includes(other)), candidate]
    for (const { label: other } of moved) next = next && added(other, next, room)
    if (next) return next
  }
  return undefined
}

function* candidates<Item extends Label>(label: Item, room: Room): Generator<Placed<Item>> {
  if (label.width > room.right - room.left) return
  for (let row = 0; row < room.rows; row++) {
    for (const leaning of leanings) {
      const wanted = label.x - label.width * leaning
      yield { label, left: Math.min(Math.max(wanted, room.left), room.right - label.width), row }
    }
  }
}

function meets(one: Placed<Label>, other: Placed<Label>, gap: number): boolean {
  const overlap = one.left < other.left + other.label.width + gap && other.left < one.left + one.label.width + gap
  if (one.row === other.row) return overlap
  // The line of the higher one passes through the rows below it.
  const [low, high] = one.row < other.row ? [one, other] : [other, one]
  const { x } = high.label
  const [start, end] = [low.left, low.left + low.label.width]
  // Two of one instant share a line, beside which the lower one hangs.
  if (Math.abs(x - low.label.x) < 0.5 && (start >= x - 0.5 || end <= x + 0.5)) return false
  return x > start - gap && x < end + gap
}
