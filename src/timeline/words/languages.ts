/** The languages of the picture. A further one is a file beside `english.ts` and a line here. */
import { issue, LeadSlaError } from '../../errors.ts'
import type { Language } from '../../language.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import type { TimelineWords } from './timeline-words.ts'

const languages = { en: english, de: german } satisfies Record<Language, TimelineWords>

/** Returns the words of a language. **Errors** throws `LeadSlaError` with `unknown-value` for one that is not known. */
export function wordsIn(language: Language): TimelineWords {
  const known = Object.keys(languages)
  if (known.includes(language)) return languages[language]
  throw new LeadSlaError([issue('unknown-value', ['language'], { expected: 'one of the known values', got: language, known })])
}
