/** The blocks of a document, whatever it is rendered as. */
import type { Phrase } from './phrase.ts'
import type { StateMachine } from './state-diagram.ts'

export interface Section {
  readonly kind: 'section'
  /** Made of the library's own words and of numbers, never of what a person wrote. */
  readonly id: string
  readonly title: Phrase
  /** Beside the title, such as the clause's name in the data. */
  readonly mark?: Phrase
  readonly blocks: readonly Block[]
}

export interface Table {
  readonly kind: 'table'
  readonly caption: Phrase
  readonly head: readonly Phrase[]
  /** The first cell of each row is its heading. */
  readonly rows: readonly (readonly Phrase[])[]
}

export type Block =
  | Section
  | Table
  | { readonly kind: 'paragraph'; readonly content: Phrase; readonly tone?: 'promise' | 'quiet' | 'quoted' | 'example' }
  | { readonly kind: 'list'; readonly items: readonly Phrase[] }
  /** Words with what they mean. */
  | { readonly kind: 'terms'; readonly rows: readonly (readonly [term: Phrase, ...meanings: readonly Phrase[]])[] }
  /** What is not settled yet. */
  | { readonly kind: 'questions'; readonly title: Phrase; readonly items: readonly Phrase[] }
  | { readonly kind: 'diagram'; readonly machine: StateMachine; readonly title: Phrase; readonly caption: Phrase }
  /** Lines to sign or to write on; an empty text leaves the line blank. */
  | { readonly kind: 'lines'; readonly rows: readonly (readonly { readonly label: Phrase; readonly text: Phrase }[])[] }

/** A whole document. */
export interface Page {
  /** BCP 47, of the document's own words. */
  readonly lang: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: Phrase
  /** The heading of the list of sections, on a page that has one. */
  readonly contents: Phrase
  /** What the running foot of a printed page says. */
  readonly foot: Phrase
  readonly blocks: readonly Block[]
}

export function section(id: string, title: Phrase, blocks: readonly Block[], mark?: Phrase): Section {
  return { kind: 'section', id, title, blocks, ...(mark === undefined ? {} : { mark }) }
}

export function paragraph(content: Phrase, tone?: 'promise' | 'quiet' | 'quoted' | 'example'): Block {
  return { kind: 'paragraph', content, ...(tone === undefined ? {} : { tone }) }
}

export function table(caption: Phrase, head: readonly Phrase[], rows: readonly (readonly Phrase[])[]): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', caption, head, rows }]
}

export function terms(rows: readonly (readonly [Phrase, ...(readonly Phrase[])])[]): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'terms', rows }]
}
