/**
 * Sums the money of an `amount` clause. What has a name in `data.opportunity` counts once, with its latest amount, in the
 * period in which the lead got it; without a name each event counts for itself. An amount that cannot be counted is refused,
 * and a later one mends it. [P5]
 */
import type { Effective } from '../agreement/effective.ts'
import type { AmountClause } from '../agreement/period-clause.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { Issue } from '../errors.ts'
import type { Refused } from '../evaluation/evaluation.ts'
import type { Facts } from '../evaluation/facts.ts'
import type { FoldedEvent } from '../events/event.ts'
import type { AmountReader } from './amount-reader.ts'
import { type ClauseCount, isInForce } from './clause-count.ts'
import type { Claim, Credits } from './credits.ts'
import type { Sheet, Who } from './sheet.ts'
import { textAt } from './value-at.ts'

interface Opportunity {
  /** `null` where the event names none. */
  readonly name: string | null
  readonly period: number
  /** **Units** minor units of the clause's currency; `null` as long as none could be counted. */
  amount: number | null
  readonly who: Who
  readonly claim: Claim
}

/** So many names are looked through one by one. */
const few = 16

/** The positions of the triggers: those of touches come last. */
const summing = 0
const updating = 1

export class AmountCount implements ClauseCount {
  readonly triggers: readonly Trigger[]
  /** Touches come before the opportunity to whose credit they are. */
  readonly opening: number
  readonly refused: Refused[] = []
  private readonly reader: AmountReader
  private readonly credits: Credits
  /** Of the lead that passes by. */
  private readonly opportunities: Opportunity[] = []
  /** Leads mostly have one or two; the places of their names are written down only where they are many. */
  private named: Map<string, Opportunity> | null = null
  /** The event that was summed last: where it is an update too, it is none any more. */
  private summed = ''

  constructor(
    clause: AmountClause,
    private readonly effective: Effective,
    private readonly sheet: Sheet,
    { reader, credits }: { readonly reader: AmountReader; readonly credits: Credits },
  ) {
    this.reader = reader
    this.credits = credits
    this.triggers = [clause.sum, updates, ...credits.triggers]
    this.opening = credits.triggers.length > 0 ? this.triggers.length : 1
  }

  begin(): void {
    if (this.opportunities.length > 0) this.opportunities.length = 0
    this.named = null
    this.credits.begin()
  }

  fire(trigger: number, event: FoldedEvent, facts: Facts): void {
    if (trigger > updating) this.credits.touch(trigger - updating - 1, event)
    else if (trigger === summing) this.create(event, facts)
    else if (this.summed !== event.id) this.update(event)
  }

  end(): void {
    for (const { period, amount, who, claim } of this.opportunities) {
      const line = this.sheet.line(period, who)
      if (!this.credits.holds(claim)) line.excluded += 1
      else if (amount === null) line.pending += 1
      else {
        line.sample += 1
        line.hits += amount
      }
    }
  }

  private create(event: FoldedEvent, facts: Facts): void {
    this.summed = event.id
    const name = textAt(event.data, 'opportunity')
    const known = this.find(name)
    if (known) this.take(known, event)
    else if (isInForce(this.effective, event.at)) {
      const period = this.sheet.periods.numberAt(event.at)
      const opportunity: Opportunity = {
        name,
        period,
        amount: null,
        who: this.sheet.whoOf(facts),
        claim: this.credits.claim(event),
      }
      this.take(opportunity, event)
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

  /** An update that says nothing of money leaves the amount as it was. */
  private update(event: FoldedEvent): void {
    const known = this.find(textAt(event.data, 'opportunity'))
    if (!known) return
    if (this.reader.isThere(event)) this.take(known, event)
    else this.declare(known, event)
  }

  private take(opportunity: Opportunity, event: FoldedEvent): void {
    const amount = this.reader.read(event, opportunity.period)
    if (typeof amount === 'number') opportunity.amount = amount
    else this.refuse(event, amount)
    this.declare(opportunity, event)
  }

  private declare({ claim }: Opportunity, event: FoldedEvent): void {
    const issue = this.credits.declare(claim, event)
    if (issue) this.refuse(event, issue)
  }

  private refuse({ source }: FoldedEvent, { code, path, message }: Issue): void {
    this.refused.push({ event: source, code, path, message })
  }
}

const none: ReadonlySet<string> = new Set()
const updates: Trigger = { kind: 'on', types: new Set(['opportunity.updated']), states: none, condition: null }
