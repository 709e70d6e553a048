/**
 * The rules of cadences, written the slow and obvious way: whenever something happens, all attempts of the cycle are looked
 * through again. [C14] Shares no code with `src`; the clocks are those of the oracle of timed clauses.
 */

import type {
  AgreementDocument,
  CadenceClauseDocument,
  CalendarDocument,
  LeadEvent,
  Obligation,
  Status,
} from '../../src/index.ts'
import { CycleOracle, minutesIn } from './cycle-oracle.ts'
import { msIn } from './delivery-oracle.ts'
import { isMerged, type Moment, minuteOf, momentsOf, type Times } from './lead-moments.ts'
import { alwaysOpen, minuteCalendar } from './minute-calendar.ts'
import { inForceOf } from './period-calendar.ts'
import { fires, isSo } from './trigger-oracle.ts'

interface Cycle {
  readonly clock: CycleOracle
  /** All attempts, whether they count or not. */
  readonly attempts: Moment[]
}

export function cadenceOracle(document: AgreementDocument, events: readonly LeadEvent[], times: Times): Obligation[] {
  const { leads } = momentsOf(document, events, times)
  return [...leads.keys()].sort().flatMap((lead) =>
    Object.entries(document.clauses).flatMap(([id, clause]) => {
      if (clause.kind !== 'cadence') return []
      const cycles = cyclesOf(document, clause, leads.get(lead) ?? [])
      return cycles.map((cycle) => obligationOf(document, id, clause, cycle, minuteOf(times.asOf)))
    }),
  )
}

function cyclesOf(document: AgreementDocument, clause: CadenceClauseDocument, moments: readonly Moment[]): Cycle[] {
  const cycles: Cycle[] = []
  const inForce = inForceOf(document)
  const calendar = document.calendars?.[clause.clock] as CalendarDocument | undefined
  const terms = {
    calendar: calendar && clause.clock !== 'always' ? minuteCalendar(calendar) : alwaysOpen(document.timeZone),
    boundary: document.boundary ?? ('close' as const),
    attribution: 'ownerAtDue' as const,
  }
  for (const [index, moment] of moments.entries()) {
    const fired = (trigger: CadenceClauseDocument['stop']) => fires(document, trigger, moments.slice(0, index + 1))
    const last = cycles.at(-1)
    const open = last && last.clock.closing === null ? last : null
    if (open) {
      open.clock.letPass(moment.minute)
      if (fired(clause.attempt)) open.attempts.push(moment)
      const counted = countedOf(clause, open.attempts)
      const isDone = counted.length >= clause.count && channelsOf(counted).length >= (clause.channels ?? 1)
      if (fired(clause.stop) || isDone) open.clock.closing = { moment, ending: 'stopped' }
      else if (fired(clause.cancel)) open.clock.closing = { moment, ending: 'cancelled' }
      else if (isMerged(moments.slice(0, index + 1))) open.clock.closing = { moment, ending: 'superseded' }
      else if (moment.event.type === 'lead.assigned') open.clock.handOver(moment)
    }
    const isFree = cycles.every(({ clock }) => clock.closing !== null) && !(clause.once && cycles.length > 0)
    const at = moment.minute * 60_000
    if (isMerged(moments.slice(0, index + 1))) continue
    if (!fired(clause.start) || !isFree || at < inForce[0] || at >= inForce[1]) continue
    const clock = new CycleOracle(terms, cycles.length + 1, moment, { target: clause.within })
    if (clause.stop && isSo(document, clause.stop, moment)) {
      clock.letPass(moment.minute)
      clock.closing = { moment, ending: 'stopped' }
    }
    cycles.push({ clock, attempts: [] })
  }
  return cycles
}

/** People's attempts, and of these each that is far enough from the last one before it that counts. */
function countedOf({ automations, spacing }: CadenceClauseDocument, attempts: readonly Moment[]): Moment[] {
  const made = attempts.filter(({ event }) => automations || event.actor?.kind !== 'automation')
  const counted: Moment[] = []
  for (const one of made) {
    const last = counted.at(-1)
    if (!last || spacing === undefined || (one.minute - last.minute) * 60_000 >= msIn(spacing)) counted.push(one)
  }
  return counted
}

function channelsOf(counted: readonly Moment[]): string[] {
  return [
    ...new Set(
      counted.map(({ event: { type, data } }) =>
        typeof data?.channel === 'string' && data.channel !== '' ? data.channel : type,
      ),
    ),
  ]
}

function obligationOf(
  document: AgreementDocument,
  id: string,
  clause: CadenceClauseDocument,
  { clock, attempts }: Cycle,
  asOf: number,
): Obligation {
  const { closing, start } = clock
  const until = closing?.moment.minute ?? asOf
  if (!closing) clock.letPass(asOf)
  const { used } = clock.minutesUntil(until)
  const { owner, team } = clock.inChargeAt(until)
  const end = closing ? printed(closing.moment.minute) : null
  const isStopped = closing?.ending === 'stopped'
  const counted = countedOf(clause, attempts)
  const last = counted.at(-1)
  return {
    key: `${id}/${start.event.lead}/${clock.number}`,
    clause: id,
    lead: start.event.lead,
    cycle: clock.number,
    party: clause.owedBy,
    ...{ owner, team },
    owners: clock.sharesUntil(until).map(({ minutes, ...person }) => ({ ...person, usedMs: minutes * 60_000 })),
    agreement: document.agreement,
    version: document.version,
    status: isWaived(document, id, clock, { owner, team }) ? 'waived' : statusOf(clock),
    goal: '1',
    startedAt: printed(start.minute),
    dueAt: printedOrNull(clock.dueAt()),
    dueIfResumedAt: null,
    stoppedAt: isStopped ? end : null,
    stoppedBy: isStopped ? (closing.moment.event.actor?.id ?? null) : null,
    closedAt: end,
    breachedAt: printedOrNull(clock.breachedAt),
    usedMs: used.length * 60_000,
    targetMs: typeof clause.within === 'string' ? minutesIn(clause.within) * 60_000 : null,
    pausedMs: 0,
    isPaused: false,
    progress: {
      attempts: counted.length,
      count: clause.count,
      channels: channelsOf(counted),
      channelCount: clause.channels ?? 1,
      lastAttemptAt: last ? printed(last.minute) : null,
    },
  }
}

/** [C5] */
function statusOf({ closing, breachedAt }: CycleOracle): Status {
  if (closing?.ending === 'stopped') return breachedAt === null ? 'met' : 'metLate'
  if (closing) return closing.ending === 'superseded' ? 'superseded' : 'cancelled'
  return breachedAt === null ? 'open' : 'openBreached'
}

/** [C16] */
function isWaived(
  { exceptions = [], ...document }: AgreementDocument,
  id: string,
  clock: CycleOracle,
  who: { owner: string | null; team: string | null },
): boolean {
  const { breachedAt } = clock
  if (breachedAt === null || !['metLate', 'openBreached'].includes(statusOf(clock))) return false
  return exceptions.some(({ from, to, clauses, leads, owners, teams }) => {
    const [begins, ends] = inForceOf({ ...document, effective: { from, to } })
    const isFor = (names: readonly string[] | undefined, name: string | null) => !names || (name !== null && names.includes(name))
    const isThen = breachedAt * 60_000 >= begins && breachedAt * 60_000 < ends
    return (
      isThen && isFor(clauses, id) && isFor(leads, clock.start.event.lead) && isFor(owners, who.owner) && isFor(teams, who.team)
    )
  })
}

const printed = (minute: number): string => new Date(minute * 60_000).toISOString()
const printedOrNull = (minute: number | null): string | null => (minute === null ? null : printed(minute))
