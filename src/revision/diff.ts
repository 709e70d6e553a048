/**
 * What changed between two versions of an agreement. Clauses, parties, calendars, statuses and conditions are matched by their
 * names, the goals of a clause by the leads they are for; every change says whom it binds more strictly, and why. [L3]
 */
import { type Agreement, isAgreement, parseAgreement } from '../agreement/agreement.ts'
import type { AgreementDocument } from '../agreement/document.ts'
import { valueOf } from '../errors.ts'
import type { Bearing, Versions } from './bearing.ts'
import { bearingsOf } from './bearings-of.ts'
import { type Difference, differences } from './compare.ts'
import { agreementShape } from './shape.ts'
import { type Transition, transitionBetween } from './transition.ts'

/** A change with what it means. `breaking`: somebody is bound more strictly, or otherwise in a way that nobody can compute. */
export interface Change extends Difference {
  readonly bearings: readonly Bearing[]
  readonly breaking: boolean
}

export interface DiffedVersion {
  readonly agreement: string
  readonly version: string
  /** SHA-256 of the content. */
  readonly hash: string
}

export interface Diff {
  readonly before: DiffedVersion
  readonly after: DiffedVersion
  readonly changes: readonly Change[]
  /** Whether one of the changes is. */
  readonly breaking: boolean
  readonly transition: Transition
}

/**
 * Returns what changed from one version to another, in the order of the newer document.
 *
 * **Edges** nothing for documents of the same content; the order of keys, and of lists in which order means nothing, is no
 * change. A change of words, of people and of reminders binds nobody and breaks nothing.
 * **Errors** throws `LeadSlaError` with every mistake of a document.
 * **Source** [L3], [C11].
 *
 * @example
 * const before = {
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT4H' } },
 * } as const
 * const after = { ...before, clauses: { reply: { ...before.clauses.reply, within: 'PT1H' } } }
 * const [change] = diff(before, after).changes
 * change?.bearings //=> [{ party: 'sales', effect: 'stricter', reason: 'tighterTarget' }]
 */
export function diff(before: Agreement | AgreementDocument, after: Agreement | AgreementDocument): Diff {
  const versions: Versions = { before: checked(before), after: checked(after) }
  const found = differences(versions.before.document, versions.after.document, agreementShape)
  const changes = found.map((each): Change => {
    const bearings = bearingsOf(each, versions)
    return { ...each, bearings, breaking: bearings.some(({ effect }) => effect !== 'easier') }
  })
  return {
    before: known(versions.before),
    after: known(versions.after),
    changes,
    breaking: changes.some((change) => change.breaking),
    transition: transitionBetween(versions, changes),
  }
}

function checked(agreement: Agreement | AgreementDocument): Agreement {
  return isAgreement(agreement) ? agreement : valueOf(parseAgreement(agreement))
}

function known({ id, version, hash }: Agreement): DiffedVersion {
  return { agreement: id, version, hash }
}
