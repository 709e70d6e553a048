/** What became of the cycles of the cadences, as obligations beside those of timed clauses. */
import type { CadenceClause } from '../agreement/cadence-clause.ts'
import type { Exception } from '../agreement/exceptions.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Version } from '../agreement/versions.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import { ClockTable, keyOf } from '../evaluation/clock-table.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import type { Progress } from '../evaluation/progress.ts'
import type { Finding } from '../finding.ts'
import { printRead } from '../time/instant.ts'
import type { Attempts } from './attempts.ts'
import type { Cycle } from './cadence-fold.ts'

export class CadenceTable {
  private readonly ids: readonly string[]
  private readonly timed: readonly TimedClause[]
  private readonly clocks: ClockTable
  private readonly progress = new Map<string, Progress>()
  private readonly found: Finding[] = []

  constructor(
    private readonly versions: readonly Version[],
    exceptions: readonly Exception[],
    asOf: number,
  ) {
    const placed = versions.flatMap(({ agreement }, version) =>
      [...agreement.cadences.values()].map(({ timed }) => ({ timed, version })),
    )
    this.timed = placed.map(({ timed }) => timed)
    this.ids = [...new Set(this.timed.map(({ id }) => id))]
    const versionOf = placed.map(({ version }) => version)
    this.clocks = new ClockTable({ versions, clauses: this.timed, versionOf, exceptions }, asOf)
  }

  /** Puts down the cycles of a lead that has passed by. */
  add(cyclesOf: (clause: string) => readonly Cycle[]): void {
    for (const id of this.ids) {
      for (const { clause, clock, attempts } of cyclesOf(id)) {
        this.clocks.add(clock, this.timed.indexOf(clause.timed))
        this.progress.set(keyOf(id, clock.lead, clock.cycle), progressOf(clause, attempts))
        if (clock.closing === null && Number.isNaN(clock.dueAt)) this.found.push(missingDue(clock))
      }
    }
  }

  /** Returns what is odd, in an order in which that of the events cannot be read. */
  findings(): Finding[] {
    return this.found.sort((a, b) => (a.message < b.message ? -1 : a.message > b.message ? 1 : 0))
  }

  /** Returns the obligations of the cadences among others: by lead, then by clause as the document has them, then by cycle. */
  among(others: readonly Obligation[]): readonly Obligation[] {
    const own = this.clocks.obligations().map((one): Obligation => {
      const progress = this.progress.get(one.key)
      return progress ? { ...one, progress } : one
    })
    if (own.length === 0) return others
    const ids = new Set(this.versions.flatMap(({ agreement }) => Object.keys(agreement.document.clauses)))
    const places = new Map([...ids].map((id, place) => [id, place]))
    const comesFirst = (a: Obligation, b: Obligation): boolean => {
      if (a.lead !== b.lead) return a.lead < b.lead
      return (places.get(a.clause) ?? 0) < (places.get(b.clause) ?? 0)
    }
    const all: Obligation[] = []
    let next = 0
    for (const other of others) {
      for (let one = own[next]; one && comesFirst(one, other); one = own[++next]) all.push(one)
      all.push(other)
    }
    for (const one of own.slice(next)) all.push(one)
    return all
  }
}

/** An open clock without a due instant would wait for ever, so somebody is told. */
function missingDue({ clause, goal, lead, startedAt }: ClockRecord): Finding {
  const why = goal.target.kind === 'dueFrom' ? 'no fact names when' : `the calendar ${clause.calendar} has no time left in which`
  const message = `${why} ${clause.id} is due for lead ${JSON.stringify(lead)}, so the cadence that started at ${printRead(startedAt)} cannot be breached`
  return { code: 'missing-due', path: ['clauses', clause.id, 'within'], message, lead, clause: clause.id }
}

function progressOf({ count, channels: channelCount }: CadenceClause, { count: attempts, channels, lastAt }: Attempts): Progress {
  return { attempts, count, channels, channelCount, lastAttemptAt: lastAt === null ? null : printRead(lastAt) }
}
