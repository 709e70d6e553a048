/** Money and fractions as a rule prints them: exact, or with a sign that more follows. */
import { decimalsOf } from '../agreement/money.ts'
import type { Fraction } from '../conduct/fraction.ts'

/** Returns `25000.00 EUR` of 2500000 minor units. */
export function moneyText(minor: number | bigint, currency: string): string {
  const digits = decimalsOf(currency)
  const text = String(minor).padStart(digits + 1, '0')
  return `${digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`} ${currency}`
}

/** Returns `160`, `0.25`, or `33.333…` where it does not end within three digits. */
export function fractionText({ over, under }: Fraction): string {
  const scaled = (over * 1000n) / under
  const rest = (over * 1000n) % under !== 0n
  const digits = String(scaled).padStart(4, '0')
  const part = digits.slice(-3).replace(rest ? /$^/ : /0+$/, '')
  return `${digits.slice(0, -3)}${part === '' ? '' : `.${part}`}${rest ? '…' : ''}`
}
