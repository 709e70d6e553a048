/** A guide for a role: what you owe and by when, what happens before and after, and what you may do. */
import type { Agreement } from '../../agreement/agreement.ts'
import type { AgreementDocument } from '../../agreement/document.ts'
import { definitionBlocks } from '../parts/definitions.ts'
import { exceptionRows } from '../parts/exceptions.ts'
import { agreementName, forceInWords } from '../parts/front.ts'
import type { Pen } from '../pen.ts'
import { penFor, printed, type WritingOptions } from '../render-agreement.ts'
import { type Block, paragraph, type Section, section, terms } from '../text/block.ts'
import { type Phrase, strong, written } from '../text/phrase.ts'
import { promisesFor } from './concerns.ts'
import { consequencesFor, glance, ownPromises, periodPromises, theirPromises } from './duties.ts'
import { reachesYou, whatYouMay } from './rights.ts'
import { type Role, roleOf } from './role.ts'

export interface RoleGuideOptions extends WritingOptions {
  /** A role such as `rep`, a role of a party such as `Sales manager`, a team, a party or a member, by id or by name. */
  readonly role: string
  /** Facts that all leads of the role share, such as `{ region: 'emea' }`: promises that they rule out are left out. */
  readonly leads?: Readonly<Record<string, unknown>>
}

/**
 * Returns a guide for the people of a role: Markdown, or one HTML page.
 *
 * **Edges** promises are those of the role's party, without the ones that its team or the facts of its leads rule out. A role
 * whose name has a word such as manager, head, director or lead in it answers for the promises of others.
 * **Errors** throws `LeadSlaError` for a bad agreement, and with `unknown-value` for a role, a language or a format that is
 * not known.
 * **Source** [W2].
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin',
 *   parties: { sales: { name: 'Sales', members: { ann: { name: 'Ann Lee', role: 'SDR' } } } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const text = roleGuide(agreement, { role: 'SDR', language: 'en', format: 'md' })
 * text.includes('When a lead is created, see to it that within 1 hour around the clock a call is made.') //=> true
 */
export function roleGuide(agreement: Agreement | AgreementDocument, options: RoleGuideOptions): string {
  const pen = penFor(agreement, options)
  const role = roleOf(pen.agreement, options.role)
  const { guide: words } = pen.words
  const { own: promises, others } = promisesFor(role, options.leads ?? {}, pen)
  const parts: (Section | null)[] = [
    section('glance', words.glance, glance(promises, pen)),
    ownPromises(promises, role, pen),
    periodPromises(promises, pen),
    theirPromises(others, pen),
    whatYouMay(promises, others, role, pen),
    reachesYou(promises, role, pen),
    consequencesFor(promises, role, pen),
    waiversPart(pen),
    wordsPart(pen),
  ]
  const blocks = [...frontOf(role, pen), ...parts.filter((part) => part !== null)]
  return printed(pen, { title: words.title(role.name), foot: words.foot(role.name, agreementName(pen)), blocks }, options.format)
}

function frontOf({ party, team, people }: Role, pen: Pen): Block[] {
  const { guide: words, heading, front } = pen.words
  const { document } = pen.agreement
  const names = pen.figures.list(people.map((person) => pen.person(person)))
  const where: Phrase[] = [pen.party(party), ...(team === null ? [] : [pen.team(team)])]
  return terms([
    [
      front.id,
      agreementName(pen),
      heading.foot(written(document.agreement), written(document.version)),
      forceInWords(document.effective, pen),
    ],
    [words.forWhom, ...where],
    ...(people.length === 0 ? [] : [[words.people, names] as const]),
  ])
}

function waiversPart(pen: Pen): Section | null {
  const rows = exceptionRows(pen)
  return rows.length === 0 ? null : section('waivers', pen.words.guide.waivers, [paragraph(pen.words.exception.effect), ...rows])
}

function wordsPart(pen: Pen): Section | null {
  const { states = {} } = pen.agreement.document.lifecycle ?? {}
  const rows = Object.entries(states).flatMap(([name, { definition }]): [Phrase, Phrase][] =>
    definition === undefined ? [] : [[written(name), pen.text(definition)]],
  )
  const words = definitionBlocks(pen)
  const blocks = rows.length === 0 ? words : [...words, paragraph(strong(pen.words.guide.statuses)), ...terms(rows)]
  return blocks.length === 0 ? null : section('words', pen.words.heading.definitions, blocks)
}
