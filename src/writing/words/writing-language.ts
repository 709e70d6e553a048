/** The languages in which an agreement can be written, and what becomes of a sentence that one of them has no words for. */
import { issue, LeadSlaError } from '../../errors.ts'
import type { CalendarWords } from '../calendar-words.ts'
import { english } from '../english.ts'
import { german } from '../german.ts'
import type { Language } from '../languages.ts'
import { type Inline, inlinesOf, type Phrase } from '../text/phrase.ts'
import type { ChangeWords, ReviewWords } from './change-words.ts'
import type { ClauseWords } from './clause-words.ts'
import type { ClockWords } from './clock-words.ts'
import { englishChanges } from './english-changes.ts'
import { englishClauses } from './english-clauses.ts'
import { englishClocks } from './english-clocks.ts'
import { englishJudging } from './english-judging.ts'
import { englishPages } from './english-pages.ts'
import { englishPeriods } from './english-periods.ts'
import { germanChanges } from './german-changes.ts'
import { germanClauses } from './german-clauses.ts'
import { germanClocks } from './german-clocks.ts'
import { germanJudging } from './german-judging.ts'
import { germanPages } from './german-pages.ts'
import { germanPeriods } from './german-periods.ts'
import type { JudgingWords } from './judging-words.ts'
import type { PageWords } from './page-words.ts'
import type { PeriodWords } from './period-words.ts'

export interface AgreementWords extends ClauseWords, PageWords {
  readonly clock: ClockWords
  readonly judging: JudgingWords
  readonly period: PeriodWords
  readonly change: ChangeWords
  readonly review: ReviewWords
}

/** A language with all its words. */
export interface WritingLanguage {
  /** ISO 639, for the page's `lang`. */
  readonly lang: string
  /** BCP 47, for `Intl`: how numbers, lists and the names of days are written. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly words: AgreementWords
  readonly calendar: CalendarWords
}

type Some<Words> = Words extends (...parts: never[]) => unknown
  ? Words
  : Words extends readonly unknown[] | string
    ? Words
    : { readonly [Key in keyof Words]?: Some<Words[Key]> }

/**
 * A language of one's own: one object, in one file. What is missing in it stands in English in the document, sentence by
 * sentence, and the document says so.
 */
export interface OwnLanguage {
  readonly lang: string
  readonly locale: string
  readonly direction?: 'ltr' | 'rtl'
  readonly words: Some<AgreementWords>
  readonly calendar?: CalendarWords
}

const full: AgreementWords = {
  ...englishClauses,
  ...englishClocks,
  ...englishPages,
  ...englishJudging,
  ...englishPeriods,
  ...englishChanges,
}

/** The languages that the library has. A further one is a table beside these and a line here. */
export const writingLanguages: Readonly<Record<Language, WritingLanguage>> = {
  en: { lang: 'en', locale: 'en-GB', direction: 'ltr', words: full, calendar: english },
  de: {
    lang: 'de',
    locale: 'de-DE',
    direction: 'ltr',
    words: { ...germanClauses, ...germanClocks, ...germanPages, ...germanJudging, ...germanPeriods, ...germanChanges },
    calendar: german,
  },
}

/** A language to write in, and the sentences that had to be taken from English; the list grows as they are used. */
export interface Spoken {
  readonly language: WritingLanguage
  readonly missing: ReadonlySet<string>
  /** Returns a text of the calendar's words, marked where they are not of the language. */
  calendarText(text: Phrase): Phrase
}

/** Returns the language with all its words. **Errors** throws `LeadSlaError` with `unknown-value` for a language that is none. */
export function spoken(choice: Language | OwnLanguage): Spoken {
  if (typeof choice === 'string' && Object.hasOwn(writingLanguages, choice)) {
    return { language: writingLanguages[choice], missing: new Set(), calendarText: (text) => text }
  }
  if (typeof choice !== 'object' || choice === null || !isLocale(choice.locale) || !isLocale(choice.lang)) {
    const known = Object.keys(writingLanguages)
    throw new LeadSlaError([issue('unknown-value', ['language'], { expected: 'one of the known languages', got: choice, known })])
  }
  const missing = new Set<string>()
  const { lang, locale, direction = 'ltr', words, calendar } = choice
  return {
    language: {
      lang,
      locale,
      direction,
      words: completed(full, words, '', missing) as AgreementWords,
      calendar: calendar ?? english,
    },
    missing,
    calendarText: (text) => {
      if (calendar) return text
      missing.add('calendar')
      return foreign(text)
    },
  }
}

function isLocale(name: unknown): name is string {
  try {
    return typeof name === 'string' && Intl.getCanonicalLocales(name).length === 1
  } catch {
    return false
  }
}

/** Returns the table with English in its gaps; a gap is noted when somebody reads it. */
function completed(table: object, own: unknown, path: string, missing: Set<string>): object {
  const result: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(table)) {
    const given: unknown = typeof own === 'object' && own !== null && Object.hasOwn(own, key) ? Reflect.get(own, key) : undefined
    const at = path === '' ? key : `${path}.${key}`
    if (typeof value === 'object' && !Array.isArray(value)) result[key] = completed(value, given, at, missing)
    else if (given !== undefined && typeof given === typeof value) result[key] = given
    else Object.defineProperty(result, key, { enumerable: true, get: () => borrowed(value, at, missing) })
  }
  // Events of one's own have words in one language and not in the other.
  for (const key of typeof own === 'object' && own !== null ? Object.keys(own) : []) {
    if (!Object.hasOwn(result, key) && key !== '__proto__') result[key] = Reflect.get(own as object, key)
  }
  return result
}

function borrowed(value: unknown, at: string, missing: Set<string>): unknown {
  const note = (said: unknown): unknown => {
    if (said === null) return null
    missing.add(at)
    return Array.isArray(said) && at.endsWith('.rules') ? said.map((each: Phrase) => foreign(each)) : foreign(said as Phrase)
  }
  return typeof value === 'function' ? (...parts: unknown[]) => note(value(...parts)) : note(value)
}

function foreign(content: Phrase): Phrase {
  return [{ kind: 'foreign', lang: 'en', content: withoutMarks(content) }]
}

/** A sentence that is foreign as a whole needs no marks on its parts. */
function withoutMarks(content: Phrase): readonly Inline[] {
  return inlinesOf(content).flatMap((piece): readonly Inline[] => {
    if (typeof piece === 'string' || 'text' in piece) return [piece]
    if (piece.kind === 'foreign') return withoutMarks(piece.content)
    return [{ ...piece, content: withoutMarks(piece.content) }]
  })
}
