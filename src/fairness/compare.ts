/** Compares what one person did with what all others of the same role did, in the same clause, by a stated test. */
import type { Case, Evidence, Pattern } from './case.ts'
import { fisherGreater, type Part } from './fisher.ts'
import { holm } from './holm.ts'

export interface Comparison {
  readonly pattern: Pattern
  readonly clause: string | null
  readonly person: string
  readonly role: string | null
  readonly own: Part
  readonly others: Part
  /** By Fisher's exact test, one-sided. */
  readonly p: number
  readonly evidence: readonly Evidence[]
}

/** Returns a comparison for each pattern, clause and person who has others of the same role. */
export function comparisonsOf(cases: readonly Case[], roleOf: (person: string) => string | null): Comparison[] {
  const groups = new Map<string, Case[]>()
  for (const one of cases) {
    const key = JSON.stringify([one.pattern, one.clause, roleOf(one.person)])
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()].flatMap((group) => {
    const all = partOf(group)
    const byPerson = new Map<string, Case[]>()
    for (const one of group) {
      const own = byPerson.get(one.person)
      if (own) own.push(one)
      else byPerson.set(one.person, [one])
    }
    return [...byPerson].flatMap(([person, own]): Comparison[] => {
      const [first] = own
      const part = partOf(own)
      const others = { hits: all.hits - part.hits, sample: all.sample - part.sample }
      if (!first) return []
      const evidence = own.filter(({ isHit }) => isHit).map((one) => one.evidence)
      evidence.sort((a, b) => compare(a.at, b.at) || compare(a.lead, b.lead) || compare(a.event ?? '', b.event ?? ''))
      const { pattern, clause } = first
      return [{ pattern, clause, person, role: roleOf(person), own: part, others, p: fisherGreater(part, others), evidence }]
    })
  })
}

/** Returns those that chance is too unlikely to explain, though so many were compared, by Holm's method. */
export function unlikely(comparisons: readonly Comparison[], level: number): { comparison: Comparison; level: number }[] {
  return holm(comparisons, level, keyOf).map((found) => ({ comparison: found.item, level: found.level }))
}

/** Returns the key of a comparison: the same in every run. */
export function keyOf({ pattern, clause, person }: Comparison): string {
  return `fairness/${pattern}/${clause === null ? '' : `${clause}/`}${person}`
}

function partOf(cases: readonly Case[]): Part {
  return { hits: cases.filter(({ isHit }) => isHit).length, sample: cases.length }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
