/** Business time by binary search, as a textbook has it: over the same edges as the clock's, and with no check of what goes in. */
import type { Answers } from './day-loops.ts'

/** Returns the answers over open spans in order, found by halving the list of their ends or that of the open time before them. */
export function binarySearch(spans: readonly (readonly [from: number, to: number])[]): Required<Answers> {
  const count = spans.length
  const starts = Float64Array.from(spans, ([from]) => from)
  const ends = Float64Array.from(spans, ([, to]) => to)
  const sums = new Float64Array(count + 1)
  for (const [span, [from, to]] of spans.entries()) sums[span + 1] = (sums[span] as number) + to - from

  /** The first span that ends after an instant. */
  function spanAt(ms: number): number {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) <= ms) low = middle + 1
      else high = middle
    }
    return low
  }

  function sumAt(ms: number): number {
    const span = spanAt(ms)
    return (sums[span] as number) + (span < count && ms > (starts[span] as number) ? ms - (starts[span] as number) : 0)
  }

  function after(ms: number, openMs: number): number {
    const target = sumAt(ms) + openMs
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle + 1] as number) < target) low = middle + 1
      else high = middle
    }
    return (starts[low] as number) + (target - (sums[low] as number))
  }

  function isOpen(ms: number): boolean {
    const span = spanAt(ms)
    return span < count && ms >= (starts[span] as number)
  }

  return { isOpen, after, between: (from, to) => sumAt(to) - sumAt(from) }
}
