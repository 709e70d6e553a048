/**
 * Which row a text was first seen in. A hash table in one typed array: a million texts in a `Map` cost more than all the rest
 * of reading their events. Texts that were chosen to collide cost a bounded number of steps, and then a `Map` takes them.
 */

import { hashOf } from './text-hash.ts'

const firstSlots = 4096
const mostSteps = 32

export class TextIndex {
  /** Pairs of a hash and a row plus one; zero is an empty slot. */
  private slots: Int32Array<ArrayBuffer>
  private mask: number
  private count = 0
  private readonly crowded = new Map<string, number>()

  constructor(
    private readonly textOf: (row: number) => string,
    expected = 0,
  ) {
    let slots = firstSlots
    while (slots * 3 < expected * 4) slots *= 2
    this.slots = new Int32Array(slots * 2)
    this.mask = slots - 1
  }

  /** Returns the row that has the text; -1 when none has, and then `row` has it. */
  findOrAdd(text: string, row: number): number {
    if (this.count * 4 >= this.mask * 3) this.grow()
    const hash = hashOf(text)
    let slot = hash & this.mask
    for (let steps = 0; steps < mostSteps; steps++) {
      const held = this.slots[slot * 2 + 1] as number
      if (held === 0) {
        // A text may have been put aside while its slots were taken, before the table grew.
        const aside = this.crowded.size > 0 ? this.crowded.get(text) : undefined
        if (aside !== undefined) return aside
        this.slots[slot * 2] = hash
        this.slots[slot * 2 + 1] = row + 1
        this.count += 1
        return -1
      }
      if (this.slots[slot * 2] === hash && this.textOf(held - 1) === text) return held - 1
      slot = (slot + 1) & this.mask
    }
    const found = this.crowded.get(text)
    if (found === undefined) this.crowded.set(text, row)
    return found ?? -1
  }

  /** Doubles the slots. What finds no place in time is put aside, as when it is added. */
  private grow(): void {
    const old = this.slots
    this.slots = new Int32Array(old.length * 2)
    this.mask = old.length - 1
    for (let from = 0; from < old.length; from += 2) {
      const held = old[from + 1] as number
      if (held !== 0) this.place(old[from] as number, held)
    }
  }

  private place(hash: number, held: number): void {
    let slot = hash & this.mask
    for (let steps = 0; steps < mostSteps; steps++) {
      if (this.slots[slot * 2 + 1] === 0) {
        this.slots[slot * 2] = hash
        this.slots[slot * 2 + 1] = held
        return
      }
      slot = (slot + 1) & this.mask
    }
    this.crowded.set(this.textOf(held - 1), held - 1)
  }
}
