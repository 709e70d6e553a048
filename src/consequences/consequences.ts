/** Every judgement that an agreement's ladders come to, and every step that follows from one. */
import type { AnyAgreement } from '../agreement/versions.ts'
import { type Conduct, conductOf } from '../conduct/conduct.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { actionDue } from './action-due.ts'
import { sentencesOf } from './because.ts'
import type { Consequence, Judgement } from './consequence.ts'
import { chainsOf, type Judged, judgeChain } from './judge.ts'

/**
 * Returns how each period of everybody whom a ladder judges came out, clean ones too: by ladder, then by time, then by name.
 *
 * **Edges** a period is judged by the version that is in force as it begins. A clock belongs to the period in which it
 * started, and a promise by another length of period to the one in which it ends.
 * **Errors** throws `LeadSlaError` for a bad agreement, and with `mixed-agreements` for an evaluation of another one.
 * **Source** [F3].
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', effective: { from: '2026-04-01' }, timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 *   enforcement: { ladders: { replies: { owedBy: 'sales', for: 'party', per: 'month', steps: [{ name: 'talk', action: 'notice' }] } } },
 * })
 * const events = [{ id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' }]
 * const found = judgements(agreement, evaluate(agreement, events, { asOf: '2026-05-01T00:00:00Z' }))
 * found.map(({ key, verdict, standing, step }) => [key, verdict, standing, step])
 * //=> [['enforcement/replies/2026-04/sales', 'strike', 'final', 'talk'], ['enforcement/replies/2026-05/sales', 'idle', 'running', null]]
 */
export function judgements(agreement: AnyAgreement, evaluation: Evaluation): Judgement[] {
  return judgementsOf(conductOf(agreement, evaluation))
}

/**
 * Returns the steps that are to be taken, each with why: what stands, what may still change, and what would follow if the
 * running period ended now. The rules are those of `judgements`, in whose order they come.
 *
 * **Edges** decided by compiled conditions; `enforcementRules` gives the same rules to an `Engine` of json-rules-engine.
 * **Errors** as `judgements`.
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', effective: { from: '2026-04-01' }, timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 *   enforcement: { ladders: { replies: { owedBy: 'sales', for: 'party', per: 'month', steps: [{ name: 'talk', action: 'notice' }] } } },
 * })
 * const events = [{ id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' }]
 * const [only] = consequences(agreement, evaluate(agreement, events, { asOf: '2026-05-01T00:00:00Z' }))
 * only?.key //=> 'enforcement/replies/2026-04/talk/sales'
 * only?.because //=> ['breaches is 1, which is more than 0', 'promisesMissed is 0, which is not more than 0', 'strikes is 1, which is at least 1']
 */
export function consequences(agreement: AnyAgreement, evaluation: Evaluation): Consequence[] {
  return consequencesOf(conductOf(agreement, evaluation))
}

/** Returns the judgements of a conduct. */
export function judgementsOf(conduct: Conduct): Judgement[] {
  return judgedBy(conduct).map(({ judgement }) => judgement)
}

/** Returns the steps that follow from a conduct. */
export function consequencesOf(conduct: Conduct): Consequence[] {
  return judgedBy(conduct).flatMap((judged): Consequence[] => {
    const { judgement, ladder, step } = judged
    if (!step) return []
    const facts = { ...judgement.facts }
    const trace = { strike: ladder.strike.explain(facts), step: step.when.explain(facts) }
    return [
      {
        ...judgement,
        key: `enforcement/${ladder.name}/${judgement.period}/${step.name}/${judgement.name}`,
        step: step.name,
        words: step.words,
        action: step.action,
        due: actionDue(conduct, judged, step),
        trace,
        because: [...sentencesOf(trace.strike, facts), ...sentencesOf(trace.step, facts)],
      },
    ]
  })
}

function judgedBy(conduct: Conduct): Judged[] {
  return chainsOf(conduct.versions).flatMap((chain) => judgeChain(conduct, chain))
}
