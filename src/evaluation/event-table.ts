/** All events of an evaluation, in columns: chained lead by lead, and settled where several share an id. */
import type { Actor, EventReading, FoldedEvent, PlainEvent, ReadEvent } from '../events/event.ts'
import { type Settled, settle } from '../events/settle.ts'
import { Numbers, Positions } from './columns.ts'
import type { TypePlan } from './plan.ts'
import { repeatedTexts } from './repeated-texts.ts'
import { hashOf } from './text-hash.ts'
import { TextIndex } from './text-index.ts'

/** A place for one event at a time, with what a fold asks of it: the order is settled by then. */
export class EventCursor implements FoldedEvent {
  id = ''
  lead = ''
  type = ''
  at = 0
  actor: Actor | null = null
  data: Readonly<Record<string, unknown>> | null = null
  fact: object = this
  source: unknown = null
}

export class EventTable {
  private readonly plain: PlainEvent[] = []
  private readonly typePlans: TypePlan[] = []
  private readonly at: Numbers
  private readonly sequence: Numbers
  private readonly recordedAt: Numbers
  /** The row of the next event of the same lead, or -1. */
  private readonly next: Positions
  private readonly names: string[] = []
  private readonly leads = new TextIndex((lead) => this.names[lead] as string)
  private readonly first = new Positions()
  private readonly last = new Positions()
  /** `hashOf` of each id. */
  private readonly idHashes: Positions
  private isSettled = false
  private readonly dropped = new Set<number>()
  private scratch = new Int32Array(64)
  /** What an envelope was before it was unpacked. */
  private readonly envelopes = new Map<number, unknown>()

  /** Makes room for as many events as are expected. */
  constructor(expected: number) {
    const rows = Math.max(1024, expected)
    this.at = new Numbers(Number.NaN, rows)
    this.sequence = new Numbers(0, rows)
    this.recordedAt = new Numbers(Number.NaN, rows)
    this.next = new Positions(rows)
    this.idHashes = new Positions(rows)
  }

  add(reading: EventReading, typePlan: TypePlan, source: unknown): void {
    const { plain } = reading
    const row = this.plain.push(plain) - 1
    this.typePlans.push(typePlan)
    this.at.push(reading.at)
    this.sequence.push(reading.sequence)
    this.recordedAt.push(reading.recordedAt)
    this.next.push(-1)
    if (plain !== source) this.envelopes.set(row, source)
    this.chain(plain.lead, row)
    this.idHashes.push(hashOf(plain.id))
  }

  /** The leads in the order in which they came: their numbers are their positions. */
  get leadNames(): readonly string[] {
    return this.names
  }

  /** Decides what counts of the events that share an id, and hands out each decision once. */
  settleRepeats(use: (settled: Settled) => void): void {
    if (this.isSettled) return
    this.isSettled = true
    for (const rows of this.rowsOfRepeats()) {
      const events = rows.map((row) => this.read(row))
      const settled = settle(events)
      for (const [index, row] of rows.entries()) if (events[index] !== settled.event) this.dropped.add(row)
      use(settled)
    }
  }

  /** Returns the rows of a lead, by its number, until `asOf`, in the total order of events; they hold until the next call. */
  rowsOf(lead: number, asOf: number): Int32Array {
    let count = 0
    let isSorted = true
    for (let row = this.first.at(lead); row >= 0; row = this.next.at(row)) {
      if (this.at.at(row) > asOf || (this.dropped.size > 0 && this.dropped.has(row))) continue
      if (isSorted && count > 0 && this.compare(this.scratch[count - 1] as number, row) > 0) isSorted = false
      if (count === this.scratch.length) this.scratch = grown(this.scratch)
      this.scratch[count++] = row
    }
    const rows = this.scratch.subarray(0, count)
    return isSorted ? rows : rows.sort((a, b) => this.compare(a, b))
  }

  /** Repeats are rare, so what it takes to find them is paid only when there are some. */
  private rowsOfRepeats(): Iterable<number[]> {
    const repeated = repeatedTexts(this.idHashes.all, (row) => (this.plain[row] as PlainEvent).id)
    const rows = new Map<string, number[]>([...repeated].map((id) => [id, []]))
    if (rows.size > 0) for (const [row, { id }] of this.plain.entries()) rows.get(id)?.push(row)
    return rows.values()
  }

  /** Returns what the plan says of the type of a row's event. */
  typePlanAt(row: number): TypePlan {
    return this.typePlans[row] as TypePlan
  }

  /** Returns the event of a row. */
  read(row: number): ReadEvent {
    const { recordedAt, sequence } = this
    return { ...this.load(row, new EventCursor()), recordedAt: recordedAt.at(row), sequence: sequence.at(row) }
  }

  /** Puts the event of a row into a cursor, which a fold uses again and again. */
  load(row: number, cursor: EventCursor): FoldedEvent {
    const plain = this.plain[row] as PlainEvent
    cursor.id = plain.id
    cursor.lead = plain.lead
    cursor.type = this.typePlanAt(row).type || plain.type
    cursor.at = this.at.at(row)
    cursor.actor = plain.actor ?? null
    cursor.data = plain.data ?? null
    cursor.fact = plain
    cursor.source = this.envelopes.size > 0 && this.envelopes.has(row) ? this.envelopes.get(row) : plain
    return cursor
  }

  private compare(a: number, b: number): number {
    const order = this.at.at(a) - this.at.at(b) || this.sequence.at(a) - this.sequence.at(b)
    if (order !== 0) return order
    const [idA, idB] = [(this.plain[a] as PlainEvent).id, (this.plain[b] as PlainEvent).id]
    return idA < idB ? -1 : idA > idB ? 1 : 0
  }

  private chain(name: string, row: number): void {
    const lead = this.leads.findOrAdd(name, this.names.length)
    if (lead < 0) {
      this.names.push(name)
      this.first.push(row)
      this.last.push(row)
    } else {
      this.next.set(this.last.at(lead), row)
      this.last.set(lead, row)
    }
  }
}

function grown(rows: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(rows.length * 2)
  more.set(rows)
  return more
}
