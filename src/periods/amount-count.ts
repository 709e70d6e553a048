/**
 * Sums the money of an `amount` clause. What has a name in `data.opportunity` counts once, with its latest amount, in the
 * period in which the lead got it; without a name each event counts for itself. An amount that cannot be counted is refused,
 * and a later one mends it. [P5]
 */
import type { Effective } from '../agreement/effective.ts'
import type { AmountClause } from '../agreement/period-clause.ts'
import { type Issue, issue } from '../errors.ts'
import type { Refused } from '../evaluation/evaluation.ts'
import type { FoldedEvent } from '../events/event.ts'
import { type ClauseCount, isInForce } from './clause-count.ts'
import type { Sheet } from './sheet.ts'

interface Opportunity {
  /** `null` where the event names none. */
  readonly name: string | null
  readonly period: number
  /** **Units** minor units of the clause's currency; `null` as long as none could be counted. */
  amount: number | null
}

/** So many names are looked through one by one. */
const few = 16

export class AmountCount implements ClauseCount {
  readonly refused: Refused[] = []
  /** Of the lead that passes by. */
  private readonly opportunities: Opportunity[] = []
  /** Leads mostly have one or two; the places of their names are written down only where they are many. */
  private named: Map<string, Opportunity> | null = null
  /** The event that was summed last: where it is an update too, it is none any more. */
  private summed = ''

  constructor(
    private readonly clause: AmountClause,
    private readonly effective: Effective,
    private readonly sheet: Sheet,
  ) {}

  begin(): void {
    this.opportunities.length = 0
    this.named = null
  }

  fire(trigger: number, event: FoldedEvent): void {
    if (trigger === 0) this.create(event)
    else if (this.summed !== event.id) this.update(event)
  }

  end(): void {
    for (const { period, amount } of this.opportunities) {
      const line = this.sheet.line(period)
      if (amount === null) line.pending += 1
      else {
        line.sample += 1
        line.hits += amount
      }
    }
  }

  private create(event: FoldedEvent): void {
    this.summed = event.id
    const name = nameOf(event)
    const known = this.find(name)
    if (known) known.amount = this.amountOf(event) ?? known.amount
    else if (isInForce(this.effective, event.at)) {
      const opportunity = { name, period: this.sheet.periods.numberAt(event.at), amount: this.amountOf(event) }
      this.opportunities.push(opportunity)
      if (name !== null) this.named?.set(name, opportunity)
    }
  }

  private find(name: string | null): Opportunity | undefined {
    if (name === null) return undefined
    if (this.opportunities.length < few) return this.opportunities.find((one) => one.name === name)
    this.named ??= new Map(this.opportunities.flatMap((one) => (one.name === null ? [] : [[one.name, one]])))
    return this.named.get(name)
  }

  /** An update that says nothing of money leaves it as it was. */
  private update(event: FoldedEvent): void {
    const known = this.find(nameOf(event))
    if (known && (valueAt(event.fact, this.clause.keys) ?? null) !== null) known.amount = this.amountOf(event) ?? known.amount
  }

  /** Returns the amount, or `null` where it was refused. */
  private amountOf({ fact, data, source }: FoldedEvent): number | null {
    const { id, keys, currency } = this.clause
    const refuse = ({ code, path, message }: Issue): null => {
      this.refused.push({ event: source, code, path, message })
      return null
    }
    const got = valueAt(fact, keys)
    if (got === undefined || got === null)
      return refuse(issue('missing-key', keys, { expected: `an amount in minor units for ${id}` }))
    if (typeof got !== 'number' || !Number.isSafeInteger(got))
      return refuse(issue('wrong-type', keys, { expected: `a whole number of minor units for ${id}`, got }))
    const of = valueAt(data, ['currency'])
    if (of !== undefined && of !== null && of !== currency) {
      const expected = `an amount in ${currency}, the currency of ${id}`
      return refuse(issue('unknown-value', ['data', 'currency'], { expected, got: of, known: [currency] }))
    }
    return got
  }
}

function nameOf({ data }: FoldedEvent): string | null {
  const name = valueAt(data, ['opportunity'])
  return typeof name === 'string' && name !== '' ? name : null
}

/** Data that throws when it is looked at is no JSON, and holds nothing. */
function valueAt(holder: unknown, keys: readonly string[]): unknown {
  try {
    let value = holder
    for (const key of keys) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
      value = (value as Readonly<Record<string, unknown>>)[key]
    }
    return value
  } catch {
    return undefined
  }
}
