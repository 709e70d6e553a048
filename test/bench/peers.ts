/** The libraries that people reach for when they need business time, each set up for the calendar of the bench. */
import { readFileSync } from 'node:fs'
import dayjs, { type Dayjs } from 'dayjs'
import timezone from 'dayjs/plugin/timezone.js'
import utc from 'dayjs/plugin/utc.js'
import businessTime from 'dayjs-business-time'
import moment from 'moment-business-time'
import 'moment-timezone'
import OpeningHours from 'opening_hours'
import { holidays, timeZone } from './berlin.ts'
import { type Answers, dateFnsLoop, temporalLoop } from './day-loops.ts'

/** A way to get the clock's answers without the clock. */
export interface Peer extends Answers {
  readonly name: string
}

declare module 'moment' {
  interface Moment {
    isWorkingTime(): boolean
    addWorkingTime(count: number, unit: string): Moment
    workingDiff(from: Moment, unit: string): number
  }
}

const minuteMs = 60_000

/**
 * Returns the peers. The ones that know only the machine's zone need it to be the calendar's. A method is left out where a
 * peer has none, or never comes back from it.
 */
export function peers(): Peer[] {
  const momentName = `moment-business-time ${version('moment-business-time')}`
  const dayjsName = `dayjs-business-time ${version('dayjs-business-time')}`
  moment.updateLocale(moment.locale(), { holidays } as moment.LocaleSpecification)
  dayjs.extend(utc)
  dayjs.extend(timezone)
  dayjs.extend(businessTime)
  dayjs.setHolidays(holidays)
  const { isOpen, between } = withDayjs((ms) => dayjs.tz(ms, timeZone))
  return [
    { name: `${momentName}, moment-timezone ${version('moment-timezone')}`, ...withMoment((ms) => moment.tz(ms, timeZone)) },
    { name: `${momentName}, the machine's zone`, ...withMoment((ms) => moment(ms)) },
    { name: `${dayjsName}, the machine's zone`, ...withDayjs((ms) => dayjs(ms)) },
    // `after` hangs in a week in which the offset changes.
    { name: `${dayjsName}, dayjs.tz ${version('dayjs')}`, isOpen, between },
    { name: `opening_hours ${version('opening_hours')}, the machine's zone`, ...withOpeningHours() },
    { name: `a day loop on date-fns-tz ${version('date-fns-tz')}`, ...dateFnsLoop },
    { name: `a day loop on temporal-polyfill ${version('temporal-polyfill')}`, ...temporalLoop },
  ]
}

function withMoment(at: (ms: number) => moment.Moment): Required<Answers> {
  return {
    isOpen: (ms) => at(ms).isWorkingTime(),
    after: (ms, openMs) =>
      at(ms)
        .addWorkingTime(openMs / minuteMs, 'minutes')
        .valueOf(),
    between: (from, to) => at(to).workingDiff(at(from), 'milliseconds'),
  }
}

function withDayjs(at: (ms: number) => Dayjs): Required<Answers> {
  return {
    isOpen: (ms) => at(ms).isBusinessTime(),
    after: (ms, openMs) =>
      at(ms)
        .addBusinessMinutes(openMs / minuteMs)
        .valueOf(),
    between: (from, to) => at(from).businessMinutesDiff(at(to)) * minuteMs,
  }
}

function withOpeningHours(): Answers {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const off = holidays.map((date) => `${date.slice(0, 4)} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(8)} off`)
  const hours = new OpeningHours(['Mo-Fr 09:00-17:00', ...off].join('; '))
  return {
    isOpen: (ms) => hours.getState(new Date(ms)),
    between: (from, to) => hours.getOpenDuration(new Date(from), new Date(to))[0],
  }
}

function version(name: string): string {
  return (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version
}
