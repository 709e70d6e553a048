/** How far the data can be trusted: what was refused, what is odd, what nobody owns, what looks like a machine's doing. */
import { isRecord } from '../../content.ts'
import type { Evaluation } from '../../evaluation/evaluation.ts'
import type { Obligation } from '../../evaluation/obligation.ts'
import { readInstant } from '../../time/instant.ts'
import type { EventExample, FindingCount, QualitySection, RefusedCode, Suspicion } from './quality-shape.ts'
import type { Scene } from './scene.ts'
import type { Shortlist } from './shortlist.ts'

/** So many leads whose clocks one actor stops at one instant are more than a person can. */
const minimumTogether = 10
const longestText = 80

export class QualityTally {
  private readonly unassigned: Shortlist
  private readonly atOnce: Shortlist
  /** The clocks that somebody stopped, and when. **Units** epoch milliseconds. */
  private readonly stopped: number[] = []
  private readonly stopAt: number[] = []
  private unassignedOpen = 0

  constructor(private readonly scene: Scene) {
    this.unassigned = scene.telling()
    this.atOnce = scene.telling()
  }

  /** Adds an open clock. */
  addOpen({ owner }: Obligation): void {
    if (owner === null) this.unassignedOpen += 1
  }

  /** Adds a clock of the period. */
  add(position: number, { owner, startedAt, stoppedAt, stoppedBy }: Obligation): void {
    if (owner === null) this.unassigned.add(position)
    if (stoppedAt === null) return
    if (stoppedAt === startedAt) this.atOnce.add(position)
    if (stoppedBy === null) return
    this.stopped.push(position)
    this.stopAt.push(readInstant(stoppedAt))
  }

  section(events: number | null): QualitySection {
    const { scene, unassigned } = this
    const { refused, findings } = scene.conduct.evaluation
    return {
      events,
      refused: { total: refused.length, byCode: refusedCodes(refused) },
      findings: { total: findings.length, byCode: findingCounts(findings) },
      unassigned: {
        clocks: unassigned.total,
        open: this.unassignedOpen,
        basis: scene.basis({ code: 'clocks', clocks: unassigned.total }, unassigned),
      },
      suspicions: this.suspicions(),
    }
  }

  private suspicions(): Suspicion[] {
    const { scene, atOnce } = this
    const { obligations } = scene.conduct
    const together = scene.telling()
    for (const positions of this.stoppedTogether()) {
      const leads = new Set(positions.map((position) => obligations[position]?.lead))
      if (leads.size >= minimumTogether) for (const position of positions) together.add(position)
    }
    const named = [
      ['stopped-together', together],
      ['stopped-at-once', atOnce],
    ] as const
    return named.flatMap(([code, list]): Suspicion[] => {
      if (list.total === 0) return []
      return [{ code, clocks: list.total, basis: scene.basis({ code: 'clocks', clocks: list.total }, list) }]
    })
  }

  /** The clocks that one actor stopped at one instant; few instants have as many, and only those are looked at. */
  private stoppedTogether(): Iterable<readonly number[]> {
    const sorted = new Float64Array(this.stopAt).sort()
    const crowded = new Set<number>()
    for (let place = minimumTogether - 1; place < sorted.length; place++) {
      const at = sorted[place] as number
      if (sorted[place - minimumTogether + 1] === at) crowded.add(at)
    }
    const groups = new Map<string, number[]>()
    if (crowded.size === 0) return groups.values()
    for (const [index, position] of this.stopped.entries()) {
      const at = this.stopAt[index] as number
      if (!crowded.has(at)) continue
      const key = `${at} ${this.scene.conduct.obligations[position]?.stoppedBy}`
      const own = groups.get(key)
      if (own) own.push(position)
      else groups.set(key, [position])
    }
    return groups.values()
  }
}

function refusedCodes(refused: Evaluation['refused']): RefusedCode[] {
  return byCode(refused, ({ path, message, event }) => ({ path: [...path], message, event: exampleOf(event) }))
}

function findingCounts(findings: Evaluation['findings']): FindingCount[] {
  return byCode(findings, ({ path, message, clause, event }) => ({
    ...{ path: [...path], message, clause: clause ?? null },
    event: event === undefined ? null : exampleOf(event),
  }))
}

/** Most frequent first; the lists have an order of their own, whose first entry is the example. */
function byCode<Code extends string, Entry extends { readonly code: Code }, Example>(
  entries: readonly Entry[],
  exampleFor: (entry: Entry) => Example,
): { code: Code; count: number; example: Example }[] {
  const found = new Map<Code, { code: Code; count: number; example: Example }>()
  for (const entry of entries) {
    const known = found.get(entry.code)
    if (known) known.count += 1
    else found.set(entry.code, { code: entry.code, count: 1, example: exampleFor(entry) })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}

/** A refused event may be anything, also something that throws when it is looked at. */
function exampleOf(event: unknown): EventExample {
  try {
    if (!isRecord(event)) return { id: null, lead: null, type: null }
    return { id: shortText(event.id), lead: shortText(event.lead ?? event.subject), type: shortText(event.type) }
  } catch {
    return { id: null, lead: null, type: null }
  }
}

function shortText(value: unknown): string | null {
  if (typeof value !== 'string') return null
  return value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value
}
