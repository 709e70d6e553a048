/** The languages of readiness. A further one is its two tables of words and a line here. */
import type { Language } from '../language.ts'
import { englishDocument } from './english-document.ts'
import { englishEvents } from './english-events.ts'
import type { ReadinessCode } from './facts.ts'
import { germanDocument } from './german-document.ts'
import { germanEvents } from './german-events.ts'
import type { ReadinessWords } from './readiness-words.ts'

export const languages: Record<Language, ReadinessWords> = {
  en: { ...englishDocument, ...englishEvents },
  de: { ...germanDocument, ...germanEvents },
}

/** The closed set of codes, in the order in which findings of one weight are told. Each has a row in `docs/readiness.md`. */
export const readinessCodes = Object.keys(languages.en) as readonly ReadinessCode[]
