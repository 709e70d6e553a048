/**
 * A phrase is text that still knows where each piece of it came from: the library's own words, a person's, or a name in the
 * data. Only the two renderers turn it into text, and they escape every piece, so that nothing a person wrote can become
 * markup, whichever sentence it ends up in.
 */
import { clean } from '../../markup.ts'

export type Inline =
  | string
  /** What a person wrote: a name, a definition, a title. */
  | { readonly kind: 'written'; readonly text: string }
  /** A name that stands in the data: the type of an event, an id, a path. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'question'; readonly content: Phrase }
  /** A sentence for which the language has no words. */
  | { readonly kind: 'foreign'; readonly lang: string; readonly content: Phrase }
  /** To another place of the same document. */
  | { readonly kind: 'link'; readonly to: string; readonly content: Phrase }

export type Phrase = string | readonly Inline[]

/** Returns the phrase of a template, its values kept as the pieces they are: phrase`within ${amount}`. */
export function phrase(texts: TemplateStringsArray, ...values: readonly Phrase[]): Phrase {
  return joined(texts.flatMap((text, index): Phrase[] => [text, values[index] ?? '']))
}

/** Returns the phrases one after the other. */
export function joined(parts: readonly Phrase[], between: Phrase = ''): Phrase {
  const pieces: Inline[] = []
  for (const [index, part] of parts.entries()) {
    if (index > 0 && between !== '') pieces.push(...inlinesOf(between))
    pieces.push(...inlinesOf(part))
  }
  return pieces
}

/** Returns the phrases with a space between them, those that say nothing left out. */
export function spaced(...parts: readonly Phrase[]): Phrase {
  return joined(
    parts.filter((part) => !isEmpty(part)),
    ' ',
  )
}

/** Returns the phrase with its first letter in upper case, as a sentence begins, where that is the library's own word. */
export function capital(content: Phrase): Phrase {
  const [first, ...rest] = inlinesOf(content)
  if (typeof first !== 'string') return content
  const [letter = '', ...letters] = first
  const begun: Inline = `${letter.toUpperCase()}${letters.join('')}`
  return [begun, ...rest]
}

export function inlinesOf(content: Phrase): readonly Inline[] {
  return typeof content === 'string' ? (content === '' ? [] : [content]) : content
}

export function isEmpty(content: Phrase): boolean {
  return inlinesOf(content).length === 0
}

/** Returns a person's words as a piece of text, on one line. */
export function written(text: string): Phrase {
  return [{ kind: 'written', text }]
}

export function code(text: string): Phrase {
  return [{ kind: 'code', text }]
}

export function strong(content: Phrase): Phrase {
  return [{ kind: 'strong', content }]
}

export function emphasis(content: Phrase): Phrase {
  return [{ kind: 'emphasis', content }]
}

export function question(content: Phrase): Phrase {
  return [{ kind: 'question', content }]
}

export function link(to: string, content: Phrase): Phrase {
  return [{ kind: 'link', to, content }]
}

/** Returns the bare text, for attributes and for comparing; what a person wrote is cleaned. */
export function plainText(content: Phrase): string {
  return inlinesOf(content)
    .map((piece) => {
      if (typeof piece === 'string') return piece
      return 'text' in piece ? clean(piece.text) : plainText(piece.content)
    })
    .join('')
}

/** Returns the paragraphs of a longer text: what blank lines part. */
export function paragraphsOf(text: string): string[] {
  return text.split(/(?:\r\n|\r|\n)\s*(?:\r\n|\r|\n)/).filter((part) => clean(part) !== '')
}

/** Returns true for text with letters that run from right to left. */
export function runsRightToLeft(text: string): boolean {
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text)
}
