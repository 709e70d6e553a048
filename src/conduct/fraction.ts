/**
 * Exact fractions. Shares, rates and weights are written as decimals, and a decimal times a whole number must not come out a
 * hair above or below a whole one before it is rounded: 21 / 0.07 is 300, and not 299.99999999999994.
 */

/** `over` / `under`; `under` is positive. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/

/**
 * Returns the decimal that a number is written as, exactly.
 *
 * **Errors** throws a `RangeError` for a number that is not finite; its callers have checked.
 *
 * @example
 * fractionOf(0.07) //=> { over: 7n, under: 100n }
 */
export function fractionOf(value: number): Fraction {
  const match = decimal.exec(String(value))
  if (!match) throw new RangeError(`${value} is no decimal`)
  const [, sign, whole = '0', part = '', exponent = '0'] = match
  const digits = BigInt(`${sign}${whole}${part}`)
  const scale = Number(exponent) - part.length
  return scale >= 0 ? { over: digits * 10n ** BigInt(scale), under: 1n } : { over: digits, under: 10n ** BigInt(-scale) }
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under }
}

/** **Errors** throws a `RangeError` where `b` is zero. */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  const under = a.under * b.over
  if (under === 0n) throw new RangeError('division by zero')
  return under < 0n ? { over: -a.over * b.under, under: -under } : { over: a.over * b.under, under }
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under }
}

/** Returns the greatest whole number that is not above. */
export function roundedDown({ over, under }: Fraction): bigint {
  const whole = over / under
  return over % under < 0n ? whole - 1n : whole
}

/** Returns the least whole number that is not below. */
export function roundedUp({ over, under }: Fraction): bigint {
  return -roundedDown({ over: -over, under })
}
