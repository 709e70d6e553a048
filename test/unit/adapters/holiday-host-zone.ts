/** Prints the holidays of many regions as a digest: a program of its own, because `TZ` must be set before it starts. */
import { createHash } from 'node:crypto'
import { holidayKinds, holidayRegions, parseRegionalHolidays, regionalHolidays } from '../../../src/holidays.ts'
import { parseHolidaysOfICalendar } from '../../../src/icalendar.ts'
import { calendar, event } from './icalendar-file.ts'

// Every state of two countries, those with other calendars, and some of all.
const regions = holidayRegions()
  .map(({ region }) => region)
  .filter((region, index) => /^(DE-..|US-..|IR|IL|SA|CN)$/.test(region) || index % 40 === 0)
const lists = regions.map((region) => regionalHolidays(region, { years: [2012, 2015], kinds: holidayKinds }))
const file = parseHolidaysOfICalendar(calendar(event('DTSTART:20111230', 'RRULE:FREQ=DAILY;COUNT=3')), { years: [2011, 2012] })
const skipped = parseRegionalHolidays('PH', { years: [2011, 2011] })

console.log(
  JSON.stringify({
    offset: new Date(2026, 0, 1).getTimezoneOffset(),
    digest: createHash('sha256')
      .update(JSON.stringify([lists, file]))
      .digest('hex'),
    skipped: skipped.ok
      ? skipped.value.dates?.map((one) => (typeof one === 'string' ? one : one.date)).find((date) => date === '2011-12-30')
      : skipped.issues[0]?.code,
  }),
)
