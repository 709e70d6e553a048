/**
 * Adding and measuring over whole columns of instants. Instants of a stream mostly come sorted, and neighbours mostly fall
 * into one span: its edges stay in local variables, and only an instant beyond them is looked up.
 */
import { type OpenRows, rowLength } from './open-rows.ts'

/** The long way for what the timeline does not hold yet, or what is no instant. */
type OneByOne = (first: number, second: number) => number

/** Writes the earliest instants at which the amounts of open time have passed. */
export function forwardAll(
  timeline: OpenRows,
  from: Float64Array,
  openMs: number | Float64Array,
  out: Float64Array,
  oneByOne: OneByOne,
): void {
  if (typeof openMs !== 'number') forwardEach(timeline, from, openMs, out, oneByOne)
  else if (openMs > 0 && Math.floor(openMs) === openMs) forwardSame(timeline, from, openMs, out, oneByOne)
  else for (let i = 0; i < from.length; i++) out[i] = oneByOne(from[i] as number, openMs)
}

/** The instants of a run start in one gap or one span and are due in one span, so that one sum, or one shift, answers them all. */
function forwardSame(timeline: OpenRows, from: Float64Array, openMs: number, out: Float64Array, oneByOne: OneByOne): void {
  let i = 0
  while (i < from.length) {
    const at = from[i] as number
    const row = timeline.covers(at) ? timeline.quickRow(at) : timeline.end
    const { rows, coveredFrom, coveredTo } = timeline
    const start = rows[row] as number
    const isGap = at < start
    const before = (rows[row + 2] as number) + openMs
    const target = before + (isGap ? 0 : at - start)
    if (row === timeline.end || target > timeline.total) {
      out[i++] = oneByOne(at, openMs)
      continue
    }
    const due = timeline.rowOfSum(target)
    const dueSum = rows[due + 2] as number
    const dueEnd = rows[due + rowLength + 2] as number
    const gapFrom = row === 0 ? coveredFrom : (rows[row - rowLength + 1] as number)
    const least = isGap ? gapFrom : Math.max(start, start + dueSum - before + 1)
    const most = Math.min(coveredTo - 1, isGap ? start - 1 : Math.min((rows[row + 1] as number) - 1, start + dueEnd - before))
    // One comparison for both ends: whole milliseconds have an exact middle.
    const middle = (least + most) / 2
    const half = most - middle
    const moves = isGap ? 0 : 1
    const base = (rows[due] as number) + before - dueSum - moves * start
    for (; i < from.length; i++) {
      const next = from[i] as number
      if (!(Math.abs(next - middle) <= half && Math.floor(next) === next)) break
      out[i] = base + moves * next
    }
  }
}

/** Writes the earliest instants at which the amounts of open time have passed. */
function forwardEach(timeline: OpenRows, from: Float64Array, openMs: Float64Array, out: Float64Array, oneByOne: OneByOne): void {
  // The span of the start, as [closed from, start, end) with the open time before it, and that of the answer.
  let [gapFrom, start, end, sum] = [0, 0, 0, 0]
  let [dueStart, dueSum, dueEndSum] = [0, 0, -1]
  for (let i = 0; i < from.length; i++) {
    const at = from[i] as number
    const amount = openMs[i] as number
    if (!(at >= gapFrom && at < end)) {
      if (!timeline.covers(at)) {
        out[i] = oneByOne(at, amount)
        // The timeline may have grown, and with it moved the origin of its sums.
        gapFrom = end = 0
        dueEndSum = -1
        continue
      }
      const row = timeline.quickRow(at)
      const { rows } = timeline
      gapFrom = row === 0 ? timeline.coveredFrom : (rows[row - rowLength + 1] as number)
      start = rows[row] as number
      // After the last span comes the sentinel, which reaches as far as the timeline is laid down.
      end = Math.min(rows[row + 1] as number, timeline.coveredTo)
      sum = rows[row + 2] as number
    }
    const target = sum + (at > start ? at - start : 0) + amount
    if (!(amount > 0 && Math.floor(amount) === amount && Math.floor(at) === at)) {
      out[i] = oneByOne(at, amount)
      gapFrom = end = 0
      dueEndSum = -1
      continue
    }
    if (!(target > dueSum && target <= dueEndSum)) {
      if (target > timeline.total) {
        out[i] = oneByOne(at, amount)
        gapFrom = end = 0
        dueEndSum = -1
        continue
      }
      const row = timeline.rowOfSum(target)
      const { rows } = timeline
      dueStart = rows[row] as number
      dueSum = rows[row + 2] as number
      dueEndSum = rows[row + rowLength + 2] as number
    }
    out[i] = dueStart + (target - dueSum)
  }
}

/** Writes the open time between the instants of two columns: over a run, each of the two stays in one gap or one span. */
export function betweenAll(
  timeline: OpenRows,
  from: Float64Array,
  to: Float64Array,
  out: Float64Array,
  oneByOne: OneByOne,
): void {
  let i = 0
  while (i < from.length) {
    const first = from[i] as number
    const last = to[i] as number
    if (!(timeline.covers(first) && timeline.covers(last))) {
      out[i++] = oneByOne(first, last)
      continue
    }
    const { rows, coveredFrom, coveredTo } = timeline
    const row = timeline.quickRow(first)
    const toRow = timeline.quickRow(last)
    const start = rows[row] as number
    const toStart = rows[toRow] as number
    const isGap = first < start
    const toIsGap = last < toStart
    const least = isGap ? (row === 0 ? coveredFrom : (rows[row - rowLength + 1] as number)) : start
    const toLeast = toIsGap ? (toRow === 0 ? coveredFrom : (rows[toRow - rowLength + 1] as number)) : toStart
    const middle = (least + Math.min(coveredTo, isGap ? start : (rows[row + 1] as number)) - 1) / 2
    const toMiddle = (toLeast + Math.min(coveredTo, toIsGap ? toStart : (rows[toRow + 1] as number)) - 1) / 2
    const half = middle - least
    const toHalf = toMiddle - toLeast
    const moves = isGap ? 0 : 1
    const toMoves = toIsGap ? 0 : 1
    const base = (rows[toRow + 2] as number) - (rows[row + 2] as number) - (toIsGap ? 0 : toStart) + (isGap ? 0 : start)
    for (; i < from.length; i++) {
      const a = from[i] as number
      const b = to[i] as number
      if (!(Math.abs(a - middle) <= half && Math.abs(b - toMiddle) <= toHalf)) break
      // Parts of a millisecond are never negative, so that the sum is zero when both are.
      if (a - Math.floor(a) + (b - Math.floor(b)) > 0) break
      out[i] = base + toMoves * b - moves * a
    }
  }
}
