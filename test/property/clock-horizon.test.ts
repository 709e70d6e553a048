import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { type BusinessClock, businessClock, type CalendarDocument, LeadSlaError } from '../../src/clock.ts'
import { hardZones, type Scenario, weekScenario } from '../arbitraries/calendar.ts'
import { weekCalendar } from '../arbitraries/documents.ts'
import { type AnyClock, answerOf } from '../oracle/answers.ts'
import { civilDay, dateOf, dayInYear, dayOf } from '../oracle/civil-dates.ts'
import { type ClockOracle, clockOracle } from '../oracle/clock-oracle.ts'
import { dayMs } from '../oracle/zone-oracle.ts'
import { lawOf } from './clock-law.ts'

/** A calendar one of whose lists knows only the years around the instant. */
const fewYears = fc
  .tuple(weekScenario(hardZones), fc.nat(2), fc.nat(2))
  .map(([drawn, before, after]): Scenario<CalendarDocument> => {
    const { year } = civilDay(dayOf(drawn.date))
    const list = { dates: [drawn.date], years: [year - before, year + after] as const }
    return { ...drawn, calendar: { ...drawn.calendar, holidays: [...(drawn.calendar.holidays ?? []), list] } }
  })

/** Returns the numbers that a call answers; none for a refusal beyond the horizon. */
function numbersIn(call: () => unknown): number[] {
  try {
    return [call()].flat(2).filter((one) => typeof one === 'number')
  } catch (error) {
    if (error instanceof LeadSlaError && error.code === 'beyond-horizon') return []
    throw error
  }
}

describe('beyond the years of a list of holidays', () => {
  lawOf('the clock answers beyond-horizon, one millisecond before it an answer', fewYears, (clock, { calendar }) => {
    const [from, to] = clock.horizon
    expect([from, to]).toEqual(clockOracle(calendar).horizon)
    for (const at of [from, to - 1]) expect(clock.isOpen(at)).toBe(clockOracle(calendar).isOpen(at))
    for (const at of [from - 1, to]) {
      const calls = [
        () => clock.isOpen(at),
        () => clock.nextOpen(at),
        () => clock.nextClose(at),
        () => clock.after(at, 1),
        () => clock.between(from, at === to ? to + 1 : at),
        () => clock.openings(at, 1),
        () => clock.isHoliday(at),
        () => clock.isBusinessDay(at),
        () => clock.addBusinessDays(at, 1),
        () => clock.endOfBusinessDay(at, 0),
        () => clock.businessDaysBetween(from, at),
      ]
      for (const call of calls) expect(answerOf(call)).toBe('beyond-horizon')
    }
  })

  lawOf('no answer lies outside the horizon', fewYears, (clock, { at, third, openMs, days }) => {
    const [from, to] = clock.horizon
    const inside = [Math.min(Math.max(at, from), to - 1), Math.min(Math.max(third, from), to - 1)]
    for (const one of [...inside, from, to - 1]) {
      const answers = [
        () => clock.after(one, openMs),
        () => clock.before(one, openMs),
        () => clock.nextOpen(one),
        () => clock.nextClose(one),
        () => clock.openings(one, 1),
        () => clock.openings(one, -1),
        () => clock.addBusinessDays(one, days, 'forward'),
        () => clock.endOfBusinessDay(one, days),
      ].flatMap(numbersIn)
      for (const answer of answers) {
        expect(answer).toBeGreaterThanOrEqual(from)
        expect(answer).toBeLessThanOrEqual(to)
      }
    }
  })

  const pairs = fc
    .tuple(fewYears, weekCalendar(fc.constantFrom(...hardZones), false), fc.constantFrom(...hardZones))
    .map(([drawn, other, timeZone]) => ({ ...drawn, other: other.on(dayOf(drawn.date)), own: timeZone }))

  lawOf('a calendar made of others answers nothing that one of them does not know', pairs, (_clock, drawn) => {
    const horizons = [drawn.calendar, drawn.other].map((calendar) => businessClock(calendar).horizon)
    const [from, to] = businessClock({ union: [drawn.calendar, drawn.other], timeZone: drawn.own }).horizon
    for (const [knownFrom, knownTo] of horizons) {
      if (from >= to) continue
      expect(from).toBeGreaterThanOrEqual(knownFrom)
      expect(to).toBeLessThanOrEqual(knownTo)
    }
  })
})

/** A calendar in a far year whose dated entries lie in it, or many years before or after. */
interface Far extends Scenario<CalendarDocument> {
  readonly year: number
}

const farYear = fc.oneof(
  fc.integer({ min: 2_095, max: 2_600 }),
  fc.integer({ min: 2_601, max: 9_980 }),
  fc.integer({ min: 5, max: 1_810 }),
)
const yearsApart = fc.constantFrom(0, 0, -1, 1, -2, 2, -40, 40, -130, -400)

const far: fc.Arbitrary<Far> = fc
  .record({
    drawn: weekScenario(['UTC']),
    year: farYear,
    apart: yearsApart,
    dayOfYear: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.nat(365)),
    calendar: weekCalendar(
      fc.constantFrom('Europe/Berlin', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe', 'UTC'),
      false,
    ),
    distance: fc.integer({ min: -40 * dayMs, max: 40 * dayMs }),
  })
  .map(({ drawn, year, apart, dayOfYear, calendar, distance }) => {
    const day = (dayInYear(year, '01-01') ?? 0) + dayOfYear
    const at = day * dayMs + (drawn.at % dayMs)
    const dated = Math.max(day + apart * 365, dayOf('0009-01-01'))
    return { ...drawn, year, at, to: at + distance, date: dateOf(day + 1), calendar: calendar.on(dated) }
  })

const boundedAnswers = (clock: AnyClock, { at, to, date }: Scenario) => {
  const [from, until] = [Math.min(at, to), Math.max(at, to)]
  return [
    answerOf(() => clock.isOpen(at)),
    answerOf(() => clock.between(at, to)),
    answerOf(() => clock.spans(from, until)),
    answerOf(() => clock.byDate(from, until)),
    answerOf(() => clock.isHoliday(at)),
    answerOf(() => clock.holidayName(date)),
    answerOf(() => clock.isBusinessDay(date)),
    answerOf(() => clock.businessDaysBetween(at, to)),
  ]
}

describe('far years', () => {
  lawOf('are answered as by the oracle, which takes no year for another', far, (clock, drawn) => {
    const oracle: ClockOracle = clockOracle(drawn.calendar, [drawn.year - 2, drawn.year + 2])
    expect(boundedAnswers(clock, drawn)).toEqual(boundedAnswers(oracle, drawn))
  })

  lawOf('are alike after the 400 years of the Gregorian calendar, Easter and dated entries aside', far, (_clock, drawn) => {
    const cycleMs = 146_097 * dayMs
    const { timeZone, week } = drawn.calendar
    const clock: BusinessClock = businessClock({ timeZone, week, holidays: ['12-25', { nth: 4, weekday: 'thu', month: 11 }] })
    const [at, to] = [drawn.at, drawn.to].map(
      (one) => ((one - Date.UTC(2_101, 0, 2)) % cycleMs) + cycleMs + Date.UTC(2_101, 0, 2),
    )
    if (at === undefined || to === undefined || Math.abs(at - to) > 50 * dayMs) return
    const measured = [0, 1].map((cycles) => clock.between(at + cycles * cycleMs, to + cycles * cycleMs))
    expect(new Set(measured).size).toBe(1)
  })
})
