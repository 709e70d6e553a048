/**
 * The clocks of an evaluation for whoever only counts them: a member is made when it is looked at, so that a million clocks cost
 * no million objects of twenty members each.
 */
import { printRead, readInstant } from '../time/instant.ts'
import { type ClockInstant, type ClockTable, keyOf } from './clock-table.ts'
import type { Evaluation } from './evaluation.ts'
import type { Obligation, Status } from './obligation.ts'

/** What of an obligation can be looked at alone. */
export interface ClockView
  extends Pick<
    Obligation,
    'key' | 'clause' | 'lead' | 'cycle' | 'party' | 'owner' | 'team' | 'status' | 'goal' | 'usedMs' | 'targetMs' | 'pausedMs'
  > {
  readonly isPaused: boolean
  readonly startedAt: string
  readonly dueAt: string | null
  readonly stoppedAt: string | null
  readonly closedAt: string | null
  readonly breachedAt: string | null
  /** An instant without its text. **Units** epoch milliseconds, `NaN` for none. */
  at(which: ClockInstant): number
  /** All of it, as plain JSON. */
  obligation(): Obligation
}

const tables = new WeakMap<object, ClockTable>()

/** Lets the clocks of an evaluation be looked at in their columns. */
export function rememberClocks(evaluation: Evaluation, clocks: ClockTable): void {
  tables.set(evaluation, clocks)
}

/** Returns the clocks in the order of the obligations; those of an evaluation that was read from JSON come from its obligations. */
export function clocksOf(evaluation: Pick<Evaluation, 'obligations'>): readonly ClockView[] {
  const table = tables.get(evaluation)
  if (table) return Array.from(table.rows(), (row) => new ClockRow(table, row))
  return evaluation.obligations.map(viewOf)
}

/** A clock of a table. */
class ClockRow implements ClockView {
  constructor(
    private readonly table: ClockTable,
    private readonly row: number,
  ) {}

  get key(): string {
    return keyOf(this.clause, this.lead, this.cycle)
  }
  get clause(): string {
    return this.table.clauseOf(this.row).id
  }
  get lead(): string {
    return this.table.leadOf(this.row)
  }
  get cycle(): number {
    return this.table.cycleOf(this.row)
  }
  get party(): string {
    return this.table.clauseOf(this.row).owedBy
  }
  get owner(): string | null {
    return this.table.ownerOf(this.row)
  }
  get team(): string | null {
    return this.table.teamOf(this.row)
  }
  get status(): Status {
    return this.table.statusOf(this.row)
  }
  get goal(): string {
    return this.table.goalNameOf(this.row)
  }
  get usedMs(): number {
    return this.table.usedMsOf(this.row)
  }
  get targetMs(): number | null {
    return this.table.targetMsOf(this.row)
  }
  get pausedMs(): number {
    return this.table.pausedMsOf(this.row)
  }
  get isPaused(): boolean {
    return this.table.isPausedAt(this.row)
  }
  get startedAt(): string {
    return printRead(this.at('startedAt'))
  }
  get dueAt(): string | null {
    return this.text('dueAt')
  }
  get stoppedAt(): string | null {
    return this.text('stoppedAt')
  }
  get closedAt(): string | null {
    return this.text('closedAt')
  }
  get breachedAt(): string | null {
    return this.text('breachedAt')
  }

  at(which: ClockInstant): number {
    return this.table.instantOf(this.row, which)
  }

  obligation(): Obligation {
    return this.table.obligation(this.row)
  }

  private text(which: ClockInstant): string | null {
    const at = this.at(which)
    return at === at ? printRead(at) : null
  }
}

/** A clock that is an obligation already. */
function viewOf(obligation: Obligation): ClockView {
  const at = (which: ClockInstant): number => {
    const text = obligation[which]
    return text === null ? Number.NaN : readInstant(text)
  }
  return { ...obligation, at, obligation: () => obligation }
}
