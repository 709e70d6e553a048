import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { obligationOf, type Promised, promised, seenLate, united } from '../arbitraries/promise.ts'
import { dateOf, dayOf } from '../oracle/civil-dates.ts'
import { minuteCalendar, startOfDate } from '../oracle/minute-calendar.ts'
import { law } from './law.ts'

const minuteOf = (at: string | null) => Date.parse(at ?? '') / 60_000
const dueOf = (one: Promised, pauses = one.pauses) => minuteOf(obligationOf(one, pauses, seenLate(one)).dueAt)

describe('a due instant', () => {
  law('[C3] is never earlier for a pause more', promised(), (one) => {
    expect(dueOf(one, united(...one.pauses, one.extra))).toBeGreaterThanOrEqual(dueOf(one))
  })

  law('[C3] is not moved by a pause outside opening hours', promised(), (one) => {
    const calendar = minuteCalendar(one.calendar)
    let from = one.start
    while (calendar.isOpen(from) && from < one.start + 1_440) from++
    const closed = [from, calendar.nextOpen(from)] as const
    if (one.pauses.some(([begin, end]) => begin < closed[1] && closed[0] < end)) return
    expect(dueOf(one, united(...one.pauses, closed))).toBe(dueOf(one))
  })

  law('[C3] is that of one pause when the pause is cut in two', promised('durations'), (one) => {
    const whole = { ...one, boundary: 'close' as const }
    const [from, to] = one.extra
    const middle = Math.floor((from + to) / 2)
    const parts = [
      ...one.pauses.filter(([begin, end]) => end < from || begin > to),
      [from, middle] as const,
      [middle, to] as const,
    ]
    const inOrder = parts.sort((a, b) => a[0] - b[0])
    expect(obligationOf(whole, inOrder, seenLate(one))).toEqual(obligationOf(whole, united(...parts), seenLate(one)))
  })

  law('[C3] of a paused clock is what it would be if it were resumed now', promised(), (one) => {
    const [from, to] = one.extra
    const before = one.pauses.filter(([, end]) => end < from)
    const during = obligationOf(one, [...before, [from, to + 1]], Math.max(to, one.start))
    if (during.status !== 'paused') return
    expect(during.dueAt).toBeNull()
    expect(during.dueIfResumedAt).toBe(
      obligationOf(one, [...before, [from, Math.max(to, one.start)]], Math.max(to, one.start)).dueAt,
    )
  })

  law('[T5] is the first at which the used time equals the target', promised('durations'), (one) => {
    const due = dueOf(one)
    const at = obligationOf(one, one.pauses, due)
    expect(at).toMatchObject({ usedMs: at.targetMs, breachedAt: null })
    if (one.boundary === 'close') expect(obligationOf(one, one.pauses, due - 1).usedMs).toBe(at.usedMs - 60_000)
    else expect(minuteCalendar(one.calendar).isOpen(due)).toBe(true)
    expect(obligationOf(one, one.pauses, due + 1).breachedAt).toBe(
      one.pauses.some(([from, to]) => from <= due && due + 1 < to) ? null : at.dueAt,
    )
  })

  law(
    'is never earlier for a holiday more, unless the holiday cuts the night shift by whose close it is due',
    fc.tuple(promised('any', ['2026-03-23']), fc.constantFrom(0, 1, 2, 4, 7)),
    ([one, days]) => {
      const date = dateOf(dayOf(one.monday) + days)
      const midnight = startOfDate(one.calendar.timeZone, date)
      const { isOpen } = minuteCalendar(one.calendar)
      // The close of a night shift that the holiday cuts at midnight is earlier, and so is what is due by that close. [T7]
      if (typeof one.target !== 'string' && 'endOfBusinessDay' in one.target && isOpen(midnight - 1) && isOpen(midnight)) return
      const holidays = [...(one.calendar.holidays ?? []), date]
      const quieter = { ...one, calendar: { ...one.calendar, holidays: [...new Set(holidays)] } }
      // A pause in a holiday takes nothing away from a promise in days, so those are compared unpaused.
      const pauses = typeof one.target === 'string' ? one.pauses : []
      expect(dueOf(quieter, pauses)).toBeGreaterThanOrEqual(dueOf(one, pauses))
    },
  )

  law('is never earlier for a longer target', promised('durations'), (one) => {
    expect(dueOf({ ...one, target: 'PT17H' })).toBeGreaterThan(dueOf(one))
    expect(dueOf({ ...one, target: { businessDays: 3 } })).toBeGreaterThanOrEqual(dueOf({ ...one, target: { businessDays: 2 } }))
  })
})
