/** A document as one HTML page: nothing is loaded, nothing runs, and it prints on A4 and Letter. */

import { clean, escaped } from '../../markup.ts'
import type { Block, Page, Section, Table } from './block.ts'
import { pageStyle } from './page-style.ts'
import { type Inline, inlinesOf, isEmpty, type Phrase, plainText } from './phrase.ts'
import { stateDiagram } from './state-diagram.ts'

/** The page may load nothing and run nothing, whatever a browser or a mail program would allow it. */
const policy = `default-src 'none'; style-src 'unsafe-inline'`

/** Returns the page as HTML. Every piece of text in it is escaped here. */
export function htmlOf(page: Page): string {
  const title = plainText(page.title)
  const sections = page.blocks.filter((block) => block.kind === 'section')
  const body = blocksOf(page.blocks, [], new Ids())
  return `<!doctype html>
<html lang="${attribute(page.lang)}" dir="${page.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
${pageStyle(plainText(page.foot))}
</style>
</head>
<body>
<main>
<h1>${inline(page.title)}</h1>
${sections.length > 2 && !isEmpty(page.contents) ? contentsOf(page.contents, sections) : ''}${body.join('\n')}
</main>
</body>
</html>
`
}

function contentsOf(title: Phrase, sections: readonly Section[]): string {
  const items = sections.map((each, index) => `<li><a href="#${each.id}">${index + 1}. ${inline(each.title)}</a></li>`)
  return `<nav aria-labelledby="contents"><p id="contents">${inline(title)}</p>\n<ul>\n${items.join('\n')}\n</ul></nav>\n`
}

/** Numbers what other elements are named by. */
class Ids {
  #count = 0
  next(): string {
    return `label-${++this.#count}`
  }
}

function blocksOf(blocks: readonly Block[], parent: readonly number[], ids: Ids): string[] {
  let count = 0
  return blocks.flatMap((block) => {
    if (block.kind !== 'section') return blockOf(block, ids)
    count++
    return sectionOf(block, [...parent, count], ids)
  })
}

function sectionOf({ id, title, mark, blocks }: Section, number: readonly number[], ids: Ids): string[] {
  const tag = `h${Math.min(number.length + 1, 6)}`
  const place = number.length === 1 ? `${number.join('.')}.` : number.join('.')
  const name = mark === undefined || isEmpty(mark) ? '' : ` <span class="mark">${inline(mark)}</span>`
  return [
    `<section id="${id}">`,
    `<${tag}><span class="number">${place}</span> ${inline(title)}${name}</${tag}>`,
    ...blocksOf(blocks, number, ids),
    '</section>',
  ]
}

function blockOf(block: Exclude<Block, Section>, ids: Ids): string[] {
  switch (block.kind) {
    case 'paragraph': {
      if (isEmpty(block.content)) return []
      if (block.tone === 'quoted') return [`<blockquote><p>${inline(block.content)}</p></blockquote>`]
      return [`<p${block.tone === undefined ? '' : ` class="${block.tone}"`}>${inline(block.content)}</p>`]
    }
    case 'list':
      return ['<ul>', ...block.items.map((item) => `<li>${inline(item)}</li>`), '</ul>']
    case 'terms':
      return ['<dl>', ...block.rows.map(termOf), '</dl>']
    case 'table':
      return tableOf(block, ids)
    case 'questions': {
      const id = ids.next()
      return [
        `<div class="questions" role="note" aria-labelledby="${id}"><p id="${id}"><strong>${inline(block.title)}</strong></p>`,
        '<ul>',
        ...block.items.map((item) => `<li>${inline(item)}</li>`),
        '</ul></div>',
      ]
    }
    case 'diagram': {
      const id = ids.next()
      const caption = `<figcaption id="${id}"><strong>${inline(block.title)}</strong> ${inline(block.caption)}</figcaption>`
      return ['<figure>', stateDiagram(block.machine, id, escaped), caption, '</figure>']
    }
    case 'lines':
      return ['<div class="lines">', ...block.rows.map(lineOf), '</div>']
  }
}

function termOf([term, ...meanings]: readonly [Phrase, ...(readonly Phrase[])]): string {
  return `<div><dt>${inline(term)}</dt>${meanings.map((meaning) => `<dd>${inline(meaning)}</dd>`).join('')}</div>`
}

function lineOf(row: readonly { readonly label: Phrase; readonly text: Phrase }[]): string {
  const fields = row.map(({ label, text }) => {
    const line = isEmpty(text) ? '<span class="blank"></span>' : `<span>${inline(text)}</span>`
    return `<div><span class="label">${inline(label)}</span>${line}</div>`
  })
  return `<div class="line">${fields.join('')}</div>`
}

/** A table that is wider than a phone is moved inside its own frame, which the keyboard reaches too. */
function tableOf({ caption, head, rows }: Table, ids: Ids): string[] {
  const id = ids.next()
  const title = isEmpty(caption) ? plainText(head[0] ?? '') : plainText(caption)
  return [
    `<div class="wide" role="group" tabindex="0" aria-label="${attribute(`${title} (${id.slice('label-'.length)})`)}"><table>`,
    ...(isEmpty(caption) ? [] : [`<caption>${inline(caption)}</caption>`]),
    `<thead><tr>${head.map((cell) => `<th scope="col">${inline(cell)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => {
      const cells = head.map((_, index) => {
        const cell = inline(row[index] ?? '')
        return index === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`
      })
      return `<tr>${cells.join('')}</tr>`
    }),
    '</tbody>',
    '</table></div>',
  ]
}

function inline(content: Phrase): string {
  return inlinesOf(content).map(pieceOf).join('')
}

function pieceOf(piece: Inline): string {
  if (typeof piece === 'string') return escaped(piece)
  switch (piece.kind) {
    case 'written':
      return `<bdi>${escaped(clean(piece.text))}</bdi>`
    case 'code':
      return `<code><bdi>${escaped(clean(piece.text))}</bdi></code>`
    case 'strong':
      return `<strong>${inline(piece.content)}</strong>`
    case 'emphasis':
      return `<em>${inline(piece.content)}</em>`
    case 'question':
      return `<mark>${inline(piece.content)}</mark>`
    case 'foreign':
      return `<span lang="${attribute(piece.lang)}">[${escaped(piece.lang)}] ${inline(piece.content)}</span>`
    case 'link':
      return `<a href="#${piece.to}">${inline(piece.content)}</a>`
  }
}

function attribute(text: string): string {
  return escaped(clean(text))
}
