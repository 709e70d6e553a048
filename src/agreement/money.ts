/**
 * The currencies of ISO 4217, how many decimals their minor units have, and how an amount of one becomes an amount of another:
 * 1,234.50 EUR are 123450, 1,234 JPY are 1234, and 1.234 KWD are 1234. Codes that were withdrawn since 2014 are there too,
 * for old money is still counted. All that is known of money is known here.
 */
import type { Rounding } from './terms-document.ts'

/** `units` / 10 ^ `scale` of the currency in which rates are told. */
export interface Rate {
  readonly units: bigint
  readonly scale: number
}

const twoDecimals =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP ' +
  'COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR ' +
  'JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL LTL MAD MDL MGA MKD MMK MNT MOP MRO MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN ' +
  'NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STD STN SVC SYP SZL ' +
  'THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VEF VES WST XAD XCD XCG YER ZAR ZMW ZWG ZWL'
const noDecimals = 'BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
const threeDecimals = 'BHD IQD JOD KWD LYD OMR TND'
const fourDecimals = 'CLF UYW'

const decimals = new Map(
  [noDecimals, '', twoDecimals, threeDecimals, fourDecimals].flatMap((codes, count) =>
    codes
      .split(' ')
      .filter((code) => code !== '')
      .map((code): [string, number] => [code, count]),
  ),
)

/** Returns the codes of all currencies. */
export function currencies(): Iterable<string> {
  return decimals.keys()
}

/** Returns true for the code of a currency. */
export function isCurrency(code: unknown): code is string {
  return typeof code === 'string' && decimals.has(code)
}

/** Returns how many decimals the minor units of a currency have. **Source** ISO 4217. */
export function decimalsOf(currency: string): number {
  return decimals.get(currency) ?? 2
}

/** An amount of which currency, and what one unit of that is worth. */
export interface Priced {
  readonly currency: string
  readonly rate: Rate
}

/**
 * Returns an amount in another currency, exact until the one rounding at its end.
 *
 * **Units** minor units of each currency; the result may be beyond the safe integers.
 */
export function convert(amount: number, from: Priced, to: Priced, rounding: Rounding): number {
  const dividend = BigInt(amount) * from.rate.units * power(to.rate.scale + decimalsOf(to.currency))
  const divisor = to.rate.units * power(from.rate.scale + decimalsOf(from.currency))
  return Number(divided(dividend, divisor, rounding))
}

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}

/** The divisor is positive. */
function divided(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const whole = dividend / divisor
  const twiceTheRest = 2n * (dividend % divisor)
  const distance = twiceTheRest < 0n ? -twiceTheRest : twiceTheRest
  const isAway = distance > divisor || (distance === divisor && (rounding === 'halfAwayFromZero' || whole % 2n !== 0n))
  if (!isAway) return whole
  return dividend < 0n ? whole - 1n : whole + 1n
}
