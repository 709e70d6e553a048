/**
 * A tally that is kept up to date event by event. It keeps the events: what a lead came to is taken off and what it comes to now
 * is added, so that a late event, a correction or a merge changes the figures as it would change those of all events at once.
 */
import { type AnyAgreement, versionsOf } from '../agreement/versions.ts'
import { type EventReading, readEvent } from '../events/event.ts'
import { type InstantLike, instantOf } from '../time/instant.ts'
import { mergedNames } from './merged-leads.ts'
import { summed, type Tally, type TallyEntry } from './tally.ts'
import { tallyLeads } from './tally-leads.ts'

export interface LiveTally {
  /** Takes an event, in any order; one that cannot be read is left out without a word, as in `tally`. */
  add(event: unknown): void
  /** Returns the tally as of an instant: what `tally` returns of all events. It costs what has changed since it was asked last. */
  tally(asOf: InstantLike): Tally
}

/** A lead with its events: so many of them, the first ones, are counted. */
interface KeptLead {
  readonly events: unknown[]
  counted: number
  /** **Units** epoch milliseconds. */
  lastAt: number
}

/**
 * Returns a tally of no events.
 *
 * **Edges** asked for an earlier instant than before, it counts all leads anew. Where a lead rests while another party is in
 * breach on it, time alone may change what counts, and every lead is counted anew for each instant.
 * **Errors** throws `LeadSlaError` for a bad agreement and, when asked, for a bad instant.
 * **Source** [P9].
 *
 * @example
 * const live = liveTally({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { marketing: { name: 'Marketing' } },
 *   clauses: { leads: { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.created' }, per: 'month', target: 2 } },
 * })
 * live.add({ id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' })
 * live.tally('2026-04-08T00:00:00Z').entries.map(({ key, hits }) => [key, hits]) //=> [['leads/2026-04', 1]]
 * live.add({ id: '2', lead: 'L2', type: 'lead.created', at: '2026-04-07T09:00:00Z' })
 * live.tally('2026-04-08T00:00:00Z').entries.map(({ key, hits }) => [key, hits]) //=> [['leads/2026-04', 2]]
 */
export function liveTally(agreement: AnyAgreement, options: { readonly people?: boolean } = {}): LiveTally {
  const versions = versionsOf(agreement)
  const isRestless = versions.some(({ agreement: { periodClauses } }) =>
    [...periodClauses.values()].some(({ suspendedWhile }) => suspendedWhile.some((other) => !periodClauses.has(other))),
  )
  const leads = new Map<string, KeptLead>()
  /** The lead that had the id first. */
  const leadOfId = new Map<string, string>()
  const groups = new Groups()
  const changed = new Set<string>()
  let waiting = new Set<string>()
  let total: Tally | null = null

  function add(event: unknown): void {
    const reading: EventReading = { plain: { id: '', lead: '', type: '' }, at: 0, recordedAt: 0, sequence: 0 }
    if (readEvent(event, reading)) return
    const { id, lead } = reading.plain
    const kept = leads.get(lead) ?? { events: [], counted: 0, lastAt: Number.NEGATIVE_INFINITY }
    leads.set(lead, kept)
    kept.events.push(event)
    kept.lastAt = Math.max(kept.lastAt, reading.at)
    // Events of one id decide together what counts of them, whatever their leads.
    const first = leadOfId.get(id)
    if (first === undefined) leadOfId.set(id, lead)
    else if (first !== lead) groups.join(first, lead)
    const names = mergedNames(event)
    if (names) groups.join(names[0], names[1])
    changed.add(lead)
  }

  /** The leads whose counts may be others than they were. */
  function affected(asOf: number, before: number): Set<string> {
    const named = new Set(changed)
    if (asOf !== before)
      for (const [lead, { lastAt }] of leads)
        if (isRestless || asOf < before || lastAt > before || waiting.has(lead)) named.add(lead)
    return groups.whole(named)
  }

  function eventsOf(names: Iterable<string>, which: (kept: KeptLead) => number): unknown[] {
    return [...names].flatMap((name) => {
      const kept = leads.get(name)
      return kept ? kept.events.slice(0, which(kept)) : []
    })
  }

  function tally(instant: InstantLike): Tally {
    const asOf = instantOf(instant)
    const old = total
    const names = old ? affected(asOf, old.asOf) : new Set(leads.keys())
    const before =
      old &&
      tallyLeads(
        agreement,
        eventsOf(names, (kept) => kept.counted),
        { ...options, asOf: old.asOf },
      )
    const still = new Set<string>()
    const now = tallyLeads(
      agreement,
      eventsOf(names, (kept) => kept.events.length),
      { ...options, asOf },
      still,
    )
    total = old && before ? exchanged(old, before, now) : now
    waiting = new Set([...[...waiting].filter((name) => !names.has(name)), ...still])
    for (const name of names) {
      const kept = leads.get(name)
      if (kept) kept.counted = kept.events.length
    }
    changed.clear()
    // What was first may have been corrected, and nothing here says what is first then.
    if (old && before && isGone(old.firstAt, before.firstAt, now.firstAt))
      total = tallyLeads(
        agreement,
        eventsOf(leads.keys(), (kept) => kept.counted),
        { ...options, asOf },
      )
    return total
  }

  return { add, tally }
}

/** Returns whether the first event was in the part that was exchanged, and is there no more. */
function isGone(first: number | null, before: number | null, now: number | null): boolean {
  return first !== null && before === first && (now === null || now > first)
}

/** Returns a tally without one of its parts, and with another one instead. */
function exchanged(total: Tally, before: Tally, now: Tally): Tally {
  const gone = new Set(before.apart)
  const firsts = [total.firstAt, now.firstAt].flatMap((at) => at ?? [])
  return {
    asOf: now.asOf,
    firstAt: firsts.length === 0 ? null : Math.min(...firsts),
    people: now.people,
    apart: [...new Set([...total.apart.filter((name) => !gone.has(name)), ...now.apart])].sort(),
    entries: summed([total.entries, before.entries.map(negative), now.entries]),
  }
}

function negative(entry: TallyEntry): TallyEntry {
  const { sample, hits, pending, pendingHits, excluded, deducted } = entry
  return {
    ...entry,
    ...{ sample: 0 - sample, hits: 0 - hits, pending: 0 - pending, pendingHits: 0 - pendingHits },
    ...{ excluded: 0 - excluded, deducted: 0 - deducted },
  }
}

/** Leads that are counted together, because they were merged or share an event. */
class Groups {
  private readonly members = new Map<string, Set<string>>()

  join(a: string, b: string): void {
    const [one, other] = [this.groupOf(a), this.groupOf(b)]
    if (one === other) return
    const [large, small] = one.size < other.size ? [other, one] : [one, other]
    for (const name of small) {
      large.add(name)
      this.members.set(name, large)
    }
  }

  /** Returns the leads with all those that are counted with one of them. */
  whole(names: ReadonlySet<string>): Set<string> {
    const whole = new Set(names)
    for (const name of names) for (const member of this.members.get(name) ?? []) whole.add(member)
    return whole
  }

  private groupOf(name: string): Set<string> {
    const group = this.members.get(name) ?? new Set([name])
    this.members.set(name, group)
    return group
  }
}
