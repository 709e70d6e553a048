import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { defineAgreement, parseAgreement } from 'lead-sla'
import { businessClock, type CalendarDocument } from 'lead-sla/clock'
import { parseWithHolidays, withHolidays } from 'lead-sla/holidays'
import { describe, expect, it } from 'vitest'

const day = ['09:00-17:00']
const week = { mon: day, tue: day, wed: day, thu: day, fri: day }
const berlin = { timeZone: 'Europe/Berlin', week, holidays: ['12-24', { region: 'DE-BE' }] } as const
const years = [2026, 2027] as const
const root = fileURLToPath(new URL('../../..', import.meta.url))

function agreementWith<const Calendar extends CalendarDocument>(calendar: Calendar) {
  return {
    agreement: 'acme',
    version: '1',
    timeZone: 'Europe/Berlin',
    parties: { marketing: { name: 'Marketing' }, sales: { name: 'Sales' } },
    calendars: { berlin: calendar },
    clauses: {
      reply: {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'berlin',
        start: { on: 'asked' },
        stop: { on: 'answered' },
        within: 'PT4H',
      },
    },
  } as const
}

describe('a calendar with holidays', () => {
  it('has the dates beside the region, and everything else as before', () => {
    const resolved = withHolidays(berlin, { years })
    const [yearly, list] = resolved.holidays
    expect({ ...resolved, holidays: [yearly] }).toEqual({ ...berlin, holidays: ['12-24'] })
    expect(list).toMatchObject({ region: 'DE-BE', kinds: ['public'], years: [2026, 2027] })
    expect(businessClock(resolved).holidayName('2026-03-08')).toBe('Internationaler Frauentag')
    expect(businessClock(resolved).isBusinessDay('2026-12-24')).toBe(false)
  })

  it('is a copy: what goes in stays as it is', () => {
    const document = Object.freeze({ ...berlin, holidays: Object.freeze([Object.freeze({ region: 'DE-BE' })]) })
    const before = JSON.stringify(document)
    withHolidays(document, { years })
    expect(JSON.stringify(document)).toBe(before)
  })

  it('is refused by the clock as long as its regions have no dates', () => {
    expect(() => businessClock(berlin)).toThrow(/unknown-holiday-region/)
  })

  it('answers beyond its years with a code and not with a day that may be a holiday', () => {
    const clock = businessClock(withHolidays(berlin, { years }))
    expect(clock.isBusinessDay('2027-12-31')).toBe(true)
    expect(() => clock.isBusinessDay('2028-01-03')).toThrow(/beyond-horizon/)
  })

  it('may be put together from others, however deep', () => {
    const member = { timeZone: 'Europe/Berlin', week, holidays: [{ region: 'DE-BY' }] }
    const munich = { union: [{ intersection: [member, berlin] }, { difference: [member, berlin] }] } as const
    const clock = businessClock(withHolidays(munich, { years }))
    expect(clock.isBusinessDay('2026-01-06')).toBe(false)
    expect(clock.isBusinessDay('2026-01-07')).toBe(true)
  })

  it('keeps 2012 to 2050 when nobody says otherwise', () => {
    const [, list] = withHolidays(berlin).holidays
    expect(list).toMatchObject({ years: [2012, 2050] })
  })
})

describe('a list', () => {
  const listOf = (list: object, options = {}) => {
    const { holidays } = withHolidays({ timeZone: 'UTC', week, holidays: [list] } as CalendarDocument, options)
    return holidays?.[0]
  }

  it('says years and kinds before the options do', () => {
    const list = listOf({ region: 'DE', years: [2030, 2030], kinds: ['bank'] }, { years, kinds: ['public'] })
    expect(list).toMatchObject({ years: [2030, 2030], kinds: ['bank'] })
    expect(listOf({ region: 'DE', name: 'Ours' }, { years, kinds: ['public', 'bank'], language: 'en' })).toMatchObject({
      name: 'Ours',
      kinds: ['public', 'bank'],
      dates: expect.arrayContaining([{ date: '2026-10-03', name: 'National Holiday' }]),
    })
  })

  it('with dates is pinned, until it is renewed', () => {
    const pinned = { region: 'DE', years: [2026, 2026], dates: ['2026-10-03'] }
    expect(listOf(pinned, { years: [2030, 2031] })).toEqual(pinned)
    expect(listOf(pinned, { renew: true })).toMatchObject({ years: [2026, 2026], dates: { length: 9 } })
    expect(listOf(pinned, { renew: true, years: [2030, 2031] })).toMatchObject({ years: [2030, 2031], dates: { length: 18 } })
  })

  it('of a file is left as it is, renewed or not', () => {
    const list = { name: 'Acme', years: [2026, 2026], dates: ['2026-06-19'] }
    expect(listOf(list, { renew: true })).toEqual(list)
  })

  it('has its mistakes named by their place in the document', () => {
    const broken = agreementWith({ timeZone: 'UTC', week, holidays: [{ region: 'DE-XX' }, { region: 'DE', kinds: ['x'] }] })
    const parsed = parseWithHolidays(broken)
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'unknown-holiday-region calendars.berlin.holidays.0.region',
      'unknown-value calendars.berlin.holidays.1.kinds.0',
    ])
  })

  it('in something that is no calendar is passed on for its own door to refuse', () => {
    for (const value of [null, 7, 'x', [], {}, { calendars: 7 }, { holidays: 'x' }, { calendars: { a: null } }, { union: [1] }]) {
      expect(parseWithHolidays(value)).toEqual({ ok: true, value })
    }
    const deep = JSON.parse(`${'{"union":['.repeat(20_000)}1${']}'.repeat(20_000)}`)
    const parsed = parseWithHolidays(deep)
    expect(parsed.ok || parsed.issues[0]?.code).toBe('wrong-type')
  })
})

describe('an agreement with holidays', () => {
  it('has them in its hash', () => {
    const plain = { timeZone: 'Europe/Berlin', week } as const
    const hashOf = (calendar: CalendarDocument) => defineAgreement(withHolidays(agreementWith(calendar), { years })).hash
    const hashes = [plain, berlin, { ...berlin, holidays: [{ region: 'DE-BY' }] }].map(hashOf)
    expect(new Set(hashes).size).toBe(3)
    expect(hashOf(berlin)).toBe(hashes[1])
  })

  it('keeps the names that a literal declares, so that a misspelt clock is a type error', () => {
    const parties = { marketing: { name: 'Marketing' }, sales: { name: 'Sales' } }
    const events = { start: { on: 'asked' }, stop: { on: 'answered' }, within: 'PT4H' } as const
    const calendars = { berlin } as const
    const head = { agreement: 'acme', version: '1', timeZone: 'UTC', parties, calendars } as const
    const promise = { kind: 'timed', owedBy: 'sales', ...events } as const
    const right = defineAgreement(withHolidays({ ...head, clauses: { reply: { ...promise, clock: 'berlin' } } }, { years }))
    expect(right.document.clauses).toHaveProperty('reply')
    // @ts-expect-error there is no calendar of this name
    const wrong = () => defineAgreement(withHolidays({ ...head, clauses: { reply: { ...promise, clock: 'munich' } } }, { years }))
    expect(wrong).toThrow(/unknown-calendar/)
  })

  it('is refused as long as its regions have no dates', () => {
    const parsed = parseAgreement(agreementWith(berlin))
    expect(parsed.ok ? [] : parsed.issues.map(({ code }) => code)).toEqual(['unknown-holiday-region'])
  })

  it('goes through JSON and needs date-holidays no more', { timeout: 60_000 }, async () => {
    const document = withHolidays(agreementWith(berlin), { years })
    const evaluated = `
      import { businessClock } from './src/clock.ts'
      import { defineAgreement } from './src/index.ts'
      const document = JSON.parse(process.argv[1])
      const isHoliday = businessClock(document.calendars.berlin).isHoliday('2026-05-01')
      console.log(JSON.stringify([defineAgreement(document).hash, isHoliday]))
    `
    const printed = await runWithoutData(evaluated, JSON.stringify(document))
    expect(JSON.parse(printed)).toEqual([defineAgreement(document).hash, true])
    await expect(runWithoutData(`import './src/holidays.ts'`, '')).rejects.toThrow(/date-holidays is not here/)
  })
})

/** Runs a program on a machine that has no date-holidays. */
async function runWithoutData(program: string, argument: string): Promise<string> {
  const hook = `export const resolve = (name, context, next) => {
    if (name === 'date-holidays') throw new Error('date-holidays is not here')
    return next(name, context)
  }`
  const url = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`
  const registration = url(`import { register } from 'node:module'; register(${JSON.stringify(url(hook))})`)
  const options = ['--import', 'tsx', '--import', registration, '--input-type=module', '-e', program, argument]
  return (await promisify(execFile)(process.execPath, options, { cwd: root })).stdout
}

interface HostReport {
  readonly offset: number
  readonly digest: string
  readonly skipped: string
}

async function reportUnder(hostZone: string): Promise<HostReport> {
  const program = fileURLToPath(new URL('./holiday-host-zone.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: hostZone },
  })
  return JSON.parse(stdout) as HostReport
}

describe('the zone of the machine', () => {
  it('changes no date, and where it has skipped one it says so', { timeout: 180_000 }, async () => {
    const zones = ['UTC', 'Pacific/Kiritimati', 'America/New_York', 'America/Sao_Paulo', 'Pacific/Apia']
    const reports: HostReport[] = []
    for (const zone of zones) reports.push(await reportUnder(zone))
    expect(reports.map(({ offset }) => offset)).toEqual([0, -840, 300, 180, -780])
    expect(new Set(reports.map(({ digest }) => digest)).size).toBe(1)
    // Samoa had no 30 December 2011, and a machine there would give Rizal Day of the Philippines a day late.
    expect(reports.map(({ skipped }) => skipped)).toEqual([...Array(4).fill('2011-12-30'), 'out-of-range'])
  })
})
