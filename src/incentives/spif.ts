/** A SPIF pays for each clock that is kept, for a short time and as long as its budget lasts: first come, first served. */
import type { Spif } from '../agreement/incentives.ts'
import type { Conduct } from '../conduct/conduct.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import { readInstant } from '../time/instant.ts'
import type { Earned } from './earned.ts'
import { compare, type IncentiveEntry } from './entry.ts'
import type { Season } from './season.ts'

/** Returns what the SPIFs of a season have paid. A kept clock is a fact at once, so nothing of it is ever pending. */
export function spifsOf(conduct: Conduct, { incentives }: Season): Earned {
  return { entries: incentives.spifs.flatMap((spif) => paidBy(conduct, spif)), undecided: [] }
}

function paidBy(conduct: Conduct, spif: Spif): IncentiveEntry[] {
  const { name: rule, for: kind, each, budget } = spif
  const count = Math.floor(budget.amountMinor / each.amountMinor)
  const kept = conduct.obligations.filter((obligation, position) => isKept(spif, obligation, conduct.startAt(position)))
  // By the instant and then by the lead: never by who it is.
  kept.sort((a, b) => compare(a.stoppedAt ?? '', b.stoppedAt ?? '') || compare(a.key, b.key))
  const periods = conduct.periods('month')
  return kept.map((obligation, place): IncentiveEntry => {
    const { key: clock, stoppedAt, lead } = obligation
    const at = stoppedAt ?? obligation.startedAt
    const isFunded = place < count
    const key = `spif/${rule}/${clock}`
    return {
      ...{
        key,
        group: key,
        kind: 'spif',
        rule,
        for: kind,
        name: obligation[kind] ?? '',
        period: periods.name(periods.numberAt(readInstant(at))),
      },
      ...{ at, standing: 'final', points: 0, amountMinor: isFunded ? each.amountMinor : 0, currency: each.currency },
      because: `kept for lead ${lead}${isFunded ? '' : ', and the budget is used up'}`,
    }
  })
}

function isKept({ clause, for: kind, from, to }: Spif, obligation: Obligation, startedAt: number): boolean {
  return (
    obligation.clause === clause &&
    obligation.status === 'met' &&
    obligation[kind] !== null &&
    startedAt >= from &&
    startedAt < to
  )
}
