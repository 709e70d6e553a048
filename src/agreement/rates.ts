/**
 * What other currencies are worth: the checked form of `rates`. A rate is decimal text and stays exact; a table is whole, and
 * holds from its date until the next one. [P5]
 */
import type { Zone } from '../clock/zone.ts'
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { msOfDay, parsePlainDate } from '../time/plain-date.ts'
import { currencies, isCurrency, type Rate } from './money.ts'
import type { Scope } from './scope.ts'
import type { Rounding } from './terms-document.ts'

export interface RateTable {
  /** **Units** epoch milliseconds; minus infinity for a first table without a date. */
  readonly from: number
  readonly rates: ReadonlyMap<string, Rate>
}

export interface Rates {
  readonly into: string
  readonly rounding: Rounding
  /** The earliest first. */
  readonly tables: readonly RateTable[]
}

const decimalText = /^(\d{1,15})(?:\.(\d{1,15}))?$/
const one: Rate = { units: 1n, scale: 0 }

/** Returns the rates of an agreement; `null` where it has none or the scope has been told of a mistake. */
export function readRates(value: unknown, zone: Zone | undefined, scope: Scope): Rates | null {
  if (!isRecord(value)) return null
  const { into } = value
  checkCurrency(into, ['rates', 'into'], scope)
  const entries = Array.isArray(value.tables) ? value.tables : []
  let latest = Number.NEGATIVE_INFINITY
  const tables = entries.flatMap((entry, index): RateTable[] => {
    if (!isRecord(entry)) return []
    const path = ['rates', 'tables', index]
    const from = readFrom(entry.from, index, [...path, 'from'], zone, scope)
    if (from === undefined) return []
    if (index > 0 && from <= latest)
      scope.add('out-of-range', [...path, 'from'], 'a date after that of the table before', entry.from)
    latest = Math.max(latest, from)
    return [{ from, rates: readTable(entry.rates, [...path, 'rates'], String(into), scope) }]
  })
  const rounding = value.rounding === 'halfAwayFromZero' ? 'halfAwayFromZero' : 'halfEven'
  return isCurrency(into) ? { into, rounding, tables } : null
}

/** Returns the table of an instant; `undefined` before the first one. */
export function tableAt({ tables }: Rates, at: number): RateTable | undefined {
  return tables.findLast(({ from }) => from <= at)
}

/** Tells the scope of a code that is no currency. */
export function checkCurrency(code: unknown, path: IssuePath, scope: Scope): void {
  // What does not even look like a code the shape has told already.
  if (typeof code === 'string' && /^[A-Z]{3}$/.test(code) && !isCurrency(code))
    scope.add('unknown-value', path, 'a currency of ISO 4217', code, [...currencies()])
}

function readFrom(value: unknown, index: number, path: IssuePath, zone: Zone | undefined, scope: Scope): number | undefined {
  if (value === undefined) {
    return index === 0
      ? Number.NEGATIVE_INFINITY
      : scope.add('missing-key', path, 'the date from which the table holds, for only the first may do without')
  }
  const day = typeof value === 'string' ? scope.take(parsePlainDate(value, path)) : undefined
  return day === undefined || !zone ? undefined : zone.instantOfLocal(day * msOfDay)
}

function readTable(value: unknown, path: IssuePath, into: string, scope: Scope): ReadonlyMap<string, Rate> {
  const rates = new Map<string, Rate>([[into, one]])
  for (const [code, text] of isRecord(value) ? Object.entries(value) : []) {
    const at = [...path, code]
    if (!isCurrency(code)) scope.add('unknown-value', at, 'a currency of ISO 4217', code, [...currencies()])
    if (typeof text !== 'string') continue
    const rate = readRate(text)
    if (!rate) scope.add('out-of-range', at, 'a rate of more than zero as decimal text such as "0.9213"', text)
    else if (code === into && rate.units !== 10n ** BigInt(rate.scale))
      scope.add('out-of-range', at, `the rate "1", for the rates are told in ${into}`, text)
    else rates.set(code, rate)
  }
  return rates
}

function readRate(text: string): Rate | null {
  const [, whole, fraction = ''] = decimalText.exec(text) ?? []
  if (whole === undefined) return null
  const units = BigInt(whole + fraction)
  return units > 0n ? { units, scale: fraction.length } : null
}
