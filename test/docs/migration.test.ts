import { fromZonedTime } from 'date-fns-tz'
import OpeningHours from 'opening_hours'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { businessClock } from '../../src/clock.ts'
import { clockCases } from '../conformance/clock-cases.ts'
import { readText } from '../repository.ts'
import { type Outcome, outcomeOf } from './migration/child.ts'
import { called, type HoursName, peers } from './migration/peers.ts'
import { answerOf, ourScope, rowsOf } from './migration/tables.ts'

const page = readText('docs/migration.md')
const rows = rowsOf(page)
const neverEnding: Outcome = 'does not return'
const atOnce = 4
const isEndless = (row: (typeof rows)[number]): boolean => row.theirs.answer === neverEnding

/** Runs as if the machine stood in a zone: files of tests run in processes of their own, and each row sets it anew. */
function onMachine<Result>(zone: string, run: () => Result): Result {
  const before = process.env.TZ
  process.env.TZ = zone
  try {
    return run()
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}

const scopeOf = (peer: string, hours: HoursName) => {
  const scope = peers[peer]?.(hours)
  if (!scope) throw new Error(`no package ${peer}`)
  return scope
}

describe.each(Object.keys(peers))('the table of %s', (peer) => {
  const own = rows.filter((row) => row.peer === peer)

  test('has rows', () => expect(own.length).toBeGreaterThan(10))
  test.each(own.filter((row) => !isEndless(row)))('line $line, theirs: $theirs.call', ({ hours, machine, theirs }) => {
    expect(onMachine(machine, () => answerOf(() => called(theirs.call, scopeOf(peer, hours))))).toBe(theirs.answer)
  })
  test.each(own)('line $line, ours: $ours.call', ({ machine, ours }) => {
    expect(onMachine(machine, () => answerOf(() => called(ours.call, ourScope())))).toBe(ours.answer)
  })
})

test('calls that are said not to return do not', { timeout: 60_000 }, async () => {
  const endless = rows.filter(isEndless)
  const found: Outcome[] = []
  // A few at a time, for each keeps a processor busy.
  for (let first = 0; first < endless.length; first += atOnce) {
    found.push(...(await Promise.all(endless.slice(first, first + atOnce).map(outcomeOf))))
  }
  expect(found.map((outcome, index) => `${outcome}: ${endless[index]?.theirs.call}`)).toEqual(
    endless.map(({ theirs }) => `${neverEnding}: ${theirs.call}`),
  )
  expect(endless.length).toBeGreaterThan(5)
})

test('a call that returns is not taken for one that does not', { timeout: 60_000 }, async () => {
  const call = "fri('16:00').addBusinessHours(2)"
  const row = { peer: 'dayjs-business-time', hours: 'desk', machine: 'UTC', theirs: { call, answer: '' } } as const
  expect(await outcomeOf(row)).toBe('returns')
})

describe('the page', () => {
  test('has no arrow in a table that is not measured', () => {
    const arrows = page.split('\n').filter((line) => line.startsWith('|') && line.includes('→'))
    expect(arrows).toHaveLength(rows.length)
    expect([...new Set(rows.map((row) => row.peer))]).toEqual(Object.keys(peers))
    expect(rows.map((row) => row.machine)).not.toContain('unknown')
  })
  test.each([
    ['moment-business-time', 'moment-timezone'],
    ['dayjs-business-time', 'dayjs'],
    ['luxon-business-days', 'luxon'],
    ['date-fns', 'date-fns'],
  ])('names the versions of %s that were measured', (...names) => {
    const [line = ''] = page.split('\n').filter((text) => text.startsWith(`| [${names[0]}]`))
    const version = (name: string): string => JSON.parse(readText(`node_modules/${name}/package.json`)).version
    expect(names.filter((name) => !line.includes(version(name)))).toEqual([])
  })
  test('says rightly that addWorkingTime changes the moment it is called on', () => {
    const changed = called(
      "(start => start.addWorkingTime(1, 'hours') === start)(mon('10:00'))",
      scopeOf('moment-business-time', 'desk'),
    )
    expect(changed).toBe(true)
  })
  test('says rightly what stands for lastWorkingTime', () => {
    for (const time of ['08:00', '09:00', '12:30', '20:00']) {
      const theirs = called(`mon('${time}').lastWorkingTime().valueOf()`, scopeOf('moment-business-time', 'desk'))
      expect(called(`desk.addBusinessDays(mon('${time}'), 0, 'backward')`, ourScope())).toBe(theirs)
    }
  })
  test('says rightly that moment takes dates of every year', () => {
    const scope = scopeOf('moment-business-time', 'desk')
    called("moment.updateLocale('en', { holidays: ['*-12-25'] })", scope)
    expect(called("at('2031-12-25 12:00').isHoliday()", scope)).toBe(true)
  })
  test('says rightly that setupBusiness holds for every DateTime', () => {
    const scope = scopeOf('luxon-business-days', 'usa')
    const isHoliday = (): unknown => called("at('2026-11-26 12:00').isHoliday()", scope)
    expect(isHoliday()).toBe(true)
    called("at('2026-01-01 12:00').setupBusiness({ holidayMatchers: [] })", scope)
    expect(isHoliday()).toBe(false)
  })
  test('counts the examples of biz that the clock answers alike', () => {
    const count = clockCases.filter(({ source }) => source.startsWith('zendesk/biz ')).length
    expect({ count, isSaid: page.includes('forty examples') }).toEqual({ count: 40, isSaid: true })
  })
})

test('its clocks are those of the tables', () => {
  const { desk, usa } = ourScope() as Record<string, ReturnType<typeof businessClock>>
  const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-17:00']]))
  expect(businessClock({ timeZone: 'Europe/Berlin', week })).toBe(desk)
  expect(usa?.holidayName('2026-07-03')).toBe('Independence Day')
})

describe('what others answer, on the page of business hours', () => {
  const answers = readText('docs/business-hours.md').split('## What others answer')[1]?.split('\n## ')[0] ?? ''
  const row = (question: string): string => answers.split('\n').find((line) => line.startsWith(`| ${question}`)) ?? ''
  const nine = new Date('2026-04-13T10:00:00+02:00')

  test('the closing instant is open to two packages', () => {
    expect(row('Is the closing instant open?')).toMatch(/no \| yes: moment-business-time, dayjs-business-time/)
    expect(called("mon('17:00').isWorkingTime()", scopeOf('moment-business-time', 'desk'))).toBe(true)
    expect(
      onMachine('Europe/Berlin', () => called("mon('17:00').isBusinessTime()", scopeOf('dayjs-business-time', 'desk'))),
    ).toBe(true)
  })
  test('a window over midnight comes out wrong in two packages', () => {
    expect(row('A window of 22:00–06:00')).toContain('moment-business-time (0 h), dayjs-business-time (−32 h)')
    const amounts = "sat('12:00').workingDiff(fri('12:00'), 'hours', true)"
    expect(called(amounts, scopeOf('moment-business-time', 'night'))).toBe(0)
    const hours = "fri('23:00').businessHoursDiff(sat('05:00'))"
    expect(onMachine('Europe/Berlin', () => called(hours, scopeOf('dayjs-business-time', 'night')))).toBe(-32)
  })
  test('the rows about calls that do not return stand in a table of the other page too', () => {
    expect(row('A close of 24:00')).toContain('moment-business-time does not return')
    expect(row('Friday 27 March 2026 10:00Z')).toContain('dayjs-business-time with dayjs.tz does not return')
    const endless = rows.filter(isEndless).map(({ peer, hours, machine }) => `${peer} ${hours} ${machine}`)
    expect(endless).toContain('moment-business-time late Europe/Berlin')
    expect(endless).toContain('dayjs-business-time desk America/New_York')
  })
  test('three packages read the zone of the machine', () => {
    expect(row('Whose zone?')).toContain("the machine's: opening_hours.js, date-fns, dayjs-business-time")
    const isOpen = (zone: string) => onMachine(zone, () => new OpeningHours('Mo-Fr 09:00-17:00').getState(nine))
    expect([isOpen('Europe/Berlin'), isOpen('UTC')]).toEqual([true, false])
    const isBusinessTime = "dayjs('2026-04-13T10:00:00+02:00').isBusinessTime()"
    const isOpenForDayjs = (zone: string) => onMachine(zone, () => called(isBusinessTime, scopeOf('dayjs-business-time', 'desk')))
    expect([isOpenForDayjs('Europe/Berlin'), isOpenForDayjs('UTC')]).toEqual([true, false])
    const isWeekend = (zone: string) => onMachine(zone, () => called("isWeekend(sat('00:30'))", scopeOf('date-fns', 'desk')))
    expect([isWeekend('Europe/Berlin'), isWeekend('UTC')]).toEqual([true, false])
  })
  test('edges inside a skipped or repeated hour are read otherwise', () => {
    const compatible = (time: string) => Temporal.PlainDateTime.from(`2026-03-29T${time}`).toZonedDateTime('Europe/Berlin')
    // The close of 02:30–03:15 comes before its open.
    expect(compatible('02:30').epochMilliseconds).toBeGreaterThan(compatible('03:15').epochMilliseconds)
    const repeated = (zone: string) => onMachine(zone, () => fromZonedTime('2026-10-25T02:30', 'Europe/Berlin').toISOString())
    expect(repeated('UTC')).not.toBe(repeated('America/New_York'))
  })
  test('the versions are those that were measured', () => {
    for (const name of ['moment-business-time', 'dayjs-business-time', 'date-fns', 'opening_hours']) {
      expect(answers).toContain(`${name} ${JSON.parse(readText(`node_modules/${name}/package.json`)).version}`)
    }
    expect(answers).toContain(`date-fns-tz ${JSON.parse(readText('node_modules/date-fns-tz/package.json')).version}`)
  })
})
