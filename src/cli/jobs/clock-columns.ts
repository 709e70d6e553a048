/** What tables show of clocks, in columns: as plain data from one thread to another, and as rows for who prints them. */
import { keyOf } from '../../evaluation/clock-table.ts'
import type { ClockView } from '../../evaluation/clock-view.ts'
import type { Obligation } from '../../evaluation/obligation.ts'
import { printInstant } from '../../time/instant.ts'
import type { TableClock, TableInstant } from '../table-clock.ts'

const texts = ['lead', 'clause', 'party', 'owner', 'team', 'status'] as const
const numbers = ['cycle', 'usedMs', 'targetMs'] as const

type TextColumn = (typeof texts)[number]
type NumberColumn = (typeof numbers)[number] | TableInstant

/** By column a number for each clock: of a text its position in `words`, of an instant epoch milliseconds, `NaN` for null. */
export interface ClockColumns {
  readonly count: number
  readonly words: readonly (string | null)[]
  readonly texts: Readonly<Record<TextColumn, Uint32Array>>
  readonly numbers: Readonly<Record<NumberColumn, Float64Array>>
}

/** Returns the columns of clocks. */
export function columnsOf(clocks: readonly ClockView[]): ClockColumns {
  const words: (string | null)[] = []
  const positions = new Map<string | null, number>()
  const positionOf = (text: string | null): number => {
    let position = positions.get(text)
    if (position === undefined) {
      position = words.push(text) - 1
      positions.set(text, position)
    }
    return position
  }
  const textColumn = (name: TextColumn) => Uint32Array.from(clocks, (clock) => positionOf(clock[name]))
  const numberColumn = (name: (typeof numbers)[number]) => Float64Array.from(clocks, (clock) => clock[name] ?? Number.NaN)
  const instantColumn = (name: TableInstant) => Float64Array.from(clocks, (clock) => clock.at(name))
  return {
    count: clocks.length,
    words,
    texts: {
      ...{ lead: textColumn('lead'), clause: textColumn('clause'), party: textColumn('party') },
      ...{ owner: textColumn('owner'), team: textColumn('team'), status: textColumn('status') },
    },
    numbers: {
      ...{ cycle: numberColumn('cycle'), usedMs: numberColumn('usedMs'), targetMs: numberColumn('targetMs') },
      ...{ startedAt: instantColumn('startedAt'), dueAt: instantColumn('dueAt'), breachedAt: instantColumn('breachedAt') },
    },
  }
}

/** Returns the clocks of several parts, sorted by lead as each part is; no two parts have a lead in common. */
export function rowsOf(parts: readonly ClockColumns[]): TableClock[] {
  const rows: TableClock[] = []
  const leads = parts.flatMap(leadsOf).sort((a, b) => (a.lead < b.lead ? -1 : 1))
  for (const { columns, from, to } of leads) for (let row = from; row < to; row++) rows.push(new Row(columns, row))
  return rows
}

/** Returns where the clocks of each lead stand. */
function leadsOf(columns: ClockColumns): { lead: string; columns: ClockColumns; from: number; to: number }[] {
  const leads: ReturnType<typeof leadsOf> = []
  const { lead } = columns.texts
  for (let from = 0, to = 0; from < columns.count; from = to) {
    for (to = from + 1; to < columns.count && lead[to] === lead[from]; ) to++
    leads.push({ lead: columns.words[lead[from] as number] ?? '', columns, from, to })
  }
  return leads
}

/** A clock whose members are made when they are looked at: there are millions of clocks, and most are only counted. */
class Row implements TableClock {
  constructor(
    private readonly columns: ClockColumns,
    private readonly row: number,
  ) {}

  get key(): string {
    return keyOf(this.clause, this.lead, this.number('cycle'))
  }
  get lead(): string {
    return this.text('lead') ?? ''
  }
  get clause(): string {
    return this.text('clause') ?? ''
  }
  get party(): string {
    return this.text('party') ?? ''
  }
  get owner(): string | null {
    return this.text('owner')
  }
  get team(): string | null {
    return this.text('team')
  }
  get status(): Obligation['status'] {
    return this.text('status') as Obligation['status']
  }
  get usedMs(): number {
    return this.number('usedMs')
  }
  get targetMs(): number | null {
    const target = this.number('targetMs')
    return Number.isNaN(target) ? null : target
  }
  get startedAt(): string {
    return printInstant(this.number('startedAt'))
  }
  get dueAt(): string | null {
    return this.instant('dueAt')
  }
  get breachedAt(): string | null {
    return this.instant('breachedAt')
  }

  at(which: TableInstant): number {
    return this.number(which)
  }

  private text(name: TextColumn): string | null {
    return this.columns.words[this.columns.texts[name][this.row] as number] ?? null
  }

  private number(name: NumberColumn): number {
    return this.columns.numbers[name][this.row] as number
  }

  private instant(name: NumberColumn): string | null {
    const at = this.number(name)
    return Number.isNaN(at) ? null : printInstant(at)
  }
}
