/** The ledger of the steps that were taken: what a late event makes untrue is taken back, and nothing is done twice. [F2] */
import type { AnyAgreement } from '../agreement/versions.ts'
import { conductOf } from '../conduct/conduct.ts'
import { type Recorded, settleLedger } from '../conduct/ledger.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { printRead, readInstant } from '../time/instant.ts'
import type { ActionDue, Consequence } from './consequence.ts'
import { consequencesOf, judgementsOf } from './consequences.ts'

/** A step that was taken, or the taking back of one, with the facts of the time. */
export interface ConsequenceEntry extends Recorded {
  readonly ladder: string
  readonly period: string
  readonly party: string
  readonly for: Consequence['for']
  readonly name: string
  readonly step: string
  readonly due: ActionDue
  readonly facts: Consequence['facts']
  readonly because: readonly string[]
}

/**
 * Returns what has to be added to the ledger of steps: an entry for each final one that is new, and a reversal for each that no
 * longer follows.
 *
 * **Edges** a step stands as long as it follows, whatever its numbers are by now: an entry keeps those of its time. What is
 * pending again after a late event stays until it is decided. Settling again adds nothing.
 * **Errors** as `consequences`, and `invalid-state` for a ledger whose entries are none, or contradict each other.
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', effective: { from: '2026-04-01' }, timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 *   enforcement: { ladders: { replies: { owedBy: 'sales', for: 'party', per: 'month', steps: [{ name: 'talk', action: 'notice' }] } } },
 * })
 * const created = { id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' }
 * const late = { id: '2', lead: 'L1', type: 'call.made', at: '2026-04-07T08:40:00Z', recordedAt: '2026-05-02T09:00:00Z' }
 * const asOf = '2026-05-03T00:00:00Z'
 * const taken = settleConsequences([], agreement, evaluate(agreement, [created], { asOf }))
 * const more = settleConsequences(taken, agreement, evaluate(agreement, [created, late], { asOf }))
 * more.map(({ id }) => id) //=> ['enforcement/replies/2026-04/talk/sales/reversal']
 */
export function settleConsequences(
  ledger: readonly ConsequenceEntry[],
  agreement: AnyAgreement,
  evaluation: Evaluation,
): ConsequenceEntry[] {
  const conduct = conductOf(agreement, evaluation)
  const { asOf } = evaluation
  const final = consequencesOf(conduct).filter(({ standing }) => standing === 'final')
  const open = judgementsOf(conduct).filter(({ standing }) => standing !== 'final')
  const facts = {
    asOf,
    final: final.map((one) => ({ ...one, group: groupOf(one) })),
    undecided: new Set(open.map(({ key }) => key)),
  }
  return settleLedger(ledger, facts, {
    isSame: () => true,
    write: (one, id): ConsequenceEntry => ({
      ...{
        id,
        key: one.key,
        group: one.group,
        at: printRead(conduct.closing(readInstant(one.to)) - 1),
        reverses: null,
        settledAt: asOf,
      },
      ...{ ladder: one.ladder, period: one.period, party: one.party, for: one.for, name: one.name },
      ...{ step: one.step, due: one.due, facts: one.facts, because: one.because },
    }),
    reverse: (recorded, id): ConsequenceEntry => ({ ...recorded, id, reverses: recorded.id, settledAt: asOf }),
  })
}

/** The key of the judgement that the step follows from. */
function groupOf({ ladder, period, name }: Consequence): string {
  return `enforcement/${ladder}/${period}/${name}`
}
