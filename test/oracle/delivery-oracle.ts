/** The leads of a `volume` clause, delivery by delivery. [P2], [P8], [C15] Shares no code with `src`. */

import type { AgreementDocument, CalendarDocument, ClauseDocument, TargetDocument } from '../../src/index.ts'
import { minutesIn } from './cycle-oracle.ts'
import { holds } from './lead-moments.ts'
import { type Firing, firingsOf, type Life } from './lives.ts'
import { alwaysOpen, type MinuteCalendar, minuteCalendar } from './minute-calendar.ts'
import { dateAt, inForceOf, midnight, periodOf } from './period-calendar.ts'

type VolumeClause = Extract<ClauseDocument, { kind: 'volume' }>

/** A delivery, by the name of the period in which it counts and of the one in which it was taken back. */
export interface Delivery {
  readonly firing: Firing
  readonly period: string
  readonly worth: number
  deductedIn: string | null
}

/** `ends` is when the last version of the clause does: until then there are periods in which something may be taken back. */
export function deliveriesOf(
  document: AgreementDocument,
  clause: VolumeClause,
  life: Life,
  ends = inForceOf(document)[1],
): Delivery[] {
  const deliveries: Delivery[] = []
  const inForce = inForceOf(document)
  const nameAt = (at: number) => periodOf(document, clause.per, dateAt(document, at)).name
  const counting = firingsOf(document, life, clause.count)
  const rejecting = firingsOf(document, life, clause.deduct?.rejected)
  for (const place of life.events.keys()) {
    // What counts comes before what takes back, and the one event never does both to the same delivery.
    const counts = counting.find((firing) => firing.place === place)
    const rejects = rejecting.find((firing) => firing.place === place)
    const standing = () => deliveries.findLast(({ deductedIn }) => deductedIn === null)
    const last = standing()
    if (counts && counts.at >= inForce[0] && counts.at < inForce[1]) {
      const period = nameAt(counts.at)
      const isCooling = last !== undefined && clause.cooldown !== undefined && counts.at - last.firing.at < msIn(clause.cooldown)
      if (last?.period !== period && !isCooling)
        deliveries.push({ firing: counts, period, worth: worthOf(document, clause, counts), deductedIn: null })
    }
    const taken = standing()
    if (!rejects || !taken || taken.firing.place === place || !isAgreed(document, clause, taken, rejects)) continue
    taken.deductedIn = openPeriod(document, clause, taken, rejects.at, ends)
  }
  return deliveries
}

function worthOf(document: AgreementDocument, { weights }: VolumeClause, { moment }: Firing): number {
  if (!weights) return 1
  const first = weights.find(({ when }) => when === undefined || holds(when, moment.facts, document.conditions))
  return first?.worth ?? 0
}

function isAgreed(document: AgreementDocument, clause: VolumeClause, { firing }: Delivery, { at, moment }: Firing): boolean {
  const { codes, acceptWindow } = clause.deduct ?? {}
  if (codes && !codes.includes(String(moment.event.data?.reason))) return false
  return acceptWindow === undefined || at <= windowEnd(calendarOf(document, clause), firing.at / 60_000, acceptWindow) * 60_000
}

export function windowEnd(calendar: MinuteCalendar, minute: number, window: TargetDocument): number {
  if (typeof window === 'string') return calendar.after(minute, minutesIn(window))
  if ('businessDays' in window) return calendar.nextOpen(calendar.addBusinessDays(minute, window.businessDays))
  if ('endOfBusinessDay' in window) return calendar.endOfBusinessDay(minute, window.endOfBusinessDay)
  throw new RangeError('an accept window is no instant of a fact')
}

/** The first period, from that of the delivery on, that is not locked when the rejection comes; the last one there is, if all are. */
function openPeriod(
  document: AgreementDocument,
  clause: VolumeClause,
  { firing, period }: Delivery,
  at: number,
  ends: number,
): string {
  const { lockAfter } = clause.deduct ?? {}
  if (lockAfter === undefined) return period
  let found = periodOf(document, clause.per, dateAt(document, firing.at))
  while (at >= midnight(document, found.next) + msIn(lockAfter) && midnight(document, found.next) < ends)
    found = periodOf(document, clause.per, found.next)
  return found.name
}

export function calendarOf(document: AgreementDocument, { clock }: { readonly clock?: string }): MinuteCalendar {
  const calendars = document.calendars ?? {}
  const only = Object.keys(calendars).length === 1 ? Object.keys(calendars)[0] : undefined
  const calendar = calendars[clock ?? only ?? 'always'] as CalendarDocument | undefined
  return calendar ? minuteCalendar(calendar) : alwaysOpen(document.timeZone)
}

/** Returns the length of a duration of whole days, hours and minutes. **Units** milliseconds. */
export function msIn(duration: string): number {
  const [, days = 0] = /^P(\d+)D$/.exec(duration) ?? []
  return Number(days) > 0 ? Number(days) * 86_400_000 : minutesIn(duration) * 60_000
}
