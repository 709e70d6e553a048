/** Reads the amount of an event into the currency of a clause, at the rates of its period. [P5] */
import type { Effective } from '../agreement/effective.ts'
import { convert, currencies, isCurrency } from '../agreement/money.ts'
import type { AmountClause } from '../agreement/period-clause.ts'
import { type Rates, type RateTable, tableAt } from '../agreement/rates.ts'
import { type Issue, issue } from '../errors.ts'
import type { FoldedEvent } from '../events/event.ts'
import type { Periods } from './period.ts'
import { valueAt } from './value-at.ts'

export class AmountReader {
  /** Few periods are asked for, again and again. */
  private readonly tables = new Map<number, RateTable | undefined>()

  constructor(
    private readonly clause: AmountClause,
    private readonly rates: Rates | null,
    private readonly periods: Periods,
    private readonly effective: Effective,
  ) {}

  /** Returns whether the event says anything of an amount. */
  isThere({ fact }: FoldedEvent): boolean {
    return (valueAt(fact, this.clause.keys) ?? null) !== null
  }

  /** Returns the amount for a period, or what is wrong with it. **Units** minor units of the clause's currency. */
  read({ fact, data }: FoldedEvent, period: number): number | Issue {
    const { id, keys, currency } = this.clause
    const got = valueAt(fact, keys)
    if (got === undefined || got === null) return issue('missing-key', keys, { expected: `an amount in minor units for ${id}` })
    if (typeof got !== 'number' || !Number.isSafeInteger(got))
      return issue('wrong-type', keys, { expected: `a whole number of minor units for ${id}`, got })
    const of = valueAt(data, ['currency'])
    return of === undefined || of === null || of === currency ? got : this.converted(got, of, period)
  }

  private converted(amount: number, of: unknown, period: number): number | Issue {
    const { id, keys, currency } = this.clause
    const path = ['data', 'currency']
    if (!isCurrency(of))
      return issue('unknown-value', path, { expected: `a currency of ISO 4217 for ${id}`, got: of, known: currencies() })
    const table = this.tableOf(period)
    const [from, to] = [table?.rates.get(of), table?.rates.get(currency)]
    if (!this.rates || !table || !from || !to) {
      const expected = `a currency that has a rate into ${currency} in ${this.periods.name(period)}, for ${id}`
      return issue('missing-rate', path, { expected, got: of, known: table?.rates.keys() ?? [currency] })
    }
    const result = convert(amount, { currency: of, rate: from }, { currency, rate: to }, this.rates.rounding)
    if (Number.isSafeInteger(result)) return result
    return issue('out-of-range', keys, {
      expected: `an amount that is a safe integer in minor units of ${currency}`,
      got: amount,
    })
  }

  /** The table of the first day of the period on which the agreement is in force: it stays, whatever the rates do meanwhile. */
  private tableOf(period: number): RateTable | undefined {
    if (!this.rates) return undefined
    if (!this.tables.has(period)) {
      const from = Math.max(this.periods.from(period), this.effective.from)
      this.tables.set(period, tableAt(this.rates, from))
    }
    return this.tables.get(period)
  }
}
