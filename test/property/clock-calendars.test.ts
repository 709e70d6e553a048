import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { type AnyCalendarDocument, type BusinessClock, businessClock, type CalendarDocument } from '../../src/clock.ts'
import { hardZones, type Scenario, weekScenario } from '../arbitraries/calendar.ts'
import { weekCalendar } from '../arbitraries/documents.ts'
import { holidayRule } from '../arbitraries/holidays.ts'
import { windows } from '../arbitraries/hours.ts'
import { answerOf, answersOf, questionsOf } from '../oracle/answers.ts'
import { dateOf, dayOf } from '../oracle/civil-dates.ts'
import { ruleDate } from '../oracle/holiday-oracle.ts'
import { dayMs } from '../oracle/zone-oracle.ts'
import { lawOf } from './clock-law.ts'

type WeekScenario = Scenario<CalendarDocument>

/** Two or three calendars in any zones, and one list of questions. */
interface Members extends WeekScenario {
  readonly others: readonly CalendarDocument[]
}

const members: fc.Arbitrary<Members> = fc
  .tuple(weekScenario(hardZones), fc.array(weekCalendar(fc.constantFrom(...hardZones), false), { minLength: 1, maxLength: 2 }))
  .map(([drawn, others]) => ({ ...drawn, others: others.map(({ on }) => on(dayOf(drawn.date))) }))

function law<Drawn extends WeekScenario>(title: string, drawnFrom: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => void): void {
  lawOf(title, drawnFrom, (_clock, drawn) => check(drawn))
}

const openOn = (document: AnyCalendarDocument, { at, to, third }: Scenario) => {
  const clock = businessClock(document)
  return [at, to, third].map((one) => clock.isOpen(one))
}
const spansOf = (document: AnyCalendarDocument, { at, to }: Scenario) =>
  businessClock(document).spans(Math.min(at, to), Math.max(at, to))
const betweenIn = (document: AnyCalendarDocument, { at, to }: Scenario) => businessClock(document).between(at, to)

describe('calendars made of others', () => {
  law('a union is open where any member is, an intersection where all are', members, (drawn) => {
    const all = [drawn.calendar, ...drawn.others]
    const open = all.map((one) => openOn(one, drawn))
    expect(openOn({ union: all }, drawn)).toEqual([0, 1, 2].map((index) => open.some((answers) => answers[index])))
    expect(openOn({ intersection: all }, drawn)).toEqual([0, 1, 2].map((index) => open.every((answers) => answers[index])))
  })

  law('a difference is open where the first member is and no other', members, (drawn) => {
    const all = [drawn.calendar, ...drawn.others]
    const [first, ...rest] = all.map((one) => openOn(one, drawn))
    const expected = [0, 1, 2].map((index) => first?.[index] === true && !rest.some((answers) => answers[index]))
    expect(openOn({ difference: all }, drawn)).toEqual(expected)
  })

  law('between of the union and of the intersection sum to those of both members', members, (drawn) => {
    const [a, b] = [drawn.calendar, drawn.others[0] ?? drawn.calendar]
    const together = betweenIn({ union: [a, b] }, drawn) + betweenIn({ intersection: [a, b] }, drawn)
    expect(together).toBe(betweenIn(a, drawn) + betweenIn(b, drawn))
  })

  law(
    'a difference has nothing in common with what it takes away, and the rest of the first with it makes the first',
    members,
    (drawn) => {
      const [a, b] = [drawn.calendar, drawn.others[0] ?? drawn.calendar]
      const difference = { difference: [a, b] }
      expect(betweenIn({ intersection: [difference, b] }, drawn)).toBe(0)
      expect(spansOf({ union: [difference, { intersection: [a, b] }] }, drawn)).toEqual(spansOf(a, drawn))
    },
  )

  law(
    'De Morgan: what is taken away united is taken away one by one; of what is common, what either leaves',
    members,
    (drawn) => {
      const [a, b, c] = [drawn.calendar, drawn.others[0] ?? drawn.calendar, drawn.others[1] ?? drawn.calendar]
      expect(spansOf({ difference: [a, { union: [b, c] }] }, drawn)).toEqual(
        spansOf({ intersection: [{ difference: [a, b] }, { difference: [a, c] }] }, drawn),
      )
      expect(spansOf({ difference: [a, { union: [b, c] }] }, drawn)).toEqual(spansOf({ difference: [a, b, c] }, drawn))
      expect(spansOf({ difference: [a, { intersection: [b, c] }] }, drawn)).toEqual(
        spansOf({ union: [{ difference: [a, b] }, { difference: [a, c] }] }, drawn),
      )
    },
  )

  law('the order of members changes nothing, nor does one that stands there twice', members, (drawn) => {
    const all = [drawn.calendar, ...drawn.others]
    const other = [...all.toReversed(), drawn.calendar]
    const { timeZone } = drawn
    // What is searched for may never come in an intersection, so only what lies between two instants is asked.
    const bounded = ['isOpen', 'between', 'spans', 'byDate', 'isHoliday', 'isBusinessDay', 'businessDaysBetween']
    const unnamed = (document: AnyCalendarDocument) =>
      questionsOf(drawn)
        .filter(([call]) => bounded.includes(call.slice(0, call.indexOf('('))))
        .map(([, ask]) => answerOf(() => ask(businessClock(document))))
    expect(unnamed({ union: other, timeZone })).toEqual(unnamed({ union: all, timeZone }))
    expect(unnamed({ intersection: other, timeZone })).toEqual(unnamed({ intersection: all, timeZone }))
  })

  law('the union and the intersection of a calendar with itself are open when it is', members, (drawn) => {
    const { calendar } = drawn
    expect(spansOf({ union: [calendar, calendar] }, drawn)).toEqual(spansOf(calendar, drawn))
    expect(spansOf({ intersection: [calendar, calendar] }, drawn)).toEqual(spansOf(calendar, drawn))
    expect(spansOf({ difference: [calendar, calendar] }, drawn)).toEqual([])
  })
})

const sameAnswers = (drawn: WeekScenario, one: CalendarDocument, other: CalendarDocument) => {
  const answers = (calendar: CalendarDocument, ask: (document: CalendarDocument) => BusinessClock) =>
    answersOf(ask(calendar), { ...drawn, calendar: one })
  expect(answers(other, businessClock)).toEqual(answers(one, businessClock))
}

describe('dates that differ', () => {
  law('a season that covers everything is the week', weekScenario(hardZones), (drawn) => {
    const { seasons: _, ...calendar } = drawn.calendar
    for (const during of ['01-01/12-31', '07-01/06-30', '../..', '1900-01-01/..', '../2100-12-31']) {
      const season = { during, week: calendar.week }
      expect(betweenIn({ ...calendar, week: { mon: ['01:00-02:00'] }, seasons: [season] }, drawn)).toBe(
        betweenIn(calendar, drawn),
      )
    }
    sameAnswers(drawn, calendar, { ...calendar, seasons: [{ during: '03-01/02-29', week: calendar.week }] })
  })

  const ranges = fc
    .tuple(weekScenario(hardZones), fc.integer({ min: -10, max: 10 }), fc.nat(30), windows(1))
    .map(([drawn, days, length, hours]) => ({ ...drawn, first: dayOf(drawn.date) + days, length, hours }))

  law('a closure over a range is that closure on each of its dates, and so is an override', ranges, (drawn) => {
    const { closures: _closures, overrides: _overrides, ...calendar } = drawn.calendar
    const dates = Array.from({ length: drawn.length + 1 }, (_, days) => dateOf(drawn.first + days))
    const range = { [`${dates[0]}/${dates.at(-1)}`]: drawn.hours }
    const each = Object.fromEntries(dates.map((date) => [date, drawn.hours]))
    sameAnswers(drawn, { ...calendar, closures: each }, { ...calendar, closures: range })
    sameAnswers(drawn, { ...calendar, overrides: each }, { ...calendar, overrides: range })
  })

  const rules = fc
    .tuple(weekScenario(hardZones), holidayRule)
    .map(([drawn, rule]) => ({ ...drawn, rule: rule(dayOf(drawn.date)) }))

  law('a rule is the plain dates that it gives', rules, (drawn) => {
    const { holidays: _, ...calendar } = drawn.calendar
    const name = drawn.rule.name
    const dates = Array.from({ length: 2066 - 1956 }, (_, years) => ruleDate(drawn.rule, 1956 + years)).flatMap((number) =>
      number === undefined ? [] : [{ date: dateOf(number), ...(name === undefined ? {} : { name }) }],
    )
    sameAnswers(drawn, { ...calendar, holidays: dates }, { ...calendar, holidays: [drawn.rule] })
  })

  law('the narrowest override wins, in whatever order they stand', ranges, (drawn) => {
    const { overrides: _, ...calendar } = drawn.calendar
    const [date, other] = [dateOf(drawn.first), drawn.calendar.week.mon ?? []]
    const [first, last] = [dateOf(drawn.first - 3), dateOf(drawn.first + 3)]
    const entries: [string, readonly string[]][] = [
      [date, drawn.hours],
      [`${first}/${last}`, other],
      [date.slice(5), ['01:00-02:00']],
    ]
    const around = { ...drawn, at: drawn.first * dayMs, to: (drawn.first + 2) * dayMs }
    const [own] = entries.map(([key, hours]) => ({ ...calendar, overrides: { [key]: hours } }))
    const all = [entries, entries.toReversed()].map((some) => ({ ...calendar, overrides: Object.fromEntries(some) }))
    const onDate = (document: CalendarDocument) => businessClock(document).isBusinessDay(date)
    for (const document of all) if (own) expect(onDate(document)).toBe(onDate(own))
    expect(spansOf(all[1] ?? calendar, around)).toEqual(spansOf(all[0] ?? calendar, around))
  })

  law('calendars that differ only in the names of their holidays each give their own', rules, (drawn) => {
    const { holidays: _, ...calendar } = drawn.calendar
    const number = dayOf(drawn.date)
    for (const name of ['one', 'another']) {
      const named = (holidays: CalendarDocument['holidays']) => businessClock({ ...calendar, holidays: holidays ?? [] })
      expect(named([{ date: drawn.date, name }]).holidayName(drawn.date)).toBe(name)
      expect(named([{ date: drawn.date.slice(5), name }]).holidayName(dateOf(number))).toBe(name)
    }
  })
})
