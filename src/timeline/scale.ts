/**
 * The scale of the picture. Time that counts is drawn to scale, for it is what people argue about; a night or a weekend, or a long
 * pause, is folded into a gap as soon as it would take more room than one. A clock that is met in minutes of a target of weeks, or
 * that is weeks late on a target of minutes, keeps room for both.
 */
import type { Span } from '../time/span.ts'

/** **Units** epoch milliseconds. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly share: number
  readonly isFolded: boolean
}

/** A gap takes this share of the width, and all gaps together no more than the other. */
const gapShare = 0.06
const gapsShare = 0.4
/** With narrower gaps than this nobody sees the days any more, and nothing is folded. */
const leastGapShare = 0.004
/** What comes before a cut, and what comes after it, keep this much. */
const leastSide = 1 / 8

/**
 * Returns the pieces of `[from, to]`, which tile it. `idle` is the time that does not count, in order; at each of the `cuts` the
 * scale may change.
 */
export function piecesOf([from, to]: Span, idle: readonly Span[], cuts: readonly number[]): Piece[] {
  const inner = [...new Set(cuts)].filter((cut) => cut > from && cut < to).sort((a, b) => a - b)
  const folded = foldedOf(to - from, idle)
  const gap = gapOf(folded.length)
  const foldedMs = folded.reduce((sum, span) => sum + span[1] - span[0], 0)
  const perMs = (1 - gap * folded.length) / Math.max(1, to - from - foldedMs)
  const raw = split([from, to], folded).flatMap(({ span, isFolded }) =>
    divided(span, inner).map(([start, end]) => ({
      from: start,
      to: end,
      isFolded,
      share: isFolded ? (gap * (end - start)) / (span[1] - span[0]) : (end - start) * perMs,
    })),
  )
  return balanced(raw, [from, ...inner, to])
}

function gapOf(count: number): number {
  return Math.min(gapShare, gapsShare / Math.max(1, count))
}

/** Returns the idle time that takes more room than a gap when it is drawn to scale: the shortest are unfolded first. */
function foldedOf(allMs: number, idle: readonly Span[]): Span[] {
  const length = ([from, to]: Span) => to - from
  const byLength = [...idle].sort((a, b) => length(a) - length(b))
  let drawnMs = allMs - byLength.reduce((sum, span) => sum + length(span), 0)
  let first = 0
  while (first < byLength.length) {
    const count = byLength.length - first
    const gap = gapOf(count)
    const shortest = length(byLength[first] as Span)
    if (drawnMs > 0 && gap >= leastGapShare && (shortest * (1 - gap * count)) / drawnMs > gap) break
    // With too many gaps all go; otherwise the one that is no wider than a gap.
    drawnMs += shortest
    first++
  }
  const kept = new Set(byLength.slice(first))
  return idle.filter((span) => kept.has(span))
}

function split([from, to]: Span, folded: readonly Span[]): { readonly span: Span; readonly isFolded: boolean }[] {
  const found: { span: Span; isFolded: boolean }[] = []
  let at = from
  for (const span of folded) {
    if (span[0] > at) found.push({ span: [at, span[0]], isFolded: false })
    found.push({ span, isFolded: true })
    at = span[1]
  }
  if (at < to) found.push({ span: [at, to], isFolded: false })
  return found
}

function divided([from, to]: Span, cuts: readonly number[]): Span[] {
  const edges = [from, ...cuts.filter((cut) => cut > from && cut < to), to]
  return edges.slice(1).map((edge, index) => [edges[index] as number, edge])
}

/** Widens the sides of the cuts that would be too narrow to be read, at the cost of the others. */
function balanced(pieces: readonly Piece[], edges: readonly number[]): Piece[] {
  const sideOf = ({ from }: Piece) => edges.findLastIndex((edge, index) => index < edges.length - 1 && edge <= from)
  const sums = edges.slice(1).map(() => 0)
  for (const piece of pieces) sums[sideOf(piece)] = (sums[sideOf(piece)] ?? 0) + piece.share
  const least = Math.min(leastSide, 1 / sums.length)
  const isNarrow = (sum: number) => sum < least
  const wideSum = sums.filter((sum) => !isNarrow(sum)).reduce((sum, one) => sum + one, 0)
  const left = 1 - least * sums.filter(isNarrow).length
  const factors = sums.map((sum) => (sum === 0 ? 0 : isNarrow(sum) ? least / sum : left / wideSum))
  return pieces.map((piece) => ({ ...piece, share: piece.share * (factors[sideOf(piece)] ?? 1) }))
}

/** Returns the place of an instant between 0 and 1; before the picture it is 0 and after it 1. */
export function placeOn(pieces: readonly Piece[]): (at: number) => number {
  const before: number[] = []
  let sum = 0
  for (const { share } of pieces) {
    before.push(sum)
    sum += share
  }
  return (at) => {
    let [low, high] = [0, pieces.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (at < (pieces[middle]?.to ?? 0)) high = middle
      else low = middle + 1
    }
    const piece = pieces[low]
    if (!piece) return 0
    const part = Math.min(1, Math.max(0, (at - piece.from) / (piece.to - piece.from)))
    return Math.min(1, (before[low] ?? 0) + part * piece.share)
  }
}
