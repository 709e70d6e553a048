import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { briefTime, count, counted, percent, targets, wallSpan } from '../../src/cli/figures.ts'
import { type Column, table, tableLines } from '../../src/cli/table.ts'
import { cut, plainText, widthOf } from '../../src/plain-text.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

describe('a table', () => {
  type Row = readonly [name: string, number: number, note: string]
  const columns: Column<Row>[] = [
    { title: 'name', least: 6, text: ([name]) => name },
    { title: 'much', align: 'right', text: ([, number]) => String(number) },
    { title: 'a\nnote', least: 4, dropped: 1, text: ([, , note]) => note },
  ]
  const rows: Row[] = [
    ['one', 1, 'short'],
    ['twenty-three', 23, 'rather a long note'],
  ]
  const paint = (_: unknown, text: string): string => text
  const drawn = (width: number): string[] => table(columns, rows, { width, paint }).split('\n')

  test('is as wide as its texts where there is room', () => {
    expect(drawn(80)).toEqual([
      '                    a',
      'name          much  note',
      'one              1  short',
      'twenty-three    23  rather a long note',
      '',
    ])
  })
  test('cuts the widest cells first', () => {
    expect(drawn(30).slice(2)).toEqual(['one             1  short', 'twenty-thr…    23  rather a l…', ''])
  })
  test('leaves out a column when there is no room for it', () => {
    expect(drawn(13)).toEqual(['name     much', 'one         1', 'twenty…    23', ''])
  })
  test('is never wider than the terminal, and has a line for each row', () => {
    const row = fc.tuple(fc.string({ unit: 'grapheme' }), fc.integer(), fc.string())
    const fits = fc.property(fc.array(row), fc.integer({ min: 20, max: 120 }), (some, width) => {
      const { head, body } = tableLines(columns, some, { width, paint })
      expect([...head, ...body].filter((line) => widthOf(line.trimEnd()) > width)).toEqual([])
      expect(body).toHaveLength(some.length)
    })
    fc.assert(fits, { seed: 20261001, numRuns: 300 })
  })
})

describe('text', () => {
  test.each([
    ['\u001b[31m', '\\u{1b}[31m'],
    ['a\r\nb\tc', 'a\\u{d}\\u{a}b\\u{9}c'],
    ['\u009b\u202e\u2066\u2028', '\\u{9b}\\u{202e}\\u{2066}\\u{2028}'],
    ['Yıldız – Inês', 'Yıldız – Inês'],
  ])('%j is harmless as %j', (text, expected) => expect(plainText(text)).toBe(expected))

  test.each([
    ['abc', 3],
    ['e\u0301', 1],
    ['日本', 4],
    ['🚀', 2],
  ])('%s is %d wide', (text, width) => expect(widthOf(text)).toBe(width))

  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 4, 'abc…'],
    ['abc def', 5, 'abc…'],
    ['日本語', 4, '日…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ])('%s cut to %d is %s', (text, width, expected) => expect(cut(text, width)).toBe(expected))
})

describe('figures', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [10_115, '10,115'],
    [1_234_567, '1,234,567'],
  ])('%d is %s', (number, text) => expect(count(number)).toBe(text))
  test('one of a kind', () =>
    expect([counted(1, 'error'), counted(2, 'error'), counted(0, 'error')]).toEqual(['1 error', '2 errors', '0 errors']))

  test.each([
    [null, '–'],
    [0, '0.0%'],
    [0.29, '29.0%'],
    [0.9999, '99.9%'],
    [1, '100%'],
  ])('a share of %s is %s', (share, text) => expect(percent(share)).toBe(text))

  test.each([
    [null, '–'],
    [0, '0s'],
    [59 * second + 999, '59s'],
    [minute, '1m'],
    [hour - 1, '59m'],
    [hour, '1h'],
    [2 * hour + 5 * minute, '2h05m'],
    [-90 * minute, '-1h30m'],
  ])('%s ms are %s', (ms, text) => expect(briefTime(ms)).toBe(text))
  test.each([
    [23 * hour, '23h'],
    [24 * hour, '1d 0h'],
    [50 * hour, '2d 2h'],
  ])('%d ms on the wall are %s', (ms, text) => expect(wallSpan(ms)).toBe(text))

  test('targets are a range, a number of days or a word', () => {
    const goal = (target: Parameters<typeof targets>[0][number]['target']) => ({ target })
    expect(targets([goal({ kind: 'duration', ms: 4 * hour })])).toBe('4h')
    expect(targets([goal({ kind: 'duration', ms: 4 * hour }), goal({ kind: 'duration', ms: 30 * minute })])).toBe('30m–4h')
    expect(targets([goal({ kind: 'duration', ms: hour }), goal({ kind: 'businessDays', days: 2 })])).toBe('1h, 2 days')
    expect(targets([goal({ kind: 'businessDays', days: 1 })])).toBe('1 day')
    expect([0, 1, 3].map((days) => targets([goal({ kind: 'endOfBusinessDay', days })]))).toEqual([
      'same day',
      'next day',
      'end of 3 days',
    ])
    expect(targets([goal({ kind: 'dueFrom', fact: 'lead', keys: ['by'] })])).toBe('as agreed')
  })
})
