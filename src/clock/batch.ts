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
  const same = typeof openMs === 'number' ? openMs : 0
  const amounts = typeof openMs === 'number' ? null : openMs
  // The span of the start, as [closed from, start, end) with the open time before it, and that of the answer.
  let [gapFrom, start, end, sum] = [0, 0, 0, 0]
  let [dueStart, dueSum, dueEndSum] = [0, 0, -1]
  for (let i = 0; i < from.length; i++) {
    const at = from[i] as number
    const amount = amounts === null ? same : (amounts[i] as number)
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

/** Writes the open time between the instants of two columns. */
export function betweenAll(
  timeline: OpenRows,
  from: Float64Array,
  to: Float64Array,
  out: Float64Array,
  oneByOne: OneByOne,
): void {
  let [fromGap, fromStart, fromEnd, fromSum] = [0, 0, 0, 0]
  let [toGap, toStart, toEnd, toSum] = [0, 0, 0, 0]
  for (let i = 0; i < from.length; i++) {
    const first = from[i] as number
    const last = to[i] as number
    const isNear = first >= fromGap && first < fromEnd && last >= toGap && last < toEnd
    if (!isNear) {
      if (!(timeline.covers(first) && timeline.covers(last))) {
        out[i] = oneByOne(first, last)
        fromGap = fromEnd = toGap = toEnd = 0
        continue
      }
      const { rows } = timeline
      const row = timeline.quickRow(first)
      fromGap = row === 0 ? timeline.coveredFrom : (rows[row - rowLength + 1] as number)
      fromStart = rows[row] as number
      fromEnd = Math.min(rows[row + 1] as number, timeline.coveredTo)
      fromSum = rows[row + 2] as number
      const toRow = timeline.quickRow(last)
      toGap = toRow === 0 ? timeline.coveredFrom : (rows[toRow - rowLength + 1] as number)
      toStart = rows[toRow] as number
      toEnd = Math.min(rows[toRow + 1] as number, timeline.coveredTo)
      toSum = rows[toRow + 2] as number
    }
    const ms = toSum + (last > toStart ? last - toStart : 0) - fromSum - (first > fromStart ? first - fromStart : 0)
    // A part of a millisecond is no instant, and adding it up would hide that.
    out[i] = Math.floor(first) === first && Math.floor(last) === last ? ms : oneByOne(first, last)
  }
}
