import { businessClock, type CalendarDocument, type TemporalInstant } from 'lead-sla/clock'
import { expectTypeOf, test } from 'vitest'

test('instants go in as text, number or Date and come out as milliseconds', () => {
  const clock = businessClock({ timeZone: 'UTC', week: { mon: ['09:00-17:00'] } })
  expectTypeOf(clock.after('2026-01-05T09:00:00Z', 1)).toEqualTypeOf<number>()
  expectTypeOf(clock.after(new Date(0), 1)).toEqualTypeOf<number>()
  expectTypeOf(clock.nextClose(0)).toEqualTypeOf<number | null>()
  expectTypeOf(clock.isOpen).parameter(0).toEqualTypeOf<string | number | Date | TemporalInstant>()
})

test('a calendar needs its time zone, and a day of the week its short name', () => {
  expectTypeOf<{ week: Record<string, never> }>().not.toExtend<CalendarDocument>()
  expectTypeOf<{ timeZone: string; week: { monday: string[] } }>().not.toExtend<CalendarDocument>()
})
