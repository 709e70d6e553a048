/** A document as Markdown: CommonMark with tables, and a Mermaid fence for the diagram. */

import { clean } from '../../markup.ts'
import type { Block, Page, Section } from './block.ts'
import { mermaidOf } from './mermaid.ts'
import { type Inline, inlinesOf, isEmpty, type Phrase, plainText, runsRightToLeft } from './phrase.ts'

/** Returns the page as Markdown that ends in one newline. */
export function markdownOf({ title, blocks }: Page): string {
  return `${[`# ${line(title)}`, ...blocksOf(blocks, [])].join('\n\n')}\n`
}

/** Numbers say where a section stands, so that people can speak of it: 6.2. */
type Number = readonly number[]

function blocksOf(blocks: readonly Block[], parent: Number): string[] {
  let count = 0
  return blocks.flatMap((block) => {
    if (block.kind !== 'section') return blockOf(block)
    count++
    return sectionOf(block, [...parent, count])
  })
}

function sectionOf({ title, mark, blocks }: Section, number: Number): string[] {
  const depth = Math.min(number.length + 1, 6)
  const name = mark === undefined || isEmpty(mark) ? '' : ` (${inline(mark)})`
  const place = number.length === 1 ? `${number.join('.')}.` : number.join('.')
  return [`${'#'.repeat(depth)} ${place} ${inline(title)}${name}`, ...blocksOf(blocks, number)]
}

function blockOf(block: Exclude<Block, Section>): string[] {
  switch (block.kind) {
    case 'paragraph':
      return isEmpty(block.content)
        ? []
        : [block.tone === 'quoted' || block.tone === 'example' ? `> ${line(block.content)}` : line(block.content)]
    case 'list':
      return [block.items.map((item) => `- ${line(item)}`).join('\n')]
    case 'terms':
      return [block.rows.map(termOf).join('\n')]
    case 'table':
      return [...(isEmpty(block.caption) ? [] : [line(block.caption)]), tableOf(block.head, block.rows)]
    case 'questions':
      return [[`> **${inline(block.title)}**`, '>', ...block.items.map((item) => `> - ${line(item)}`)].join('\n')]
    case 'diagram':
      return [`\`\`\`mermaid\n${mermaidOf(block.machine)}\n\`\`\``, line(block.caption)]
    case 'lines':
      return [block.rows.map((row) => `- ${row.map(blank).join(' · ')}`).join('\n')]
  }
}

function termOf([term, ...meanings]: readonly [Phrase, ...(readonly Phrase[])]): string {
  const [first, ...others] = meanings.map((meaning) => inline(meaning))
  const head = `- **${inline(term)}**${first === undefined ? '' : `: ${first}`}`
  return [head, ...others.map((meaning) => `  - ${atLineStart(meaning)}`)].join('\n')
}

function blank({ label, text }: { readonly label: Phrase; readonly text: Phrase }): string {
  return `${inline(label)}: ${isEmpty(text) ? '______________________' : inline(text)}`
}

function tableOf(head: readonly Phrase[], rows: readonly (readonly Phrase[])[]): string {
  const row = (cells: readonly Phrase[]) => `| ${head.map((_, index) => inline(cells[index] ?? '', true)).join(' | ')} |`
  return [row(head), `|${head.map(() => '---|').join('')}`, ...rows.map(row)].join('\n')
}

/** A paragraph or an item: what would begin a list or a heading there is escaped. */
function line(content: Phrase): string {
  return atLineStart(inline(content))
}

function atLineStart(text: string): string {
  if (/^[-+=]/.test(text)) return `\\${text}`
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

function inline(content: Phrase, inTable = false): string {
  return inlinesOf(content)
    .map((piece) => pieceOf(piece, inTable))
    .join('')
}

function pieceOf(piece: Inline, inTable: boolean): string {
  if (typeof piece === 'string') return escaped(piece)
  switch (piece.kind) {
    case 'written':
      return isolated(clean(piece.text))
    case 'code':
      return codeOf(clean(piece.text), inTable)
    case 'strong':
    case 'question':
      return isEmpty(piece.content) ? '' : `**${inline(piece.content, inTable)}**`
    case 'emphasis':
      // Beside a sign of punctuation an asterisk may be no emphasis but an asterisk.
      return /^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/u.test(plainText(piece.content))
        ? `*${inline(piece.content, inTable)}*`
        : inline(piece.content, inTable)
    case 'foreign':
      return `\\[${escaped(piece.lang)}\\] ${inline(piece.content, inTable)}`
    case 'link':
      return inline(piece.content, inTable)
  }
}

/** What has a meaning to some reader of Markdown. Backticks and angle brackets are read ahead by some, backslash or not. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '`': '&#96;' }

function escaped(text: string): string {
  // An underscore inside a word is one; elsewhere it may begin an emphasis.
  return text
    .replace(/[\\*[\]|~$#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/[&<>`]/g, (sign) => entities[sign] ?? '')
}

/** First strong isolate and pop: Markdown has no markup that keeps a name's direction to itself. */
function isolated(text: string): string {
  return runsRightToLeft(text) ? `\u2068${escaped(text)}\u2069` : escaped(text)
}

function codeOf(text: string, inTable: boolean): string {
  if (text === '') return ''
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const padded = /^`|`$/.test(text) ? ` ${text} ` : text
  return `${fence}${inTable ? padded.replaceAll('|', '\\|') : padded}${fence}`
}
