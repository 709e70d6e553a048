/**
 * Whose calendar counts for a clause: that of the owner, of the team, or the clause's own in the zone of the lead. It is chosen
 * when a cycle starts, and holds for the cycle; an owner clock has a cycle for each owner. [C10]
 */
import type { BusinessClock } from '../clock/business-clock.ts'
import { clockOf } from '../clock/clock-of.ts'
import { alwaysOpen, parseCalendar } from '../clock/parse-calendar.ts'
import { parseZone } from '../clock/zone.ts'
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { msOfDay } from '../time/plain-date.ts'
import { recordsOf, textOf } from './read-judging.ts'
import type { Scope } from './scope.ts'

/** A calendar by its name, the clock that counts on it, and the zone in which it is read where that is not its own. */
export interface Measure {
  readonly calendar: string
  readonly clock: BusinessClock
  readonly zoned?: string
}

/** For whom a calendar is chosen, as the lead stands when a cycle starts. */
export interface ChosenFor {
  readonly owner: string | null
  readonly team: string | null
  readonly lead: Readonly<Record<string, unknown>>
}

export interface ClockChoice {
  readonly follows: 'owner' | 'team' | 'lead'
  /** Returns what counts for somebody; `null` for the clause's own calendar. */
  readonly of: (somebody: ChosenFor) => Measure | null
  /** Returns what counts under a name that `nameOf` gave. */
  readonly named: (name: string) => Measure | null
  /** The instants between which every calendar that may be chosen knows its holidays. **Units** epoch milliseconds. */
  readonly horizon: readonly [from: number, to: number]
}

/** Returns the name by which a measure is found again: its zone, or its calendar. */
export function nameOf({ calendar, zoned }: Measure): string {
  return zoned ?? calendar
}

/** Makes the choice of a clause that counts on a calendar otherwise; `null` where it follows nobody. */
export type ChooseClock = (follows: unknown, own: Measure, path: IssuePath) => ClockChoice | null

/** Returns who chooses, from the calendars that the parties' members and teams name. */
export function readChoices(
  { parties, calendars }: Record<string, unknown>,
  clocks: ReadonlyMap<string, BusinessClock>,
  scope: Scope,
): ChooseClock {
  const people = new Map<string, Measure>()
  const teams = new Map<string, Measure>()
  // One for each calendar, however many people name it.
  const measures = new Map([...clocks].map(([calendar, clock]) => [calendar, { calendar, clock }]))
  for (const [party, document] of recordsOf(parties)) {
    take(document.teams, ['parties', party, 'teams'], teams)
    take(document.members, ['parties', party, 'members'], people)
  }

  function take(value: unknown, path: IssuePath, into: Map<string, Measure>): void {
    for (const [name, { calendar }] of recordsOf(value)) {
      scope.calendar(calendar, [...path, name, 'calendar'])
      const measure = measures.get(textOf(calendar) ?? '')
      if (measure && !into.has(name)) into.set(name, measure)
    }
  }

  function byName(follows: 'owner' | 'team'): ClockChoice {
    const horizons = [...teams.values(), ...(follows === 'owner' ? people.values() : [])].map(({ clock }) => clock.horizon)
    const ofTeam = (team: string | null) => (team === null ? undefined : teams.get(team))
    return {
      follows,
      of: ({ owner, team }) => (follows === 'owner' && owner !== null ? people.get(owner) : undefined) ?? ofTeam(team) ?? null,
      named: (name) => measures.get(name) ?? null,
      horizon: [Math.max(...horizons.map(([from]) => from)), Math.min(...horizons.map(([, to]) => to))],
    }
  }

  return (follows, own, path) => {
    if (follows === 'owner' || follows === 'team') return byName(follows)
    if (follows !== 'lead') return null
    const document = isRecord(calendars) ? calendars[own.calendar] : undefined
    if (own.calendar !== 'always' && isRecord(document) && !('week' in document)) {
      scope.add('wrong-type', [...path, 'clock'], 'a calendar with hours of its own, which can be read in any zone', own.calendar)
      return null
    }
    return inZoneOfLead(own, document)
  }
}

/** No two zones are further apart, so that what one of them knows, the other may not know for as long. */
const furthestMs = 2 * msOfDay

function inZoneOfLead(own: Measure, document: unknown): ClockChoice {
  const zones = new Map<string, Measure>()
  const named = (name: string): Measure | null => {
    const zone = parseZone(name)
    if (!zone.ok || zone.value.name.toLowerCase() === own.clock.zone.name.toLowerCase()) return null
    // The runtime reads names without regard to case, so that the map stays as small as the list of zones.
    const key = name.toLowerCase()
    const known = zones.get(key)
    if (known) return known
    const parsed = parseCalendar(isRecord(document) ? { ...document, timeZone: name } : alwaysOpen(name))
    if (!parsed.ok) return null
    const measure = { calendar: own.calendar, clock: clockOf(parsed.value), zoned: name }
    zones.set(key, measure)
    return measure
  }
  return {
    follows: 'lead',
    of: ({ lead }) => (typeof lead.timeZone === 'string' ? named(lead.timeZone) : null),
    named,
    horizon: [own.clock.horizon[0] + furthestMs, own.clock.horizon[1] - furthestMs],
  }
}
