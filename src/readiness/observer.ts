/**
 * Looks on while the events are folded, lead by lead and in their order, and keeps what readiness asks of them: counts, a few
 * examples, and columns of instants. Nothing here depends on the order in which the events arrived.
 */
import type { Agreement } from '../agreement/agreement.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import { canonicalText } from '../content.ts'
import type { Move } from '../evaluation/apply.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import type { Onlooker } from '../evaluation/history.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import { moveFindings } from '../evaluation/move-findings.ts'
import type { FoldedEvent } from '../events/event.ts'
import { ClockTally } from './clock-tally.ts'
import { typesAsked } from './clocked.ts'
import { CaseCount, countOf } from './draft.ts'
import { FactTally } from './fact-tally.ts'
import { Instants } from './instants.ts'

export class TypeSeen {
  readonly all = new Instants()
  /** Of those that no automation made. */
  readonly byPeople = new Instants()
  withActor = 0
  readonly withoutActor = new CaseCount()
}

export class PersonSeen {
  readonly instants = new Instants()
  /** Of types that a clause asks for: what else somebody does, as a customer who answers, is nobody's promise. */
  readonly asked = new CaseCount()
}

/** What is remembered of the event before, of the same lead. */
interface Before {
  readonly id: string
  readonly at: number
  readonly type: string
  readonly sequence: unknown
  readonly data: FoldedEvent['data']
}

export class Observer implements Onlooker {
  events = 0
  leads = 0
  moves = 0
  assignments = 0
  readonly types = new Map<string, TypeSeen>()
  /** By person, of actors that no event calls an automation. */
  readonly people = new Map<string, PersonSeen>()
  readonly automations = new Set<string>()
  readonly owners = new Map<string, CaseCount>()
  /** By `[left, entered]`, as text. */
  readonly oddMoves = new Map<string, CaseCount>()
  readonly foreignMoves = new Map<string, CaseCount>()
  readonly unkeptEntries = new Map<string, CaseCount>()
  readonly entries = new Map<string, number>()
  readonly ties = new CaseCount()
  undecidedTies = 0
  readonly repeatedContent = new CaseCount()
  readonly facts = new FactTally()
  readonly clocks: readonly ClockTally[]
  private readonly clauses: readonly TimedClause[]
  private before: Before | null = null
  private hasTie = false
  private hasUndecidedTie = false
  private readonly asked: ReadonlySet<string>
  private readonly earlyStops = new Map<number, { readonly id: string; readonly at: number }>()

  constructor(
    private readonly agreement: Agreement,
    private readonly asOf: number,
  ) {
    this.clauses = [...agreement.clauses.values()]
    this.clocks = this.clauses.map(() => new ClockTally())
    this.asked = typesAsked(agreement)
  }

  begin(): void {
    this.before = null
    this.hasTie = false
    this.hasUndecidedTie = false
    this.earlyStops.clear()
  }

  take(record: LeadRecord, event: FoldedEvent, move: Move): void {
    const { type, at, id, lead, actor, data } = event
    this.events += 1
    const seen = this.typeOf(type)
    seen.all.push(at)
    if (actor?.kind === 'automation') this.automations.add(actor.id)
    else seen.byPeople.push(at)
    if (actor) {
      seen.withActor += 1
      if (actor.kind !== 'automation') this.seePerson(actor.id, event)
    } else seen.withoutActor.add(lead, id, at)
    if (move.entered !== null) this.entries.set(move.entered, (this.entries.get(move.entered) ?? 0) + 1)
    if (type === 'lead.moved') this.seeMove(record, event, move)
    if (type === 'lead.assigned') {
      this.assignments += 1
      if (typeof data?.owner === 'string') countOf(this.owners, data.owner).add(lead, id, at)
    }
    this.compareWithBefore(event)
    this.seeStops(record, event)
  }

  end(record: LeadRecord): void {
    if (!record.hasBegun) return
    this.leads += 1
    this.facts.add(record.facts.lead)
    if (this.hasUndecidedTie) this.undecidedTies += 1
    for (const [position, tally] of this.clocks.entries()) {
      const slot = record.slots[position]
      if (!slot || slot.clocks.length === 0) continue
      tally.leads += 1
      for (const clock of slot.clocks) tally.add(clock, this.asOf)
      const early = this.earlyStops.get(position)
      // A stop that comes again afterwards is only something that happens often, as a call does.
      if (early && isWaiting(slot.clocks)) tally.stoppedBefore.add(record.lead, early.id, early.at)
    }
  }

  private typeOf(type: string): TypeSeen {
    const known = this.types.get(type)
    if (known) return known
    const made = new TypeSeen()
    this.types.set(type, made)
    return made
  }

  private seePerson(person: string, { lead, id, at, type }: FoldedEvent): void {
    let seen = this.people.get(person)
    if (!seen) {
      seen = new PersonSeen()
      this.people.set(person, seen)
    }
    seen.instants.push(at)
    if (this.asked.has(type)) seen.asked.add(lead, id, at)
  }

  private seeMove(record: LeadRecord, event: FoldedEvent, move: Move): void {
    const { lead, id, at } = event
    this.moves += 1
    for (const [code] of moveFindings(this.agreement, record, event, move)) {
      const state = move.entered ?? ''
      const [counts, key] =
        code === 'move-not-allowed'
          ? [this.oddMoves, canonicalText([move.left, state])]
          : [code === 'entry-rule-not-met' ? this.unkeptEntries : this.foreignMoves, state]
      countOf(counts, key).add(lead, id, at)
    }
  }

  /** Two events of one instant have no order of their own: something else must decide. */
  private compareWithBefore({ id, lead, at, type, data, source }: FoldedEvent): void {
    const { before } = this
    const sequence: unknown = Reflect.get(source as object, 'sequence')
    this.before = { id, at, type, sequence, data }
    if (!before || before.at !== at) return
    if (!this.hasTie) this.ties.add(lead, id, at)
    this.hasTie = true
    if ((before.sequence ?? 0) === (sequence ?? 0)) this.hasUndecidedTie = true
    if (before.type === type && canonicalText(before.data ?? {}) === canonicalText(data ?? {}))
      this.repeatedContent.add(lead, id, at)
  }

  private seeStops({ slots, facts }: LeadRecord, { type, id, at }: FoldedEvent): void {
    for (const [position, { stop }] of this.clauses.entries()) {
      if (!stop.types.has(type) || this.earlyStops.has(position) || (slots[position]?.cycle ?? 0) > 0) continue
      if (stop.condition === null || stop.condition.test(facts)) this.earlyStops.set(position, { id, at })
    }
  }
}

/** A clock is open, and nothing has ever stopped one. */
function isWaiting(clocks: readonly ClockRecord[]): boolean {
  return clocks.some(({ closing }) => closing === null) && clocks.every(({ closing }) => closing?.ending !== 'stopped')
}
