/** Targets that no calendar can meet, that say less than they seem to, or nothing; and reminders that come at the wrong time. */
import type { Agreement } from '../agreement/agreement.ts'
import type { PeriodClause } from '../agreement/period-clause.ts'
import type { Goal } from '../agreement/target.ts'
import { msOfDay } from '../time/plain-date.ts'
import { type Clocked, clocked } from './clocked.ts'
import { type Draft, draft } from './draft.ts'
import { asked, longestWallMs, usualDayMs } from './usual-day.ts'

/** Returns what is odd about targets and reminders. */
export function targetChecks(agreement: Agreement): Draft[] {
  return [
    ...clocked(agreement).flatMap((one) => [
      ...one.clause.goals.flatMap((goal, index) => goalChecks(agreement, one, goal, index)),
      ...reminderChecks(agreement, one),
    ]),
    ...cadenceChecks(agreement),
    ...[...agreement.periodClauses.values()].flatMap((clause) => shareChecks(agreement, clause)),
  ]
}

function goalChecks(agreement: Agreement, { id, clause, document }: Clocked, { target }: Goal, index: number): Draft[] {
  const path = ['clauses', id, 'within', ...(Array.isArray(document.within) ? [index] : [])]
  const { clock } = clause
  const { effective } = agreement
  if (target.kind === 'endOfBusinessDay') {
    const isTight = target.days === 0 && usualDayMs(agreement, clock) !== null
    return isTight ? [draft('same-day-close', { clause: id }, { severity: 'info', path })] : []
  }
  if (target.kind !== 'duration') return []
  const neededMs = target.ms
  const [from, to] = [Math.max(effective.from, clock.horizon[0]), Math.min(effective.to, clock.horizon[1] - 1)]
  const isBounded = Number.isFinite(effective.from) && Number.isFinite(effective.to)
  const openMs = isBounded && from < to ? asked(() => clock.between(from, to)) : null
  if (openMs !== null && openMs < neededMs)
    return [draft('target-cannot-fit', { clause: id, neededMs, openMs }, { severity: 'error', path })]
  const dayMs = usualDayMs(agreement, clock)
  if (dayMs === null || neededMs <= dayMs) return []
  const facts = { clause: id, targetMs: neededMs, dayMs, days: Math.round((neededMs / dayMs) * 10) / 10 }
  // Whole days of 24 hours on a calendar that closes are a lint, and a likely mistake; other long targets are worth knowing.
  if (neededMs % msOfDay === 0) return [draft('day-long-target', facts, { severity: 'warning', path })]
  return [draft('target-over-day', facts, { severity: 'info', path })]
}

/** A reminder before the start is never sent, and a digest of the next morning comes too late for what is due today. */
function reminderChecks(agreement: Agreement, { id, clause }: Clocked): Draft[] {
  const durations = clause.goals.flatMap(({ target }) => (target.kind === 'duration' ? [target.ms] : []))
  if (durations.length === 0 || durations.length < clause.goals.length) return []
  const shortest = Math.min(...durations)
  const dayMs = usualDayMs(agreement, clause.clock)
  return clause.reminders.flatMap(({ name, beforeMs, on, deliver }, index): Draft[] => {
    const isBefore = on === 'business' && beforeMs >= shortest
    const isAfter = deliver === 'digest' && dayMs !== null && shortest < dayMs
    if (!isBefore && !isAfter) return []
    const path = ['clauses', id, 'reminders', index]
    return [draft('reminder-out-of-time', { clause: id, reminder: name, isBefore }, { severity: 'warning', path })]
  })
}

function cadenceChecks(agreement: Agreement): Draft[] {
  return [...agreement.cadences.values()].flatMap(({ id, count, spacingMs, timed }): Draft[] => {
    const givens = timed.goals.map(({ target }) => longestWallMs(agreement, timed.clock, target))
    const neededMs = (count - 1) * spacingMs
    const givenMs = Math.max(...givens.map((ms) => ms ?? Number.POSITIVE_INFINITY))
    if (neededMs <= givenMs) return []
    return [
      draft('cadence-cannot-fit', { clause: id, neededMs, givenMs }, { severity: 'error', path: ['clauses', id, 'spacing'] }),
    ]
  })
}

/** How many days a period has at least. */
const shortestDays = { week: 7, month: 28, quarter: 90, year: 365, fiscalMonth: 28, fiscalQuarter: 90, fiscalYear: 365 } as const

function shareChecks(agreement: Agreement, clause: PeriodClause): Draft[] {
  const { id } = clause
  const at = (key: string) => ['clauses', id, key] as const
  if (clause.kind === 'volume' || clause.kind === 'amount') {
    const isTrivial = clause.targets.every(({ target }) => target <= 0)
    return isTrivial ? [draft('trivial-target', { clause: id }, { severity: 'warning', path: at('target') })] : []
  }
  const { atLeast } = clause
  const atMost = clause.kind === 'ratio' ? clause.atMost : null
  const found: Draft[] = []
  if ((atLeast ?? 0) <= 0 && (atMost ?? 1) >= 1)
    found.push(
      draft('trivial-target', { clause: id }, { severity: 'warning', path: at(atLeast === null ? 'atMost' : 'atLeast') }),
    )
  if (atLeast === 1) found.push(draft('all-or-nothing', { clause: id }, { severity: 'info', path: at('atLeast') }))
  return clause.kind === 'compliance' ? [...found, ...periodChecks(agreement, clause)] : found
}

/** A clock that runs longer than the period it is counted in is decided when nobody looks at the period any more. */
function periodChecks(agreement: Agreement, { id, clause: other, per }: Extract<PeriodClause, { kind: 'compliance' }>): Draft[] {
  const counted = clocked(agreement).find((one) => one.id === other)
  if (!counted) return []
  const { goals, clock } = counted.clause
  const walls = goals.map(({ target }) => longestWallMs(agreement, clock, target) ?? 0)
  const days = Math.ceil(Math.max(...walls) / msOfDay)
  const periodDays = shortestDays[per]
  if (days <= periodDays) return []
  return [
    draft('target-over-period', { clause: id, other, days, periodDays }, { severity: 'warning', path: ['clauses', id, 'per'] }),
  ]
}
