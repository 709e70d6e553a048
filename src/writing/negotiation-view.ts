/** The promises as they lie on the table: each with its target, the data behind it, what is open, and room to decide. */
import type { Agreement } from '../agreement/agreement.ts'
import type { AgreementDocument, ClauseDocument } from '../agreement/document.ts'
import { type Evidence, evidenceInWords } from './evidence.ts'
import { goalsOf, leadsOf, promiseBlocks } from './parts/clause.ts'
import { agreementName, frontPart } from './parts/front.ts'
import { partiesWithClauses, sectionsOfClauses, titleOf } from './parts/promises.ts'
import { type Question, questionBlock, questionsOf } from './parts/questions.ts'
import type { Pen } from './pen.ts'
import { penFor, printed, type WritingOptions } from './render-agreement.ts'
import { targetInWords } from './target-in-words.ts'
import { type Block, paragraph, type Section, section, terms } from './text/block.ts'
import { code, strong, written } from './text/phrase.ts'

export interface NegotiationOptions extends WritingOptions {
  /** The data behind the targets, by clause; `evidenceOf` makes it of an evaluation. */
  readonly evidence?: readonly Evidence[]
}

/**
 * Returns the promises for a negotiation: Markdown, or one HTML page.
 *
 * **Edges** a clause without evidence says so; evidence for a clause that there is none of is left out.
 * **Errors** throws `LeadSlaError` for a bad agreement, and with `unknown-value` for a language or a format that is not known.
 * **Source** [W1], [L4].
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const evidence = [{ clause: 'reply', decided: 214, kept: 178 }]
 * negotiationView(agreement, { language: 'en', format: 'md', evidence }).includes('83.2% of 214 decided cases were kept.') //=> true
 */
export function negotiationView(agreement: Agreement | AgreementDocument, options: NegotiationOptions): string {
  const pen = penFor(agreement, options)
  const { negotiation: words, heading } = pen.words
  pen.withSections(sectionsOfClauses(pen))
  const questions = questionsOf(pen, options.findings ?? [], { asksForConsequences: true })
  const general = questions.filter(({ clause }) => clause === null)
  const blocks: Block[] = [
    paragraph(words.intro),
    ...frontPart(pen),
    ...(questions.length === 0 ? [paragraph(pen.words.question.none)] : questionBlock(general, pen)),
    ...partiesWithClauses(pen).map(([party, clauses], index) =>
      section(
        `promises-${index + 1}`,
        heading.owedBy(pen.party(party)),
        clauses.map(([id, clause]) => clauseSection(id, clause, { pen, questions, evidence: options.evidence ?? [] })),
      ),
    ),
  ]
  const title = words.title(agreementName(pen))
  return printed(
    pen,
    { title, foot: heading.foot(agreementName(pen), written(pen.agreement.document.version)), blocks },
    options.format,
  )
}

interface Table {
  readonly pen: Pen
  readonly questions: readonly Question[]
  readonly evidence: readonly Evidence[]
}

function clauseSection(id: string, clause: ClauseDocument, { pen, questions, evidence }: Table): Section {
  const { negotiation: words } = pen.words
  const goals = clause.kind === 'timed' ? goalsOf(clause) : []
  const data = evidence.filter((each) => each.clause === id).flatMap((each) => evidenceInWords(each, clause, pen))
  const blocks: Block[] = [
    ...promiseBlocks(id, clause, pen),
    ...(goals.length > 1
      ? terms(goals.map((goal) => [leadsOf(goal, goals, pen), targetInWords(goal.target, pen)] as const))
      : []),
    paragraph(strong(words.data)),
    ...(data.length === 0 ? [paragraph(words.noData, 'quiet')] : [{ kind: 'list', items: data } as const]),
    ...questionBlock(
      questions.filter((each) => each.clause === id),
      pen,
    ),
    paragraph(strong(words.decision)),
    {
      kind: 'lines',
      rows: [
        [
          { label: words.agreed, text: '' },
          { label: words.changed, text: '' },
        ],
      ],
    },
  ]
  return section(
    sectionsOfClauses(pen).get(id) ?? 'clause',
    titleOf(id, clause),
    blocks,
    clause.title === undefined ? undefined : code(id),
  )
}
