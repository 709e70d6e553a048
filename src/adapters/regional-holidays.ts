/**
 * The holidays of countries, states and regions, as the package `date-holidays` knows them. It is asked once, when an
 * agreement is written: what comes out are plain dates that stand in the document, and no answer depends on it afterwards.
 */
import DateHolidays from 'date-holidays'
import type { HolidayListDocument } from '../clock/calendar-document.ts'
import type { Years } from '../clock/holidays.ts'
import { type Issue, type IssuePath, issue, type Parsed, valueOf } from '../errors.ts'
import { printPlainDate, readPlainDate } from '../time/plain-date.ts'
import { collect } from './collect.ts'
import { HolidayDates } from './holiday-dates.ts'
import { readYears } from './holiday-years.ts'

/** The kinds of holidays that `date-holidays` tells apart. */
export const holidayKinds = ['public', 'bank', 'optional', 'school', 'observance'] as const
export type HolidayKind = (typeof holidayKinds)[number]

export interface RegionalHolidayOptions {
  /** The first and the last year, both whole. 2012 to 2050 when absent. */
  readonly years?: Years
  /** `['public']` when absent. */
  readonly kinds?: readonly HolidayKind[]
  /** The language of the names, such as `en`; the region's own where it is absent or a name has none. */
  readonly language?: string
}

/** A region of which the holidays are known. */
export interface HolidayRegion {
  /** Country, state and region, joined by `-`: `DE`, `DE-BE`, `DE-BY-A`. */
  readonly region: string
  readonly name: string
}

/** Outside them the package gives no Islamic dates and says nothing about it. */
const knownYears: Years = [1970, 2076]
/** From the year after the last one in which some place skipped a date (Samoa, 2011-12-30): every machine knows all of these. */
const defaultYears: Years = [2012, 2050]

/**
 * Returns the holidays of a region as the list that a calendar holds: every civil date, with its name.
 *
 * **Edges** a holiday of several days gives each of its dates; one that is shorter than a day gives none; a substitute day is
 * a date like any other; the names of two holidays on one date are joined.
 * **Errors** `unknown-holiday-region`, `unknown-value` for a kind, `wrong-type`, `out-of-range` for years outside 1970 to 2076.
 *
 * @example
 * const { dates } = regionalHolidays('DE-BE', { years: [2026, 2026] })
 * const first = dates?.[0] //=> { date: '2026-01-01', name: 'Neujahr' }
 */
export function regionalHolidays(region: string, options: RegionalHolidayOptions = {}): HolidayListDocument {
  return valueOf(parseRegionalHolidays(region, options))
}

/** Returns what `regionalHolidays` does, or the issues: for a region and options that are somebody's input. */
export function parseRegionalHolidays(
  region: unknown,
  options: { readonly [Name in keyof RegionalHolidayOptions]?: unknown } = {},
  path: IssuePath = [],
): Parsed<HolidayListDocument> {
  const issues: Issue[] = []
  const place = collect(parseRegion(region, [...path, 'region']), issues)
  const years = collect(readYears(options.years ?? defaultYears, knownYears, [...path, 'years']), issues)
  const kinds = collect(parseKinds(options.kinds, [...path, 'kinds']), issues)
  const { language } = options
  if (language !== undefined && typeof language !== 'string') {
    issues.push(issue('wrong-type', [...path, 'language'], { expected: 'a language such as "en"', got: language }))
  }
  if (!place || !years || !kinds || issues.length > 0) return { ok: false, issues }
  const skipped = skippedDate(years)
  if (skipped !== undefined) {
    const expected = `years in which the zone of this machine has every date; it has no ${skipped}`
    return { ok: false, issues: [issue('out-of-range', [...path, 'years'], { expected, got: years })] }
  }
  const languages = typeof language === 'string' ? { languages: language } : {}
  const found = new DateHolidays({ country: place.country, state: place.state, region: place.area }, languages)
  const dates = datesOf(found, years, new Set(kinds))
  return { ok: true, value: { region: place.region, kinds: [...kinds], years: [...years], dates } }
}

/**
 * Returns the regions that are known: all, or those of a country with the country itself.
 *
 * **Errors** `unknown-holiday-region` for a country that is not known.
 *
 * @example
 * holidayRegions('US').find(({ region }) => region === 'US-CA') //=> { region: 'US-CA', name: 'California' }
 */
export function holidayRegions(country?: string): HolidayRegion[] {
  const places = allPlaces()
  if (country === undefined) return [...places.values()].map(({ region, name }) => ({ region, name }))
  const found = [...places.values()].filter((place) => place.country === country)
  if (found.length > 0) return found.map(({ region, name }) => ({ region, name }))
  const known = [...places.values()].filter(({ state }) => state === '').map(({ region }) => region)
  return valueOf({ ok: false, issues: [issue('unknown-holiday-region', [], { expected: 'a country', got: country, known })] })
}

interface Place extends HolidayRegion {
  readonly country: string
  /** The empty text for a whole country. */
  readonly state: string
  readonly area: string
}

let places: ReadonlyMap<string, Place> | undefined

function allPlaces(): ReadonlyMap<string, Place> {
  if (places) return places
  const known = new DateHolidays()
  const found = new Map<string, Place>()
  const add = (name: string, country: string, state = '', area = ''): void => {
    const region = [country, state, area].filter((part) => part !== '').join('-')
    found.set(region, { region, name, country, state, area })
  }
  for (const [country, name] of Object.entries(known.getCountries())) {
    add(name, country)
    // The package answers undefined, not {}, for a country without states, whatever its types say.
    for (const [state, stateName] of Object.entries(known.getStates(country) ?? {})) {
      add(stateName, country, state)
      for (const [area, areaName] of Object.entries(known.getRegions(country, state) ?? {})) add(areaName, country, state, area)
    }
  }
  places = found
  return found
}

function parseRegion(region: unknown, path: IssuePath): Parsed<Place> {
  const known = allPlaces()
  const place = typeof region === 'string' ? known.get(region) : undefined
  if (place) return { ok: true, value: place }
  const expected = 'a region such as DE-BE or US-CA'
  return { ok: false, issues: [issue('unknown-holiday-region', path, { expected, got: region, known: known.keys() })] }
}

function parseKinds(kinds: unknown = ['public'], path: IssuePath): Parsed<readonly HolidayKind[]> {
  if (!Array.isArray(kinds) || kinds.length === 0) {
    return { ok: false, issues: [issue('wrong-type', path, { expected: 'an array of kinds such as "public"', got: kinds })] }
  }
  const wanted: readonly unknown[] = kinds
  const issues = wanted.flatMap((kind, index) => {
    if (holidayKinds.some((known) => known === kind)) return []
    return [issue('unknown-value', [...path, index], { expected: 'a kind of holiday', got: kind, known: holidayKinds })]
  })
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: holidayKinds.filter((kind) => wanted.includes(kind)) }
}

const hourMs = 3_600_000

/** All kinds are asked for and the others dropped here: some rules look at holidays of other kinds. */
function datesOf(holidays: DateHolidays, [first, last]: Years, kinds: ReadonlySet<string>) {
  const dates = new HolidayDates([first, last])
  // A holiday of some days may reach over the turn of a year.
  for (let year = first - 1; year <= last; year++) {
    for (const { date, start, end, name, type } of holidays.getHolidays(year)) {
      if (!kinds.has(type)) continue
      // The text is civil time of the region. `start` is not: Islamic and Hebrew days begin there on the evening before.
      dates.add(readPlainDate(date.slice(0, 10)), wholeDays((end.getTime() - start.getTime()) / hourMs), name)
    }
  }
  return dates.list()
}

/** Returns the civil days that so many hours cover. One more or less is the change of the clocks; a part of a day is none. */
function wholeDays(hours: number): number {
  return Math.floor((hours + 1) / 24)
}

/** What zones have skipped since 1970: Kwajalein, then Kiritimati and Kanton, then Samoa and Tokelau. */
const skippedDates = ['1993-08-21', '1994-12-31', '2011-12-30']

/** Returns a date that the machine's zone does not have: the package computes in that zone, and would give the next date. */
function skippedDate([first, last]: Years): string | undefined {
  return skippedDates.find((date) => {
    const year = Number(date.slice(0, 4))
    const next = printPlainDate(readPlainDate(date) + 1)
    // Text without an offset is read in the zone of the machine.
    return first <= year && year <= last && Date.parse(`${date}T12:00`) === Date.parse(`${next}T12:00`)
  })
}
