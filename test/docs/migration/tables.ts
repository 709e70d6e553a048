/**
 * The tables of docs/migration.md are measured as they stand: a cell is a call in backticks, an arrow, and what it answers.
 * The hours of a row are those of the clock that its right-hand cell calls.
 */
import { type AnyCalendarDocument, type BusinessClock, businessClock, LeadSlaError } from '../../../src/clock.ts'
import { daysOf, type HoursName, hoursNames, type Scope } from './peers.ts'
import { wallTimeInWords } from './wall-time.ts'

export interface Cell {
  readonly call: string
  readonly answer: string
}

export interface Row {
  readonly peer: string
  readonly line: number
  readonly asked: string
  readonly hours: HoursName
  /** The zone of the machine that makes the call. */
  readonly machine: string
  readonly theirs: Cell
  readonly ours: Cell
}

const cell = /^`([^`]+)` → (.+)$/
const machines: Readonly<Record<string, string>> = { 'New York': 'America/New_York', Berlin: 'Europe/Berlin' }

/** Returns the rows of the tables that hold calls. */
export function rowsOf(page: string): Row[] {
  let peer = ''
  return page.split('\n').flatMap((text, index) => {
    if (text.startsWith('## ')) peer = text.slice(3)
    // An arrow function has a bar of its own nowhere on the page, so a bar ends a cell.
    const [, asked = '', left = '', right = ''] = text.split(/ ?\| ?/)
    const [theirs, ours] = [cellOf(left), cellOf(right)]
    if (!theirs || !ours) return []
    const hours = hoursNames.find((name) => new RegExp(`\\b${name}\\b`).test(ours.call)) ?? 'desk'
    const machine = machines[/^On a machine in ([A-Z]\w+(?: [A-Z]\w+)?)/.exec(asked)?.[1] ?? 'Berlin'] ?? 'unknown'
    return [{ peer, line: index + 1, asked, hours, machine, theirs, ours }]
  })
}

function cellOf(text: string): Cell | undefined {
  const [, call, answer] = cell.exec(text) ?? []
  return call === undefined || answer === undefined ? undefined : { call, answer }
}

const day = ['09:00-17:00']
const office = { mon: day, tue: day, wed: day, thu: day, fri: day }
const timeZone = 'Europe/Berlin'
const calendars: Readonly<Record<HoursName, AnyCalendarDocument>> = {
  desk: { timeZone, week: office },
  easter: { timeZone, week: office, holidays: ['2026-04-03', '2026-04-06'] },
  lunch: { timeZone, week: { ...office, thu: ['09:00-12:00', '13:00-17:00'] } },
  late: { timeZone, week: { ...office, mon: ['09:00-24:00'] } },
  night: { timeZone, week: { fri: ['22:00-06:00'] } },
  daily: { timeZone, week: { ...office, sat: day, sun: day } },
  usa: {
    timeZone,
    week: office,
    holidays: [
      { name: 'Independence Day', date: '07-04', observed: 'nearestWeekday' },
      { name: 'Thanksgiving', nth: 4, weekday: 'thu', month: 11 },
    ],
  },
  never: { timeZone, week: {} },
}

/** The names that the calls of the right-hand side use. */
export function ourScope(): Scope {
  const { zone } = businessClock(calendars.desk)
  const at = (wallTime: string): number => zone.instantOfLocal(Date.parse(`${wallTime.replace(' ', 'T')}Z`))
  const { never, ...open } = calendars
  const clocks: Record<string, BusinessClock> = {}
  for (const [name, calendar] of Object.entries(open)) clocks[name] = businessClock(calendar)
  return { ...clocks, businessClock, never, second: 1000, minute: 60_000, hour: 3_600_000, ...daysOf(at) }
}

/** Returns what a call answers, as the page writes it. */
export function answerOf(run: () => unknown): string {
  try {
    return inWords(run())
  } catch (error) {
    return error instanceof LeadSlaError ? `throws \`${error.code}\`` : 'throws'
  }
}

/** No amount on the page is as large, and no instant as small. */
const leastInstant = 1e11

function inWords(value: unknown): string {
  if (typeof value === 'number' && Math.abs(value) < leastInstant) return Object.is(value, -0) ? '-0' : String(value)
  if (typeof value !== 'number' && (typeof value !== 'object' || value === null)) return String(value)
  const at = Number(value)
  return Number.isNaN(at) ? 'Invalid Date' : wallTimeInWords(businessClock(calendars.desk).zone, at)
}
