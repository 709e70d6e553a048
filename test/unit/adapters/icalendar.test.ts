import { businessClock } from 'lead-sla/clock'
import { holidaysOfICalendar } from 'lead-sla/icalendar'
import { describe, expect, it } from 'vitest'
import { calendar, datesOf, event } from './icalendar-file.ts'

const day = (date: string, ...more: string[]) => event('UID:a', 'SUMMARY:Off', `DTSTART;VALUE=DATE:${date}`, ...more)

describe('an event of whole days', () => {
  it('is a holiday on its date, under its name', () => {
    const { list, left } = holidaysOfICalendar(calendar(day('20260619')), { years: [2026, 2026], name: 'Acme' })
    expect(list).toEqual({ name: 'Acme', years: [2026, 2026], dates: [{ date: '2026-06-19', name: 'Off' }] })
    expect(left).toEqual([])
  })

  it('is a date without a name where it has no summary', () => {
    const { list } = holidaysOfICalendar(calendar(event('DTSTART:20260619')), { years: [2026, 2026] })
    expect(list.dates).toEqual(['2026-06-19'])
  })

  it('covers the dates until the one before its end', () => {
    expect(datesOf(calendar(day('20260619', 'DTEND;VALUE=DATE:20260622')))).toEqual(['2026-06-19', '2026-06-20', '2026-06-21'])
  })

  it('covers one date when it ends on the date it starts on, as some programs write it', () => {
    expect(datesOf(calendar(day('20260619', 'DTEND;VALUE=DATE:20260619')))).toEqual(['2026-06-19'])
  })

  it('covers as many dates as its duration has days', () => {
    expect(datesOf(calendar(day('20260619', 'DURATION:P2D')))).toEqual(['2026-06-19', '2026-06-20'])
    expect(datesOf(calendar(day('20260619', 'DURATION:P1W')))).toHaveLength(7)
  })

  it('is cut at the turn of the years that are asked for', () => {
    const text = calendar(day('20231230', 'DTEND;VALUE=DATE:20240103'), day('20301231', 'DTEND;VALUE=DATE:20310103'))
    expect(datesOf(text)).toEqual(['2024-01-01', '2024-01-02', '2030-12-31'])
  })

  it('joins its name with that of another on the same date, and does not say a name twice', () => {
    const other = event('SUMMARY:Party', 'DTSTART;VALUE=DATE:20260619')
    const { list } = holidaysOfICalendar(calendar(day('20260619'), other, day('20260619')), { years: [2026, 2026] })
    expect(list.dates).toEqual([{ date: '2026-06-19', name: 'Off / Party' }])
  })
})

describe('an event that comes again', () => {
  const yearly = (...more: string[]) => calendar(day('20240619', 'RRULE:FREQ=YEARLY', ...more))
  const dates = ['2024-06-19', '2025-06-19', '2026-06-19', '2027-06-19', '2028-06-19', '2029-06-19', '2030-06-19']

  it('is laid out until the end of the years, whether it ends or not', () => {
    expect(datesOf(yearly())).toEqual(dates)
    expect(datesOf(calendar(day('20240619', 'RRULE:FREQ=YEARLY;COUNT=2')))).toEqual(dates.slice(0, 2))
    expect(datesOf(calendar(day('20240619', 'RRULE:FREQ=YEARLY;UNTIL=20260619')))).toEqual(dates.slice(0, 3))
    expect(datesOf(calendar(day('20240619', 'RRULE:FREQ=YEARLY;UNTIL=20260618T220000Z')))).toEqual(dates.slice(0, 2))
  })

  it('counts from its own start and not from that of the years', () => {
    expect(datesOf(calendar(day('20190619', 'RRULE:FREQ=YEARLY;COUNT=7')))).toEqual(dates.slice(0, 2))
  })

  it('has no 29 February in a year without one', () => {
    expect(datesOf(calendar(day('20200229', 'RRULE:FREQ=YEARLY')))).toEqual(['2024-02-29', '2028-02-29'])
  })

  it('covers all its dates each time, over the turn of the years too', () => {
    const text = calendar(day('20201231', 'DTEND;VALUE=DATE:20210102', 'RRULE:FREQ=YEARLY'))
    expect(datesOf(text, { years: [2026, 2026] })).toEqual(['2026-01-01', '2026-12-31'])
  })

  it('comes also on the dates that are added, and not on those that are taken away', () => {
    const lines = ['RDATE;VALUE=DATE:20260101,20260102', 'EXDATE;VALUE=DATE:20250619', 'EXDATE:20260619T000000']
    const expected = ['2024-06-19', '2026-01-01', '2026-01-02', ...dates.slice(3)]
    expect(datesOf(yearly(...lines))).toEqual(expected)
    expect(datesOf(yearly('EXRULE:FREQ=YEARLY;INTERVAL=2'))).toEqual(['2025-06-19', '2027-06-19', '2029-06-19'])
  })

  it('is moved on one date by an event with its id', () => {
    const moved = event('UID:a', 'SUMMARY:Moved', 'RECURRENCE-ID;VALUE=DATE:20250619', 'DTSTART;VALUE=DATE:20250620')
    expect(datesOf(`${yearly()}`.replace('END:VCALENDAR', `${moved}\r\nEND:VCALENDAR`))).toEqual([
      '2024-06-19',
      '2025-06-20',
      ...dates.slice(2),
    ])
  })

  it('is moved from a date on by an event for this and future dates', () => {
    const lines = ['RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260619', 'DTSTART;VALUE=DATE:20260701']
    const text = calendar(day('20240619', 'RRULE:FREQ=YEARLY'), event('UID:a', 'SUMMARY:Later', ...lines))
    const later = ['2026-07-01', '2027-07-01', '2028-07-01', '2029-07-01', '2030-07-01']
    expect(datesOf(text)).toEqual([...dates.slice(0, 2), ...later])
  })

  it('loses the date that is cancelled or that gets times', () => {
    const cancelled = event('UID:a', 'STATUS:CANCELLED', 'RECURRENCE-ID:20250619', 'DTSTART:20250619')
    const timed = event('UID:a', 'RECURRENCE-ID:20260619', 'DTSTART:20260619T090000')
    const { list, left } = holidaysOfICalendar(calendar(day('20240619', 'RRULE:FREQ=YEARLY'), cancelled, timed), {
      years: [2024, 2027],
    })
    expect(list.dates?.map((date) => (typeof date === 'string' ? date : date.date))).toEqual(['2024-06-19', '2027-06-19'])
    expect(left.map(({ why }) => why)).toEqual(['cancelled', 'timed'])
  })

  it('is not touched by an exception of another event', () => {
    const other = event('UID:b', 'SUMMARY:Other', 'RECURRENCE-ID:20250619', 'DTSTART:20250101')
    expect(datesOf(calendar(day('20240619', 'RRULE:FREQ=YEARLY'), other))).toEqual([dates[0], '2025-01-01', ...dates.slice(1)])
  })
})

describe('what is no holiday', () => {
  it('stands in left with the reason', () => {
    const text = calendar(
      event('UID:m', 'SUMMARY:Meeting', 'DTSTART:20260619T090000Z'),
      event('UID:c', 'SUMMARY:Outing', 'STATUS:CANCELLED', 'DTSTART:20260620'),
      event('UID:o', 'SUMMARY:Long ago', 'DTSTART:19990101'),
      event('UID:f', 'SUMMARY:Theirs', 'DTSTART:20260621', 'DURATION:P2D'),
      'BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Tidy up\r\nEND:VTODO',
      'BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nEND:VTIMEZONE',
    )
    const { list, left } = holidaysOfICalendar(text, { years: [2026, 2026], filter: ({ date }) => date !== '2026-06-21' })
    expect(list.dates).toEqual([{ date: '2026-06-22', name: 'Theirs' }])
    expect(left).toEqual([
      { why: 'no-event', summary: 'Tidy up', uid: 't', start: null },
      { why: 'timed', summary: 'Meeting', uid: 'm', start: '2026-06-19T09:00:00Z' },
      { why: 'cancelled', summary: 'Outing', uid: 'c', start: '2026-06-20' },
      { why: 'outside-years', summary: 'Long ago', uid: 'o', start: '1999-01-01' },
      { why: 'filtered', summary: 'Theirs', uid: 'f', start: '2026-06-21' },
    ])
  })

  it('may be chosen by everything that an event says', () => {
    const seen: unknown[] = []
    const lines = ['UID:x', 'SUMMARY:Reformation Day', 'CATEGORIES:Holiday,Regional', 'DESCRIPTION:Only in\\, say\\, Saxony']
    datesOf(calendar(event(...lines, 'DTSTART:20261031')), { filter: (one) => seen.push(one) > 0 })
    expect(seen).toEqual([
      {
        uid: 'x',
        summary: 'Reformation Day',
        categories: ['Holiday', 'Regional'],
        description: 'Only in, say, Saxony',
        date: '2026-10-31',
      },
    ])
  })
})

describe('the text of a file', () => {
  const text = calendar(event('SUMMARY:A long name that a program', '  folds', 'DTSTART;VALUE=DATE:20260619'))

  it('may be folded, may begin with a byte order mark, and may end its lines in either way', () => {
    const read = (file: string) => holidaysOfICalendar(file, { years: [2026, 2026] }).list.dates
    expect(read(text)).toEqual([{ date: '2026-06-19', name: 'A long name that a program folds' }])
    expect(read(`\uFEFF${text}`)).toEqual(read(text))
    expect(read(text.replaceAll('\r\n', '\n'))).toEqual(read(text))
  })

  it('may hold several calendars', () => {
    expect(datesOf(calendar(day('20260619')) + calendar(day('20260101')))).toEqual(['2026-01-01', '2026-06-19'])
  })
})

it('the list stands in a calendar as it is', () => {
  const { list } = holidaysOfICalendar(calendar(day('20260619')), { years: [2026, 2026] })
  const clock = businessClock({ timeZone: 'Europe/Berlin', week: { fri: ['09:00-17:00'] }, holidays: [list] })
  expect(clock.holidayName('2026-06-19')).toBe('Off')
  expect(clock.isBusinessDay('2026-06-12')).toBe(true)
  expect(() => clock.isBusinessDay('2027-06-11')).toThrow(/beyond-horizon/)
})
