/** What a calibration is asked for, and the check of it. */
import { type Agreement, isAgreement } from '../../agreement/agreement.ts'
import { type AnyAgreement, versionsOf } from '../../agreement/versions.ts'
import { type Zone, zoneOf } from '../../clock/zone.ts'
import { type Issue, issue, LeadSlaError } from '../../errors.ts'
import type { SegmentBy } from './clock-sample.ts'

export interface CalibrateOptions {
  /** The share of the clocks that should keep the target; 0.9 when left out. */
  readonly compliance?: number
  /** Which further quantiles to tell; a half, three quarters, 90 and 95 % when left out. */
  readonly shares?: readonly number[]
  /** What the clocks are told apart by; nothing when left out. */
  readonly by?: readonly SegmentBy[]
  /** The events behind the clocks, where a fact of the lead is one of them. */
  readonly events?: Iterable<unknown>
  /** What the suggestions are a patch to, its latest version; in its zone months and weekdays begin. */
  readonly agreement?: AnyAgreement
  /** Below so many stopped clocks nothing is compared and nothing suggested; 30 when left out. */
  readonly minimumSample?: number
  /** How likely a difference may be found where there is none, over all comparisons together; 0.01 when left out. */
  readonly level?: number
  /** A target has to be so many times as long as that of the others, or as short, to matter; 1.25 when left out. */
  readonly times?: number
}

export interface Wanted {
  readonly compliance: number
  readonly shares: readonly number[]
  readonly by: readonly SegmentBy[]
  readonly minimumSample: number
  readonly level: number
  readonly times: number
  readonly agreement: Agreement | null
  readonly zone: Zone | null
}

/** Returns the checked options. **Errors** throws `LeadSlaError`: `out-of-range`, `wrong-type`, and the issues of the agreement. */
export function readCalibrateOptions(options: CalibrateOptions): Wanted {
  const issues: Issue[] = []
  const number = (key: 'compliance' | 'minimumSample' | 'level' | 'times', least: number, most: number, otherwise: number) => {
    const value = options[key] ?? otherwise
    if (!(typeof value === 'number' && value >= least && value <= most))
      issues.push(issue('out-of-range', [key], { expected: `a number from ${least} to ${most}`, got: value }))
    return value
  }
  // A share of 1 would be the slowest clock there was, whatever happened to it.
  const compliance = number('compliance', 0.01, 0.999, 0.9)
  const minimumSample = number('minimumSample', 5, Number.MAX_SAFE_INTEGER, 30)
  const level = number('level', 0, 0.5, 0.01)
  const times = number('times', 1, 1_000, 1.25)
  const { shares = [0.5, 0.75, 0.9, 0.95], by = [] } = options
  for (const [key, list] of Object.entries({ shares, by })) {
    if (!Array.isArray(list)) issues.push(issue('wrong-type', [key], { expected: 'an array', got: list }))
  }
  if (Array.isArray(shares)) {
    for (const [index, share] of shares.entries()) {
      if (!(typeof share === 'number' && share > 0 && share < 1))
        issues.push(issue('out-of-range', ['shares', index], { expected: 'a number between 0 and 1', got: share }))
    }
  }
  if (issues.length > 0) throw new LeadSlaError(issues)
  const agreement = options.agreement === undefined ? null : latestOf(options.agreement)
  const zone = agreement ? zoneOf(agreement.document.timeZone) : null
  return { compliance, shares, by, minimumSample, level, times, agreement, zone }
}

function latestOf(input: AnyAgreement): Agreement | null {
  if (isAgreement(input)) return input
  return versionsOf(input).at(-1)?.agreement ?? null
}
