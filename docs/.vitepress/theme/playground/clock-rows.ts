/** The clocks as a list to read from the top: what is late and open, what is due next, and only then what is over. */
import type { Agreement, Obligation, Status } from '../../../../src/index.ts'

export interface ClockCounts {
  readonly all: number
  readonly open: number
  /** Open and late, met late, or ended in any other way after the due instant. */
  readonly breached: number
  readonly kept: number
}

/** The group in which a status is listed. */
const ranks: Readonly<Record<Status, number>> = {
  openBreached: 0,
  open: 1,
  paused: 2,
  metLate: 3,
  met: 3,
  waived: 3,
  cancelled: 3,
  superseded: 3,
}

/** All statuses, in the order of the list. */
export const statuses = Object.keys(ranks) as readonly Status[]

/** Returns the clocks in order: late ones, the longest late first; open ones by due; paused ones; the rest, the latest first. */
export function clockRows(obligations: readonly Obligation[]): Obligation[] {
  const groups: Obligation[][] = [[], [], [], []]
  for (const obligation of obligations) groups[ranks[obligation.status]]?.push(obligation)
  const [late = [], open = [], paused = [], over = []] = groups
  late.sort((a, b) => before(a.breachedAt, b.breachedAt))
  open.sort((a, b) => before(a.dueAt, b.dueAt))
  paused.sort((a, b) => before(a.dueIfResumedAt, b.dueIfResumedAt))
  over.sort((a, b) => before(b.closedAt, a.closedAt))
  return [...late, ...open, ...paused, ...over]
}

/** The texts of instants in UTC are in the order of time; a clock without one comes last. */
function before(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

/**
 * Returns which share of its time a clock has used: of the target, or of the business time until it is due where the target is so many
 * days; `null` where nothing says how much that is.
 */
export function usedShare({ clauses, cadences }: Agreement, obligation: Obligation): number | null {
  const { clause, startedAt, dueAt, usedMs, targetMs, pausedMs, calendar } = obligation
  if (targetMs !== null) return usedMs / targetMs
  const clock = (clauses.get(clause) ?? cadences.get(clause)?.timed)?.clock
  // Which calendar has counted is told by its name only, where it follows somebody.
  if (!clock || dueAt === null || calendar !== undefined) return null
  const wholeMs = clock.between(startedAt, dueAt) - pausedMs
  return wholeMs > 0 ? usedMs / wholeMs : null
}

/** Returns how many clocks there are, and how many stand how. */
export function countsOf(obligations: readonly Obligation[]): ClockCounts {
  let open = 0
  let breached = 0
  let kept = 0
  for (const { status, breachedAt } of obligations) {
    if (status === 'open' || status === 'openBreached' || status === 'paused') open++
    if (breachedAt !== null && status !== 'waived') breached++
    if (status === 'met') kept++
  }
  return { all: obligations.length, open, breached, kept }
}

export interface ClockFilter {
  /** In the lead, the owner or the team; letter case does not matter. */
  readonly text: string
  readonly clause: string
  readonly status: string
}

/** Returns the clocks that a filter lets through; an empty text, clause or status lets all through. */
export function filtered(rows: readonly Obligation[], { text, clause, status }: ClockFilter): readonly Obligation[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '' && clause === '' && status === '') return rows
  return rows.filter((obligation) => {
    if (clause !== '' && obligation.clause !== clause) return false
    if (status !== '' && obligation.status !== status) return false
    if (wanted === '') return true
    return [obligation.lead, obligation.owner, obligation.team].some((name) => name?.toLowerCase().includes(wanted))
  })
}

export interface RowWindow {
  readonly first: number
  /** The row after the last one. */
  readonly end: number
}

/** Returns the rows to draw of a list of rows of one height, so that ten thousand of them cost as much as thirty. */
export function windowOf(
  count: number,
  rowHeight: number,
  { top, height }: { readonly top: number; readonly height: number },
): RowWindow {
  const spare = 6
  const first = Math.min(Math.max(Math.floor(top / rowHeight) - spare, 0), Math.max(count - 1, 0))
  const end = Math.min(Math.ceil((top + height) / rowHeight) + spare, count)
  return { first, end: Math.max(end, first) }
}
