/** The first lines of a report: which agreement, which period, seen from when. */
import type { Agreement } from '../agreement/agreement.ts'
import { type Zone, zoneOf } from '../clock/zone.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { wallTime } from '../explanation/wall-time.ts'
import { cut, plainText } from '../plain-text.ts'
import { readInstant } from '../time/instant.ts'
import { counted } from './figures.ts'
import type { Screen } from './table.ts'
import type { TableClock } from './table-clock.ts'

interface Seen extends Pick<Evaluation, 'asOf' | 'knownAt'> {
  readonly obligations: readonly TableClock[]
}

/** Returns the lines, each with its end. */
export function headline(agreement: Agreement, { asOf, knownAt, obligations }: Seen, { width, paint }: Screen): string {
  const { document, id, version } = agreement
  const zone = zoneOf(document.timeZone)
  const { from, to } = document.effective ?? {}
  const effective = [from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(' ')
  const at = (instant: string): string => wallTime(zone, readInstant(instant))
  const lines = [
    `${id} ${version}${effective === '' ? '' : `, in force ${effective}`}`,
    `Period: ${periodOf(obligations, zone)}`,
    `As of:  ${at(asOf)}, ${zone.name}${knownAt === null ? '' : ` (as known on ${at(knownAt)})`}`,
  ]
  const [first = '', ...others] = [...(document.title ? [document.title] : []), ...lines].map((line) =>
    cut(plainText(line), width),
  )
  return `${paint('strong', first)}\n${others.map((line) => `${line}\n`).join('')}`
}

/** The dates on which the first and the last clock started. */
function periodOf(obligations: readonly TableClock[], zone: Zone): string {
  if (obligations.length === 0) return 'no clock has started'
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let [leads, lastLead] = [0, '']
  for (const clock of obligations) {
    const startedAt = clock.at('startedAt')
    const { lead } = clock
    if (startedAt < first) first = startedAt
    if (startedAt > last) last = startedAt
    // Obligations come lead by lead.
    if (lead !== lastLead) leads++
    lastLead = lead
  }
  const date = (instant: number): string => wallTime(zone, instant).split(' ').slice(0, -1).join(' ')
  return `${date(first)} to ${date(last)}: ${counted(obligations.length, 'clock')} of ${counted(leads, 'lead')}`
}
