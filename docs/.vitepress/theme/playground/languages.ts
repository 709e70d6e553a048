/** The words of the playground, by language. */
import type { Language } from '../../../../src/index.ts'
import type { Words } from './words.ts'
import { english } from './words-english.ts'
import { german } from './words-german.ts'

const tables: Readonly<Record<Language, Words>> = { en: english, de: german }

/** Returns the words of a language. */
export function wordsOf(language: Language): Words {
  return tables[language]
}
