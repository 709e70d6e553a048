import { describe, expect, test } from 'vitest'
import { reportFigures } from '../../../src/report/page/report-figures.ts'
import { english } from '../../../src/report/page/words/english.ts'
import { german } from '../../../src/report/page/words/german.ts'
import { pageLanguages } from '../../../src/report/page/words/page-languages.ts'

/** Returns each word by its path: a text as it is, a function by the number of its parts. */
function wordsOf(table: object, path = ''): [path: string, word: string | number][] {
  return Object.entries(table).flatMap(([key, value]): [string, string | number][] => {
    if (typeof value === 'object' && value !== null) return wordsOf(value, `${path}${key}.`)
    return [[`${path}${key}`, typeof value === 'function' ? value.length : String(value)]]
  })
}

/** Words that are the same in both languages. */
const same = ['Team', 'Person', 'Lead', 'Leads', 'Code', 'Status', 'Median', 'Trend', '–', '']

describe('the words of the page', () => {
  test('are there in both languages, and are not the same', () => {
    const [first, other] = [wordsOf(english), wordsOf(german)]
    expect(other.map(([path]) => path).sort()).toEqual(first.map(([path]) => path).sort())
    const german_ = new Map(other)
    const untold = first.filter(([path, word]) => typeof word === 'string' && german_.get(path) === word && !same.includes(word))
    expect(untold).toEqual([])
    expect(first.every(([, word]) => word !== '')).toBe(true)
  })
})

const figuresOf = (language: 'en' | 'de') => {
  const { time, words } = pageLanguages[language]
  return reportFigures({ words: time, names: words.periodNames, timeZone: 'Europe/Berlin', asOf: '2026-10-25T12:00:00Z' })
}

describe('figures', () => {
  test.each([
    [0.9999, '99.9%'],
    [1, '100%'],
    [0.9, '90%'],
    [2 / 3, '66.6%'],
    [0.29, '29%'],
    [0.0009, '0.0%'],
    [0, '0%'],
  ])('a share of %f is cut off', (share, text) => expect(figuresOf('en').share(share)).toBe(text))
  test('an interval is rounded outward', () => {
    expect(figuresOf('en').interval([0.6111, 0.8449])).toBe('61.1%–84.5%')
    expect(figuresOf('de').interval([0.6111, 0.8449])).toBe('61,1\u00a0%–84,5\u00a0%')
  })
  test.each([
    [0, '0 s'],
    [1, '1 s'],
    [59_001, '1 min'],
    [3_600_000, '1 h'],
    [14_400_001, '4 h 1 min'],
    [360_000_001, '101 h'],
  ])('a time of %i ms is rounded up', (ms, text) => expect(figuresOf('en').amount(ms)).toBe(text))
  test('instants are those of the zone, on both sides of a change of the clocks', () => {
    expect(figuresOf('en').instant('2026-10-25T00:30:00Z')).toBe('Sun 25 Oct, 02:30')
    expect(figuresOf('en').instant('2026-10-25T01:30:00Z')).toBe('Sun 25 Oct, 02:30')
    expect(figuresOf('en').instant('2025-12-31T23:30:00Z')).toBe('Thu 1 Jan, 00:30')
    expect(figuresOf('en').instant('2025-06-01T10:00:00Z')).toBe('Sun 1 Jun 2025, 12:00')
    expect(figuresOf('en').dateBefore('2026-10-31T23:00:00Z')).toBe('Sat 31 Oct 2026')
  })
  test.each([
    ['2026-04', 'Apr 2026', 'Apr. 2026'],
    ['2026-Q2', 'Q2 2026', 'Q2 2026'],
    ['2026-W05', 'week 5 of 2026', 'KW 5 2026'],
    ['2026', '2026', '2026'],
    ['FY2026-Q2', 'FY2026-Q2', 'FY2026-Q2'],
    ['<b>', '<b>', '<b>'],
  ])('the period %s has a name', (period, inEnglish, inGerman) => {
    expect([figuresOf('en').period(period), figuresOf('de').period(period)]).toEqual([inEnglish, inGerman])
  })
})
