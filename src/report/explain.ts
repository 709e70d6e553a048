/** Why one clock came out as it did: every span that counted and every one that did not, in data and in sentences. */
import type { Agreement } from '../agreement/agreement.ts'
import type { AgreementDocument } from '../agreement/document.ts'
import { issue, LeadSlaError } from '../errors.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import { ClockTable, keyOf } from '../evaluation/clock-table.ts'
import { type EvaluateOptions, oneAgreement } from '../evaluation/evaluate.ts'
import { History } from '../evaluation/history.ts'
import { ledgerOf } from '../evaluation/ledger.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import { instantOf, printInstant } from '../time/instant.ts'
import { sentencesOf } from './sentences.ts'

/** A piece of a clock's life. Instants are RFC 3339 in UTC, `[from, to)`. */
export interface ExplainedSpan {
  readonly from: string
  readonly to: string
  readonly ms: number
  readonly counts: boolean
  readonly why: 'open' | 'closed' | 'paused'
  /** The event that paused the clock. */
  readonly event: string | null
  /** The calendar's holidays in a closed span. */
  readonly holidays: readonly string[]
}

/** What an event, or the passing of time, did to the clock. */
export interface Turn {
  readonly at: string
  readonly what: 'started' | 'paused' | 'resumed' | 'retargeted' | 'breached' | 'stopped' | 'cancelled' | 'superseded'
  /** The id of the event; `null` for a breach, which no event makes. */
  readonly event: string | null
}

export interface Explanation {
  readonly key: string
  readonly obligation: Obligation
  /** They tile the life of the clock; those that count sum to `obligation.usedMs`. */
  readonly spans: readonly ExplainedSpan[]
  readonly turns: readonly Turn[]
  /** In English, in the zone of the clause's calendar. */
  readonly sentences: readonly string[]
}

export interface ExplainOptions extends EvaluateOptions {
  /** The key of an obligation: `clause/lead/cycle`. */
  readonly key: string
}

/**
 * Returns why one clock came out as it did.
 *
 * **Errors** throws `LeadSlaError` with `unknown-obligation` where the events give no clock of that key, with the keys that
 * the lead does have; otherwise as `evaluate`.
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
 * const { spans } = explain(agreement, events, { asOf: '2026-05-01T00:00:00Z', key: 'reply/L1/1' })
 * spans.map(({ why, ms }) => [why, ms / 60000]) //=> [['open', 30], ['closed', 3840], ['open', 10]]
 */
export function explain(
  agreement: Agreement | AgreementDocument | readonly (Agreement | AgreementDocument)[],
  events: Iterable<unknown>,
  options: ExplainOptions,
): Explanation {
  const checked = oneAgreement(agreement)
  const asOf = instantOf(options.asOf)
  const history = new History(
    checked,
    asOf,
    options.knownAt === undefined ? Number.POSITIVE_INFINITY : instantOf(options.knownAt),
  )
  for (const event of events) history.add(event)
  const clock = clockOfKey(history, options.key)
  const table = new ClockTable(checked, history.plan.clauses, asOf)
  table.add(clock, history.plan.clauses.indexOf(clock.clause))
  const obligation = table.obligation(0)
  const ledger = ledgerOf(clock, asOf)
  return {
    key: options.key,
    obligation,
    spans: ledger.map(({ from, to, ...rest }) => ({ from: printInstant(from), to: printInstant(to), ms: to - from, ...rest })),
    turns: turnsOf(clock).map(({ at, ...rest }) => ({ at: printInstant(at), ...rest })),
    sentences: sentencesOf(clock, obligation, ledger),
  }
}

function clockOfKey(history: History, key: string): ClockRecord {
  const [first, last] = [key.indexOf('/'), key.lastIndexOf('/')]
  const record = history.foldOne(key.slice(first + 1, last))
  const clocks = record.slots.flatMap((slot) => slot?.clocks ?? [])
  const keys = clocks.map(({ clause, lead, cycle }) => keyOf(clause.id, lead, cycle))
  const found = clocks[keys.indexOf(key)]
  if (found) return found
  throw new LeadSlaError([
    issue('unknown-obligation', ['key'], { expected: 'the key of an obligation, clause/lead/cycle', got: key, known: keys }),
  ])
}

function turnsOf(clock: ClockRecord): { at: number; what: Turn['what']; event: string | null }[] {
  const { startedAt, startedBy, pauses, retargets, breachedAt, closing } = clock
  const turns: { at: number; what: Turn['what']; event: string | null }[] = [{ at: startedAt, what: 'started', event: startedBy }]
  for (const { from, to, by, until } of pauses ?? []) {
    turns.push({ at: from, what: 'paused', event: by })
    if (to === to) turns.push({ at: to, what: 'resumed', event: until })
  }
  for (const { at, by } of retargets ?? []) turns.push({ at, what: 'retargeted', event: by })
  if (breachedAt === breachedAt) turns.push({ at: breachedAt, what: 'breached', event: null })
  if (closing) turns.push({ at: closing.at, what: closing.ending, event: closing.by })
  return turns
    .map((turn, index) => ({ turn, index }))
    .sort((a, b) => a.turn.at - b.turn.at || a.index - b.index)
    .map(({ turn }) => turn)
}
