/** Sets the clocks of two evaluations beside each other, lead by lead: both come in the order of their leads. */
import type { ClockView } from '../../evaluation/clock-view.ts'
import { type Difference, type Figures, type Flip, flipOf, worthOf } from './flip.ts'

export interface ComparedClocks {
  readonly flips: readonly Flip[]
  readonly same: number
  readonly differences: {
    readonly clauses: readonly Difference[]
    readonly parties: readonly Difference[]
    readonly teams: readonly Difference[]
    readonly owners: readonly Difference[]
    readonly leads: readonly Difference[]
  }
}

/** Returns every flip, and the figures of all groups that one of them concerns. */
export function compareClocks(first: readonly ClockView[], second: readonly ClockView[]): ComparedClocks {
  const flips: Flip[] = []
  const leads: Difference[] = []
  const groups = {
    clauses: new Groups('clause'),
    parties: new Groups('party'),
    teams: new Groups('team'),
    owners: new Groups('owner'),
  }
  const all = Object.values(groups)
  let same = 0
  for (const { was, now } of byLead(first, second)) {
    const before = flips.length
    const both = pairs(was, now)
    for (const [one, other] of both) {
      const flip = flipOf(one, other)
      if (flip) flips.push(flip)
      else same++
      for (const group of all) group.add(one, other, flip !== null)
    }
    // Most leads come out as they did, and need no figures.
    if (flips.length > before) leads.push(leadOf((was[0] ?? now[0])?.lead ?? null, both, flips.length - before))
  }
  const { clauses, parties, teams, owners } = groups
  return {
    flips,
    same,
    differences: {
      clauses: clauses.differences(),
      parties: parties.differences(),
      teams: teams.differences(),
      owners: owners.differences(),
      leads,
    },
  }
}

function leadOf(name: string | null, both: readonly Pair[], flips: number): Difference {
  const tally = new Tally()
  for (const [was, now] of both) tally.add(was, now)
  tally.flips = flips
  return tally.difference(name)
}

interface LeadClocks {
  readonly was: readonly ClockView[]
  readonly now: readonly ClockView[]
}

function* byLead(before: readonly ClockView[], after: readonly ClockView[]): Generator<LeadClocks> {
  let [first, second] = [0, 0]
  while (first < before.length || second < after.length) {
    const [was, now] = [before[first]?.lead, after[second]?.lead]
    const lead = was === undefined || (now !== undefined && now < was) ? now : was
    const [firstEnd, secondEnd] = [endOf(before, first, lead), endOf(after, second, lead)]
    yield { was: before.slice(first, firstEnd), now: after.slice(second, secondEnd) }
    first = firstEnd
    second = secondEnd
  }
}

function endOf(clocks: readonly ClockView[], from: number, lead: string | undefined): number {
  let end = from
  while (end < clocks.length && clocks[end]?.lead === lead) end++
  return end
}

type Pair = readonly [was: ClockView | null, now: ClockView | null]

/** Clocks of the same key, then those that only one side has. Mostly both sides have the same in the same order. */
function pairs(was: readonly ClockView[], now: readonly ClockView[]): Pair[] {
  const others = new Map<string, ClockView>()
  const found: Pair[] = []
  const isAligned = was.length === now.length && was.every((one, index) => isOneClock(one, now[index] as ClockView))
  if (isAligned) return was.map((one, index) => [one, now[index] ?? null])
  for (const other of now) others.set(other.key, other)
  for (const one of was) {
    found.push([one, others.get(one.key) ?? null])
    others.delete(one.key)
  }
  for (const other of others.values()) found.push([null, other])
  return found
}

/** Both are of one lead. */
function isOneClock(one: ClockView, other: ClockView): boolean {
  return one.clause === other.clause && one.cycle === other.cycle
}

/** The figures of one group under both agreements. */
class Tally {
  flips = 0
  readonly #before = { clocks: 0, kept: 0, decided: 0 }
  readonly #after = { clocks: 0, kept: 0, decided: 0 }

  add(was: ClockView | null, now: ClockView | null): void {
    if (was) count(this.#before, was)
    if (now) count(this.#after, now)
  }

  difference(name: string | null): Difference {
    return { name, flips: this.flips, before: figuresOf(this.#before), after: figuresOf(this.#after) }
  }
}

function count(counts: { clocks: number; kept: number; decided: number }, clock: ClockView): void {
  const worth = worthOf(clock)
  counts.clocks++
  if (worth === 2) counts.kept++
  if (worth !== 1) counts.decided++
}

function figuresOf({ clocks, kept, decided }: Omit<Figures, 'share'>): Figures {
  return { clocks, kept, decided, share: decided === 0 ? null : kept / decided }
}

class Groups {
  readonly #by: 'clause' | 'party' | 'team' | 'owner'
  readonly #tallies = new Map<string | null, Tally>()

  constructor(by: 'clause' | 'party' | 'team' | 'owner') {
    this.#by = by
  }

  /** A clock that changes hands concerns both. */
  add(was: ClockView | null, now: ClockView | null, isFlip: boolean): void {
    const [from, to] = [was === null ? null : was[this.#by], now === null ? null : now[this.#by]]
    if (was !== null && now !== null && from === to) this.#tally(from).add(was, now)
    else {
      if (was) this.#tally(from).add(was, null)
      if (now) this.#tally(to).add(null, now)
    }
    if (!isFlip) return
    if (was) this.#tally(from).flips++
    if (now && !(was && from === to)) this.#tally(to).flips++
  }

  differences(): Difference[] {
    const found = [...this.#tallies].flatMap(([name, tally]) => (tally.flips > 0 ? [tally.difference(name)] : []))
    return found.sort((a, b) => b.flips - a.flips || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
  }

  #tally(name: string | null): Tally {
    let tally = this.#tallies.get(name)
    if (!tally) {
      tally = new Tally()
      this.#tallies.set(name, tally)
    }
    return tally
  }
}
