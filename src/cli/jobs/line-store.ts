/**
 * The lines of the files as bytes, shared out in parts. All events of a lead are in one part; so are those of leads that have something
 * in common: an id, of which one event repeats, corrects or contradicts the other, or a merge.
 */
import { LineScanner, noHash } from './line-scanner.ts'

/** Whole lines of one file, in memory that all threads see. */
export interface LineBlock {
  /** The position of its file. */
  readonly file: number
  /** The number of its first line. */
  readonly firstLine: number
  readonly bytes: Uint8Array
  /** Where each line begins, and where the last one ends. */
  readonly starts: Int32Array
  /** By line the number of its part. */
  readonly parts: Uint8Array
}

const newline = 0x0a
/** A lead is in one of so many buckets, by its hash; a bucket is never divided. */
const bucketBits = 21
const buckets = 1 << bucketBits

interface Scanned extends Omit<LineBlock, 'parts'> {
  readonly leads: Int32Array
  readonly ids: Int32Array
}

export class LineStore {
  private readonly blocks: Scanned[] = []
  private readonly scanner = new LineScanner()
  private readonly parents = new Int32Array(buckets)
  private lines = 0
  bytes = 0

  constructor() {
    for (let bucket = 0; bucket < buckets; bucket++) this.parents[bucket] = bucket
  }

  /** Takes whole lines; a last one without a newline gets one. Returns their number. */
  add(file: number, firstLine: number, chunks: readonly Uint8Array[]): number {
    const bytes = shared(chunks)
    const starts = startsOf(bytes)
    const count = starts.length - 1
    const [leads, ids] = [new Int32Array(count), new Int32Array(count)]
    const { scanner } = this
    for (let line = 0; line < count; line++) {
      const [from, to] = [starts[line] as number, starts[line + 1] as number]
      if (to - from < 2) continue
      scanner.scan(bytes, from, to)
      leads[line] = scanner.lead
      ids[line] = scanner.id
      if (scanner.into !== noHash) this.join(bucketOf(scanner.lead), bucketOf(scanner.into))
    }
    this.blocks.push({ file, firstLine, bytes, starts, leads, ids })
    this.lines += count
    this.bytes += bytes.length
    return count
  }

  /** Returns the blocks, each line in one of so many parts. */
  sharedOut(parts: number): LineBlock[] {
    this.joinSharedIds()
    return this.blocks.map(({ leads, ids: _, ...block }) => {
      const by = new Uint8Array(new SharedArrayBuffer(leads.length))
      for (let line = 0; line < leads.length; line++) by[line] = this.rootOf(bucketOf(leads[line] as number)) % parts
      return { ...block, parts: by }
    })
  }

  /**
   * Puts together the leads whose events share an id. Ids are sorted by their hash, with the bucket of the lead in the lower bits of
   * one number; two ids with one hash join two buckets for nothing, which does no harm.
   */
  private joinSharedIds(): void {
    const marks = new Float64Array(this.lines)
    let count = 0
    for (const { leads, ids } of this.blocks) {
      for (let line = 0; line < ids.length; line++) {
        if (ids[line] !== noHash) marks[count++] = ((ids[line] as number) >>> 0) * buckets + bucketOf(leads[line] as number)
      }
    }
    const sorted = marks.subarray(0, count).sort()
    for (let at = 1; at < count; at++) {
      const [before, mark] = [sorted[at - 1] as number, sorted[at] as number]
      if (mark !== before && Math.floor(before / buckets) === Math.floor(mark / buckets))
        this.join(before % buckets, mark % buckets)
    }
  }

  private join(a: number, b: number): void {
    const [from, to] = [this.rootOf(a), this.rootOf(b)]
    this.parents[from] = to
  }

  private rootOf(bucket: number): number {
    const { parents } = this
    let root = bucket
    for (let next = parents[root] as number; next !== root; next = parents[root] as number) {
      // Each look makes the way to the root shorter.
      parents[root] = parents[next] as number
      root = next
    }
    return root
  }
}

function bucketOf(lead: number): number {
  return lead & (buckets - 1)
}

function shared(chunks: readonly Uint8Array[]): Uint8Array {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  const isWhole = chunks.at(-1)?.at(-1) === newline
  const bytes = new Uint8Array(new SharedArrayBuffer(length + (isWhole ? 0 : 1)))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  if (!isWhole) bytes[at] = newline
  return bytes
}

function startsOf(bytes: Uint8Array): Int32Array {
  let count = 0
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count++
  const starts = new Int32Array(new SharedArrayBuffer((count + 1) * 4))
  let line = 0
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) starts[++line] = at + 1
  return starts
}
