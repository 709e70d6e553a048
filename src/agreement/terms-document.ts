/** What several period clauses share: the fiscal year and the rates between currencies, as a person writes them. */

/** The year in which a company counts. It begins on a day that every month has, so that its months tile it. */
export interface FiscalYearDocument {
  /** Month and day, as `04-01`. */
  readonly startsOn: string
  /** Whether a fiscal year has the name of the civil year in which it ends, the default, or of the one in which it starts. */
  readonly named?: 'end' | 'start'
}

/** How a converted amount becomes a whole number of minor units. */
export type Rounding = 'halfEven' | 'halfAwayFromZero'

/** What one unit of each currency is worth, from a date on. A table holds until the next one, and holds nothing of the one before. */
export interface RateTableDocument {
  readonly from?: string
  /** By ISO 4217 code, as decimal text such as `"0.9213"`: a rate is exact. */
  readonly rates: { readonly [currency: string]: string }
}

/** The rates of the agreement. A period counts all its money by the table of its first day. [P5] */
export interface RatesDocument {
  /** The currency in which the rates are told: one unit of another is worth so much of it. */
  readonly into: string
  readonly rounding?: Rounding
  readonly tables: readonly RateTableDocument[]
}
