import { describe, expect, test } from 'vitest'
import type { AgreementDocument } from '../../../src/index.ts'
import { happened } from '../evaluation/one-clause.ts'
import { closedOf, explained } from './one-explanation.ts'

const hours = ['09:00-17:00']
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }
const office = { timeZone: 'UTC', week }

/** Returns why the calendar was closed from the start until then. */
function closed(calendars: NonNullable<AgreementDocument['calendars']>, from: string, until: string): string[] {
  return closedOf(explained([happened(`${from} start`)], until, { more: { calendars }, clause: { within: 'PT80H' } }))
}

describe('closed time', () => {
  test('lies outside the hours, around midnight in one piece, or on a date without hours', () => {
    expect(closed({ office }, '10 18:00', '14 08:00')).toEqual([
      '04-10 18:00 hours',
      '04-11 00:00 noHours',
      '04-12 00:00 noHours',
      '04-13 00:00 hours',
      '04-13 17:00 hours',
    ])
  })

  test('is a closure for its windows, and all of a date that is closed altogether', () => {
    const closures = { '2026-04-07': ['12:00-14:00'], '2026-04-08': ['00:00-24:00'] }
    expect(closed({ office: { ...office, closures } }, '07 10:00', '09 08:00')).toEqual([
      '04-07 12:00 closure',
      '04-07 17:00 hours',
      '04-08 00:00 closure',
      '04-09 00:00 hours',
    ])
  })

  test('is what an override takes from the hours of the week', () => {
    const overrides = { '2026-04-07': ['10:00-12:00'], '2026-04-08': [], '2026-04-11': ['10:00-12:00'] }
    expect(closed({ office: { ...office, overrides } }, '07 08:00', '09 08:00')).toEqual([
      '04-07 08:00 hours',
      '04-07 09:00 override',
      '04-07 12:00 override',
      '04-07 17:00 hours',
      '04-08 00:00 override',
      '04-09 00:00 hours',
    ])
  })

  test('is a holiday by its name, on a weekend too', () => {
    const holidays = [{ date: '04-11', name: 'Founders’ Day' }, '2026-04-13']
    expect(closed({ office: { ...office, holidays } }, '11 08:00', '14 08:00')).toEqual([
      '04-11 08:00 holiday Founders’ Day',
      '04-12 00:00 noHours',
      '04-13 00:00 holiday',
      '04-14 00:00 hours',
    ])
  })

  test('is the override, where a date opens on a holiday for some hours', () => {
    const overrides = { '2026-04-07': { hours: ['10:00-12:00'], onHolidays: true } }
    expect(closed({ office: { ...office, holidays: ['2026-04-07'], overrides } }, '07 08:00', '07 20:00')).toEqual([
      '04-07 08:00 hours',
      '04-07 09:00 override',
      '04-07 12:00 override',
      '04-07 17:00 hours',
    ])
  })

  test('is the holiday of the evening before, where that takes the shift', () => {
    const nights = { timeZone: 'UTC', week: { mon: ['22:00-06:00'], tue: ['22:00-06:00'], wed: ['22:00-06:00'] } }
    const office = { ...nights, holidayScope: 'shiftStart', holidays: [{ date: '2026-04-07', name: 'Day off' }] } as const
    expect(closed({ office }, '07 12:00', '08 23:00')).toEqual([
      '04-07 12:00 hours',
      '04-07 22:00 holiday Day off',
      '04-08 06:00 hours',
    ])
  })

  test('is what another calendar takes out, and what the members say', () => {
    const lunch = { timeZone: 'UTC', week: { tue: ['12:00-13:00'] } }
    const plain = { ...office, holidays: [{ date: '2026-04-08', name: 'Fair' }] }
    const calendars = { plain, lunch, office: { difference: ['plain', 'lunch'] } } as const
    expect(closed(calendars, '07 10:00', '09 08:00')).toEqual([
      '04-07 12:00 excluded',
      '04-07 17:00 hours',
      '04-08 00:00 holiday Fair',
      '04-09 00:00 hours',
    ])
    const closures = { '2026-04-07': ['15:00-16:00'] }
    const early = { timeZone: 'UTC', week: { tue: ['08:00-16:00'] }, closures }
    const late = { timeZone: 'UTC', week: { tue: ['12:00-18:00'] }, closures }
    expect(closed({ early, late, office: { union: ['early', 'late'] } }, '07 14:00', '07 20:00')).toEqual([
      '04-07 15:00 closure',
      '04-07 18:00 hours',
    ])
    expect(closed({ early, late, office: { intersection: ['early', 'late'] } }, '07 11:00', '07 20:00')).toEqual([
      '04-07 11:00 hours',
      '04-07 15:00 closure',
      '04-07 16:00 hours',
    ])
  })

  test('is told for the years that the calendar knows, from their first night on', () => {
    const years = [2026, 2027] as const
    const office = { timeZone: 'UTC', week, holidays: [{ name: 'Berlin', region: 'DE-BE', years, dates: ['2026-01-01'] }] }
    const start = { lead: 'L', type: 'start', at: '2026-01-01T00:00:00.000Z' }
    expect(closedOf(explained([start], '01 09:00', { more: { calendars: { office } } })).slice(0, 2)).toEqual([
      '01-01 00:00 holiday Berlin',
      '01-02 00:00 hours',
    ])
  })

  test('is said with its dates joined, the fifth and more of them counted', () => {
    const overrides = Object.fromEntries(['07', '08', '09', '10', '13', '14'].map((day) => [`2026-04-${day}`, []]))
    const told = (language: 'en' | 'de') =>
      explained([happened('06 16:00 start')], '15 08:00', { more: { calendars: { office: { ...office, overrides } } }, language })
        .sentences[3]
    expect(told('en')).toBe(
      'Not counted: Mon 6 Apr 2026 17:00 to Wed 15 Apr 2026 08:00, closed: outside the opening hours; special hours on Tue 7 Apr, Wed 8 Apr, Thu 9 Apr, Fri 10 Apr and 2 more dates; no opening hours on Sat 11 Apr and Sun 12 Apr [T6, T7].',
    )
    expect(told('de')).toContain('besondere Zeiten am Di. 7. Apr., Mi. 8. Apr., Do. 9. Apr., Fr. 10. Apr. und 2 weiteren Tagen')
  })
})
