/**
 * Where points and consequences hang on clocks, somebody will try to move the clocks. A finding here says that one person did
 * something far more often than the others of the same role, with the numbers and the places to look at. It is never an
 * accusation: there may be a territory, a campaign or a sick child behind it.
 */
import type { AnyAgreement } from '../agreement/versions.ts'
import { simpleKeys } from '../conditions/json-path.ts'
import { conductOf } from '../conduct/conduct.ts'
import { type Issue, issue, LeadSlaError } from '../errors.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { wilsonInterval } from '../periods/interval.ts'
import { parseDuration } from '../time/duration.ts'
import { readInstant } from '../time/instant.ts'
import { type Case, type Evidence, type Limits, type Pattern, patterns } from './case.ts'
import { clockCases } from './clock-cases.ts'
import { type Comparison, comparisonsOf, keyOf, unlikely } from './compare.ts'
import { moveCases, pauseCases, touchCases } from './event-cases.ts'
import { toldLeads } from './told-events.ts'

export interface FairnessOptions {
  /** Nobody with fewer cases is compared, nor with fewer of all others together; 20 when left out. */
  readonly minimumSample?: number
  /** How likely a finding may be where there is nothing to find, over all comparisons together; 0.01 when left out. */
  readonly level?: number
  /** So many times the share of the others at least; 2 when left out. */
  readonly times?: number
  /** A pause is just before due with less than this share of the target left; 0.1 when left out. */
  readonly leftShare?: number
  /** A stop is at the last minute with no more than this left, on the wall; `PT5M` when left out. */
  readonly lastMinute?: string
  /** The next cycle begins soon after a stop; `PT1H` when left out. */
  readonly reopenWithin?: string
  /** A move is taken back soon after; `PT1H` when left out. */
  readonly flipWithin?: string
  /** Where in an event the length of a touch stands, and below which length it is short; touches are not looked at when left out. */
  readonly touch?: { readonly path: string; readonly shortest: number }
}

export interface FairnessFinding {
  /** `fairness/pattern/clause/person`: the same in every run. */
  readonly key: string
  readonly pattern: Pattern
  readonly clause: string | null
  readonly person: string
  readonly role: string | null
  /** How many cases fit the pattern, of how many, with the Wilson interval at 95 %. */
  readonly own: Proportion
  /** The same of all others of the role together. */
  readonly others: Proportion
  readonly test: {
    readonly name: 'Fisher, one-sided'
    readonly p: number
    /** What p had to lie below, by Holm's method. */
    readonly below: number
    /** How many comparisons were made in all. */
    readonly comparisons: number
  }
  /** The first of them, by time. */
  readonly evidence: readonly Evidence[]
  readonly message: string
}

export interface Proportion {
  readonly hits: number
  readonly sample: number
  readonly share: number
  readonly interval: readonly [low: number, high: number]
}

export interface Fairness {
  readonly findings: readonly FairnessFinding[]
  /** What was looked at: how many people were compared, and how many were not because of too small a sample. */
  readonly looked: readonly { readonly pattern: Pattern; readonly compared: number; readonly tooSmall: number }[]
}

const mostEvidence = 50

/**
 * Returns what one person does far more often than the others of the same role, in the same clause.
 *
 * **Edges** nothing is said below the minimum sample, on either side. A finding needs both: so many times the share of the others,
 * and a p-value that Fisher's exact test gives chance less often than `level`, over all comparisons together (Holm). Automations
 * are left out.
 * **Errors** throws `LeadSlaError` for options that are none (`out-of-range`, `invalid-duration`, `invalid-path`), and as `explain`.
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.assigned' }, stop: { on: 'call.made' }, cancel: { on: 'lead.dropped' }, within: 'PT1H' } },
 * })
 * const events = Array.from({ length: 90 }, (_, lead) => {
 *   const [owner, type] = lead < 30 ? ['anna', 'lead.dropped'] : [lead % 2 ? 'ben' : 'cleo', 'call.made']
 *   const at = (minute: string) => `2026-04-07T08:${minute}:00Z`
 *   return [
 *     { id: `${lead}-1`, lead: `L${lead}`, type: 'lead.assigned', at: at('00'), data: { owner } },
 *     { id: `${lead}-2`, lead: `L${lead}`, type, at: at('20') },
 *   ]
 * }).flat()
 * const { findings } = fairness(agreement, evaluate(agreement, events, { asOf: '2026-05-01T00:00:00Z' }), events)
 * findings.map(({ key, message }) => [key, message])
 * //=> [['fairness/cancelled-clocks/reply/anna', '30 of 30 clocks were cancelled in time, and of the others of the role 0 of 60']]
 */
export function fairness(
  agreement: AnyAgreement,
  evaluation: Evaluation,
  events: Iterable<unknown>,
  options: FairnessOptions = {},
): Fairness {
  const conduct = conductOf(agreement, evaluation)
  const { limits, minimumSample, level, times } = readOptions(options)
  const knownAt = evaluation.knownAt === null ? Number.POSITIVE_INFINITY : readInstant(evaluation.knownAt)
  const initial = conduct.versions.at(-1)?.agreement.lifecycle?.initial ?? null
  const told = { agreement, evaluation, leads: toldLeads(events, conduct.asOf, knownAt), limits, initial }
  const { obligations } = evaluation
  const cases: Case[] = [
    ...clockCases(obligations, limits),
    ...pauseCases(told, obligations),
    ...touchCases(told, obligations),
    ...moveCases(told),
  ]
  const all = comparisonsOf(cases, (person) => conduct.members.get(person)?.role ?? null)
  const isLarge = ({ own, others }: Comparison) => own.sample >= minimumSample && others.sample >= minimumSample
  const compared = all.filter(isLarge)
  const findings = unlikely(compared, level).filter(({ comparison: { own, others } }) => {
    return own.hits * others.sample >= times * others.hits * own.sample
  })
  return {
    findings: findings.map((found) => findingOf(found.comparison, found.level, compared.length)),
    looked: patterns.map((pattern) => {
      const own = all.filter((one) => one.pattern === pattern)
      return { pattern, compared: own.filter(isLarge).length, tooSmall: own.filter((one) => !isLarge(one)).length }
    }),
  }
}

const sentences: Readonly<Record<Pattern, string>> = {
  'pauses-before-due': 'pauses began just before due',
  'stop-and-reopen': 'clocks that were stopped in time began anew soon after',
  'short-touches': 'touches were short',
  'status-flipping': 'moves took back a move of just before',
  'last-minute': 'clocks were stopped at the last minute',
  'cancelled-clocks': 'clocks were cancelled in time',
}

function findingOf(comparison: Comparison, below: number, comparisons: number): FairnessFinding {
  const { pattern, clause, person, role, own, others, p, evidence } = comparison
  const message = `${own.hits} of ${own.sample} ${sentences[pattern]}, and of the others of the role ${others.hits} of ${others.sample}`
  return {
    key: keyOf(comparison),
    pattern,
    clause,
    person,
    role,
    own: proportionOf(own),
    others: proportionOf(others),
    test: { name: 'Fisher, one-sided', p, below, comparisons },
    evidence: evidence.slice(0, mostEvidence),
    message,
  }
}

function proportionOf({ hits, sample }: Comparison['own']): Proportion {
  return { hits, sample, share: hits / sample, interval: wilsonInterval(hits, sample) ?? [0, 1] }
}

interface Reading {
  readonly limits: Limits
  readonly minimumSample: number
  readonly level: number
  readonly times: number
}

function readOptions(options: FairnessOptions): Reading {
  const issues: Issue[] = []
  const number = (key: 'minimumSample' | 'level' | 'times' | 'leftShare', least: number, most: number, otherwise: number) => {
    const value = options[key] ?? otherwise
    if (!(typeof value === 'number' && value >= least && value <= most))
      issues.push(issue('out-of-range', [key], { expected: `a number from ${least} to ${most}`, got: value }))
    return value
  }
  const duration = (key: 'lastMinute' | 'reopenWithin' | 'flipWithin', otherwise: string): number => {
    const parsed = parseDuration(options[key] ?? otherwise, [key])
    if (!parsed.ok) issues.push(...parsed.issues)
    return parsed.ok ? parsed.value : 0
  }
  const { touch } = options
  const keys = touch && typeof touch.path === 'string' && touch.path.startsWith('$.') ? simpleKeys(touch.path) : undefined
  if (touch && !keys)
    issues.push(issue('invalid-path', ['touch', 'path'], { expected: 'a path of names such as $.data.seconds', got: touch.path }))
  if (touch && !(touch.shortest > 0))
    issues.push(issue('out-of-range', ['touch', 'shortest'], { expected: 'a number of more than 0', got: touch.shortest }))
  const found: Reading = {
    // Of a sample of one nothing follows, and a level of 1 finds everything.
    minimumSample: number('minimumSample', 2, Number.MAX_SAFE_INTEGER, 20),
    level: number('level', 0, 0.5, 0.01),
    times: number('times', 1, 1_000, 2),
    limits: {
      leftShare: number('leftShare', 0, 1, 0.1),
      lastMs: duration('lastMinute', 'PT5M'),
      reopenMs: duration('reopenWithin', 'PT1H'),
      flipMs: duration('flipWithin', 'PT1H'),
      touch: touch && keys ? { keys, shortest: touch.shortest } : null,
    },
  }
  if (issues.length > 0) throw new LeadSlaError(issues)
  return found
}
