import fc from 'fast-check'
import { holidaysOfICalendar, LeadSlaError, parseHolidaysOfICalendar } from 'lead-sla/icalendar'
import { describe, expect, it } from 'vitest'
import { law } from '../../property/law.ts'
import { calendar, datesOf, event, mistakesOf } from './icalendar-file.ts'

const rule = (text: string) => calendar(event('DTSTART;VALUE=DATE:20240101', `RRULE:${text}`))

describe('a broken file', () => {
  it('is refused with a code', () => {
    const broken = [
      '',
      ' ',
      'hello',
      'hello:world',
      'BEGIN:VCALENDAR',
      'BEGIN:VCARD\nEND:VCARD',
      'END:VCALENDAR',
      '{"a":1}',
      ';:',
    ]
    for (const text of broken) expect([text, mistakesOf(text)]).toEqual([text, ['invalid-ical']])
    expect(mistakesOf(calendar('no property at all'))).toEqual(['invalid-ical'])
    expect(mistakesOf(calendar(event('DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=YEARLY;BYDAY=XX')))).toEqual(['invalid-ical'])
    expect(mistakesOf(Buffer.from(''))).toEqual(['wrong-type'])
  })

  it('throws the same issues from the throwing twin', () => {
    const read = () => holidaysOfICalendar('hello', { years: [2024, 2024] })
    expect(read).toThrow(LeadSlaError)
    expect(read).toThrow(/invalid-ical/)
  })

  it('has every mistake of its events named, each with its event', () => {
    const text = calendar(
      event('SUMMARY:Without a start'),
      event('DTSTART;VALUE=DATE:20240230'),
      event('DTSTART;VALUE=DATE:20240102', 'DTEND;VALUE=DATE:20240101'),
      event('DTSTART;VALUE=DATE:20240102', 'DTEND:20240102T120000'),
      event('DTSTART;VALUE=DATE:20240102', 'DURATION:PT12H'),
      event('DTSTART;VALUE=DATE:20240102', 'EXDATE;VALUE=DATE:20240102,2024010X'),
      event('DTSTART;VALUE=DATE:20240102', 'RDATE;VALUE=DATE-TIME:20240102T120000'),
    )
    expect(mistakesOf(text)).toEqual([
      'missing-key events.0.dtstart',
      'invalid-date events.1.dtstart',
      'invalid-date-range events.2.dtend',
      'invalid-date events.3.dtend',
      'invalid-duration events.4.duration',
      'invalid-date events.5.exdate',
      'invalid-date events.6.rdate',
    ])
  })

  it('needs years that are years', () => {
    for (const years of [
      [2030, 2024],
      [0, 2024],
      [2024, 10_000],
      [2024.5, 2025],
    ] as [number, number][]) {
      const parsed = parseHolidaysOfICalendar(calendar(), { years })
      expect(parsed.ok || parsed.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['out-of-range years'])
    }
  })
})

describe('a rule', () => {
  it.each([
    ['FREQ=SECONDLY', 'unknown-value events.0.rrule.freq'],
    ['FREQ=HOURLY;INTERVAL=24', 'unknown-value events.0.rrule.freq'],
    ['COUNT=3', 'unknown-value events.0.rrule.freq'],
    ['FREQ=YEARLY;COUNT=0', 'out-of-range events.0.rrule.count'],
    ['FREQ=YEARLY;BYMONTHDAY=0', 'out-of-range events.0.rrule.bymonthday'],
    ['FREQ=YEARLY;UNTIL=20240230', 'invalid-date events.0.rrule.until'],
    ['FREQ=WEEKLY;BYMONTHDAY=13', 'unknown-key events.0.rrule.bymonthday'],
    ['FREQ=MONTHLY;BYWEEKNO=20', 'unknown-key events.0.rrule.byweekno'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'invalid-ical'],
    ['FREQ=WEEKLY;BYDAY=2MO', 'unknown-value events.0.rrule.byday'],
    ['FREQ=YEARLY;RSCALE=HEBREW', 'unknown-key events.0.rrule.rscale'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'rule-without-date events.0.rrule'],
    ['FREQ=MONTHLY;BYMONTH=11;BYMONTHDAY=31', 'rule-without-date events.0.rrule'],
    ['FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15', 'rule-without-date events.0.rrule'],
    ['FREQ=MONTHLY;BYDAY=1TH;BYSETPOS=2', 'rule-without-date events.0.rrule'],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29;BYDAY=53MO', 'rule-without-date events.0.rrule'],
  ])('%s is refused', (text, mistake) => {
    expect(mistakesOf(rule(text))).toEqual([mistake])
  })

  it.each([
    ['FREQ=YEARLY;INTERVAL=100', ['2024-01-01']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', ['2024-01-01', '2024-02-29', '2028-02-29']],
    ['FREQ=YEARLY;BYHOUR=9;BYMINUTE=0;UNTIL=20240601', ['2024-01-01']],
    ['FREQ=YEARLY;COUNT=1', ['2024-01-01']],
  ])('%s is none that never comes', (text, dates) => {
    expect(datesOf(rule(text))).toEqual(dates)
  })

  it('may be asked for ten thousand times', { timeout: 60_000 }, () => {
    const yearly = (_: unknown, index: number) => event(`UID:${index}`, 'DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=YEARLY')
    expect(datesOf(calendar(...Array.from({ length: 10_000 }, yearly)))).toHaveLength(7)
  })

  it('may not ask for more dates than anybody has holidays', { timeout: 60_000 }, () => {
    const daily = event('DTSTART;VALUE=DATE:00010101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')
    const [first, ...others] = mistakesOf(calendar(...Array.from({ length: 100 }, () => daily)))
    expect(first).toBe('rule-without-date events.0.rrule')
    expect(others.at(-1)).toMatch(/^out-of-range events\.\d+\.rrule$/)
    expect(mistakesOf(calendar(event('DTSTART;VALUE=DATE:00010101', 'DTEND;VALUE=DATE:99991231', 'RRULE:FREQ=DAILY')))).toEqual([
      'out-of-range',
    ])
  })
})

const word = fc.constantFrom('BEGIN', 'END', 'VCALENDAR', 'VEVENT', 'DTSTART', 'DTEND', 'RRULE', 'RDATE', 'RECURRENCE-ID', 'UID')
const value = fc.constantFrom(
  '20240101',
  '20240101T000000',
  '2024',
  'FREQ=DAILY',
  'FREQ=YEARLY;BYDAY=1MO',
  'P1D',
  'a',
  '',
  'VEVENT',
)
const mark = fc.constantFrom(':', ';', '=', ',', '\r\n', '\n', ' ', '"', ';VALUE=DATE:', '\\', '__proto__', 'constructor')
const scraps = fc.array(fc.oneof(word, value, mark, fc.string()), { maxLength: 40 }).map((parts) => parts.join(''))
const lines = fc
  .array(fc.tuple(word, fc.constantFrom(':', ';VALUE=DATE:', ';X=1:'), value), { maxLength: 12 })
  .map((parts) => calendar(event(...parts.filter(([name]) => !['BEGIN', 'END'].includes(name)).map((part) => part.join('')))))

law(
  'no text throws, and what is refused has a code',
  fc.oneof(
    fc.string(),
    scraps,
    scraps.map((text) => calendar(text)),
    lines,
  ),
  (text) => {
    const parsed = parseHolidaysOfICalendar(text, { years: [2020, 2026] })
    if (parsed.ok) expect(parsed.value.list.years).toEqual([2020, 2026])
    else expect(parsed.issues.length).toBeGreaterThan(0)
  },
)
