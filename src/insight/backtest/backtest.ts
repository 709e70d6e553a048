/**
 * The same past under two agreements. Whoever wants another target should know before the meeting what it would have done: which
 * promises would have been kept or broken, whose, and on which leads. [L2]
 */

import { type Agreement, isAgreement } from '../../agreement/agreement.ts'
import type { AgreementDocument } from '../../agreement/document.ts'
import { type AnyAgreement, versionsOf } from '../../agreement/versions.ts'
import { issue, LeadSlaError } from '../../errors.ts'
import { clocksOf } from '../../evaluation/clock-view.ts'
import type { EvaluateOptions } from '../../evaluation/evaluate.ts'
import type { Evaluation } from '../../evaluation/evaluation.ts'
import { beginEvaluation } from '../../periods/evaluate.ts'
import { compareClocks } from './compare-clocks.ts'
import type { Difference, Flip } from './flip.ts'
import { type PeriodFlip, periodFlips } from './period-flips.ts'

export interface BacktestOptions extends EvaluateOptions {
  /**
   * From when to when the second agreement binds: as the first one did, the default, because it is mostly made for the future and
   * would bind nothing of the past; or as it is written. Several versions bind as they are written.
   */
  readonly effective?: 'asBefore' | 'asWritten'
}

export interface Backtest {
  readonly asOf: string
  readonly knownAt: string | null
  /** The versions that were set against each other. */
  readonly before: Evaluation['agreements']
  readonly after: Evaluation['agreements']
  /** Whether the two agreements come to the same for these events. */
  readonly isEmpty: boolean
  /** How many clocks both agreements have, and how many of them have the same outcome. */
  readonly clocks: { readonly before: number; readonly after: number; readonly same: number }
  /** What differs, and nothing else: by clause, party, team and person, the most flips first; by lead, by its name. */
  readonly clauses: readonly Difference[]
  readonly parties: readonly Difference[]
  readonly teams: readonly Difference[]
  readonly owners: readonly Difference[]
  readonly leads: readonly Difference[]
  /** By lead, then in the order of the agreement. */
  readonly flips: readonly Flip[]
  readonly periods: readonly PeriodFlip[]
  /** Events that were not counted. */
  readonly refused: { readonly before: number; readonly after: number }
}

/** A backtest that takes its events one by one, from a stream that is never held as a whole. */
export interface RunningBacktest {
  /** Takes the next event, in any order; after `finish` it changes nothing. */
  add(event: unknown): void
  /** Returns the backtest of all that was added; asked again, the same one. */
  finish(): Backtest
}

/**
 * Returns what another agreement would have made of past events.
 *
 * **Edges** a clock is the same under both where clause, lead and cycle are; one that only one agreement has is a flip from nothing
 * or to nothing. The order of the events changes nothing. Two agreements that come to the same give an empty backtest, whatever
 * they say.
 * **Errors** throws `LeadSlaError` as `evaluate` does, with `before` or `after` in front of the paths of an agreement.
 * **Source** [L2].
 *
 * @example
 * const before = {
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed' as const, owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * }
 * const after = { ...before, version: '2', clauses: { reply: { ...before.clauses.reply, within: 'PT30M' } } }
 * const { flips, clauses } = backtest(before, after, [
 *   { id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' },
 *   { id: '2', lead: 'L1', type: 'call.made', at: '2026-04-07T08:40:00Z' },
 * ], { asOf: '2026-04-08T00:00:00Z' })
 * flips.map(({ key, effect, from, to }) => [key, effect, from?.status, to?.status]) //=> [['reply/L1/1', 'worse', 'met', 'metLate']]
 * clauses.map(({ name, before, after }) => [name, before.share, after.share]) //=> [['reply', 1, 0]]
 */
export function backtest(
  before: AnyAgreement,
  after: AnyAgreement,
  events: Iterable<unknown>,
  options: BacktestOptions,
): Backtest {
  const running = beginBacktest(before, after, options)
  for (const event of events) running.add(event)
  return running.finish()
}

/** Returns a backtest to which events are added. **Errors** as `backtest`. */
export function beginBacktest(before: AnyAgreement, after: AnyAgreement, options: BacktestOptions): RunningBacktest {
  const { effective = 'asBefore', ...rest } = options
  if (effective !== 'asBefore' && effective !== 'asWritten') {
    const known = ['asBefore', 'asWritten']
    throw new LeadSlaError([issue('unknown-value', ['effective'], { expected: 'asBefore or asWritten', got: effective, known })])
  }
  checkBoth(before, after)
  const running = [before, effective === 'asBefore' ? boundAs(before, after) : after].map((agreement) =>
    beginEvaluation(agreement, rest),
  )
  let finished: Backtest | undefined
  return {
    add: (event) => {
      for (const evaluation of running) evaluation.add(event)
    },
    finish: () => {
      const [was, now] = running.map((evaluation) => evaluation.finish())
      if (was && now) finished ??= settled(was, now, after)
      return finished as Backtest
    },
  }
}

/** Tells all mistakes of both agreements at once, and which of them they are in. */
function checkBoth(before: AnyAgreement, after: AnyAgreement): void {
  const issues = Object.entries({ before, after }).flatMap(([side, agreement]) => {
    try {
      versionsOf(agreement)
      return []
    } catch (error) {
      if (!(error instanceof LeadSlaError)) throw error
      return error.issues.map(({ code, path, expected, got, known }) =>
        issue(code, [side, ...path], { expected, got, ...(known ? { known } : {}) }),
      )
    }
  })
  if (issues.length > 0) throw new LeadSlaError(issues)
}

/** The second agreement with the effective range of the first; several versions stay as they are. */
function boundAs(before: AnyAgreement, after: AnyAgreement): AnyAgreement {
  if (Array.isArray(after)) return after
  const document = documentOf(after as Agreement | AgreementDocument)
  const versions = versionsOf(before)
  const from = versions[0]?.agreement.document.effective?.from
  const to = versions.at(-1)?.agreement.document.effective?.to
  const { from: ownFrom, to: ownTo } = document.effective ?? {}
  if (from === ownFrom && to === ownTo) return after
  const { effective: _, ...unbound } = document
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  return Object.keys(range).length === 0 ? unbound : { ...unbound, effective: range }
}

function documentOf(agreement: Agreement | AgreementDocument): AgreementDocument {
  return isAgreement(agreement) ? agreement.document : agreement
}

/** An event may be refused for several reasons, and is one event all the same. */
function eventsOf({ refused }: Evaluation): number {
  return new Set(refused.map(({ event }) => event)).size
}

function settled(was: Evaluation, now: Evaluation, after: AnyAgreement): Backtest {
  const { asOf, knownAt, agreements: before } = was
  const [first, second] = [clocksOf(was), clocksOf(now)]
  const { flips, same, differences } = compareClocks(first, second)
  const periods = periodFlips(was.periods, now.periods)
  // The agreement as it was given, and not as it was bound.
  const given = versionsOf(after).map(({ agreement: { id, version, hash } }) => ({ agreement: id, version, hash }))
  return {
    ...{ asOf, knownAt, before, after: given },
    isEmpty: flips.length === 0 && periods.length === 0,
    clocks: { before: first.length, after: second.length, same },
    ...differences,
    ...{ flips, periods },
    refused: { before: eventsOf(was), after: eventsOf(now) },
  }
}
