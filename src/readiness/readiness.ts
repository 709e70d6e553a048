/**
 * Whether an agreement is ready to be signed, and whether what happened so far can be judged by it. Each finding says how much it
 * weighs, what follows from it, of how many cases, and what to do; it changes no result.
 */
import { type Agreement, isAgreement, parseAgreement } from '../agreement/agreement.ts'
import type { AgreementDocument } from '../agreement/document.ts'
import { canonicalText } from '../content.ts'
import { type IssuePath, issue, LeadSlaError, valueOf } from '../errors.ts'
import { runEvaluation } from '../evaluation/evaluate.ts'
import { type EventReading, readEvent } from '../events/event.ts'
import type { Language } from '../language.ts'
import { type InstantLike, instantOf, printInstant } from '../time/instant.ts'
import { clauseChecks } from './clause-checks.ts'
import { clocked } from './clocked.ts'
import { type Complexity, complexityChecks, complexityOf } from './complexity.ts'
import { type Cases, type Draft, type Severity, severities } from './draft.ts'
import { factChecks } from './fact-checks.ts'
import type { ReadinessCode, ReadinessFacts } from './facts.ts'
import { goalChecks } from './goal-checks.ts'
import { historyChecks } from './history-checks.ts'
import { languages } from './languages.ts'
import { Observer } from './observer.ts'
import { paperChecks } from './paper-checks.ts'
import { peopleChecks } from './people-checks.ts'
import { runningChecks } from './running-checks.ts'
import { stampChecks } from './stamp-checks.ts'
import { stateChecks } from './state-checks.ts'
import { targetChecks } from './target-checks.ts'
import { triggerChecks } from './trigger-checks.ts'

export interface ReadinessOptions {
  /** Events after it are ignored, and what is open is judged at it; the last event when left out. */
  readonly asOf?: InstantLike
  /** The language of the sentences; English when left out. */
  readonly language?: Language
}

export interface ReadinessFinding {
  readonly code: ReadinessCode
  readonly severity: Severity
  /** Where in the agreement; empty for what is about the events as a whole. */
  readonly path: IssuePath
  readonly clause?: string
  /** What the sentence is made of. */
  readonly facts: ReadinessFacts[ReadinessCode]
  /** `null` where it follows from the document alone. */
  readonly evidence: Cases | null
  readonly message: string
  readonly remedy: string
}

export interface Readiness {
  readonly agreement: string
  readonly version: string
  readonly hash: string
  /** True where no finding is an error. */
  readonly isReady: boolean
  /** The errors first, then by code. */
  readonly findings: readonly ReadinessFinding[]
  readonly complexity: Complexity
  /** What was looked at; `null` without events. */
  readonly looked: { readonly events: number; readonly leads: number; readonly people: number; readonly asOf: string } | null
}

/**
 * Returns whether an agreement is ready, by itself and against past events.
 *
 * **Edges** any order of events gives the same answer; a bad event is a finding. Without `asOf` the last event is the end; where that
 * lies beyond the years whose holidays are known, it is the last instant that is known.
 * **Errors** throws `LeadSlaError` for a bad agreement, a bad `asOf`, and with `unknown-value` for a language that is not known; never for an event.
 * **Source** [L4].
 *
 * @example
 * const { isReady, findings } = readiness({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   lifecycle: { initial: 'new', states: { new: { definition: 'Known.', to: ['won'] }, won: { definition: 'Signed.', disposition: true } } },
 *   clauses: { win: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { enters: 'won' }, stop: { disposed: true }, within: 'PT1H' } },
 * })
 * isReady //=> false
 * findings[0]?.message //=> 'what starts “win” stops it as well, so it is always kept, with no time used'
 */
export function readiness(
  agreement: Agreement | AgreementDocument,
  events?: Iterable<unknown>,
  options: ReadinessOptions = {},
): Readiness {
  const { language = 'en' } = options
  if (typeof language !== 'string' || !Object.hasOwn(languages, language)) {
    const known = Object.keys(languages)
    throw new LeadSlaError([issue('unknown-value', ['language'], { expected: 'a language', got: language, known })])
  }
  const checked = isAgreement(agreement) ? agreement : valueOf(parseAgreement(agreement))
  const complexity = complexityOf(checked)
  const seen = events === undefined ? null : look(checked, events, options.asOf)
  const drafts = [...ofDocument(checked, complexity), ...(seen?.drafts ?? [])]
  const findings = inOrder(drafts).map((each) => findingOf(each, language))
  return {
    agreement: checked.id,
    version: checked.version,
    hash: checked.hash,
    isReady: findings.every(({ severity }) => severity !== 'error'),
    findings,
    complexity,
    looked: seen?.looked ?? null,
  }
}

function ofDocument(agreement: Agreement, complexity: Complexity): Draft[] {
  return [
    ...stateChecks(agreement),
    ...triggerChecks(agreement),
    ...goalChecks(agreement),
    ...targetChecks(agreement),
    ...clauseChecks(agreement),
    ...complexityChecks(agreement, complexity),
    ...paperChecks(agreement),
  ]
}

function look(agreement: Agreement, events: Iterable<unknown>, wanted: InstantLike | undefined) {
  if (!isIterable(events))
    throw new LeadSlaError([issue('wrong-type', ['events'], { expected: 'events, one after the other', got: events })])
  const all = [...events]
  const asOf = Math.min(wanted === undefined ? lastOf(all) : instantGiven(wanted), lastKnown(agreement))
  const observer = new Observer(agreement, asOf)
  const count = { onlooker: observer, results: () => [], refused: () => [] }
  const running = runEvaluation(agreement, { asOf }, () => count, all.length)
  for (const event of all) running.add(event)
  const evaluation = running.finish()
  const drafts = [
    ...historyChecks(agreement, observer, evaluation),
    ...peopleChecks(agreement, observer),
    ...stampChecks(agreement, observer),
    ...runningChecks(agreement, observer, asOf),
    ...factChecks(agreement, observer),
  ].sort((a, b) => compare(canonicalText([a.code, a.path, a.facts]), canonicalText([b.code, b.path, b.facts])))
  const looked = { events: observer.events, leads: observer.leads, people: observer.people.size, asOf: printInstant(asOf) }
  return { drafts, looked }
}

/** Looking at what was given may throw, as at a proxy. */
function isIterable(events: unknown): boolean {
  try {
    return typeof Object(events)[Symbol.iterator] === 'function'
  } catch {
    return false
  }
}

function instantGiven(asOf: InstantLike): number {
  try {
    return instantOf(asOf)
  } catch (error) {
    if (error instanceof LeadSlaError) throw error
    throw new LeadSlaError([issue('invalid-instant', ['asOf'], { expected: 'an instant' })])
  }
}

/** The instant of the last event that can be read; the epoch where there is none. */
function lastOf(events: readonly unknown[]): number {
  const reading: EventReading = { plain: { id: '', lead: '', type: '' }, at: 0, recordedAt: 0, sequence: 0 }
  let last = Number.NEGATIVE_INFINITY
  for (const event of events) if (!readEvent(event, reading)) last = Math.max(last, reading.at)
  return Number.isFinite(last) ? last : 0
}

/** Beyond the holidays that are known nothing is judged. */
function lastKnown(agreement: Agreement): number {
  const paced = [...agreement.periodClauses.values()].flatMap((clause) => ('clock' in clause ? [clause] : []))
  const all = [...clocked(agreement).map(({ clause }) => clause), ...paced]
  return Math.min(Number.MAX_SAFE_INTEGER, ...all.map(({ clock }) => clock.horizon[1] - 1))
}

function findingOf({ code, severity, path, facts, cases, say }: Draft, language: Language): ReadinessFinding {
  const clause = path[0] === 'clauses' && typeof path[1] === 'string' ? { clause: path[1] } : {}
  return { code, severity, path, ...clause, facts, evidence: cases, ...say(languages[language]) }
}

const order = Object.keys(languages.en)

function inOrder(drafts: readonly Draft[]): Draft[] {
  return [...drafts].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || order.indexOf(a.code) - order.indexOf(b.code),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
