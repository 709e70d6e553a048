/**
 * The figures of a report by counting: each section filters all obligations anew and asks nothing of the library but their
 * types. It is slow, and shares no code with what it checks.
 */
import type { LeadEvent, Obligation } from '../../src/index.ts'
import { msOf } from './ms.ts'

export const parts = ['kept', 'late', 'openBreached', 'open', 'paused', 'cancelled', 'superseded', 'waived'] as const
export type Part = (typeof parts)[number]

/** Returns the one of the eight in which a clock counts. */
export function partOf({ status, breachedAt }: Obligation): Part {
  const isBreached = breachedAt !== null
  const names: Record<Obligation['status'], Part> = {
    met: 'kept',
    metLate: 'late',
    open: 'open',
    openBreached: 'openBreached',
    paused: 'paused',
    cancelled: isBreached ? 'late' : 'cancelled',
    superseded: isBreached ? 'late' : 'superseded',
    waived: 'waived',
  }
  return names[status]
}

export const isOpenPart = (part: Part): boolean => ['open', 'openBreached', 'paused'].includes(part)

/** Returns the counts of some clocks, by filtering once for each. */
export function countsByFilter(clocks: readonly Obligation[]): Record<Part | 'clocks' | 'decided', number> {
  const having = (part: Part) => clocks.filter((clock) => partOf(clock) === part).length
  const [kept, late, openBreached] = [having('kept'), having('late'), having('openBreached')]
  return {
    clocks: clocks.length,
    ...{ kept, late, openBreached, open: having('open'), paused: having('paused') },
    ...{ cancelled: having('cancelled'), superseded: having('superseded'), waived: having('waived') },
    decided: kept + late + openBreached,
  }
}

/** The middle of the numbers in order, or half of the two in the middle. */
export function medianByOrder(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null
  const inOrder = [...numbers].sort((a, b) => a - b)
  const middle = inOrder.length / 2
  if (!Number.isInteger(middle)) return inOrder[Math.floor(middle)] ?? null
  return ((inOrder[middle - 1] ?? 0) + (inOrder[middle] ?? 0)) / 2
}

export function startedIn(clocks: readonly Obligation[], from: string, to: string): Obligation[] {
  return clocks.filter(({ startedAt }) => msOf(startedAt) >= msOf(from) && msOf(startedAt) < msOf(to))
}

const readers = new Map<string, Intl.DateTimeFormat>()
const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Weekday from 1 for Monday, and hour, as the platform reads them. */
export function weekHourByPlatform(timeZone: string, at: number): string {
  const reader =
    readers.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' })
  readers.set(timeZone, reader)
  const told = Object.fromEntries(reader.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${dayNames.indexOf(told.weekday ?? '') + 1}/${Number(told.hour)}`
}

/** How much of its target an open clock has used: business time where the target is some, else time on the wall. */
export function usedShareByHand({ targetMs, usedMs, startedAt, dueAt, dueIfResumedAt }: Obligation, asOf: number): number | null {
  if (targetMs !== null) return usedMs / targetMs
  const due = dueAt ?? dueIfResumedAt
  if (due === null || msOf(due) <= msOf(startedAt)) return null
  return (asOf - msOf(startedAt)) / (msOf(due) - msOf(startedAt))
}

export function bucketByHand(clock: Obligation, asOf: number): string {
  const share = usedShareByHand(clock, asOf)
  if (clock.status === 'openBreached') return (share ?? 0) >= 2 ? 'overTwice' : 'over'
  if (share === null) return 'unknown'
  if (share < 0.5) return 'under50'
  return share < 0.75 ? 'from50' : 'from75'
}

/** When a lead was first heard of, and when it first entered each state. */
export interface Way {
  readonly arrivedAt: number
  readonly entered: ReadonlyMap<string, number>
}

/** Returns the ways of all leads, of events with one record each; leads that were merged in whatever chain are one. */
export function waysByReplay(
  events: readonly LeadEvent[],
  { initial, states, asOf }: { readonly initial: string; readonly states: readonly string[]; readonly asOf: number },
): Way[] {
  const counted = events
    .filter(({ type, at, data }) => msOf(at) <= asOf && (type !== 'lead.moved' || states.includes(data?.to as string)))
    .sort((a, b) => msOf(a.at) - msOf(b.at) || (a.sequence ?? 0) - (b.sequence ?? 0) || (a.id < b.id ? -1 : 1))
  let groups = [...new Set(counted.map(({ lead }) => lead))].map((lead) => new Set([lead]))
  for (const { type, lead, data } of counted) {
    if (type !== 'lead.merged' || typeof data?.into !== 'string') continue
    const into = data.into
    const joined = groups.filter((group) => group.has(lead) || group.has(into))
    groups = [...groups.filter((group) => !joined.includes(group)), new Set([into, ...joined.flatMap((group) => [...group])])]
  }
  return groups.map((group) => {
    const entered = new Map<string, number>()
    let arrivedAt = Number.POSITIVE_INFINITY
    for (const lead of group) {
      const own = counted.filter((event) => event.lead === lead)
      let state: string | null = null
      own.forEach(({ type, at, data }, index) => {
        arrivedAt = Math.min(arrivedAt, msOf(at))
        const next: string | null = type === 'lead.moved' ? (data?.to as string) : index === 0 ? initial : state
        if (next !== state && next !== null) entered.set(next, Math.min(entered.get(next) ?? Infinity, msOf(at)))
        state = next
      })
    }
    return { arrivedAt, entered }
  })
}
