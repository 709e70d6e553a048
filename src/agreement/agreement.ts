/** The agreement: the checked, frozen form of a document, ready to be evaluated. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod/mini'
import type { Boundary } from '../clock/business-clock.ts'
import { parseZone } from '../clock/zone.ts'
import { canonicalText, isRecord } from '../content.ts'
import { type Issue, issue, LeadSlaError, type Parsed, valueOf } from '../errors.ts'
import type { Finding } from '../finding.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { readPlainDate } from '../time/plain-date.ts'
import type { CadenceClause } from './cadence-clause.ts'
import { readChoices } from './clock-choice.ts'
import { readTouches, type Touches } from './credit.ts'
import type { AgreementDocument } from './document.ts'
import { type Effective, readEffective } from './effective.ts'
import type { ConsequenceLadder } from './enforcement.ts'
import { type Exception, readExceptions } from './exceptions.ts'
import { type FiscalYear, readFiscalYear } from './fiscal-year.ts'
import type { Incentives } from './incentives.ts'
import { lint } from './lint.ts'
import type { PeriodClause } from './period-clause.ts'
import { type Rates, readRates } from './rates.ts'
import { readClocks } from './read-calendars.ts'
import { type Clauses, readClauses } from './read-clauses.ts'
import { readEnforcement } from './read-enforcement.ts'
import { readIncentives } from './read-incentives.ts'
import { judgedBy } from './read-judging.ts'
import { readLifecycle } from './read-lifecycle.ts'
import { type Member, readMembers } from './read-members.ts'
import { checkReview } from './review.ts'
import { agreementSchema } from './schema.ts'
import { Scope } from './scope.ts'
import { shapeIssues } from './shape.ts'
import type { TimedClause } from './timed-clause.ts'

/** A checked agreement. It is made by `defineAgreement` and `parseAgreement` only, and never changes. */
export interface Agreement {
  /** The name of the agreement, the same for all its versions. */
  readonly id: string
  readonly version: string
  /** SHA-256 of the document's content, whatever the order of its keys. */
  readonly hash: string
  readonly document: AgreementDocument
  readonly effective: Effective
  /** Agreed waivers, in the order of the document. */
  readonly exceptions: readonly Exception[]
  readonly lifecycle: Lifecycle | null
  /** The timed clauses in the order of the document. */
  readonly clauses: ReadonlyMap<string, TimedClause>
  /** The clauses that are counted over a period, in the order of the document. */
  readonly periodClauses: ReadonlyMap<string, PeriodClause>
  /** The clauses of several attempts, in the order of the document. */
  readonly cadences: ReadonlyMap<string, CadenceClause>
  readonly fiscalYear: FiscalYear | null
  readonly rates: Rates | null
  readonly touches: Touches
  /** The ladders of consequences, in the order of the document. */
  readonly enforcement: readonly ConsequenceLadder[]
  readonly incentives: Incentives | null
  /** The party, the team and the role of each member, by person. */
  readonly members: ReadonlyMap<string, Member>
  /** What is legal and yet worth a look. */
  readonly findings: readonly Finding[]
}

const shape = agreementSchema({ calendar: z.unknown(), condition: z.unknown(), conduct: z.unknown() })
const agreements = new WeakSet<object>()

/** Returns true for a value that `defineAgreement` or `parseAgreement` made. */
export function isAgreement(value: unknown): value is Agreement {
  return typeof value === 'object' && value !== null && agreements.has(value)
}

/**
 * Returns the checked agreement of a literal. The names of calendars, states and parties are checked by the compiler too.
 *
 * **Errors** throws `LeadSlaError` with every mistake of the document.
 *
 * @example
 * const { id } = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * id //=> 'acme'
 */
export function defineAgreement<
  const CalendarName extends string = never,
  const StateName extends string = never,
  const PartyName extends string = never,
>(document: AgreementDocument<CalendarName, StateName, PartyName>): Agreement {
  return valueOf(parseAgreement(document))
}

/**
 * Returns the checked agreement, or every mistake of the document at once: its shape, its references and its meaning.
 *
 * **Errors** the issues are those of `docs/errors.md`, each with a path into the document; nothing is thrown.
 *
 * @example
 * parseAgreement({ agreement: 'acme' }).ok //=> false
 */
export function parseAgreement(document: unknown): Parsed<Agreement> {
  try {
    return parseRecord(document)
  } catch (error) {
    if (error instanceof LeadSlaError) return { ok: false, issues: error.issues }
    // Only a getter or a proxy can throw where JSON cannot.
    return { ok: false, issues: [issue('wrong-type', [], { expected: 'an agreement document that is plain JSON' })] }
  }
}

function parseRecord(document: unknown): Parsed<Agreement> {
  if (!isRecord(document)) {
    return { ok: false, issues: [issue('wrong-type', [], { expected: 'an agreement document', got: document })] }
  }
  const issues: Issue[] = shapeIssues(shape, document)
  const { lifecycle } = document
  const scope = new Scope({
    calendars: namesOf(document.calendars),
    states:
      lifecycle === undefined ? [] : isRecord(lifecycle) && isRecord(lifecycle.states) ? Object.keys(lifecycle.states) : null,
    parties: isRecord(document.parties) ? Object.keys(document.parties) : null,
    clauses: namesOf(document.clauses),
    conditions: isRecord(document.conditions) ? document.conditions : {},
  })
  const parts = read(document, scope)
  issues.push(...scope.issues)
  if (issues.length > 0) return { ok: false, issues: withoutRepeats(issues) }
  return { ok: true, value: finish(document, parts) }
}

interface Parts extends Clauses {
  readonly effective: Effective
  readonly exceptions: readonly Exception[]
  readonly lifecycle: Lifecycle | null
  readonly fiscalYear: FiscalYear | null
  readonly rates: Rates | null
  readonly touches: Touches
  readonly enforcement: readonly ConsequenceLadder[]
  readonly incentives: Incentives | null
  readonly members: ReadonlyMap<string, Member>
}

/** Reads everything that can be read, so that a mistake in one place hides none in another. */
function read(document: Record<string, unknown>, scope: Scope): Parts {
  const zone = typeof document.timeZone === 'string' ? scope.take(parseZone(document.timeZone, ['timeZone'])) : undefined
  const effective = readEffective(document.effective, zone, scope)
  const clocks = readClocks(new Map(entriesOf(document.calendars)), scope, zone?.name)
  for (const [name, condition] of entriesOf(document.conditions)) scope.condition(condition, ['conditions', name])
  for (const [term, definition] of entriesOf(document.definitions)) {
    if (isRecord(definition)) scope.condition(definition.when, ['definitions', term, 'when'])
  }
  const lifecycle = readLifecycle(document.lifecycle, scope)
  const dispositions = new Set(
    [...(lifecycle?.states.values() ?? [])].filter(({ disposition }) => disposition).map(({ name }) => name),
  )
  const boundary: Boundary = document.boundary === 'nextOpen' ? 'nextOpen' : 'close'
  const fiscalYear = readFiscalYear(document.fiscalYear, scope)
  const rates = readRates(document.rates, zone, scope)
  const touches = readTouches(document.touches, scope, dispositions)
  const clauses = readClauses(document.clauses, scope, {
    ...{
      dispositions,
      boundary,
      clockOf: (name: string) => clocks.get(name),
      choose: readChoices(document, clocks, scope),
      zone,
      rates,
    },
    beginsOn: isRecord(document.effective) ? readPlainDate(document.effective.from) : Number.NaN,
    hasFiscalYear: document.fiscalYear !== undefined,
    touching: Object.keys(isRecord(document.touches) ? document.touches : {}),
  })
  const exceptions = readExceptions(document.exceptions, zone, scope)
  const judged = judgedBy(document, zone)
  const enforcement = readEnforcement(document.enforcement, judged, scope)
  const incentives = readIncentives(document.incentives, judged, scope)
  const members = readMembers(document.parties, zone, scope)
  checkReview(document.review, scope)
  return { effective, exceptions, lifecycle, ...clauses, fiscalYear, rates, touches, enforcement, incentives, members }
}

function finish(source: Record<string, unknown>, parts: Parts): Agreement {
  const text = canonicalText(source)
  // A copy, so that nothing the caller does to the literal afterwards changes what was agreed.
  const document = deepFreeze(JSON.parse(JSON.stringify(source))) as AgreementDocument
  const agreement: Agreement = Object.freeze({
    id: document.agreement,
    version: document.version,
    hash: bytesToHex(sha256(utf8ToBytes(text))),
    document,
    ...parts,
    findings: lint(document, parts),
  })
  agreements.add(agreement)
  return agreement
}

function namesOf(value: unknown): string[] | null {
  if (value === undefined) return []
  return isRecord(value) ? Object.keys(value) : null
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : []
}

function withoutRepeats(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>()
  return issues.filter(({ code, path }) => {
    const key = canonicalText([code, path])
    return seen.has(key) ? false : seen.add(key)
  })
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const member of Object.values(value)) deepFreeze(member)
  }
  return value
}
