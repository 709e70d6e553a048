/** The agreement as the document that both parties read, sign and keep. */
import type { Agreement } from '../agreement/agreement.ts'
import type { AgreementDocument } from '../agreement/document.ts'
import { issue, LeadSlaError } from '../errors.ts'
import { checked } from './checked.ts'
import { calendarsPart } from './parts/calendars.ts'
import { consequencesPart } from './parts/consequences.ts'
import { dataNamesPart } from './parts/data-names.ts'
import { definitionsPart, lifecyclePart } from './parts/definitions.ts'
import { exceptionsPart, leftOutPart, morePart } from './parts/exceptions.ts'
import { escalationPart, remindersPart } from './parts/follow-ups.ts'
import { agreementName, frontPart, partiesPart, purposePart, signaturesPart } from './parts/front.ts'
import { incentivesPart } from './parts/incentives.ts'
import { sharedTermsParts } from './parts/money.ts'
import { promisesPart, sectionsOfClauses } from './parts/promises.ts'
import { type GivenFinding, questionBlock, questionsOf } from './parts/questions.ts'
import { reviewPart } from './parts/review.ts'
import { versionsPart } from './parts/versions.ts'
import { Pen, type PenOptions } from './pen.ts'
import { type Block, type Page, paragraph, type Section } from './text/block.ts'
import { htmlOf } from './text/html.ts'
import { markdownOf } from './text/markdown.ts'
import { type Phrase, written } from './text/phrase.ts'

/** Markdown, or one HTML page that loads nothing. */
export type WritingFormat = 'md' | 'html'

export interface WritingOptions extends PenOptions {
  readonly format: WritingFormat
  /** What a check of the agreement found, beside its own findings: each becomes an open question at its place. */
  readonly findings?: readonly GivenFinding[]
}

export interface RenderOptions extends WritingOptions {
  /** The versions before this one, the oldest first: the document says what changed. */
  readonly previous?: readonly (Agreement | AgreementDocument)[]
}

/**
 * Returns the agreement in writing: Markdown, or one HTML page to read, print and sign.
 *
 * **Edges** what the parties have not settled is marked as an open question, and nothing is invented in its place; what a person
 * wrote is escaped in both formats; a sentence that the language lacks stands in English and is marked. Nothing of the host
 * is read: the same agreement gives the same document everywhere.
 * **Errors** throws `LeadSlaError` for a bad agreement, and with `unknown-value` for a language or a format that is not known.
 * **Source** [W1].
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const text = renderAgreement(agreement, { language: 'en', format: 'md' })
 * text.includes('When a lead is created, Sales sees to it that within 1 hour around the clock a call is made.') //=> true
 */
export function renderAgreement(agreement: Agreement | AgreementDocument, options: RenderOptions): string {
  const pen = penFor(agreement, options)
  const { heading } = pen.words
  pen.withSections(sectionsOfClauses(pen))
  const questions = questionsOf(pen, options.findings ?? [])
  const parts: readonly (readonly [title: Phrase, part: Section | null])[] = [
    [heading.parties, partiesPart(pen)],
    [heading.purpose, purposePart(pen)],
    [heading.definitions, definitionsPart(pen)],
    [heading.lifecycle, lifecyclePart(pen)],
    [heading.calendars, calendarsPart(pen)],
    [heading.promises, promisesPart(pen, questions)],
    [heading.reminders, remindersPart(pen)],
    [heading.escalation, escalationPart(pen)],
    [heading.consequences, consequencesPart(pen)],
    [heading.incentives, incentivesPart(pen)],
    [heading.exceptions, exceptionsPart(pen)],
    [heading.review, reviewPart(pen)],
  ]
  const present = (part: Section | null): Section[] => (part ? [part] : [])
  const blocks = [
    ...frontPart(pen),
    ...questionBlock(questions, pen),
    ...parts.flatMap(([, part]) => present(part)),
    ...sharedTermsParts(pen),
    ...present(morePart(pen)),
    ...leftOutPart(
      parts.flatMap(([title, part]) => (part ? [] : [title])),
      pen,
    ),
    versionsPart(pen, options.previous ?? [], options),
    ...dataNamesPart(pen),
    signaturesPart(pen),
  ]
  const foot = heading.foot(agreementName(pen), written(pen.agreement.document.version))
  return printed(pen, { title: agreementName(pen), foot, blocks }, options.format)
}

/** Returns what a document is written with. **Errors** as `renderAgreement`. */
export function penFor(agreement: Agreement | AgreementDocument, { language, vocabulary, format }: WritingOptions): Pen {
  const formats: readonly WritingFormat[] = ['md', 'html']
  if (!formats.includes(format)) {
    throw new LeadSlaError([
      issue('unknown-value', ['format'], { expected: 'one of the known formats', got: format, known: formats }),
    ])
  }
  return new Pen(checked(agreement), { language, ...(vocabulary ? { vocabulary } : {}) })
}

interface Written {
  readonly title: Phrase
  readonly foot: Phrase
  readonly blocks: readonly Block[]
}

/** Returns the page in its format; by now everything has been said, and so it is known what the language lacked. */
export function printed(pen: Pen, { title, foot, blocks }: Written, format: WritingFormat): string {
  const { lang, direction } = pen.language
  const { missing } = pen.spoken
  const note = missing.size === 0 ? [] : [paragraph(pen.words.missing(missing.size), 'quiet')]
  const page: Page = { lang, direction, title, foot, contents: pen.words.heading.contents, blocks: [...note, ...blocks] }
  return format === 'md' ? markdownOf(page) : htmlOf(page)
}
