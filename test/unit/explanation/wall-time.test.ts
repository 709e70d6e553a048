import { describe, expect, test } from 'vitest'
import { zoneOf } from '../../../src/clock/zone.ts'
import { english } from '../../../src/explanation/english.ts'
import { german } from '../../../src/explanation/german.ts'
import { amountOfTime, dateInWords, listInWords, shortDateInWords, wallTime } from '../../../src/explanation/wall-time.ts'

const berlin = zoneOf('Europe/Berlin')
const at = Date.parse('2026-04-07T08:30:00Z')

describe('an instant in words', () => {
  test('is read in the zone, to the minute unless there is more', () => {
    expect(wallTime(berlin, at)).toBe('Tue 7 Apr 2026 10:30')
    expect(wallTime(berlin, at + 5_000, english)).toBe('Tue 7 Apr 2026 10:30:05')
    expect(wallTime(berlin, at + 5, english)).toBe('Tue 7 Apr 2026 10:30:00.005')
    expect(wallTime(berlin, at, german)).toBe('Di., 7. Apr. 2026, 10:30 Uhr')
    expect(wallTime(berlin, at + 5, german)).toBe('Di., 7. Apr. 2026, 10:30:00,005 Uhr')
  })

  test('is midnight and never 24 o’clock, and as old as an instant can be', () => {
    expect(wallTime(zoneOf('UTC'), Date.parse('2026-04-07T00:00:00Z'))).toBe('Tue 7 Apr 2026 00:00')
    expect(wallTime(zoneOf('UTC'), Date.parse('0001-01-01T00:00:00Z'))).toBe('Mon 1 Jan 1 00:00')
    expect(wallTime(zoneOf('UTC'), Date.parse('9999-12-31T23:59:00Z'))).toBe('Fri 31 Dec 9999 23:59')
  })

  test('may be a date alone, with its year or without', () => {
    expect([dateInWords('2026-04-07', english), shortDateInWords('2026-04-07', english)]).toEqual(['Tue 7 Apr 2026', 'Tue 7 Apr'])
    expect([dateInWords('2026-03-07', german), shortDateInWords('2026-03-07', german)]).toEqual([
      'Sa., 7. März 2026',
      'Sa. 7. März',
    ])
  })
})

describe('an amount of time in words', () => {
  test.each([
    [0, '0 s', '0 s'],
    [250, '0.250 s', '0,250 s'],
    [45_000, '45 s', '45 s'],
    [60_000, '1 min', '1 min'],
    [3_600_000, '1 h', '1 h'],
    [9_000_000, '2 h 30 min', '2 h 30 min'],
    [3_601_500, '1 h 1.500 s', '1 h 1,500 s'],
    [360_000_000_000, '100,000 h', '100.000 h'],
  ])('%d ms is %s', (ms, inEnglish, inGerman) => {
    expect([amountOfTime(ms, english), amountOfTime(ms, german)]).toEqual([inEnglish, inGerman])
  })
})

test('a list is joined as the language joins it', () => {
  expect(listInWords(['a', 'b', 'c'], english)).toBe('a, b and c')
  expect(listInWords(['a', 'b', 'c'], german)).toBe('a, b und c')
  expect(listInWords(['a'], german)).toBe('a')
})

test('a language that the runtime lacks is said with English names, not with those of the machine', () => {
  expect(wallTime(berlin, at, { ...english, locale: 'tlh' })).toBe('Tue 7 Apr 2026 10:30')
})
