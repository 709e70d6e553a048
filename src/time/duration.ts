/**
 * A duration is an exact amount of time in milliseconds. Documents write it as ISO 8601 (`PT4H`, `PT90M`, `P60D`);
 * a day is 24 hours and a week seven of them. Months and years are refused: they are no fixed amount of time.
 */
import { type IssuePath, issue, type Parsed } from '../errors.ts'

const iso8601 =
  /^([+-])?P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const unitMs = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000] as const

/** The longest duration: as long as the time that the library knows. **Units** milliseconds. */
const longestDurationMs = 315_537_897_599_999

/**
 * Returns the duration in milliseconds.
 *
 * **Edges** fractions are allowed where they come out as whole milliseconds (`PT0.5H`); a sign is allowed.
 * **Errors** `invalid-duration` for months, years, other shapes, parts of a millisecond and more than 10,000 years.
 *
 * @example
 * parseDuration('PT90M') //=> { ok: true, value: 5400000 }
 */
export function parseDuration(value: unknown, path: IssuePath = []): Parsed<number> {
  const ms = readDuration(value)
  if (ms === ms) return { ok: true, value: ms }
  return {
    ok: false,
    issues: [
      issue('invalid-duration', path, {
        expected: 'an ISO 8601 duration in weeks, days, hours, minutes or seconds such as PT4H',
        got: value,
      }),
    ],
  }
}

/** Returns the duration in milliseconds, or `NaN` where the value is none. */
function readDuration(value: unknown): number {
  const match = typeof value === 'string' && value.length <= 64 ? iso8601.exec(value) : null
  if (!match) return Number.NaN
  const parts = match.slice(2)
  if (parts.every((part) => part === undefined) || (value as string).endsWith('T')) return Number.NaN
  let total = 0
  for (const [index, part] of parts.entries()) total += Number(part ?? 0) * (unitMs[index] ?? 0)
  const ms = Math.round(total)
  // 0.1 H is exact in decimal but not in binary, so a thousandth of a millisecond is forgiven.
  if (Math.abs(ms - total) > 0.001 || ms > longestDurationMs) return Number.NaN
  return ms === 0 ? 0 : match[1] === '-' ? -ms : ms
}

/**
 * Returns an amount of milliseconds as an ISO 8601 duration in hours, minutes and seconds.
 *
 * @example
 * printDuration(5400000) //=> 'PT1H30M'
 */
export function printDuration(ms: number): string {
  const whole = Math.abs(Math.round(ms))
  const hours = Math.floor(whole / 3_600_000)
  const minutes = Math.floor((whole % 3_600_000) / 60_000)
  const seconds = (whole % 60_000) / 1000
  const text = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`
  return `${ms < 0 && text !== '' ? '-' : ''}PT${text === '' ? '0S' : text}`
}
