/** The lines of the teams or the people of a clause, each beside the others of its kind. */
import type { Obligation } from '../../evaluation/obligation.ts'
import { wilsonInterval } from '../../periods/interval.ts'
import type { ComparedLine, Line, Lines, PersonLine, TeamLine } from './figures-shape.ts'
import { CountTally, LineTally } from './line-tally.ts'
import type { Scene } from './scene.ts'

/** How many are decided, and how many of them were kept. */
interface Decided {
  decided: number
  kept: number
}

export class ComparedTally {
  private readonly tallies = new Map<string, LineTally>()
  private readonly nobody = new CountTally()

  constructor(
    private readonly scene: Scene,
    private readonly kind: 'team' | 'owner',
  ) {}

  add(position: number, obligation: Obligation): void {
    const id = obligation[this.kind]
    if (id === null) {
      const outcome = this.scene.columns.outcome[position]
      if (outcome !== undefined) this.nobody[outcome] += 1
      return
    }
    let tally = this.tallies.get(id)
    if (!tally) {
      tally = new LineTally(this.scene)
      this.tallies.set(id, tally)
    }
    tally.add(position, obligation)
  }

  get ids(): IterableIterator<string> {
    return this.tallies.keys()
  }

  /** Returns the lines, by breaches and then by decided clocks; of equals the one comes first whose first clock started first. */
  lines<Named>(numberOf: (id: string) => number, roleOf: (id: string) => string | null, named: (id: string) => Named) {
    const { scene } = this
    const { rows: limit } = scene.settings
    const order = [...this.tallies].sort(([one, a], [other, b]) => {
      return b.late + b.openBreached - a.late - a.openBreached || b.decided - a.decided || numberOf(one) - numberOf(other)
    })
    const byRole = new Map<string | null, Decided>()
    for (const [id, { decided, kept }] of order) {
      const role = roleOf(id)
      const sum = byRole.get(role) ?? { decided: 0, kept: 0 }
      byRole.set(role, { decided: sum.decided + decided, kept: sum.kept + kept })
    }
    const rest = new CountTally()
    for (const [, tally] of order.slice(limit)) rest.addAll(tally)
    const rows = order.slice(0, limit).map(([id, tally]): ComparedLine & Named => {
      const all = byRole.get(roleOf(id)) ?? tally
      const others = { decided: all.decided - tally.decided, kept: all.kept - tally.kept }
      return { ...named(id), ...compared(scene, tally.line(), others) }
    })
    const total = order.length
    return { rows, total, more: total - rows.length, rest: rest.counts(), nobody: this.nobody.counts() }
  }

  teams(): Lines<TeamLine> {
    const { roster } = this.scene
    return this.lines(
      (id) => roster.teamNumber(id),
      () => null,
      (id) => ({ team: roster.team(id) }),
    )
  }

  people(): Lines<PersonLine> {
    const { roster } = this.scene
    return this.lines(
      (id) => roster.person(id).number,
      (id) => roster.person(id).role,
      (id) => ({ person: roster.person(id) }),
    )
  }
}

function compared({ settings }: Scene, line: Line, { decided, kept }: Decided): ComparedLine {
  const isSmall = line.isSmall || decided < settings.minimumSample
  return {
    ...line,
    others: { decided, kept, share: decided === 0 ? null : kept / decided },
    standsOut: isSmall ? null : placeOf(line.interval, wilsonInterval(kept, decided)),
  }
}

function placeOf(own: Line['interval'], others: Line['interval']): ComparedLine['standsOut'] {
  if (!own || !others) return null
  return own[0] > others[1] ? 'above' : own[1] < others[0] ? 'below' : null
}
