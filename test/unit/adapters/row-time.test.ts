import { afterAll, describe, expect, test } from 'vitest'
import { parseTimeFormat, type TimeFormatDocument } from '../../../src/adapters/row-time.ts'
import { valueOf } from '../../../src/errors.ts'
import { printed } from './taken.ts'

const host = process.env.TZ
afterAll(() => {
  if (host === undefined) delete process.env.TZ
  else process.env.TZ = host
})

function read(document: TimeFormatDocument, text: string): string {
  const parsed = valueOf(parseTimeFormat(document))(text, ['won'])
  return parsed.ok ? new Date(parsed.value).toISOString().replace('.000Z', 'Z') : printed(parsed.issues).join()
}

const refused = (document: TimeFormatDocument): string[] => {
  const parsed = parseTimeFormat(document)
  return parsed.ok ? [] : printed(parsed.issues)
}

describe.each([
  ['UTC', 0],
  ['Europe/Berlin', -60],
  ['America/New_York', 300],
  ['Pacific/Apia', -780],
  ['America/Sao_Paulo', 180],
])('on a host in %s', (hostZone, hostOffset) => {
  test.each([
    // Wall times that one of the hosts skips, repeats or never had a date for.
    ['2026-03-29 02:30', 'UTC', '2026-03-29T02:30:00Z'],
    ['2026-03-08 02:30', 'UTC', '2026-03-08T02:30:00Z'],
    ['2011-12-30 12:00', 'UTC', '2011-12-30T12:00:00Z'],
    ['2018-11-04 00:15', 'UTC', '2018-11-04T00:15:00Z'],
    // In the zone of the file a gap gives the transition, an overlap the earlier reading.
    ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2018-11-04 00:15', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    process.env.TZ = hostZone
    expect(new Date(2026, 0, 1).getTimezoneOffset(), 'TZ must take effect').toBe(hostOffset)
    expect(read({ format: 'yyyy-MM-dd HH:mm', zone }, text)).toBe(instant)
    expect(read({ format: 'iso', zone }, text)).toBe(instant)
  })
})

describe('a format', () => {
  test.each([
    ['dd.MM.yyyy HH:mm', '07.04.2026 10:30', '2026-04-07T08:30:00Z'],
    ['dd.MM.yyyy', '07.04.2026', '2026-04-06T22:00:00Z'],
    ['M/d/yyyy h:mm a', '4/7/2026 1:05 PM', '2026-04-07T11:05:00Z'],
    ['MMM d, yyyy', 'Apr 7, 2026', '2026-04-06T22:00:00Z'],
    ['dd/MM/yy', '07/04/26', '2026-04-06T22:00:00Z'],
    ["yyyy-MM-dd'T'HH:mm:ss", '2026-04-07T10:30:00', '2026-04-07T08:30:00Z'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXX", '2026-04-07T10:30:00.000+0200', '2026-04-07T08:30:00Z'],
    ['iso', '2026-04-07T10:30:00+02:00', '2026-04-07T08:30:00Z'],
    ['iso', '2026-04-07T10:30', '2026-04-07T08:30:00Z'],
    ['iso', '2026-04-07 10:30:00', '2026-04-07T08:30:00Z'],
    ['iso', ' 2026-04-07 ', '2026-04-06T22:00:00Z'],
    ['epochSeconds', '1775550600', '2026-04-07T08:30:00Z'],
    ['epochSeconds', '1775550600.25', '2026-04-07T08:30:00.250Z'],
    ['epochMilliseconds', '1775550600000', '2026-04-07T08:30:00Z'],
  ])('%s reads %s', (format, text, instant) => {
    expect(read({ format, zone: 'Europe/Berlin' }, text)).toBe(instant)
  })

  test.each([
    ['dd.MM.yyyy', '31.02.2026'],
    ['dd.MM.yyyy', '2026-04-07'],
    ['iso', '2026-04-31'],
    ['iso', 'yesterday'],
    ['epochSeconds', '1e9'],
    ['epochMilliseconds', '99999999999999999'],
    ['epochMilliseconds', '12.5'],
  ])('%s does not read %s', (format, text) => {
    expect(read({ format, zone: 'Europe/Berlin' }, text)).toBe('invalid-instant at won')
  })

  test('without a zone does not guess one', () => {
    expect(read({}, '2026-04-07T10:30:00')).toBe('missing-offset at won')
    expect(read({}, '2026-04-07')).toBe('invalid-instant at won')
    expect(refused({ format: 'dd.MM.yyyy' })).toEqual(['missing-key at zone'])
    expect(refused({ format: 'dd.MM.yyyy xxx' })).toEqual([])
  })

  test.each(['', 'YYYY-MM-DD', 'yyyy-MM-ddTHH:mm', 'HH:mm', 'yyyy-MM', 't', 'zzz yyyy-MM-dd', 'ISO'])(
    'is refused: "%s"',
    (format) => {
      expect(refused({ format, zone: 'UTC' })).toEqual(['unknown-value at format'])
    },
  )

  test('says all that is wrong with it', () => {
    expect(refused({ format: 'dd.MM', zone: 'Europe/Berlyn', dateOnly: { at: '24:00' } })).toEqual([
      'unknown-time-zone at zone',
      'unknown-value at dateOnly.at',
      'unknown-value at format',
    ])
    expect(refused({ dateOnly: { at: '12:00' } })).toEqual(['missing-key at dateOnly.zone'])
    expect(refused({ dateOnly: { zone: 'Mars', at: '12:00' } })).toEqual(['unknown-time-zone at dateOnly.zone'])
  })
})

describe('a date without a time', () => {
  const won = { format: 'yyyy-MM-dd HH:mm:ss', zone: 'UTC', dateOnly: { zone: 'America/Sao_Paulo', at: '12:00' } }
  test.each([
    ['midnight in winter', '2018-04-27 03:00:00', '2018-04-27T15:00:00Z'],
    ['midnight in summer', '2018-02-06 02:00:00', '2018-02-06T14:00:00Z'],
    ['the first instant of a day without a midnight', '2018-11-04 03:00:00', '2018-11-04T14:00:00Z'],
    ['a second after midnight', '2018-04-27 03:00:01', '2018-04-27T03:00:01Z'],
    ['midnight elsewhere', '2018-04-27 00:00:00', '2018-04-27T00:00:00Z'],
  ])('stands for the time of day that was agreed: %s', (_, text, instant) => {
    expect(read(won, text)).toBe(instant)
  })
  test('is midnight where nothing else was said', () => {
    expect(read({ format: 'yyyy-MM-dd', zone: 'America/Sao_Paulo' }, '2018-04-27')).toBe('2018-04-27T03:00:00Z')
    expect(read({ zone: 'America/Sao_Paulo', dateOnly: { at: '09:00' } }, '2018-04-27')).toBe('2018-04-27T12:00:00Z')
  })
})
