/**
 * The lines of clocks, sorted by lead, in pieces: each part has those of its leads, and they are put together without looking into
 * them.
 */
import type { ClockView } from '../../evaluation/clock-view.ts'
import type { Obligation } from '../../evaluation/obligation.ts'

/** Some lines; the leads are in order, and so are the pieces. */
export interface LinePiece {
  readonly bytes: Uint8Array
  readonly leads: readonly string[]
  /** Where in the bytes the lines of each lead end. */
  readonly ends: Uint32Array
}

/** So many characters make a piece, or one more lead. */
const pieceLength = 256 * 1024

/** Yields the lines of clocks that come lead by lead. */
export function* piecesOf(
  clocks: readonly ClockView[],
  lineOf: (clock: Obligation) => string,
): Generator<LinePiece, void, undefined> {
  let texts: string[] = []
  let leads: string[] = []
  let length = 0
  for (const clock of clocks) {
    const { lead } = clock
    if (lead !== leads.at(-1)) {
      if (length >= pieceLength) {
        yield pieceOf(leads, texts)
        texts = []
        leads = []
        length = 0
      }
      leads.push(lead)
      texts.push('')
    }
    const line = lineOf(clock.obligation())
    texts[texts.length - 1] += line
    length += line.length
  }
  if (leads.length > 0) yield pieceOf(leads, texts)
}

function pieceOf(leads: readonly string[], texts: readonly string[]): LinePiece {
  const encoder = new TextEncoder()
  const parts = texts.map((text) => encoder.encode(text))
  const ends = new Uint32Array(texts.length)
  let end = 0
  for (const [index, { length }] of parts.entries()) {
    end += length
    ends[index] = end
  }
  return { bytes: joined(parts, end), leads, ends }
}

/** Gives the next piece of a part, or nothing at the end. */
export type NextPiece = () => Promise<LinePiece | null>

/** Yields the lines of several parts in the order of their leads; no two parts have a lead in common. */
export async function* mergedLines(parts: readonly NextPiece[]): AsyncGenerator<Uint8Array, void, undefined> {
  const firsts = await Promise.all(parts.map((next) => next()))
  const cursors = firsts.flatMap((piece, part) => (piece ? [new Cursor(piece, parts[part] as NextPiece)] : []))
  cursors.sort((a, b) => (a.lead < b.lead ? -1 : 1))
  let taken: Uint8Array[] = []
  let length = 0
  while (cursors.length > 0) {
    const first = cursors.shift() as Cursor
    const lines = first.take(cursors[0]?.lead)
    taken.push(lines)
    length += lines.length
    if (first.isUsedUp ? await first.refill() : true) insert(cursors, first)
    if (length < pieceLength) continue
    yield joined(taken, length)
    taken = []
    length = 0
  }
  if (length > 0) yield joined(taken, length)
}

/** Puts a cursor in its place among those that are sorted. */
function insert(cursors: Cursor[], cursor: Cursor): void {
  const { lead } = cursor
  let [from, to] = [0, cursors.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((cursors[middle] as Cursor).lead < lead) from = middle + 1
    else to = middle
  }
  cursors.splice(from, 0, cursor)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Where the reading of one part's lines stands. */
class Cursor {
  private index = 0
  private from = 0

  constructor(
    private piece: LinePiece,
    private readonly next: NextPiece,
  ) {}

  get lead(): string {
    return this.piece.leads[this.index] as string
  }

  /** Returns the lines of the leads before another one, as far as they are at hand. */
  take(before: string | undefined): Uint8Array {
    const { leads, ends, bytes } = this.piece
    do this.index++
    while (this.index < leads.length && (before === undefined || (leads[this.index] as string) < before))
    const { from } = this
    this.from = ends[this.index - 1] as number
    return bytes.subarray(from, this.from)
  }

  get isUsedUp(): boolean {
    return this.index === this.piece.leads.length
  }

  /** Goes on to the next piece; returns false at the end. */
  async refill(): Promise<boolean> {
    const next = await this.next()
    if (!next) return false
    this.piece = next
    this.index = 0
    this.from = 0
    return true
  }
}
