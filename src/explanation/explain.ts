/** Why one clock came out as it did: every span that counted and every one that did not, in data and in sentences. */
import type { Measure } from '../agreement/clock-choice.ts'
import { type AnyAgreement, versionsOf } from '../agreement/versions.ts'
import { issue, LeadSlaError } from '../errors.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import { ClockTable, keyOf } from '../evaluation/clock-table.ts'
import { assertKnown, type EvaluateOptions, timesOf } from '../evaluation/evaluate.ts'
import { History } from '../evaluation/history.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import { ledgerOf } from '../evaluation/ledger.ts'
import { excuseOf } from '../evaluation/obligation.ts'
import { isCapped } from '../evaluation/pause.ts'
import type { Plan } from '../evaluation/plan.ts'
import type { Language } from '../language.ts'
import { ClockWatch } from './clock-watch.ts'
import { ClosedTime } from './closed-time.ts'
import { eventsAbout } from './events-about.ts'
import type { Explanation, WaivedBy } from './explanation.ts'
import { languages } from './languages.ts'
import { type Calendars, lesserCalendars } from './lesser-calendars.ts'
import { explainedSpan, explainedTurn, printedReckoning } from './printed-story.ts'
import { reckoningOf } from './reckoning.ts'
import { sentencesOf } from './sentences.ts'
import type { Story } from './story.ts'
import type { WatchedTurn } from './turn.ts'

export interface ExplainOptions extends EvaluateOptions {
  /** The key of an obligation: `clause/lead/cycle`. */
  readonly key: string
  /** Of the sentences; English when left out. */
  readonly language?: Language
}

/**
 * Returns why one clock came out as it did.
 *
 * **Edges** the data is the same in every language. A story of more than forty steps is told in part, its data never is.
 * **Errors** throws `LeadSlaError` with `unknown-obligation` where the events give no clock of that key, with the keys that
 * the lead does have; `unknown-value` for a language that is not known; otherwise as `evaluate`.
 * **Source** [W3].
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   calendars: { berlin: { timeZone: 'Europe/Berlin', week: { fri: ['09:00-17:00'], mon: ['09:00-17:00'] } } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'berlin', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const events = [
 *   { id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-10T16:30:00+02:00' },
 *   { id: '2', lead: 'L1', type: 'call.made', at: '2026-04-13T09:10:00+02:00' },
 * ]
 * const { spans, sentences } = explain(agreement, events, { asOf: '2026-05-01T00:00:00Z', key: 'reply/L1/1', language: 'de' })
 * spans.map(({ why, ms }) => [why, ms / 60000]) //=> [['open', 30], ['closed', 3840], ['open', 10]]
 * sentences[2] //=> 'Gezählt 30 min: Fr., 10. Apr. 2026, 16:30 Uhr bis Fr., 10. Apr. 2026, 17:00 Uhr.'
 */
export function explain(agreement: AnyAgreement, events: Iterable<unknown>, options: ExplainOptions): Explanation {
  const words = languages[languageOf(options.language)]
  const story = storyOf(agreement, events, options)
  return {
    key: options.key,
    obligation: story.obligation,
    spans: story.spans.map(explainedSpan),
    turns: story.turns.map(explainedTurn),
    reckoning: story.reckoned && printedReckoning(story.reckoned),
    waivedBy: story.waivedBy,
    sentences: sentencesOf(story, words),
  }
}

function languageOf(language: Language = 'en'): Language {
  const known = Object.keys(languages) as Language[]
  if (known.includes(language)) return language
  throw new LeadSlaError([issue('unknown-value', ['language'], { expected: 'one of the known values', got: language, known })])
}

/** Returns what a clock is explained from. **Errors** throws as `explain`. */
export function storyOf(agreement: AnyAgreement, events: Iterable<unknown>, options: ExplainOptions): Story {
  const versions = versionsOf(agreement)
  const { asOf, knownAt } = timesOf(options)
  assertKnown(versions, asOf)
  const key = partsOf(options.key)
  const history = new History(versions, asOf, knownAt ?? Number.POSITIVE_INFINITY)
  for (const event of eventsAbout(key.lead, events)) history.add(event)
  const { plan } = history
  const positions = [...plan.clauses.keys()].filter((position) => plan.clauses[position]?.id === key.clause)
  const watch = new ClockWatch(key.lead, positions, key.cycle)
  const clock = clockOf(folded(history, key.lead, watch), options.key)
  const table = new ClockTable(plan, asOf)
  table.add(clock, positions[0] ?? 0)
  const obligation = table.obligation(0)
  const waivedBy = obligation.status === 'waived' ? waiverOf(plan, clock) : null
  const closedTime = closedTimeOf(plan, clock)
  return {
    clock,
    obligation,
    asOf,
    spans: spansOf(closedTime, clock, watch, asOf),
    closedTime,
    turns: turnsOf(clock, watch, waivedBy !== null),
    reckoned: reckoningOf(clock),
    waivedBy,
  }
}

function folded(history: History, lead: string, watch: ClockWatch): LeadRecord | undefined {
  let found: LeadRecord | undefined
  history.fold((record) => {
    if (record.lead === lead) found = record
  }, watch)
  return found
}

/** A lead may hold slashes, a clause may not. */
function partsOf(key: string): { readonly clause: string; readonly lead: string; readonly cycle: number } {
  const text = String(key)
  const [first, last] = [text.indexOf('/'), text.lastIndexOf('/')]
  return { clause: text.slice(0, Math.max(first, 0)), lead: text.slice(first + 1, last), cycle: Number(text.slice(last + 1)) }
}

function clockOf(record: LeadRecord | undefined, key: string): ClockRecord {
  const clocks = record?.slots.flatMap((slot) => slot?.clocks ?? []) ?? []
  const keys = clocks.map(({ clause, lead, cycle }) => keyOf(clause.id, lead, cycle))
  const found = clocks[keys.indexOf(key)]
  if (found) return found
  throw new LeadSlaError([
    issue('unknown-obligation', ['key'], { expected: 'the key of an obligation, clause/lead/cycle', got: key, known: keys }),
  ])
}

function closedTimeOf({ versions, versionOf, clauses }: Plan, { clause, measure }: ClockRecord): ClosedTime {
  const calendars = versions[versionOf[clauses.indexOf(clause)] ?? 0]?.agreement.document.calendars ?? {}
  return new ClosedTime(measure.clock, lesserCalendars(measure.calendar, inZone(calendars, measure)))
}

function spansOf(closedTime: ClosedTime, clock: ClockRecord, watch: ClockWatch, asOf: number): Story['spans'] {
  return ledgerOf(clock, asOf).map((span) => ({
    ...span,
    by: span.pause ? (watch.pausedBy.get(span.pause) ?? null) : null,
    isCapped: span.pause !== null && isCapped(span.pause) && span.to === span.pause.to,
    closed: span.why === 'closed' ? closedTime.pieces(span.from, span.to) : [],
  }))
}

/** Returns the calendars with the one that counted as it was read. [C10] */
function inZone(calendars: Calendars, { calendar, zoned }: Measure): Calendars {
  const document = calendars[calendar]
  return zoned === undefined || !document ? calendars : { ...calendars, [calendar]: { ...document, timeZone: zoned } }
}

/** What no event does comes after what events do at the same instant. */
function turnsOf({ breachedAt, pauses }: ClockRecord, { turns }: ClockWatch, isWaived: boolean): WatchedTurn[] {
  const all: WatchedTurn[] = [...turns]
  for (const pause of pauses?.filter(isCapped) ?? [])
    all.push({ at: pause.to, what: 'resumed', because: 'cap', rule: 'C3', event: null, pause })
  if (breachedAt === breachedAt) all.push({ at: breachedAt, what: 'breached', because: 'time', rule: 'C4', event: null })
  if (isWaived) all.push({ at: breachedAt, what: 'waived', because: 'exception', rule: 'C16', event: null })
  return all
    .map((turn, index) => ({ turn, index }))
    .sort((a, b) => a.turn.at - b.turn.at || a.index - b.index)
    .map(({ turn }) => turn)
}

function waiverOf({ versions, exceptions }: Plan, clock: ClockRecord): WaivedBy | null {
  const exception = excuseOf(exceptions, clock)
  for (const { agreement } of versions) {
    const written = exception && agreement.document.exceptions?.[agreement.exceptions.indexOf(exception)]
    if (!written) continue
    const { from, to, reason, approvedBy = null } = written
    return { name: exception.name, from, to, reason, approvedBy }
  }
  return null
}
