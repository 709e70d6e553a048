/** What every part of a document is written with: the agreement, the language, and the names that people know things by. */
import type { Agreement } from '../agreement/agreement.ts'
import { Figures } from './figures.ts'
import type { Language } from './languages.ts'
import { openQuestion } from './open-text.ts'
import { code, link, type Phrase, phrase, question, written } from './text/phrase.ts'
import type { AgreementWords, OwnLanguage, Spoken, WritingLanguage } from './words/writing-language.ts'
import { spoken } from './words/writing-language.ts'

export type { Language, OwnLanguage }

export interface PenOptions {
  readonly language: Language | OwnLanguage
  /**
   * Words for the names in the data, in the language of the document: `{ 'call.connected': 'a customer answers a call',
   * '$.respondBy': 'the agreed time' }`. Types of events are said as they follow `when`.
   */
  readonly vocabulary?: Readonly<Record<string, string>>
}

export class Pen {
  readonly figures: Figures
  readonly language: WritingLanguage
  readonly words: AgreementWords
  readonly spoken: Spoken
  readonly #vocabulary: Readonly<Record<string, string>>
  /** The clauses that have a section of their own to which a name can lead. */
  #sections: ReadonlyMap<string, string> = new Map()

  constructor(
    readonly agreement: Agreement,
    { language, vocabulary = {} }: PenOptions,
  ) {
    this.spoken = spoken(language)
    this.language = this.spoken.language
    this.words = this.language.words
    this.figures = new Figures(this.language.locale)
    this.#vocabulary = vocabulary
  }

  /** Lets the names of clauses lead to their sections. */
  withSections(sections: ReadonlyMap<string, string>): void {
    this.#sections = sections
  }

  /** Returns the words that somebody gave for a name in the data. */
  own(name: string): Phrase | undefined {
    const words = Object.hasOwn(this.#vocabulary, name) ? this.#vocabulary[name] : undefined
    return typeof words === 'string' && words !== '' ? written(words) : undefined
  }

  quoted(text: string): Phrase {
    return this.words.time.quoted(written(text))
  }

  /** Returns a person's words, marked where they are a question that is still open. */
  text(text: string): Phrase {
    const asked = openQuestion(text)
    return asked === null ? written(text) : question(phrase`${this.words.question.label} ${written(asked)}`)
  }

  party(name: string): Phrase {
    const { parties } = this.agreement.document
    return written(Object.hasOwn(parties, name) ? (parties[name]?.name ?? name) : name)
  }

  states(names: readonly string[], by: 'and' | 'or' = 'or'): Phrase {
    return this.figures.list(
      names.map((name) => this.quoted(name)),
      by,
    )
  }

  calendar(name: string): Phrase {
    const calendars = this.agreement.document.calendars ?? {}
    const title = Object.hasOwn(calendars, name) ? calendars[name]?.title : undefined
    return title === undefined ? this.quoted(name) : this.quoted(title)
  }

  clause(id: string): Phrase {
    const clause = Object.hasOwn(this.agreement.document.clauses, id) ? this.agreement.document.clauses[id] : undefined
    const name = this.quoted(clause?.title ?? id)
    const section = this.#sections.get(id)
    return section === undefined ? name : link(section, name)
  }

  clauses(ids: readonly string[]): Phrase {
    return this.figures.list(ids.map((id) => this.clause(id)))
  }

  /** Returns the name of a person or a team of the parties, or the id where nobody has it. */
  person(id: string): Phrase {
    for (const { members = {} } of Object.values(this.agreement.document.parties)) {
      if (Object.hasOwn(members, id)) return written(members[id]?.name ?? id)
    }
    return code(id)
  }

  team(id: string): Phrase {
    for (const { teams = {} } of Object.values(this.agreement.document.parties)) {
      if (Object.hasOwn(teams, id)) return written(teams[id]?.name ?? id)
    }
    return code(id)
  }
}
