/**
 * What other opening hours mean. A calendar that opens more lets time run out earlier, and so it binds those more strictly
 * whose clocks count on it; which hours a change adds or takes is computed, on the calendar with this change alone.
 */
import type { Agreement } from '../agreement/agreement.ts'
import { readClocks } from '../agreement/read-calendars.ts'
import { Scope } from '../agreement/scope.ts'
import type { BusinessClock } from '../clock/business-clock.ts'
import { canonicalText, isRecord } from '../content.ts'
import { LeadSlaError } from '../errors.ts'
import { dayOf, msOfDay } from '../time/plain-date.ts'
import { subtract } from '../time/span.ts'
import { type Bearing, type BearingReason, bearing, type Versions } from './bearing.ts'
import type { Difference } from './compare.ts'
import { countsThroughHolders } from './followers.ts'
import { applyPatch, type PatchOperation, pointerOf } from './json-patch.ts'

/** Returns the meanings of a difference at or below `calendars`. */
export function calendarBearings(found: Difference, versions: Versions): Bearing[] {
  const [, name = '', key] = (found.to ?? found.from ?? []).map(String)
  if (key === 'title') return []
  const parties = partiesOn(name, versions)
  // A calendar that comes or goes binds through the promises that count on it.
  if (key === undefined && found.kind !== 'changed') return []
  const reasons = parties.length === 0 ? [] : changedHours(name, found, versions)
  return parties.flatMap((party) => reasons.map((reason) => bearing(party, reason)))
}

/** Returns why promises on one calendar bind otherwise on another. */
export function hoursReasons(was: string, now: string, { before, after }: Versions): BearingReason[] {
  const [old, current] = [clocksIn(before).get(was), clocksIn(after).get(now)]
  return old && current ? reasonsBetween(old, current, [before, after]) : ['changedRule']
}

function changedHours(name: string, { kind, from, to, now }: Difference, { before, after }: Versions): BearingReason[] {
  const old = clocksIn(before).get(name)
  if (!old) return []
  try {
    const path = pointerOf(from ?? placeInOld(to ?? []))
    const operation: PatchOperation =
      kind === 'added'
        ? { op: 'add', path, value: now }
        : kind === 'removed'
          ? { op: 'remove', path }
          : { op: 'replace', path, value: now }
    const document = applyPatch({ calendars: before.document.calendars }, [operation])
    const calendars = isRecord(document) && isRecord(document.calendars) ? document.calendars : {}
    const current = clocksOf(calendars, after.document.timeZone).get(name)
    return current ? reasonsBetween(old, current, [before, after]) : ['changedRule']
  } catch (error) {
    if (error instanceof LeadSlaError) return ['changedRule']
    throw error
  }
}

/** Where something new would stand in the older document: at the end of a list. */
function placeInOld(path: readonly (string | number)[]): (string | number)[] {
  return path.map((key) => (typeof key === 'number' ? '-' : key))
}

function reasonsBetween(old: BusinessClock, current: BusinessClock, agreements: readonly Agreement[]): BearingReason[] {
  const [first, last] = yearsLookedAt(agreements)
  const from = Math.max(first, old.horizon[0], current.horizon[0])
  const to = Math.min(last, old.horizon[1], current.horizon[1])
  if (!(from < to)) return ['changedRule']
  const [before, after] = [old.spans(from, to), current.spans(from, to)]
  const [gained, lost] = [subtract(after, before), subtract(before, after)]
  return [
    ...(gained.length > 0 ? (['longerHours'] as const) : []),
    ...(lost.length > 0 ? (['shorterHours'] as const) : []),
    ...(gained.length === 0 && lost.length === 0 && old.zone.name !== current.zone.name ? (['changedRule'] as const) : []),
  ]
}

const anyYear = 2026
const mostYears = 12

/** From the first year that the calendars or the terms name to the year after the last one, and two years at least. */
function yearsLookedAt(agreements: readonly Agreement[]): readonly [from: number, to: number] {
  const text = agreements.map(({ document }) => canonicalText([document.calendars, document.effective])).join()
  const years = [...text.matchAll(/\b(\d{4})-\d\d-\d\d\b/g)].map(([, year]) => Number(year))
  const first = years.reduce((least, year) => Math.min(least, year), years[0] ?? anyYear)
  const last = years.reduce((most, year) => Math.max(most, year), first)
  return [dayOf(first, 1, 1) * msOfDay, dayOf(Math.min(last + 2, first + mostYears), 1, 1) * msOfDay]
}

const read = new WeakMap<Agreement, ReadonlyMap<string, BusinessClock>>()

function clocksIn(agreement: Agreement): ReadonlyMap<string, BusinessClock> {
  const { calendars = {}, timeZone } = agreement.document
  const clocks = read.get(agreement) ?? clocksOf(calendars, timeZone)
  read.set(agreement, clocks)
  return clocks
}

function clocksOf(calendars: Readonly<Record<string, unknown>>, timeZone: string): ReadonlyMap<string, BusinessClock> {
  const scope = new Scope({ calendars: null, states: null, parties: null, clauses: null, conditions: {} })
  return readClocks(new Map(Object.entries(calendars)), scope, timeZone)
}

/** The parties whose clocks count on the calendar, or on one that is made of it. */
function partiesOn(name: string, { before, after }: Versions): string[] {
  const names = calendarsMadeOf(name, { before, after })
  const clauses = [before, after].flatMap(({ document }) => Object.values(document.clauses))
  const owing = clauses.filter((clause) => {
    if (clause.kind !== 'timed' && clause.kind !== 'cadence') return false
    return names.has(clause.clock) || countsThroughHolders(clause, names, { before, after })
  })
  return [...new Set(owing.map(({ owedBy }) => owedBy))]
}

/** Returns the calendar and those that are made of it. */
export function calendarsMadeOf(name: string, { before, after }: Versions): ReadonlySet<string> {
  const calendars = { ...before.document.calendars, ...after.document.calendars }
  const names = new Set([name])
  for (const _ of Object.keys(calendars)) {
    for (const [other, calendar] of Object.entries(calendars)) if (isMadeOf(calendar, names)) names.add(other)
  }
  return names
}

function isMadeOf(calendar: unknown, names: ReadonlySet<string>): boolean {
  if (typeof calendar === 'string') return names.has(calendar)
  if (!isRecord(calendar)) return false
  return [calendar.union, calendar.intersection, calendar.difference].some(
    (members) => Array.isArray(members) && members.some((member) => isMadeOf(member, names)),
  )
}
