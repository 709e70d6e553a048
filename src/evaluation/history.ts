/** All events of an evaluation, folded lead by lead; and all that was turned away or found odd on the way. */
import type { Version } from '../agreement/versions.ts'
import { canonicalText } from '../content.ts'
import { type Issue, issue } from '../errors.ts'
import { type EventReading, type FoldedEvent, readEvent } from '../events/event.ts'
import type { Settled } from '../events/settle.ts'
import type { Finding, FindingCode } from '../finding.ts'
import { firstInstant, printInstant } from '../time/instant.ts'
import type { Move } from './apply.ts'
import type { ClockRecord } from './clock-record.ts'
import type { Refused } from './evaluation.ts'
import { EventCursor, EventTable } from './event-table.ts'
import { LeadRecord } from './lead-record.ts'
import { moveFindings } from './move-findings.ts'
import { agreementAt, type Plan, planOf, typePlanOf } from './plan.ts'
import { step } from './step.ts'

/** Who looks on while the leads are folded, one after the other, and counts what happens to them. */
export interface Onlooker {
  /** The events of another lead come next. */
  begin(): void
  /** The lead stands as it does after the event. */
  take(record: LeadRecord, event: FoldedEvent, move: Move): void
  /** All has happened to the lead. */
  end(record: LeadRecord): void
}

export class History {
  readonly plan: Plan
  private readonly events: EventTable
  private readonly reading: EventReading = { plain: { id: '', lead: '', type: '' }, at: 0, recordedAt: 0, sequence: 0 }
  private readonly turnedAway: Refused[] = []
  private readonly found: Finding[] = []
  private readonly unused = new Map<string, { first: FoldedEvent; count: number }>()
  private readonly cursor = new EventCursor()
  /** The first instant for which every calendar knows its holidays. */
  private readonly from: number

  constructor(
    versions: readonly Version[],
    private readonly asOf: number,
    private readonly knownAt: number,
    expected = 0,
  ) {
    this.events = new EventTable(expected)
    this.plan = planOf(versions)
    this.from = Math.max(
      firstInstant,
      ...this.plan.clauses.map(({ clock, choice }) => Math.max(clock.horizon[0], choice?.horizon[0] ?? firstInstant)),
    )
  }

  add(source: unknown): void {
    try {
      this.addReadable(source)
    } catch {
      this.refuse(source, [issue('invalid-event', [], { expected: 'an event that is plain JSON' })])
    }
  }

  private addReadable(source: unknown): void {
    const { reading } = this
    const issues = readEvent(source, reading)
    if (issues) {
      this.refuse(source, issues)
      return
    }
    const { plain, at, recordedAt } = reading
    if (at < this.from) {
      const expected = `an instant from ${printInstant(this.from)} on, since when the holidays of every calendar are known`
      this.refuse(source, [issue('beyond-horizon', ['at'], { expected, got: source && (source as { at?: unknown }).at })])
      return
    }
    const typePlan = typePlanOf(this.plan, plain.type)
    // An event that does not say when it was recorded was known at once.
    if ((recordedAt === recordedAt ? recordedAt : at) <= this.knownAt) this.events.add(reading, typePlan, source)
  }

  /** Folds the events of each lead. */
  fold(use: (record: LeadRecord) => void, onlooker: Onlooker | null = null): void {
    this.events.settleRepeats((settled) => this.report(settled))
    const { leadNames } = this.events
    for (let lead = 0; lead < leadNames.length; lead++) {
      onlooker?.begin()
      const record = this.foldLead(lead, leadNames[lead] as string, onlooker)
      onlooker?.end(record)
      use(record)
    }
  }

  /** Folds the events of one lead alone; a lead without events has a record without clocks. */
  foldOne(name: string): LeadRecord {
    this.events.settleRepeats((settled) => this.report(settled))
    const lead = this.events.leadNames.indexOf(name)
    return lead < 0 ? new LeadRecord(name, this.plan.clauses.length) : this.foldLead(lead, name)
  }

  /** Returns what was turned away, here and by those who looked on. */
  refused(more: readonly Refused[] = []): Refused[] {
    return inOrder([...this.turnedAway, ...more], ({ event, code, path }) => canonicalText([code, path, event]))
  }

  findings(): Finding[] {
    for (const [type, { first, count }] of this.unused) {
      this.find('unused-event-type', first, ['type'], `no clause asks for events of type ${JSON.stringify(type)} (${count})`)
    }
    this.unused.clear()
    return inOrder(this.found, canonicalText)
  }

  private foldLead(lead: number, name: string, onlooker: Onlooker | null = null): LeadRecord {
    const record = new LeadRecord(name, this.plan.clauses.length)
    const rows = this.events.rowsOf(lead, this.asOf)
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] as number
      const event = this.events.load(row, this.cursor)
      const typePlan = this.events.typePlanAt(row)
      if (typePlan.effect === 'move' && this.refuseMove(event)) continue
      try {
        const move = step(this.plan, typePlan, record, event)
        onlooker?.take(record, event, move)
        if (typePlan.effect === 'move') this.reportMove(record, event, move)
        else if (!typePlan.isUsed) this.countUnused(event)
      } catch {
        // Data that throws when it is looked at is no JSON; the lead is as if the event had not come.
        this.refuse(event.source, [issue('invalid-event', ['data'], { expected: 'data that is plain JSON' })])
      }
    }
    for (const slot of record.slots) if (slot?.open) this.findMissingDue(slot.open)
    return record
  }

  /** An open clock without a due instant would wait for ever, so somebody is told. */
  private findMissingDue({ clause, measure, goal, lead, startedAt, dueAt, isPaused }: ClockRecord): void {
    if (dueAt === dueAt || isPaused) return
    const why =
      goal.target.kind === 'dueFrom' ? 'no fact names when' : `the calendar ${measure.calendar} has no time left in which`
    const what = clause.attempts ? 'cadence' : 'clock'
    const message = `${why} ${clause.id} is due for lead ${JSON.stringify(lead)}, so the ${what} that started at ${printInstant(startedAt)} cannot be breached`
    this.found.push({ code: 'missing-due', path: ['clauses', clause.id, 'within'], message, lead, clause: clause.id })
  }

  /** A move to a state that does not exist cannot have happened. */
  private refuseMove({ at, data, source }: FoldedEvent): boolean {
    const { lifecycle } = agreementAt(this.plan, at)
    const to = data?.to as string
    if (!lifecycle || lifecycle.states.has(to)) return false
    const known = lifecycle.states.keys()
    this.refuse(source, [issue('unknown-state', ['data', 'to'], { expected: 'a state of the lifecycle', got: to, known })])
    return true
  }

  private reportMove(record: LeadRecord, event: FoldedEvent, move: Move): void {
    for (const [code, path, message] of moveFindings(agreementAt(this.plan, event.at), record, event, move))
      this.find(code, event, path, message)
  }

  private countUnused(event: FoldedEvent): void {
    const seen = this.unused.get(event.type)
    if (!seen) this.unused.set(event.type, { first: { ...event }, count: 1 })
    else {
      seen.count += 1
      if (event.at < seen.first.at || (event.at === seen.first.at && event.id < seen.first.id)) seen.first = { ...event }
    }
  }

  /** What happened after `asOf` is ignored, so nothing is told of it either. [E4] */
  private report({ duplicates, corrected, contradicting }: Settled): void {
    for (const copy of duplicates) {
      if (copy.at > this.asOf) continue
      this.find('duplicate-event', copy, ['id'], `the event ${JSON.stringify(copy.id)} came more than once and counts once`)
    }
    for (const old of corrected) {
      if (old.at > this.asOf) continue
      this.find('corrected-event', old, ['id'], `a later record of the event ${JSON.stringify(old.id)} replaces this one`)
    }
    for (const { event, issue: why } of contradicting) if (event.at <= this.asOf) this.refuse(event.source, [why])
  }

  private find(code: FindingCode, { lead, source }: FoldedEvent, path: readonly (string | number)[], message: string): void {
    this.found.push({ code, path, message, lead, event: source })
  }

  private refuse(event: unknown, issues: readonly Issue[]): void {
    for (const { code, path, message } of issues) this.turnedAway.push({ event, code, path, message })
  }
}

/** In an order of their own, so that the order of arrival cannot be read off the result. */
function inOrder<Entry>(entries: readonly Entry[], textOf: (entry: Entry) => string): Entry[] {
  return entries
    .map((entry) => ({ entry, text: textOf(entry) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ entry }) => entry)
}
