/** The calendar that all clocks of the bench keep: Monday to Friday, 9 to 17 in Berlin, and ten holidays; and instants of its year. */
import { dayMs } from './stopwatch.ts'

const hours = ['09:00-17:00']

export const timeZone = 'Europe/Berlin'

export const holidays = ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26', '12-31'].map(
  (date) => `2026-${date}`,
)

export const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }

export const berlin = { timeZone, week, holidays }

/** The same hours in a calendar of its own, which gets a clock of its own: one more holiday, on a Saturday. */
export function berlinOfItsOwn(number: number): typeof berlin {
  const saturday = new Date(Date.UTC(2026, 0, 3) + number * 7 * dayMs).toISOString().slice(0, 10)
  return { ...berlin, holidays: [...holidays, saturday] }
}

export const yearFromMs = Date.UTC(2026, 0, 1)

/** Returns instants spread evenly over `[fromMs, fromMs + lengthMs)`, each a multiple of `stepMs`: the same ones in every run. */
export function randomInstants(count: number, fromMs: number, lengthMs: number, stepMs = 1): Float64Array {
  let state = 20_260_407
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return fromMs + Math.floor(((state / 2 ** 32) * lengthMs) / stepMs) * stepMs
  })
}

/** Instants of ten months, so that a day after each is in the year as well. Whole minutes are what all peers can tell apart. */
export const minutesOfYear = randomInstants(4_096, yearFromMs, 300 * dayMs, 60_000)
