/** The languages in which a clock can be explained. A further one is a file beside `english.ts` and a line here. */
import type { Language } from '../language.ts'
import { english } from './english.ts'
import type { ExplanationWords } from './explanation-words.ts'
import { german } from './german.ts'

export const languages = { en: english, de: german } satisfies Record<Language, ExplanationWords>
