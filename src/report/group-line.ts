/** The lines of teams and people on a scorecard, clause by clause, each beside the others of its kind. */
import type { Conduct } from '../conduct/conduct.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import { wilsonInterval } from '../periods/interval.ts'
import { type ClockLine, clockLine, type LineOptions } from './clock-line.ts'

export interface GroupLine extends ClockLine {
  /** The team or the person; `null` for people who are not to be named. */
  readonly name: string | null
  /** Of a person whom the agreement lists. */
  readonly role: string | null
  /** All others of the same role in the same clause: how many of their clocks are decided, and the share that was kept. */
  readonly others: { readonly decided: number; readonly share: number | null }
  /** Where the intervals of the two shares do not touch and neither sample is small; else `null`: there is nothing to see. */
  readonly standsOut: 'above' | 'below' | null
}

/** Returns a line for each clause and each team or person who had clocks of it, by clause, then by name. */
export function groupLines(
  conduct: Conduct,
  byClause: ReadonlyMap<string, readonly Obligation[]>,
  kind: 'team' | 'owner',
  options: LineOptions & { readonly hidden: ReadonlySet<string> },
): GroupLine[] {
  return [...byClause].flatMap(([clause, clocks]) => {
    const byName = new Map<string, Obligation[]>()
    for (const clock of clocks) {
      const name = clock[kind]
      if (name === null) continue
      const own = byName.get(name)
      if (own) own.push(clock)
      else byName.set(name, [clock])
    }
    const roleOf = (name: string) => (kind === 'owner' ? (conduct.members.get(name)?.role ?? null) : null)
    const lines = [...byName.keys()].sort().map((name) => {
      return { name, role: roleOf(name), line: clockLine(conduct, clause, byName.get(name) ?? [], options) }
    })
    const byRole = new Map<string | null, { readonly done: number; readonly decided: number }>()
    for (const { role, line } of lines) {
      const sum = byRole.get(role) ?? { done: 0, decided: 0 }
      byRole.set(role, { done: sum.done + line.done, decided: sum.decided + line.decided })
    }
    return lines.map(({ name, role, line }): GroupLine => {
      const all = byRole.get(role) ?? line
      const [done, decided] = [all.done - line.done, all.decided - line.decided]
      return {
        ...line,
        name: kind === 'owner' && options.hidden.has(name) ? null : name,
        role,
        others: { decided, share: decided === 0 ? null : done / decided },
        standsOut: decided < options.minimumSample || line.isSmall ? null : placeOf(line, wilsonInterval(done, decided)),
      }
    })
  })
}

function placeOf({ interval }: ClockLine, others: ClockLine['interval']): GroupLine['standsOut'] {
  if (!interval || !others) return null
  return interval[0] > others[1] ? 'above' : interval[1] < others[0] ? 'below' : null
}
