/** Numbers, shares and amounts of time as a column holds them. Rounding is for people, and never makes a figure look better. [T10] */
import type { Goal, Target } from '../agreement/target.ts'

/** Returns `10,115`. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Returns `1 clock`, `2 clocks`. */
export function counted(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`
}

/** Returns `86.4%`, cut off and not rounded, so that 100% means all; `–` where nothing is decided. */
export function percent(share: number | null): string {
  if (share === null) return '–'
  // 0.29 × 1000 is 289.99…: a billionth puts back what the division took.
  return share === 1 ? '100%' : `${(Math.floor(share * 1000 + 1e-9) / 10).toFixed(1)}%`
}

/** Returns `45s`, `12m`, `2h46m`; parts of a unit are cut off. **Units** milliseconds. */
export function briefTime(ms: number | null): string {
  if (ms === null) return '–'
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const sign = ms < 0 ? '-' : ''
  if (seconds < 60) return `${sign}${seconds}s`
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  if (hours === 0) return `${sign}${minutes}m`
  return `${sign}${hours}h${minutes === 0 ? '' : `${String(minutes).padStart(2, '0')}m`}`
}

/** Returns `90d 8h` for the wall clock's days, and as `briefTime` below one. **Units** milliseconds. */
export function wallSpan(ms: number): string {
  const hours = Math.floor(ms / 3_600_000)
  return hours < 24 ? briefTime(ms) : `${Math.floor(hours / 24)}d ${hours % 24}h`
}

/** Returns the targets of a clause's goals: `4h`, `30m–4h`, `2 days`. */
export function targets(goals: readonly Pick<Goal, 'target'>[]): string {
  const durations = goals.flatMap(({ target }) => (target.kind === 'duration' ? [target.ms] : []))
  const others = goals.flatMap(({ target }) => (target.kind === 'duration' ? [] : [targetText(target)]))
  const [least, most] = [Math.min(...durations), Math.max(...durations)]
  const range = durations.length === 0 ? [] : [least === most ? briefTime(least) : `${briefTime(least)}–${briefTime(most)}`]
  return [...range, ...new Set(others)].join(', ')
}

function targetText(target: Exclude<Target, { readonly kind: 'duration' }>): string {
  if (target.kind === 'dueFrom') return 'as agreed'
  if (target.kind === 'businessDays') return target.days === 1 ? '1 day' : `${target.days} days`
  return target.days === 0 ? 'same day' : target.days === 1 ? 'next day' : `end of ${target.days} days`
}
