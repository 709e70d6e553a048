/** What is legal in an agreement and yet hardly meant. A lint changes nothing; `lead-sla check` prints it. */
import type { CalendarDocument, CombinedCalendarDocument } from '../clock/calendar-document.ts'
import { canonicalText } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import type { Finding, FindingCode } from '../finding.ts'
import { type Lifecycle, unsoundness } from '../lifecycle/lifecycle.ts'
import { msOfDay } from '../time/plain-date.ts'
import type { GoalDocument } from './clause-document.ts'
import type { AgreementDocument } from './document.ts'
import type { Clauses } from './read-clauses.ts'
import type { TimedClause } from './timed-clause.ts'

/** What of a checked agreement is looked at. */
interface Linted extends Clauses {
  readonly lifecycle: Lifecycle | null
}

/** Returns the findings of a checked agreement, in the order of the document. */
export function lint(document: AgreementDocument, { lifecycle, clauses, periodClauses, cadences }: Linted): Finding[] {
  const findings: Finding[] = []
  const add = (code: FindingCode, path: IssuePath, message: string, clause?: string) =>
    findings.push({ code, path, message, ...(clause === undefined ? {} : { clause }) })
  for (const { code, state, message } of lifecycle ? unsoundness(lifecycle) : []) {
    add(code, state === null ? ['lifecycle', 'states'] : ['lifecycle', 'states', state], message)
  }
  for (const name of Object.keys(document.calendars ?? {})) {
    const isNamed = Object.values(document.clauses).some((clause) => 'clock' in clause && clause.clock === name)
    const setsPace = [...periodClauses.values()].some((clause) => 'calendar' in clause && clause.calendar === name)
    const isSomebodys = Object.values(document.parties).some(({ members = {}, teams = {} }) =>
      [...Object.values(members), ...Object.values(teams)].some(({ calendar }) => calendar === name),
    )
    if (!isNamed && !isSomebodys && !setsPace && !isMember(name, Object.values(document.calendars ?? {})))
      add('unused-calendar', ['calendars', name], `no clause counts on the calendar ${name}`)
  }
  for (const [id, clause] of Object.entries(document.clauses)) {
    const timed = clauses.get(id) ?? cadences.get(id)?.timed
    if (timed) lintTimed(id, timed, clause as { within: unknown }, add)
  }
  return findings
}

function isMember(name: string, calendars: readonly AnyCalendar[]): boolean {
  return calendars.some((calendar) => {
    if (typeof calendar === 'string') return calendar === name
    const members =
      'union' in calendar
        ? calendar.union
        : 'intersection' in calendar
          ? calendar.intersection
          : 'difference' in calendar
            ? calendar.difference
            : []
    return isMember(name, members)
  })
}

type AnyCalendar = string | CalendarDocument | CombinedCalendarDocument<string>

function lintTimed(
  id: string,
  clause: TimedClause,
  { within }: { within: unknown },
  add: (code: FindingCode, path: IssuePath, message: string, clause?: string) => void,
): void {
  const at = (index: number): IssuePath => ['clauses', id, 'within', ...(Array.isArray(within) ? [index] : [])]
  const opensAlways = clause.clock.nextClose(Math.max(0, clause.clock.horizon[0])) === null
  const seen = new Map<string, number>()
  for (const [index, { target, when }] of clause.goals.entries()) {
    if (target.kind === 'duration' && target.ms % msOfDay === 0 && !opensAlways) {
      const message = `${target.ms / 3_600_000} h count only while ${clause.calendar} is open, which takes several days; say businessDays or use the clock always if days on the wall are meant`
      add('day-long-target', at(index), message, id)
    }
    if (when === null || !Array.isArray(within)) continue
    const text = canonicalText((within[index] as GoalDocument).when)
    const earlier = seen.get(text)
    if (earlier !== undefined) add('unreachable-goal', at(index), `goal ${earlier + 1} has the same condition and wins`, id)
    else seen.set(text, index)
  }
  if (clause.goals.at(-1)?.when !== null) {
    add(
      'no-catch-all',
      ['clauses', id, 'within'],
      'leads for which no goal holds have no clock; end with a goal without a condition if every lead is meant',
      id,
    )
  }
}
