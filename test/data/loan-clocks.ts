/** The clocks of the loan applications as another program computed them, and where the obligations differ from them. */
import type { LeadEvent, Obligation } from '../../src/index.ts'
import { readRows } from './data-folder.ts'

const snake = (clause: string): string => clause.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const millisecondsOf = (seconds: string): number => Math.round(Number(seconds) * 1000)

type Row = Readonly<Record<string, string>>

/** Returns the rows of the reference, by clause and lead. */
export function referenceClocks(): Map<string, Row> {
  return new Map(readRows('bpic2012/clauses.csv.gz').map((row) => [`${row.clause} ${row.case}`, row as Row]))
}

/** Returns the name under which the reference knows an obligation. */
export function nameOf({ clause, lead }: Pick<Obligation, 'clause' | 'lead'>): string {
  return `${snake(clause)} ${lead}`
}

/** Returns true for an obligation that starts and stops where the reference does, by the same person, after the same time. */
export function isAs(row: Row | undefined, found: Obligation): boolean {
  if (!row || found.cycle !== 1 || Date.parse(found.startedAt) !== Date.parse(row.start ?? '')) return false
  if (found.stoppedAt === null) return row.stop === '' && found.status === 'openBreached'
  return (
    Date.parse(found.stoppedAt) === Date.parse(row.stop ?? '') &&
    (found.stoppedBy ?? '') === row.stop_resource &&
    found.usedMs === millisecondsOf(row.business_seconds ?? '') &&
    Date.parse(found.stoppedAt) - Date.parse(found.startedAt) === millisecondsOf(row.calendar_seconds ?? '')
  )
}

/** Returns the events by lead, in the order in which they happened. */
export function byLead(events: readonly LeadEvent[]): Map<string, LeadEvent[]> {
  const leads = new Map<string, LeadEvent[]>()
  for (const event of events) {
    const own = leads.get(event.lead)
    if (own) own.push(event)
    else leads.set(event.lead, [event])
  }
  const at = (event: LeadEvent) => Date.parse(String(event.at))
  for (const own of leads.values()) {
    own.sort((a, b) => at(a) - at(b) || (a.sequence ?? 0) - (b.sequence ?? 0) || (a.id < b.id ? -1 : 1))
  }
  return leads
}
