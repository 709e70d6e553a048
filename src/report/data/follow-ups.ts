/** What follows from how promises were kept: the steps of the ladders and what was earned, for whoever may be named. */
import type { SubjectKind } from '../../agreement/conduct-facts.ts'
import type { Consequence } from '../../consequences/consequence.ts'
import type { IncentiveEntry } from '../../incentives/entry.ts'
import { readInstant } from '../../time/instant.ts'
import type { ConsequenceList, ConsequenceRow, EarnedList } from './report-shape.ts'
import type { Scene } from './scene.ts'
import { capped } from './shortlist.ts'

/** Returns the steps for a party, its teams and its people, of periods that end in the report's, in the order of the ladders. */
export function consequenceList(scene: Scene, party: string, all: readonly Consequence[]): ConsequenceList {
  const { span, settings } = scene
  const own = all.filter((one) => {
    const last = readInstant(one.to) - 1
    return one.party === party && last >= span.from && last < span.to
  })
  const shown = own.filter((one) => isShown(scene, one))
  const { rows, total, more } = capped(shown, settings.rows)
  return { rows: rows.map((one) => consequenceRow(scene, one)), total, more, withheld: own.length - shown.length }
}

/** Who belongs to a party: by the agreement, and by the clocks that they had. */
export type NamesOf = Readonly<Record<SubjectKind, ReadonlySet<string>>>

/** Returns what a party, its teams and its people earned in the period, by time. */
export function earnedList(scene: Scene, names: NamesOf, entries: readonly IncentiveEntry[]): EarnedList {
  const { span, settings } = scene
  const own = entries.filter((entry) => {
    const at = readInstant(entry.at)
    return names[entry.for].has(entry.name) && at >= span.from && at < span.to
  })
  const shown = own.filter((entry) => isShown(scene, entry))
  const { rows, total, more } = capped(shown, settings.rows)
  return {
    rows: rows.map((entry) => ({ ...entry, person: personOf(scene, entry) })),
    ...{ total, more, withheld: own.length - shown.length },
  }
}

interface Subject {
  readonly for: SubjectKind
  readonly name: string
}

/** A key holds the name, so that nothing of one who is not to be named can be shown. */
function isShown({ roster }: Scene, { for: kind, name }: Subject): boolean {
  return kind !== 'owner' || !roster.isHidden(name)
}

function personOf({ roster }: Scene, { for: kind, name }: Subject) {
  return kind === 'owner' ? roster.person(name) : null
}

function consequenceRow(scene: Scene, one: Consequence): ConsequenceRow {
  const { trace: _, due, action: __, ...judged } = one
  return {
    ...judged,
    action: due.action,
    sentTo: 'to' in due && due.action !== 'moveBudget' ? due.to : null,
    leads: due.action === 'returnLeads' ? capped(due.leads, scene.settings.rows) : null,
    quota:
      due.action === 'adjustQuota'
        ? { clause: due.clause, target: due.target, newTarget: due.newTarget, fromPeriod: due.fromPeriod }
        : null,
    budget:
      due.action === 'moveBudget' ? { from: due.from, to: due.to, amountMinor: due.amountMinor, currency: due.currency } : null,
    person: personOf(scene, one),
  }
}
