/** Text on its way into a page: harmless on the way, and marked as markup once it is. */

// Written in escapes, so that no editor turns them into what they stand for: they would reorder what stands around them.
const reordering = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * Returns a person's text fit for a page: on one line, without control characters and halves of characters, and without the
 * characters that make the text around them read in another order.
 */
export function clean(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(reordering, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Returns the text for an element or an attribute of HTML, in which it is nothing but text. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
}

/** HTML that was made by `html`: what is text in it is escaped. */
export interface Markup {
  readonly html: string
}

/** What may stand between the pieces of a template. */
export type Insert = string | number | Markup | null | readonly Insert[]

/**
 * Returns the template as markup: text in it is escaped, markup stays as it is, lists are joined and `null` is nothing. A value
 * in an attribute stands in double quotes.
 *
 * @example
 * html`<p title="${'"'}">${'a < b'} ${html`<b>${1}</b>`}</p>`.html //=> '<p title="&quot;">a &lt; b <b>1</b></p>'
 */
export function html(pieces: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  return { html: pieces.map((piece, index) => piece + htmlOf(inserts[index] ?? null)).join('') }
}

/** Returns the markup of text that is markup already, such as a drawing. */
export function markup(text: string): Markup {
  return { html: text }
}

function htmlOf(insert: Insert): string {
  if (insert === null) return ''
  if (typeof insert === 'string') return escaped(insert)
  if (typeof insert === 'number') return String(insert)
  return 'html' in insert ? insert.html : insert.map(htmlOf).join('')
}
