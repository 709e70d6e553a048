import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDuration, printDuration } from '../../../src/index.ts'

/** From the first to the last instant of the years 1 to 9999. */
const longestDurationMs = Date.parse('9999-12-31T23:59:59.999Z') - Date.parse('0001-01-01T00:00:00.000Z')

const msOf = (text: unknown) => {
  const parsed = parseDuration(text)
  return parsed.ok ? parsed.value : parsed.issues[0]?.code
}

describe('a duration', () => {
  it.each([
    ['PT4H', 14_400_000],
    ['PT90M', 5_400_000],
    ['PT30S', 30_000],
    ['PT1H30M15S', 5_415_000],
    ['P1D', 86_400_000],
    ['P60D', 5_184_000_000],
    ['P2W', 1_209_600_000],
    ['P1DT12H', 129_600_000],
    ['PT0S', 0],
    ['PT0.5H', 1_800_000],
    ['PT0.1H', 360_000],
    ['PT0.001S', 1],
    ['-PT1H', -3_600_000],
    ['+PT1H', 3_600_000],
  ])('%s is %d ms', (text, ms) => {
    expect(msOf(text)).toBe(ms)
  })

  it.each([
    'P1M',
    'P1Y',
    'P1Y2M',
    'PT',
    'P',
    '',
    '4h',
    'PT4',
    'P4H',
    'PT1H1D',
    'PT1.5',
    'pt4h',
    ' PT4H',
    'PT4H ',
    'PT0.0001S',
    'PT1,5H',
    'PT-1H',
  ])('%j is none', (text) => {
    expect(msOf(text)).toBe('invalid-duration')
  })

  it.each([null, undefined, 4, {}, [], true])('%j is none', (value) => {
    expect(msOf(value)).toBe('invalid-duration')
  })

  it('is at most as long as the time that the library knows', () => {
    expect(msOf(`PT${longestDurationMs / 1000}S`)).toBe(longestDurationMs)
    expect(msOf('P4000000D')).toBe('invalid-duration')
    expect(msOf(`P${'9'.repeat(60)}D`)).toBe('invalid-duration')
  })

  it('is told with the path of where it stood', () => {
    const parsed = parseDuration('P1M', ['within'])
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([{ path: ['within'], got: 'P1M' }])
  })

  it('printed and read again is the same', () => {
    const ms = fc.integer({ min: -longestDurationMs, max: longestDurationMs })
    fc.assert(
      fc.property(ms, (amount) => {
        expect(msOf(printDuration(amount))).toBe(amount)
      }),
    )
    expect([0, 5_400_000, -1, 86_400_000].map(printDuration)).toEqual(['PT0S', 'PT1H30M', '-PT0.001S', 'PT24H'])
  })
})

describe('each unit of a duration', () => {
  it.each([
    ['P12W', 12 * 604_800_000],
    ['P1.25W', 756_000_000],
    ['P10D', 864_000_000],
    ['P1.25D', 108_000_000],
    ['PT10H', 36_000_000],
    ['PT1.25H', 4_500_000],
    ['PT10M', 600_000],
    ['PT1.25M', 75_000],
    ['PT10S', 10_000],
    ['PT1.25S', 1250],
    ['PT0.000001S', 0],
    [`PT${'0'.repeat(60)}1H`, 3_600_000],
  ])('is read with several digits and with a fraction: %s', (text, ms) => {
    expect(parseDuration(text)).toEqual({ ok: true, value: ms })
  })

  it.each(['P1DT', 'PT', 'P', 'P1.W', 'PT1.xH', 'PT1.M', `PT${'0'.repeat(61)}1H`])('is missing or cut off in %s', (text) => {
    expect(parseDuration(text)).toMatchObject({
      ok: false,
      issues: [
        {
          code: 'invalid-duration',
          path: [],
          expected: 'an ISO 8601 duration in weeks, days, hours, minutes or seconds such as PT4H',
          got: text,
        },
      ],
    })
  })

  it('is read from text alone', () => {
    expect(parseDuration(['PT4H']).ok).toBe(false)
  })

  it('has no negative zero', () => {
    const parsed = parseDuration('-PT0S')
    expect(parsed.ok && Object.is(parsed.value, 0)).toBe(true)
    expect([printDuration(-0.4), printDuration(0), printDuration(-1000)]).toEqual(['PT0S', 'PT0S', '-PT1S'])
  })
})
