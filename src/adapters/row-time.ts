/** When something in a row happened: text in a declared format and zone, read as an instant. */
import { parseZone, type Zone } from '../clock/zone.ts'
import { type Issue, type IssuePath, issue, type Parsed } from '../errors.ts'
import { isInstant, parseInstant } from '../time/instant.ts'
import { msOfDay, readPlainDate } from '../time/plain-date.ts'
import { collect } from './collect.ts'
import { type DateFormat, parseDateFormat } from './date-format.ts'

/** How the text of a time is written. */
export interface TimeFormatDocument {
  /** `iso` (the default), `epochSeconds`, `epochMilliseconds`, or date-fns tokens such as `dd.MM.yyyy HH:mm`. */
  readonly format?: string
  /** The IANA zone of wall times; needed by formats without an offset. */
  readonly zone?: string
  /** Says that a time at exactly midnight in `zone` is a date without a time, and stands for `at` on that date. */
  readonly dateOnly?: { readonly zone?: string; readonly at: string }
}

/** Returns the instant of a text in epoch milliseconds, or the one thing that is wrong with it. */
export type ReadTime = (text: string, path: IssuePath) => Parsed<number>

/**
 * Returns the reader of a format.
 *
 * **Errors** `unknown-value` for a format, `unknown-time-zone`, `missing-key` for a zone that the format needs.
 *
 * @example
 * const read = parseTimeFormat({ format: 'dd.MM.yyyy HH:mm', zone: 'Europe/Berlin' })
 * const at = read.ok && read.value('07.04.2026 10:30', []) //=> { ok: true, value: 1775550600000 }
 */
export function parseTimeFormat(document: TimeFormatDocument, path: IssuePath = []): Parsed<ReadTime> {
  const issues: Issue[] = []
  const zone = document.zone === undefined ? undefined : collect(parseZone(document.zone, [...path, 'zone']), issues)
  const whole = collect(wholeDates(document, path, zone), issues)
  const read = collect(reader(document.format ?? 'iso', path, zone, document.zone !== undefined), issues)
  if (!read || !whole || issues.length > 0) return { ok: false, issues }
  return {
    ok: true,
    value: (text, at) => {
      const found = read(text.trim())
      if (isInstant(found)) return { ok: true, value: whole(found) }
      return { ok: false, issues: [whyNot(document, text, at)] }
    },
  }
}

type ReadMs = (text: string) => number

function reader(format: string, path: IssuePath, zone: Zone | undefined, zoneGiven: boolean): Parsed<ReadMs> {
  if (format === 'iso') return { ok: true, value: (text) => readIso(text, zone) }
  if (format === 'epochSeconds')
    return { ok: true, value: (text) => (plainNumber.test(text) ? Math.round(Number(text) * 1000) : Number.NaN) }
  if (format === 'epochMilliseconds') return { ok: true, value: (text) => (plainNumber.test(text) ? Number(text) : Number.NaN) }
  const parsed = parseDateFormat(format, [...path, 'format'])
  if (!parsed.ok) return parsed
  if (parsed.value.hasOffset) return { ok: true, value: parsed.value.read }
  if (zone) return { ok: true, value: wallReader(parsed.value, zone) }
  if (zoneGiven) return { ok: false, issues: [] }
  return {
    ok: false,
    issues: [issue('missing-key', [...path, 'zone'], { expected: `the IANA zone of ${format}, which has no offset` })],
  }
}

const plainNumber = /^-?\d+(\.\d+)?$/

/** Keeps the latest readings: dates repeat from row to row, and date-fns takes microseconds for each. */
const mostKept = 4096

function wallReader(format: DateFormat, zone: Zone): ReadMs {
  const kept = new Map<string, number>()
  return (text) => {
    let at = kept.get(text)
    if (at === undefined) {
      const wall = format.read(text)
      at = isInstant(wall) ? zone.instantOfLocal(wall) : Number.NaN
      if (kept.size >= mostKept) kept.clear()
      kept.set(text, at)
    }
    return at
  }
}

/** Reads RFC 3339; with a zone also the same without an offset or without a time. */
function readIso(text: string, zone: Zone | undefined): number {
  const parsed = parseInstant(text)
  if (parsed.ok) return parsed.value
  if (!zone) return Number.NaN
  const day = readPlainDate(text)
  if (!Number.isNaN(day)) return zone.instantOfLocal(day * msOfDay)
  const wall = parseInstant(/T\d\d:\d\d$/i.test(text.replace(' ', 'T')) ? `${text}:00Z` : `${text}Z`)
  return wall.ok ? zone.instantOfLocal(wall.value) : Number.NaN
}

const timeOfDay = /^([01]\d|2[0-3]):([0-5]\d)$/

function wholeDates(
  { dateOnly, zone: given }: TimeFormatDocument,
  path: IssuePath,
  outer: Zone | undefined,
): Parsed<(at: number) => number> {
  if (dateOnly === undefined) return { ok: true, value: (at) => at }
  const issues: Issue[] = []
  const zone = dateOnly.zone === undefined ? outer : collect(parseZone(dateOnly.zone, [...path, 'dateOnly', 'zone']), issues)
  const match = timeOfDay.exec(dateOnly.at)
  if (!match)
    issues.push(
      issue('unknown-value', [...path, 'dateOnly', 'at'], { expected: 'a time of day such as 12:00', got: dateOnly.at }),
    )
  if (dateOnly.zone === undefined && given === undefined) {
    issues.push(
      issue('missing-key', [...path, 'dateOnly', 'zone'], {
        expected: 'the IANA zone in which midnight means a date without a time',
      }),
    )
  }
  if (!zone || !match) return { ok: false, issues }
  const atMs = (Number(match[1]) * 60 + Number(match[2])) * 60_000
  return {
    ok: true,
    value: (at) => {
      const midnight = Math.floor(zone.localAt(at) / msOfDay) * msOfDay
      return zone.instantOfLocal(midnight) === at ? zone.instantOfLocal(midnight + atMs) : at
    },
  }
}

function whyNot({ format = 'iso', zone }: TimeFormatDocument, text: string, path: IssuePath): Issue {
  if (format !== 'iso') return issue('invalid-instant', path, { expected: `a time as ${format}`, got: text })
  const parsed = parseInstant(text, path)
  if (zone === undefined && !parsed.ok && parsed.issues[0]) return parsed.issues[0]
  return issue('invalid-instant', path, { expected: 'a time that exists, such as 2026-04-07 10:30:00', got: text })
}
