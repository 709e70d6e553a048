/** Which period holds a date, found by walking back from the date day by day. [P1] Shares no code with `src`. */

import { Temporal } from 'temporal-polyfill'
import type { AgreementDocument, PeriodLength } from '../../src/index.ts'

/** A period by its first date and the first one after it. */
export interface Period {
  readonly name: string
  readonly first: Temporal.PlainDate
  readonly next: Temporal.PlainDate
}

export function periodOf(document: AgreementDocument, per: PeriodLength, date: Temporal.PlainDate): Period {
  const back = (isFirst: (day: Temporal.PlainDate) => boolean) => {
    let day = date
    while (!isFirst(day)) day = day.subtract({ days: 1 })
    return day
  }
  const two = (number: number) => String(number).padStart(2, '0')
  switch (per) {
    case 'week': {
      const first = back((day) => day.dayOfWeek === 1)
      return { name: `${date.yearOfWeek}-W${two(date.weekOfYear ?? 0)}`, first, next: first.add({ weeks: 1 }) }
    }
    case 'month': {
      const first = back((day) => day.day === 1)
      return { name: `${date.year}-${two(date.month)}`, first, next: first.add({ months: 1 }) }
    }
    case 'quarter': {
      const first = back((day) => day.day === 1 && [1, 4, 7, 10].includes(day.month))
      return { name: `${date.year}-Q${Math.ceil(date.month / 3)}`, first, next: first.add({ months: 3 }) }
    }
    case 'year': {
      const first = back((day) => day.dayOfYear === 1)
      return { name: String(date.year), first, next: first.add({ years: 1 }) }
    }
    default:
      return fiscalPeriodOf(document, per, date)
  }
}

/** The months of a fiscal year are counted from its first day on; the one that has begun last holds the date. */
function fiscalPeriodOf(document: AgreementDocument, per: PeriodLength, date: Temporal.PlainDate): Period {
  const { startsOn = '01-01', named = 'end' } = document.fiscalYear ?? {}
  let start = date
  while (start.toString().slice(5) !== startsOn) start = start.subtract({ days: 1 })
  const months = per === 'fiscalMonth' ? 1 : per === 'fiscalQuarter' ? 3 : 12
  let part = 0
  while (Temporal.PlainDate.compare(start.add({ months: (part + 1) * months }), date) <= 0) part += 1
  const year = `FY${named === 'start' ? start.year : start.add({ years: 1 }).subtract({ days: 1 }).year}`
  const number = part + 1
  const name = months === 12 ? year : months === 3 ? `${year}-Q${number}` : `${year}-M${String(number).padStart(2, '0')}`
  return { name, first: start.add({ months: part * months }), next: start.add({ months: number * months }) }
}

export function midnight({ timeZone }: AgreementDocument, date: Temporal.PlainDate | string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
}

export function dateAt({ timeZone }: AgreementDocument, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
}

/** Returns the instants between which the agreement is in force. */
export function inForceOf(document: AgreementDocument): readonly [from: number, to: number] {
  const { from, to } = document.effective ?? {}
  return [
    from === undefined ? Number.NEGATIVE_INFINITY : midnight(document, from),
    to === undefined ? Number.POSITIVE_INFINITY : midnight(document, to),
  ]
}
