import { describe, expect, it, test } from 'vitest'
import type { CalendarWords } from '../../../src/writing/calendar-words.ts'
import { english } from '../../../src/writing/english.ts'
import { languages } from '../../../src/writing/languages.ts'
import { writingLanguages } from '../../../src/writing/words/writing-language.ts'

/** The words that a table has and another misses, down to the entries of its lists. */
function missing(full: object, table: object, path = ''): string[] {
  return Object.entries(full).flatMap(([key, value]) => {
    const other: unknown = Reflect.get(table, key)
    const at = `${path}${key}`
    if (typeof other !== typeof value || other === '') return [at]
    return typeof value === 'object' && typeof other === 'object' && other !== null ? missing(value, other, `${at}.`) : []
  })
}

describe.each(Object.entries(languages))('the words of %s', (_language, words) => {
  it('miss none that English has', () => expect(missing(english, words)).toEqual([]))
  it('add none that English misses', () => expect(missing(words, english)).toEqual([]))

  it('tell every weekday, month and number apart', () => {
    for (const names of [words.shortWeekdays, words.weekdays, words.months]) expect(new Set(names).size).toBe(names.length)
    const nth = [1, 2, 3, 4, 5, -1, -2, -3, -4, -5].map((number) => words.nthWeekday(number, 'x', 'y'))
    expect(new Set(nth).size).toBe(nth.length)
    expect(nth.join()).not.toContain('undefined')
  })

  it('count one apart from many', () => {
    const counts = [
      words.holidays,
      words.moreHolidays,
      words.moreSeasons,
      words.moreOverrides,
      words.moreClosures,
      words.moreCalendars,
    ]
    for (const count of counts) {
      expect(count(1)).toMatch(/^1 /)
      expect(count(1).slice(2)).not.toBe(count(2).slice(2))
    }
  })
})

test('a word that a table misses is named, here and by the compiler', () => {
  const { closed: _closed, ...rest } = english
  // @ts-expect-error a table without `closed` is no table
  const table: CalendarWords = rest
  expect(missing(english, table)).toEqual(['closed'])
  expect(missing(english, { ...english, observed: {} })).toEqual(Object.keys(english.observed).map((kind) => `observed.${kind}`))
  expect(missing(english, { ...english, months: english.months.slice(1) })).toEqual(['months.11'])
})

describe.each(Object.entries(writingLanguages))(
  'the words of an agreement in %s',
  (language, { lang, locale, calendar, words }) => {
    const { words: full } = writingLanguages.en

    it('miss none that English has', () => expect(missing(full, words)).toEqual([]))
    it('add none that English misses', () => expect(missing(words, full)).toEqual([]))

    it('are of the language that they are called by, and the calendar with them', () => {
      expect([lang, new Intl.Locale(locale).language]).toEqual([language, language])
      expect(calendar).toBe(languages[language as keyof typeof languages])
    })

    it('speak otherwise than English', () => {
      const own = new Map(texts(words))
      const same = texts(full).flatMap(([at, text]) => (own.get(at) === text ? [text] : []))
      // What both languages call by one name.
      if (language !== 'en') expect(same.filter((text) => !['Name', 'Team', 'Teams', 'Status'].includes(text))).toEqual([])
    })
  },
)

/** Returns the plain texts of a table by their places. */
function texts(table: object, path = ''): [string, string][] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[path + key, value]]
    return typeof value === 'object' && value !== null ? texts(value, `${path}${key}.`) : []
  })
}
