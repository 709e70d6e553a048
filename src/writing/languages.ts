/** The languages in which a calendar can be said. A further one is a file beside `english.ts` and a line here. */
import type { Language } from '../language.ts'
import type { CalendarWords } from './calendar-words.ts'
import { english } from './english.ts'
import { german } from './german.ts'

export const languages = { en: english, de: german } satisfies Record<Language, CalendarWords>

export type { Language }
