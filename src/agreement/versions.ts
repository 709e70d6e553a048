/**
 * The versions of one agreement, in the order in which they bind. A cycle is held to the version that was in force when it
 * started, however many came later. [C11]
 */
import { type Issue, issue, LeadSlaError, valueOf } from '../errors.ts'
import { printInstant } from '../time/instant.ts'
import { type Agreement, isAgreement, parseAgreement } from './agreement.ts'
import type { AgreementDocument } from './document.ts'
import type { Effective } from './effective.ts'

/** An agreement as functions take it: checked or as a document, in one version or in several. */
export type AnyAgreement = Agreement | AgreementDocument | readonly (Agreement | AgreementDocument)[]

/** A version with the time in which it binds: until it ends itself, or the next one begins. */
export interface Version {
  readonly agreement: Agreement
  readonly effective: Effective
}

/** By the earliest version and the hashes of all: what is worked out for a list of versions is found again. */
const known = new WeakMap<Agreement, Map<string, readonly Version[]>>()

/**
 * Returns the checked versions, the earliest first.
 *
 * **Errors** throws `LeadSlaError` for a wrong document, with the position of the version before its paths; `mixed-agreements` for
 * versions of different agreements; `overlapping-versions` where two would bind the same cycle; `missing-key` for none.
 */
export function versionsOf(input: AnyAgreement): readonly Version[] {
  if (!Array.isArray(input)) return remembered([isAgreement(input) ? input : valueOf(parseAgreement(input))])
  const issues: Issue[] = []
  const agreements = input.flatMap((one: unknown, index): Agreement[] => {
    if (isAgreement(one)) return [one]
    const parsed = parseAgreement(one)
    if (parsed.ok) return [parsed.value]
    issues.push(...(input.length === 1 ? parsed.issues : parsed.issues.map((wrong) => below(index, wrong))))
    return []
  })
  if (input.length === 0) issues.push(issue('missing-key', [0], { expected: 'at least one version of an agreement' }))
  if (issues.length > 0) throw new LeadSlaError(issues)
  return remembered(agreements)
}

function remembered(agreements: readonly Agreement[]): readonly Version[] {
  const [first] = agreements
  if (!first) return []
  const lists = known.get(first) ?? new Map<string, readonly Version[]>()
  known.set(first, lists)
  const key = agreements.map(({ hash }) => hash).join()
  const versions = lists.get(key) ?? Object.freeze(inOrder(agreements))
  lists.set(key, versions)
  return versions
}

function inOrder(agreements: readonly Agreement[]): readonly Version[] {
  const issues: Issue[] = []
  const [first] = agreements
  const placed = agreements.map((agreement, index) => ({ agreement, index }))
  for (const { agreement, index } of placed) {
    if (agreement.id === first?.id) continue
    const expected = `a version of the agreement ${JSON.stringify(first?.id)}`
    issues.push(issue('mixed-agreements', [index, 'agreement'], { expected, got: agreement.id }))
  }
  placed.sort((a, b) => a.agreement.effective.from - b.agreement.effective.from || a.index - b.index)
  const versions = placed.map(({ agreement, index }, position): Version => {
    const { from, to } = agreement.effective
    const next = placed[position + 1]
    if (!next) return { agreement, effective: { from, to } }
    const begins = next.agreement.effective.from
    if (begins === from || (Number.isFinite(to) && to > begins)) {
      const expected = `a beginning ${begins === from ? 'after' : 'not before'} the ${begins === from ? 'beginning' : 'end'} of version ${JSON.stringify(agreement.version)} (${printed(begins === from ? from : to)})`
      issues.push(issue('overlapping-versions', [next.index, 'effective', 'from'], { expected, got: printed(begins) }))
    }
    if (next.agreement.version === agreement.version) {
      issues.push(
        issue('overlapping-versions', [Math.max(index, next.index), 'version'], {
          expected: 'a version of another name',
          got: agreement.version,
        }),
      )
    }
    return { agreement, effective: { from, to: Math.min(to, begins) } }
  })
  if (issues.length > 0) throw new LeadSlaError(issues)
  return versions
}

function below(index: number, { code, path, expected, got, known: names }: Issue): Issue {
  return issue(code, [index, ...path], { expected, got, ...(names ? { known: names } : {}) })
}

function printed(at: number): string {
  return Number.isFinite(at) ? printInstant(at) : 'open'
}
