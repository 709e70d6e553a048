import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { type LeaveDocument, onDuty, parseTeamCalendar, type TeamMemberDocument, teamCalendar } from '../../src/calendars.ts'
import { parseCalendar } from '../../src/clock/parse-calendar.ts'
import {
  type AnyCalendarDocument,
  type BusinessClock,
  businessClock,
  type CalendarDocument,
  LeadSlaError,
} from '../../src/clock.ts'
import { hardZones } from '../arbitraries/calendar.ts'
import { weekCalendar } from '../arbitraries/documents.ts'
import { dateOf, dayOf } from '../oracle/calendar-days.ts'
import { dayMs, zoneOracle } from '../oracle/zone-oracle.ts'
import { law } from './law.ts'

/** Leave in a form that the test can read without the library: the dates, and the windows in minutes since midnight. */
interface Leave {
  readonly first: string
  readonly days: number
  readonly window: string | null
}

interface Person {
  readonly calendar: CalendarDocument
  readonly leave: readonly Leave[]
  /** Their calendar as a union of two equal ones: it means the same, and its leave is taken another way. */
  readonly isCombined: boolean
}

const [firstMs, lastMs] = [Date.UTC(1971, 0, 1), Date.UTC(2049, 0, 1)]
const halfHour = fc.integer({ min: 0, max: 47 })
const clockText = (halves: number) => `${String(Math.floor(halves / 2)).padStart(2, '0')}:${halves % 2 === 0 ? '00' : '30'}`
const window = fc
  .tuple(halfHour, fc.integer({ min: 0, max: 48 }))
  .map(([open, close]) => `${clockText(open)}-${clockText(close === open ? close + 1 : close)}`)

const someLeave = fc.record({
  inDays: fc.integer({ min: -3, max: 4 }),
  days: fc.integer({ min: 1, max: 3 }),
  window: fc.option(window),
})

/** A person whose exceptions and leave lie around a transition of the zone. */
const person = fc
  .record({
    draft: weekCalendar(fc.constantFrom(...hardZones), true),
    transition: fc.nat(10_000),
    inDays: fc.integer({ min: -2, max: 2 }),
    leave: fc.array(someLeave, { maxLength: 2 }),
    isCombined: fc.boolean(),
  })
  .map(({ draft, transition, inDays, leave, isCombined }) => {
    const { transitions, reading } = zoneOracle(draft.timeZone)
    const near = transitions.filter((at) => at > firstMs && at < lastMs)
    const at = near[transition % Math.max(near.length, 1)] ?? firstMs + transition * dayMs
    const day = Math.floor(reading(at) / dayMs) + inDays
    return {
      ...{ calendar: draft.on(day), at, isCombined },
      leave: leave.map(({ inDays: days, ...rest }): Leave => ({ first: dateOf(day + days), ...rest })),
    }
  })
  // A drawn rule may give no date within the years for which it is valid; such a calendar is refused.
  .filter(({ calendar }) => parseCalendar(calendar).ok)

const team = fc.array(person, { minLength: 1, maxLength: 2 })

const written = ({ first, days, window: hours }: Leave): LeaveDocument => {
  const dates = days === 1 ? first : `${first}/${dateOf(dayOf(first) + days - 1)}`
  return hours === null ? dates : { dates, hours: [hours] }
}

const memberOf = ({ calendar, leave, isCombined }: Person, index: number): TeamMemberDocument & { name: string } => ({
  name: `member ${index}`,
  calendar: isCombined ? { union: [calendar, calendar] } : calendar,
  leave: leave.map(written),
})

function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}

/** The instants of the leave, every edge read by the oracle of the zone. */
function leaveSpans({ calendar, leave }: Person): [number, number][] {
  const { edge } = zoneOracle(calendar.timeZone)
  return leave.flatMap(({ first, days, window: hours }) =>
    Array.from({ length: days }, (_, index): [number, number] => {
      const [open, close] = (hours ?? '00:00-24:00').split('-').map((time) => minutesOf(time)) as [number, number]
      const midnight = (dayOf(first) + index) * dayMs
      return [edge(midnight + open * 60_000), edge(midnight + (close < open ? close + 1440 : close) * 60_000)]
    }),
  )
}

/** Returns whether somebody is there at an instant: their own calendar is open and they are not away. */
function presenceOf(one: Person): (at: number) => boolean {
  const clock = businessClock(one.calendar)
  const away = leaveSpans(one)
  return (at) => clock.isOpen(at) && !away.some(([from, to]) => from <= at && at < to)
}

/** Instants where answers change: the edges of leave, and the instants that the calendars were drawn around. */
const askedAbout = (people: readonly (Person & { readonly at: number })[]) =>
  people.flatMap((one) => [one.at, ...leaveSpans(one).flatMap(([from, to]) => [from - 1, from, to - 1, to])])

/** Returns the stretch around an instant that all the clocks know. */
function knownAround(at: number, ...clocks: readonly BusinessClock[]): [number, number] {
  const from = Math.max(at - 20 * dayMs, ...clocks.map(({ horizon }) => horizon[0]))
  return [from, Math.max(from, Math.min(at + 20 * dayMs, ...clocks.map(({ horizon }) => horizon[1] - 1)))]
}

/** Whenever the one is open, so is the other. */
function expectWithin(less: AnyCalendarDocument, more: AnyCalendarDocument, at: number): void {
  const [inner, outer] = [businessClock(less), businessClock(more)]
  for (const [open, close] of inner.spans(...knownAround(at, inner, outer))) expect(outer.between(open, close)).toBe(close - open)
}

describe('a team', () => {
  law('is open when a member is who is not on leave, and these are on duty', team, (people) => {
    const members = people.map(memberOf)
    const clock = businessClock(teamCalendar({ members }))
    const clocks = [clock, ...members.map(({ calendar }) => businessClock(calendar))]
    const presences = people.map(presenceOf)
    for (const [index, at] of askedAbout(people).entries()) {
      if (clocks.some(({ horizon: [from, to] }) => at < from || at >= to)) continue
      const there = presences.flatMap((isThere, number) => (isThere(at) ? [`member ${number}`] : []))
      expect(clock.isOpen(at)).toBe(there.length > 0)
      // Reading the members for every question is slow.
      if (index % 16 === 0) expect(onDuty(members, at)).toEqual(there)
    }
  })

  law('of one without leave answers as that member', person, (one) => {
    const { calendar } = memberOf(one, 0)
    const clock = businessClock(teamCalendar({ members: [{ calendar }] }))
    expect(clock).toBe(businessClock(calendar))
  })

  law('never opens by more leave', fc.tuple(team, person), ([people, { leave }]) => {
    const less = people.map(({ leave: own, ...one }, index) =>
      memberOf({ ...one, leave: index === 0 ? [...own, ...leave] : own }, index),
    )
    expectWithin(teamCalendar({ members: less }), teamCalendar({ members: people.map(memberOf) }), people[0]?.at ?? 0)
  })

  law('never opens less by another member', fc.tuple(team, person), ([people, other]) => {
    const members = people.map(memberOf)
    const more = teamCalendar({ members: [...members, memberOf(other, members.length)] })
    expectWithin(teamCalendar({ members }), more, other.at)
  })

  const garbage = fc.oneof(
    fc.anything(),
    fc.record({ members: fc.array(fc.oneof(fc.anything(), fc.record({ calendar: fc.anything(), leave: fc.anything() }))) }),
    fc.record({
      members: fc.array(
        fc.record({
          calendar: fc.constant({ timeZone: 'UTC', week: { mon: ['09:00-17:00'] } }),
          leave: fc.array(fc.oneof(fc.anything(), fc.string(), fc.record({ dates: fc.anything(), hours: fc.anything() }))),
        }),
      ),
    }),
  )
  law('is read or refused with codes, whatever it is', garbage, (value) => {
    const parsed = parseTeamCalendar(value)
    if (parsed.ok) expect(() => businessClock(parsed.value)).not.toThrow()
    else expect(parsed.issues.length).toBeGreaterThan(0)
    try {
      teamCalendar(value as Parameters<typeof teamCalendar>[0])
    } catch (error) {
      expect(error).toBeInstanceOf(LeadSlaError)
    }
  })
})
