/**
 * Events made up from an agreement: so many leads over so many weeks, who do what its triggers wait for, mostly in time. Whoever
 * writes an agreement sees it at work before there is a single event. The same seed gives the same events everywhere.
 */

import type { Agreement, LeadEvent, TriggerDocument } from '../../../../src/index.ts'
import { seededRandom } from '../../../../src/insight/simulate/seeded-random.ts'
import { mostEvents } from './bounds.ts'
import { comparisonsOf, pick, put, wishesFor } from './condition-wish.ts'
import { dayMs, hourMs, LeadTape, minuteMs, type Stage, workedAfter } from './lead-tape.ts'
import { keepPromises } from './promise-keeping.ts'

export interface GeneratorOptions {
  /** A whole number. */
  readonly seed: number
  readonly leads: number
  readonly weeks: number
}

/** The bounds of the generator's numbers, the lowest and the highest. */
export const generatorBounds = { seed: [0, 999_999], leads: [1, 3_000], weeks: [1, 52] } as const

/** The day on which the leads of an agreement without dates begin to come: a Monday. */
const usualBegin = '2027-01-04'

/** Returns the options within their bounds; what is no number is the lowest. */
export function boundedOptions({ seed, leads, weeks }: GeneratorOptions): GeneratorOptions {
  const within = (value: number, [least, most]: readonly [number, number]): number =>
    Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), least), most) : least
  return {
    seed: within(seed, generatorBounds.seed),
    leads: within(leads, generatorBounds.leads),
    weeks: within(weeks, generatorBounds.weeks),
  }
}

/**
 * Returns made-up events under an agreement, in order.
 *
 * **Edges** the same agreement and options give the same events; whole leads are left out where there would be more events than
 * the playground takes.
 */
export function generateEvents(agreement: Agreement, options: GeneratorOptions): LeadEvent[] {
  const { seed, leads, weeks } = boundedOptions(options)
  const dice = seededRandom(seed)
  const stage = stageOf(agreement)
  const begin = beginOf(agreement)
  const events: LeadEvent[] = []
  for (let number = 1; number <= leads; number++) {
    const tape = new LeadTape(`L-${String(number).padStart(4, '0')}`, seededRandom(Math.floor(dice() * 2 ** 31)), stage)
    live(tape, agreement, begin + Math.floor(dice() * weeks * 7 * dayMs))
    if (events.length + tape.events.length > mostEvents) break
    events.push(...tape.events)
  }
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
}

/** Returns the events as the lines of a file. */
export function linesOf(events: readonly LeadEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('')
}

function beginOf({ document: { effective } }: Agreement): number {
  return Date.parse(`${effective?.from ?? usualBegin}T00:00:00Z`)
}

function stageOf({ document }: Agreement): Stage {
  const owing = new Set(Object.values(document.clauses).flatMap((clause) => ('clock' in clause ? [clause.owedBy] : [])))
  const people = Object.entries(document.parties).flatMap(([party, { members }]) =>
    owing.has(party) ? Object.entries(members ?? {}).map(([id, { team, role }]) => ({ id, team, role })) : [],
  )
  const reps = people.filter(({ role }) => role === undefined || !/manage|head|lead|director/i.test(role))
  const usual = [1, 2, 3, 4].map((number) => ({ id: `rep-${number}`, team: undefined }))
  const isAssignmentOwed = Object.values(document.clauses).some(
    (clause) => clause.kind === 'timed' && waitsFor(clause.stop, 'lead.assigned'),
  )
  return {
    isAssignmentOwed,
    people: reps.length > 0 ? reps : people.length > 0 ? people : usual,
    conditions: document.conditions ?? {},
  }
}

function waitsFor(trigger: TriggerDocument, type: string): boolean {
  return 'on' in trigger && (typeof trigger.on === 'string' ? trigger.on === type : trigger.on.includes(type))
}

function live(tape: LeadTape, agreement: Agreement, wishedAt: number): void {
  const { dice } = tape
  const clock = [...agreement.clauses.values()][0]?.clock
  // Most leads come while somebody is at work, some at night.
  const comesAt = clock && dice() < 0.8 ? workedAfter(clock, wishedAt, dice() * 3 * hourMs) : wishedAt
  tape.write(comesAt, 'lead.created', { actor: 'machine', data: factsOf(agreement, tape) })
  const assignedAt = comesAt + Math.floor((1 + dice() * 25) * minuteMs)
  // Where somebody has promised to assign it, the assignment comes with that promise.
  if (!tape.stage.isAssignmentOwed) tape.assign(assignedAt)
  keepPromises(tape, agreement, assignedAt)
}

/** What is known of a lead: for each fact that some condition asks for, a value that one of them hopes for, or one that it does not. */
function factsOf({ document }: Agreement, { dice, stage }: LeadTape): Record<string, unknown> {
  const byPath = new Map<string, object[]>()
  for (const comparison of comparisonsOf(document, 'lead')) {
    const path = 'path' in comparison ? String(comparison.path) : ''
    byPath.set(path, [...(byPath.get(path) ?? []), comparison])
  }
  const facts: Record<string, unknown> = {}
  for (const comparisons of byPath.values()) {
    for (const { keys, value } of wishesFor(pick(comparisons, dice), dice() < 0.6, stage.conditions, dice))
      put(facts, keys, value)
  }
  return facts
}
