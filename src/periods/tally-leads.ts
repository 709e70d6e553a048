/** Counts leads for a tally: folded as in an evaluation, but nothing is put down of their clocks. */
import { type AnyAgreement, versionsOf } from '../agreement/versions.ts'
import { type EvaluateOptions, timesOf } from '../evaluation/evaluate.ts'
import { History } from '../evaluation/history.ts'
import { Counter } from './counter.ts'
import { mergedNames } from './merged-leads.ts'
import type { Tally } from './tally.ts'

export interface TallyOptions extends EvaluateOptions {
  /** Whether to tell people and teams apart: who had the leads in hand. */
  readonly people?: boolean
}

/**
 * Returns what the events of some leads come to over the periods, to be merged with the tallies of all the others and then
 * settled. The events of a lead belong together, in one tally, and with them those of the leads that were merged into it.
 *
 * **Edges** by people, a lead that counts and an opportunity are theirs who had the lead then; a conversion theirs who had it as it
 * converted, and a lead that did not convert theirs who had it last before it was mature; a clock theirs who answer for it.
 * **Errors** as `evaluate`; what an evaluation would refuse is left out without a word.
 * **Source** [P9], [C9].
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { calls: { kind: 'volume', owedBy: 'sales', count: { on: 'call.made' }, per: 'month', target: 9 } },
 * })
 * const happened = (type: string, data = {}) => ({ id: type, lead: 'L1', type, at: '2026-04-07T08:00:00Z', data })
 * const events = [happened('a.assigned'), happened('lead.assigned', { owner: 'lena' }), happened('call.made')]
 * const sequence = (event: object, index: number) => ({ ...event, sequence: index })
 * const counted = tally(agreement, events.map(sequence), { asOf: '2026-04-08T00:00:00Z', people: true })
 * settlePeople(agreement, counted, 'owner').map(({ key, name, actual }) => [key, name, actual]) //=> [['calls/2026-04', 'lena', 1]]
 */
export function tally(agreement: AnyAgreement, events: Iterable<unknown>, options: TallyOptions): Tally {
  return tallyLeads(agreement, events, options)
}

/** The same; the names of leads of which time alone may change what was counted are added to `waiting`. */
export function tallyLeads(
  agreement: AnyAgreement,
  events: Iterable<unknown>,
  options: TallyOptions,
  waiting?: Set<string>,
): Tally {
  const versions = versionsOf(agreement)
  const { asOf, knownAt } = timesOf(options)
  const expected = Array.isArray(events) ? events.length : 0
  const history = new History(versions, asOf, knownAt ?? Number.POSITIVE_INFINITY, expected)
  const names = new Set<string>()
  for (const event of events) {
    for (const name of mergedNames(event) ?? []) names.add(name)
    history.add(event)
  }
  const counter = new Counter(versions, history.plan, asOf, names, {
    people: options.people ?? false,
    ...(waiting ? { waiting } : {}),
  })
  history.fold(() => {}, counter)
  return counter.tally()
}
