/** The languages in which the page can be written. A further one is a file beside `english.ts` and a line here. */
import type { TimeWords } from '../../../explanation/explanation-words.ts'
import { languages } from '../../../explanation/languages.ts'
import type { Language } from '../../../language.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import type { ReportWords } from './report-words.ts'

export interface PageLanguage {
  /** ISO 639, for the page's `lang`. */
  readonly lang: Language
  readonly time: TimeWords
  readonly words: ReportWords
}

export const pageLanguages: Readonly<Record<Language, PageLanguage>> = {
  en: { lang: 'en', time: languages.en, words: english },
  de: { lang: 'de', time: languages.de, words: german },
}
