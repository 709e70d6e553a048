/**
 * Worked deadlines: for each goal of a timed promise a course of events that starts its clock, and the due instant that the
 * evaluation itself gives for it. Nothing here computes a deadline.
 */
import type { Agreement } from '../../agreement/agreement.ts'
import type { AgreementDocument } from '../../agreement/document.ts'
import { LeadSlaError } from '../../errors.ts'
import type { LeadEvent } from '../../events/event.ts'
import { evaluate } from '../../periods/evaluate.ts'
import { checked } from '../checked.ts'
import { clockedClause, clockedIds } from '../clocked.ts'
import { aloneWith } from './alone.ts'
import { findExample } from './find-example.ts'
import { firstDay } from './instructive-start.ts'
import type { Start } from './scene.ts'

export interface DeadlineExample {
  readonly clause: string
  /** The position of the goal in the clause. */
  readonly goal: number
  /** The key of the obligation. */
  readonly key: string
  readonly events: readonly LeadEvent[]
  readonly startedAt: string
  readonly dueAt: string
}

/** How the clock of an example starts, and on which calendar it counts where that is chosen. [C10] */
export interface StartedExample extends DeadlineExample {
  readonly start: Start
  readonly calendar: string | null
}

/**
 * Returns worked deadlines of the timed clauses: events that start a clock, and when it is due.
 *
 * **Edges** a goal for which no course of events was found has no example. The dates are those from `effective.from` on.
 * **Errors** throws `LeadSlaError` for a bad agreement.
 * **Source** [W1].
 *
 * @example
 * const hours = ['09:00-18:00']
 * const [example] = deadlineExamples({
 *   agreement: 'acme', version: '1', effective: { from: '2026-04-01' }, timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   calendars: { berlin: { timeZone: 'Europe/Berlin', week: { thu: hours, fri: hours, mon: hours, tue: hours }, holidays: [{ easter: 1 }] } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'berlin', start: { on: 'lead.assigned' }, stop: { on: 'call.made' }, within: 'PT4H' } },
 * })
 * example?.startedAt //=> '2026-04-03T14:00:00.000Z'
 * example?.dueAt //=> '2026-04-07T09:00:00.000Z'
 */
export function deadlineExamples(agreement: Agreement | AgreementDocument): DeadlineExample[] {
  const read = checked(agreement)
  return clockedIds(read).flatMap((id) =>
    examplesOf(read, id).flatMap((example) => {
      if (!example) return []
      const { start: _start, calendar: _calendar, ...rest } = example
      return [rest]
    }),
  )
}

/** The examples of each clause, goal by goal; `null` for a goal without one. */
type ByClause = ReadonlyMap<string, readonly (StartedExample | null)[]>

/** An agreement never changes, and the same examples stand in each of its documents. */
const known = new WeakMap<Agreement, ByClause>()

/** Returns an example for each goal of a timed clause, `null` where none was found. */
export function examplesOf(agreement: Agreement, id: string): readonly (StartedExample | null)[] {
  const examples = known.get(agreement) ?? allExamples(agreement)
  known.set(agreement, examples)
  return examples.get(id) ?? []
}

function allExamples(agreement: Agreement): ByClause {
  const first = firstDay(agreement)
  const found = new Map<string, (StartedExample | null)[]>()
  for (const id of clockedIds(agreement)) {
    const { goals = [] } = clockedClause(agreement, id) ?? {}
    found.set(
      id,
      goals.map((_, goal) => exampleOf(agreement, id, goal, first)),
    )
  }
  const right = confirmed(agreement, [...found.values()].flat())
  return new Map([...found].map(([id, examples]) => [id, examples.map((each) => (each && right.has(each) ? each : null))]))
}

function exampleOf(agreement: Agreement, id: string, goal: number, first: number): StartedExample | null {
  const found = findExample(aloneWith(agreement, id), id, goal, first)
  if (!found) return null
  const { events, start, obligation } = found
  const { key, startedAt, dueAt, calendar = null } = obligation
  return dueAt === null ? null : { clause: id, goal, key, events, startedAt, dueAt, start, calendar }
}

/** Returns the examples that hold under the whole agreement: each is a lead of its own in one evaluation. */
function confirmed(agreement: Agreement, examples: readonly (StartedExample | null)[]): ReadonlySet<StartedExample> {
  const all = examples.filter((each) => each !== null)
  const leadOf = (index: number) => `example-${index}`
  const events = all.flatMap((example, index) =>
    example.events.map((event) => ({ ...event, id: `${leadOf(index)}-${event.id}`, lead: leadOf(index) })),
  )
  const latest = all.reduce((asOf, { startedAt }) => (startedAt > asOf ? startedAt : asOf), '')
  if (all.length === 0) return new Set()
  try {
    const { obligations } = evaluate(agreement, events, { asOf: latest })
    const due = new Map(obligations.map(({ key, startedAt, dueAt }) => [key, `${startedAt} ${dueAt}`]))
    const isRight = ({ key, startedAt, dueAt }: StartedExample, index: number) =>
      due.get(key.replace('/example/', `/${leadOf(index)}/`)) === `${startedAt} ${dueAt}`
    return new Set(all.filter(isRight))
  } catch (error) {
    if (!(error instanceof LeadSlaError)) throw error
    // One calendar may not know the year of another one's example; then each is asked by itself.
    return all.length === 1 ? new Set() : new Set(all.flatMap((each) => [...confirmed(agreement, [each])]))
  }
}
