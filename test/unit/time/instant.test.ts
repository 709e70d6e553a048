import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { parseInstant, printInstant } from '../../../src/index.ts'
import { firstInstant, lastInstant, printRead, readInstant } from '../../../src/time/instant.ts'

const read = (value: unknown) => {
  const parsed = parseInstant(value)
  return parsed.ok ? parsed.value : parsed.issues[0]?.code
}
const instant = fc.integer({ min: firstInstant, max: lastInstant })

describe('[T1] an instant', () => {
  it.each([
    ['2026-04-07T08:30:00Z', '2026-04-07T08:30:00.000Z'],
    ['2026-04-07T10:30:00+02:00', '2026-04-07T08:30:00.000Z'],
    ['2026-04-07T10:30:00.5+02:00', '2026-04-07T08:30:00.500Z'],
    ['2026-04-07t08:30:00z', '2026-04-07T08:30:00.000Z'],
    ['2026-04-07 08:30:00Z', '2026-04-07T08:30:00.000Z'],
    ['2026-04-07T08:30:00-00:00', '2026-04-07T08:30:00.000Z'],
    ['2026-04-07T14:15:00+05:45', '2026-04-07T08:30:00.000Z'],
    ['2026-04-07T08:30:00.123456789Z', '2026-04-07T08:30:00.123Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is read', (text, printed) => {
    const at = read(text)
    expect(typeof at === 'number' && printInstant(at)).toBe(printed)
  })

  it('may be a Date or whole milliseconds', () => {
    expect(read(new Date(1_775_550_600_000))).toBe(1_775_550_600_000)
    expect(read(1_775_550_600_000)).toBe(1_775_550_600_000)
    expect(read(-1)).toBe(-1)
  })

  it.each(['2026-04-07T08:30:00', '2026-04-07T08:30:00.000', '2026-04-07 08:30:00'])('%s has no offset', (text) => {
    expect(read(text)).toBe('missing-offset')
  })

  it.each([
    ...['2026-02-29T00:00:00Z', '2026-04-31T00:00:00Z', '2026-13-01T00:00:00Z', '2026-00-01T00:00:00Z', '2026-01-00T00:00:00Z'],
    ...[
      '2026-01-01T24:00:00Z',
      '2026-01-01T00:60:00Z',
      '2026-01-01T00:00:61Z',
      '2026-01-01T00:00Z',
      '2026-01-01',
      '2026-W15-2T00:00:00Z',
    ],
    ...[
      '26-01-01T00:00:00Z',
      '+002026-01-01T00:00:00Z',
      '10000-01-01T00:00:00Z',
      '2026-01-01T00:00:00+24:00',
      '2026-01-01T00:00:00+0200',
    ],
    ...['2026-01-01T00:00:00[Europe/Berlin]', '20260101T000000Z', 'tomorrow', '', '1775550600000', ' 2026-01-01T00:00:00Z'],
    ...['0001-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00', '２０２６-01-01T00:00:00Z'],
  ])('%j is none', (text) => {
    expect(read(text)).toBe('invalid-instant')
  })

  it.each([
    null,
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1.5,
    lastInstant + 1,
    firstInstant - 1,
    {},
    [],
    true,
    1n,
    new Date(Number.NaN),
  ])('%s is none', (value) => {
    expect(read(value)).toBe('invalid-instant')
    expect(readInstant(value)).toBeNaN()
  })

  it('printed and read again is the same, and is printed as Temporal prints it', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const text = printInstant(at)
        expect(read(text)).toBe(at)
        expect(text).toBe(Temporal.Instant.fromEpochMilliseconds(at).toString({ fractionalSecondDigits: 3 }))
        expect(printRead(at)).toBe(text)
      }),
    )
  })

  it('written with any offset and any fraction is read as Temporal reads it', () => {
    const offset = fc.integer({ min: -1_439, max: 1_439 })
    fc.assert(
      fc.property(instant, offset, fc.nat(9), (at, minutes, digits) => {
        const sign = minutes < 0 ? '-' : '+'
        const zone = `${sign}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`
        const text = Temporal.Instant.fromEpochMilliseconds(at).toString({
          timeZone: zone,
          fractionalSecondDigits: digits as 0 | 1,
        })
        // Local years before 1 and after 9999 are written otherwise and are none.
        if (!/^\d{4}-/.test(text) || text.startsWith('0000')) return
        expect(read(text)).toBe(Temporal.Instant.from(text).epochMilliseconds)
      }),
    )
  })

  it('may be a Temporal one, of any implementation, and nothing that merely looks like it', () => {
    const instant = Temporal.Instant.from('2026-04-07T10:30:00.123456+02:00')
    expect(read(instant)).toBe(Date.UTC(2026, 3, 7, 8, 30, 0, 123))
    expect(read(instant.toZonedDateTimeISO('Asia/Tokyo'))).toBe(Date.UTC(2026, 3, 7, 8, 30, 0, 123))
    expect(read({ epochMilliseconds: 7 })).toBe(7)
    const none = [
      Temporal.PlainDateTime.from('2026-04-07T10:30'),
      { epochMilliseconds: '7' },
      { epochMilliseconds: 0.5 },
      {},
      null,
    ]
    for (const value of none) expect(read(value)).toBe('invalid-instant')
  })

  it('cannot be printed where it is none', () => {
    expect(() => printInstant(Number.NaN)).toThrow(expect.objectContaining({ code: 'invalid-instant' }))
  })
})

describe('one character of an instant', () => {
  const shape = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,3}))?[Zz]$/

  /** Reads by the shape alone, and asks the date arithmetic of the runtime whether there is such a date. */
  function slowly(text: string): number | string {
    const match = shape.exec(text)
    if (!match) return 'refused'
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
    const date = new Date(0)
    date.setUTCFullYear(year, month - 1, day)
    const exists = year > 0 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    if (!exists || hour > 23 || minute > 59 || second > 60) return 'refused'
    return date.setUTCHours(hour, minute, Math.min(second, 59), Number((match[7] ?? '').padEnd(3, '0')))
  }

  it.each(['2026-04-07T08:30:00Z', '2026-04-07T08:30:00.250Z', '0009-09-29T19:59:39.999Z'])(
    'of %s, changed in any place, is read or refused as its shape says',
    (text) => {
      for (let place = 0; place <= text.length; place++) {
        for (const other of ['0', '1', '2', '3', '6', '9', '/', ':', '-', '.', ',', 'T', 't', ' ', 'Z', 'z', '+', 'x', 'ä', '']) {
          const changed = text.slice(0, place) + other + text.slice(place + 1)
          const parsed = parseInstant(changed)
          expect([changed, parsed.ok ? parsed.value : 'refused']).toEqual([changed, slowly(changed)])
        }
      }
    },
  )

  it('of an offset counts: hours to 23, minutes to 59', () => {
    const at = (offset: string) => parseInstant(`2026-04-07T08:30:00${offset}`).ok
    expect(['+23:59', '-23:59', '+00:00'].map(at)).toEqual([true, true, true])
    expect(['+24:00', '+02:60', '-02:99', '+2:00', '+0200', '+02:0'].map(at)).toEqual([false, false, false, false, false, false])
    expect(parseInstant('x')).toMatchObject({ ok: false, issues: [{ path: [] }] })
  })
})
