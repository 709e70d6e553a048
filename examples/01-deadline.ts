/**
 * Lesson 1: when is it due?
 *
 * A calendar is data: a time zone, the hours of each weekday, and the dates that differ. `businessClock` turns it into a
 * clock that adds and measures business time. Nothing here knows of leads yet: whoever only needs deadlines needs no more.
 */
import { businessClock, LeadSlaError } from 'lead-sla/clock'

const fullDay = ['09:00-12:30', '13:30-18:00']

const berlin = businessClock({
  timeZone: 'Europe/Berlin',
  week: { mon: fullDay, tue: fullDay, wed: fullDay, thu: fullDay, fri: ['09:00-12:30', '13:30-16:00'] },
  holidays: ['2026-12-25', '2026-12-26', '2027-01-01'],
  overrides: { '2026-12-24': ['09:00-13:00'] },
})

const hour = 3_600_000

export function main(): string {
  // Wednesday afternoon before Christmas: an hour and a half until closing time.
  const asked = '2026-12-23T16:30:00+01:00'
  return [
    `asked at          ${asked}, open: ${berlin.isOpen(asked)}`,
    // 1.5 h on Wednesday, 2.5 h on the half day.
    `4 business hours  ${utc(berlin.after(asked, 4 * hour))}`,
    // 1.5 h on Wednesday, 4 h on the half day, two holidays, a Sunday, and half an hour on Monday.
    `6 business hours  ${utc(berlin.after(asked, 6 * hour))}`,
    `6 h of wall time  ${utc(Date.parse(asked) + 6 * hour)}`,
    // Two business dates later, at the same time of day.
    `2 business days   ${utc(berlin.addBusinessDays(asked, 2))}`,
    `used by Monday noon: ${berlin.between(asked, '2026-12-28T12:00:00+01:00') / hour} h`,
    `next opening after the holiday: ${utc(berlin.nextOpen('2026-12-25T10:00:00+01:00'))}`,
    '',
    'open over Christmas:',
    ...berlin.spans('2026-12-24T00:00:00+01:00', '2026-12-29T00:00:00+01:00').map(([from, to]) => `  ${utc(from)} to ${utc(to)}`),
    '',
    ...nightShift(),
    '',
    `a time without an offset: ${codeOf(() => berlin.isOpen('2026-12-23T16:30:00'))}`,
  ].join('\n')
}

/** A shift across midnight lasts as long as the night does, also when the clocks are put back or forward. */
function nightShift(): string[] {
  const night = businessClock({ timeZone: 'Europe/Berlin', week: { sat: ['22:00-06:00'] } })
  return [
    `the night shift of October lasts ${night.between('2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z') / hour} h`,
    `the night shift of March lasts ${night.between('2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z') / hour} h`,
  ]
}

function utc(ms: number): string {
  return new Date(ms).toISOString()
}

function codeOf(run: () => unknown): string {
  try {
    run()
    return 'accepted'
  } catch (error) {
    return error instanceof LeadSlaError ? error.code : 'another error'
  }
}
