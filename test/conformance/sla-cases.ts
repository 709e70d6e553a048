/** The worked examples of whole clocks, and how one becomes an agreement, a history and an obligation (see `cases/README.md`). */

import { readFileSync } from 'node:fs'
import {
  type Agreement,
  businessClock,
  type CalendarDocument,
  evaluate,
  type LeadEvent,
  type Obligation,
  parseAgreement,
  type TargetDocument,
} from '../../src/index.ts'

export interface SlaCase {
  readonly id: string
  readonly source: string
  readonly kind: 'clock' | 'businessDays' | 'absoluteDue'
  readonly calendar: CalendarDocument
  readonly start: string
  readonly targetMinutes?: number
  readonly targetBusinessDays?: number
  readonly absoluteDue?: string
  readonly events: readonly { readonly at: string; readonly type: 'pause' | 'resume' | 'stop' }[]
  readonly asOf?: string
  readonly expect: Readonly<Record<string, unknown>>
}

export const slaCases: readonly SlaCase[] = readFileSync(new URL('./cases/sla.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as SlaCase)

const minuteMs = 60_000

/** A case that only measures names no target, and any will do. */
function targetOf({ kind, targetMinutes = 60, targetBusinessDays = 1 }: SlaCase): TargetDocument {
  if (kind === 'businessDays') return { businessDays: targetBusinessDays }
  return kind === 'absoluteDue' ? { dueFrom: { fact: 'event', path: '$.data.due' } } : `PT${targetMinutes}M`
}

/** Returns the obligations of lead L, by whatever way they come about. */
export type Judge = (agreement: Agreement, events: readonly LeadEvent[], asOf: string | number) => readonly Obligation[]

const inBatch: Judge = (agreement, events, asOf) => evaluate(agreement, events, { asOf }).obligations

/** Returns what the one clock of the case came to, or the code where the agreement is refused for that alone. */
function obligationOf(one: SlaCase, judge: Judge): Obligation | 'never-open' | 'target-not-positive' {
  const parsed = parseAgreement({
    agreement: 'conformance',
    version: '1',
    timeZone: 'UTC',
    parties: { sales: { name: 'Sales' } },
    calendars: { main: one.calendar },
    clauses: {
      reply: {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'main',
        start: { on: 'start' },
        stop: { on: 'stop' },
        pause: { on: 'pause' },
        resume: { on: 'resume' },
        within: targetOf(one),
      },
    },
  })
  if (!parsed.ok) {
    const [code, ...others] = parsed.issues.map((issue) => issue.code)
    if (others.length === 0 && (code === 'never-open' || code === 'target-not-positive')) return code
    throw new Error(parsed.issues.map(({ message }) => message).join('\n'))
  }
  const start: LeadEvent = { id: 's', lead: 'L', type: 'start', at: one.start, data: { due: one.absoluteDue } }
  const others = one.events.map(({ at, type }, index): LeadEvent => ({ id: `t${index}`, lead: 'L', type, at }))
  const last = Math.max(...[start, ...others].map(({ at }) => Date.parse(at as string)))
  const [only] = judge(parsed.value, [start, ...others], one.asOf ?? last)
  if (!only) throw new Error('no clock')
  return only
}

/** Returns the members that the case asks for, in its own words: instants as epoch milliseconds, minutes to four digits. */
export function answer(one: SlaCase, judge: Judge = inBatch): Record<string, unknown> {
  const obligation = obligationOf(one, judge)
  if (obligation === 'never-open') return { due: null }
  // [T9]: no clause has a target of zero; on the clock itself adding zero is the identity.
  if (obligation === 'target-not-positive')
    return { due: businessClock(one.calendar).after(one.start, (one.targetMinutes ?? Number.NaN) * minuteMs) }
  const { dueAt, usedMs, targetMs, breachedAt, startedAt, stoppedAt } = obligation
  const minutes = (ms: number) => Math.round((ms / minuteMs) * 1e4) / 1e4
  const answers: Record<string, unknown> = {
    due: dueAt === null ? null : Date.parse(dueAt),
    elapsedMinutes: minutes(usedMs),
    breached: breachedAt !== null,
    diffMinutes: minutes((targetMs ?? Number.NaN) - usedMs),
    wallMinutes: minutes(Date.parse(stoppedAt ?? '') - Date.parse(startedAt)),
  }
  return Object.fromEntries(Object.keys(one.expect).map((key) => [key, answers[key]]))
}

export function expectation({ expect }: SlaCase): Record<string, unknown> {
  const { due } = expect
  return typeof due === 'string' ? { ...expect, due: Date.parse(due) } : { ...expect }
}
