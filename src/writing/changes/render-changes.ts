/** What changes from one version to the next, for those who have to agree to it: first whatever binds somebody more strictly. */
import type { Agreement } from '../../agreement/agreement.ts'
import type { AgreementDocument } from '../../agreement/document.ts'
import { issue, LeadSlaError } from '../../errors.ts'
import { type Diff, diff } from '../../revision/diff.ts'
import { checked } from '../checked.ts'
import { agreementName, dateInWords } from '../parts/front.ts'
import { Pen, type PenOptions } from '../pen.ts'
import { type Block, paragraph, section } from '../text/block.ts'
import { htmlOf } from '../text/html.ts'
import { markdownOf } from '../text/markdown.ts'
import { type Phrase, plainText, written } from '../text/phrase.ts'
import { changeInWords, type Pens } from './change-in-words.ts'

/** Plain text, Markdown, or one HTML page that loads nothing. */
export type ChangesFormat = 'text' | 'md' | 'html'

export interface ChangesOptions extends PenOptions {
  readonly format: ChangesFormat
}

/**
 * Returns the changes in writing: what binds somebody more strictly, with whom and why, all others, and what becomes of clocks
 * and periods that are under way.
 *
 * **Edges** what a person wrote is escaped in Markdown and HTML, and stands on one line in plain text.
 * **Errors** throws `LeadSlaError` for a bad agreement, and with `unknown-value` for a language or a format that is not known.
 * **Source** [L3], [C11].
 *
 * @example
 * const before = {
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT4H' } },
 * } as const
 * const after = { ...before, clauses: { reply: { ...before.clauses.reply, within: 'PT1H' } } }
 * renderChanges(before, after, { language: 'en', format: 'text' }).split('\n')[5]
 * //=> '- Promise “reply”: target. Until now: within 4 hours. From now on: within 1 hour. Stricter for Sales: the target is tighter.'
 */
export function renderChanges(
  before: Agreement | AgreementDocument,
  after: Agreement | AgreementDocument,
  { format, ...options }: ChangesOptions,
): string {
  const formats: readonly ChangesFormat[] = ['text', 'md', 'html']
  if (!formats.includes(format)) {
    const facts = { expected: 'one of the known formats', got: format, known: formats }
    throw new LeadSlaError([issue('unknown-value', ['format'], facts)])
  }
  const pens = { before: new Pen(checked(before), options), after: new Pen(checked(after), options) }
  const blocks = changeBlocks(pens, 1)
  const { words, language, spoken } = pens.after
  const title = words.change.title(agreementName(pens.after))
  const missing = spoken.missing.size === 0 ? [] : [paragraph(words.missing(spoken.missing.size), 'quiet')]
  const all = [...missing, ...blocks]
  if (format === 'text') return `${plainText(title)}\n${textOf(all)}`
  const { lang, direction } = language
  const page = { lang, direction, title, contents: words.heading.contents, foot: title, blocks: all }
  return format === 'md' ? markdownOf(page) : htmlOf(page)
}

/** Returns how many changes there are, the changes, and what is under way; `number` makes the ids of the sections unique. */
export function changeBlocks(pens: Pens, number: number): Block[] {
  const { before, after } = pens
  const { change: words, version } = after.words
  const found = diff(before.agreement, after.agreement)
  const versions = words.between(written(found.before.version), written(found.after.version))
  if (found.changes.length === 0) return [paragraph(versions, 'quiet'), paragraph(version.unchanged)]
  const [breaking, others] = [found.changes.filter((each) => each.breaking), found.changes.filter((each) => !each.breaking)]
  const { figures } = after
  const [all, hard] = [found.changes.length, breaking.length]
  const listed = (id: string, title: Phrase, changes: Diff['changes']): Block[] =>
    changes.length === 0
      ? []
      : [section(id, title, [{ kind: 'list', items: changes.map((change) => changeInWords(change, pens)) }])]
  return [
    paragraph(versions, 'quiet'),
    paragraph(words.count(figures.number(all), all, figures.number(hard), hard)),
    ...listed(`breaking-${number}`, words.breaking, breaking),
    ...listed(`others-${number}`, words.others, others),
    section(`under-way-${number}`, words.underWay, [{ kind: 'list', items: underWay(found, pens) }]),
  ]
}

function underWay({ transition }: Diff, { before, after }: Pens): Phrase[] {
  const { change: words } = after.words
  const { from } = after.agreement.document.effective ?? {}
  const begins = from === undefined ? null : dateInWords(from, after)
  const said = (ids: readonly string[], pen: Pen, say: (clauses: Phrase, begins: Phrase | null) => Phrase) =>
    ids.length === 0 ? [] : [say(pen.clauses(ids), begins)]
  const sentences = [
    ...said(transition.clocks, after, words.clocks),
    ...said(transition.periods, after, words.periods),
    ...said(transition.begins, after, words.begin),
    ...said(transition.ends, before, words.end),
  ]
  return sentences.length === 0 ? [words.nothing] : sentences
}

/** Returns blocks as plain text: sections with a line above them, items with a dash. */
function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'section') return `\n${plainText(block.title)}\n${textOf(block.blocks)}`
      if (block.kind === 'list') return block.items.map((item) => `- ${plainText(item)}\n`).join('')
      return block.kind === 'paragraph' ? `${plainText(block.content)}\n` : ''
    })
    .join('')
}
