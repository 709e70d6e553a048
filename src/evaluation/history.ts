/** All events of an evaluation: read, settled where several share an id, put in order lead by lead, and folded. */
import type { Agreement } from '../agreement/agreement.ts'
import { canonicalText } from '../content.ts'
import { type Issue, issue } from '../errors.ts'
import { type ReadEvent, readEvent } from '../events/event.ts'
import { settle, sortEvents } from '../events/order.ts'
import type { Finding, FindingCode } from '../finding.ts'
import type { ClockRecord } from './clock-record.ts'
import type { Refused } from './evaluate.ts'
import { LeadRecord } from './lead-record.ts'
import { moveFindings } from './move-findings.ts'
import { isNamed, type Plan, planOf } from './plan.ts'
import { step } from './step.ts'

/** The types that mean something without a trigger that names them. */
const knownTypes = new Set([
  'lead.created',
  'lead.updated',
  'lead.moved',
  'lead.assigned',
  'lead.merged',
  'opportunity.created',
  'opportunity.updated',
])

export class History {
  private readonly plan: Plan
  private readonly byId = new Map<string, ReadEvent | ReadEvent[]>()
  private readonly turnedAway: Refused[] = []
  private readonly found: Finding[] = []
  private readonly unused = new Map<string, { first: ReadEvent; count: number }>()

  constructor(
    private readonly agreement: Agreement,
    private readonly asOf: number,
    private readonly knownAt: number,
  ) {
    this.plan = planOf(agreement)
  }

  add(source: unknown): void {
    const event = readEvent(source)
    if (Array.isArray(event)) return this.refuse(source, event)
    const { lifecycle } = this.agreement
    if (event.type === 'lead.moved' && lifecycle && !lifecycle.states.has(event.data?.to as string)) {
      const known = lifecycle.states.keys()
      return this.refuse(source, [issue('unknown-state', ['data', 'to'], { expected: 'a state of the lifecycle', got: event.data?.to, known })])
    }
    const known = event.recordedAt === event.recordedAt ? event.recordedAt : event.at
    if (known > this.knownAt) return
    const same = this.byId.get(event.id)
    if (same === undefined) this.byId.set(event.id, event)
    else if (Array.isArray(same)) same.push(event)
    else this.byId.set(event.id, [same, event])
  }

  /** Folds the events of each lead in the order of the leads, and hands out each record once. */
  fold(use: (record: LeadRecord) => void): void {
    const leads = this.byLead()
    for (const lead of [...leads.keys()].sort()) {
      use(this.foldLead(lead, leads.get(lead) ?? []))
    }
  }

  /** Folds the events of one lead alone; `use` sees the record before each event and after the last. */
  foldOne(lead: string): LeadRecord {
    return this.foldLead(lead, this.byLead().get(lead) ?? [])
  }

  refused(): Refused[] {
    return inOrder(this.turnedAway, ({ event, code, path }) => canonicalText([code, path, event]))
  }

  findings(): Finding[] {
    for (const [type, { first, count }] of this.unused) {
      const message = `no clause asks for events of type ${JSON.stringify(type)} (${count})`
      this.find('unused-event-type', first, ['type'], message)
    }
    this.unused.clear()
    return inOrder(this.found, canonicalText)
  }

  findMissingDue({ clause, lead, startedAt }: ClockRecord): void {
    const message = `no fact of lead ${JSON.stringify(lead)} names when ${clause.id} is due, so the clock that started at ${new Date(startedAt).toISOString()} cannot be breached`
    this.found.push({ code: 'missing-due', path: ['clauses', clause.id, 'within'], message, lead, clause: clause.id })
  }

  private foldLead(lead: string, events: ReadEvent[]): LeadRecord {
    const record = new LeadRecord(lead, this.plan.clauses.length)
    for (const event of sortEvents(events)) {
      const move = step(this.plan, record, event)
      if (move.entered !== null && event.type === 'lead.moved') {
        for (const [code, path, message] of moveFindings(this.agreement, record, event, move)) this.find(code, event, path, message)
      }
      if (!knownTypes.has(event.type)) this.count(event)
    }
    return record
  }

  private count(event: ReadEvent): void {
    if (isNamed(this.plan, event.type)) return
    const seen = this.unused.get(event.type)
    if (!seen) this.unused.set(event.type, { first: event, count: 1 })
    else {
      seen.count += 1
      if (event.at < seen.first.at || (event.at === seen.first.at && event.id < seen.first.id)) seen.first = event
    }
  }

  private byLead(): Map<string, ReadEvent[]> {
    const leads = new Map<string, ReadEvent[]>()
    for (const same of this.byId.values()) {
      const event = Array.isArray(same) ? this.settled(same) : same
      if (!event || event.at > this.asOf) continue
      const events = leads.get(event.lead)
      if (events) events.push(event)
      else leads.set(event.lead, [event])
    }
    return leads
  }

  private settled(same: readonly ReadEvent[]): ReadEvent | null {
    const { event, duplicates, corrected, contradicting } = settle(same)
    for (const copy of duplicates) this.find('duplicate-event', copy, ['id'], `the event ${JSON.stringify(copy.id)} came more than once and counts once`)
    for (const old of corrected) this.find('corrected-event', old, ['id'], `a later record of the event ${JSON.stringify(old.id)} replaces this one`)
    for (const { event: one, issue: why } of contradicting) this.refuse(one.source, [why])
    return event
  }

  private find(code: FindingCode, { lead, source }: ReadEvent, path: readonly (string | number)[], message: string): void {
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
