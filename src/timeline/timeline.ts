/**
 * One clock as a picture, before it is drawn: what counted and what did not, what happened when, who had the lead, and how the used
 * time grew until it met its target. It is made from what `explain` tells, so that the picture and the sentences never differ.
 */
import { type AnyAgreement, versionsOf } from '../agreement/versions.ts'
import { type EvaluateOptions, timesOf } from '../evaluation/evaluate.ts'
import { eventsAbout } from '../explanation/events-about.ts'
import { storyOf } from '../explanation/explain.ts'
import { explainedSpan, explainedTurn } from '../explanation/printed-story.ts'
import type { Story } from '../explanation/story.ts'
import { printInstant, readInstant } from '../time/instant.ts'
import { type Span, subtract, union } from '../time/span.ts'
import { aheadOf } from './ahead.ts'
import { daysOf } from './days.ts'
import { effectsOf, momentsOf } from './lead-events.ts'
import { marksOf } from './marks.ts'
import { segmentsOf } from './owner-segments.ts'
import { type PeopleNames, peopleNamesOf } from './people-names.ts'
import { piecesOf } from './scale.ts'
import type { Timeline } from './timeline-shape.ts'

export interface TimelineOptions extends EvaluateOptions {
  /** The key of an obligation: `clause/lead/cycle`. */
  readonly key: string
}

/** A clock that began and ended at one instant is shown in a minute. **Units** milliseconds. */
const leastMs = 60_000

/**
 * Returns the picture of one clock as data, for `renderTimeline` and `printTimeline`, or to be drawn by somebody else.
 *
 * **Edges** the life of the clock is all in it, however long; only what is drawn of it is bounded.
 * **Errors** throws as `explain`. **Source** [W3].
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   calendars: { berlin: { timeZone: 'Europe/Berlin', week: { fri: ['09:00-17:00'], mon: ['09:00-17:00'] } } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'berlin', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const events = [
 *   { id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-10T16:30:00+02:00' },
 *   { id: '2', lead: 'L1', type: 'call.made', at: '2026-04-13T09:10:00+02:00' },
 * ]
 * const picture = timeline(agreement, events, { asOf: '2026-05-01T00:00:00Z', key: 'reply/L1/1' })
 * picture.marks.map(({ what, usedMs, isAhead }) => [what, usedMs / 60000, isAhead]) //=> [['started', 0, false], ['stopped', 40, false], ['due', 60, true]]
 * picture.scale.map(({ isFolded }) => isFolded) //=> [false, true, false, false]
 */
export function timeline(agreement: AnyAgreement, events: Iterable<unknown>, options: TimelineOptions): Timeline {
  const versions = versionsOf(agreement)
  const all = [...events]
  const story = storyOf(
    versions.map((version) => version.agreement),
    all,
    options,
  )
  const { lead } = story.clock
  const moments = momentsOf(agreement, eventsAbout(lead, all), lead, options)
  const view = viewOf(story)
  const effects = effectsOf(agreement, moments, lead, Math.max(view.to, timesOf(options).asOf))
  const ahead = aheadOf(story, view.until, view.to)
  const turns = story.turns.map(explainedTurn)
  const names = peopleNamesOf(versions)
  const usedUntil = usedBy(
    story.spans,
    ahead.map(({ span, isOpen }) => ({ from: span[0], to: span[1], counts: isOpen })),
  )
  const marks = marksOf({ ...view, story, turns, moments, effects, names, usedUntil })
  const idle = subtract([[view.from, view.to]], activeSpans(story, ahead))
  const pieces = piecesOf([view.from, view.to], idle, [view.until, ...(view.dueAt === view.dueAt ? [view.dueAt] : [])])
  return {
    ...headOf(story, names),
    ...printedView(view),
    usedMs: story.obligation.usedMs,
    targetMs: story.obligation.targetMs,
    usedAtDueMs: view.dueAt === view.dueAt ? usedUntil(view.dueAt) : null,
    pausedMs: story.obligation.pausedMs,
    spans: story.spans.map(explainedSpan),
    ahead: ahead.map(({ printed }) => printed),
    marks,
    owners: segmentsOf(story.clock, view.until, names, usedUntil),
    scale: pieces.map(({ from, to, ...piece }) => ({ from: printInstant(from), to: printInstant(to), ...piece })),
    ...daysOf(story.clock.measure.clock.zone, view.from, view.to),
  }
}

/** What is shown. **Units** epoch milliseconds; `dueAt` is `NaN` where there is none, or none to be shown. */
interface View {
  readonly from: number
  readonly until: number
  readonly to: number
  readonly dueAt: number
  readonly isDueIfResumed: boolean
}

function viewOf({ clock, obligation, asOf }: Story): View {
  const until = clock.closing?.at ?? asOf
  const from = clock.startedAt
  const isDueIfResumed = obligation.dueIfResumedAt !== null && obligation.dueAt === null
  const due = readInstant(obligation.breachedAt ?? obligation.dueAt ?? obligation.dueIfResumedAt ?? '')
  // To a clock that was called off nothing is due any more.
  const isCalledOff = obligation.status === 'cancelled' || obligation.status === 'superseded'
  const dueAt = due <= until || !isCalledOff ? due : Number.NaN
  const to = Math.max(from + leastMs, until, dueAt === dueAt ? dueAt : until)
  return { from, until, to, dueAt: dueAt >= from ? dueAt : Number.NaN, isDueIfResumed }
}

function printedView({
  from,
  until,
  to,
  dueAt,
  isDueIfResumed,
}: View): Pick<Timeline, 'from' | 'until' | 'to' | 'dueAt' | 'isDueIfResumed'> {
  const [start, end, last] = [printInstant(from), printInstant(until), printInstant(to)]
  return { from: start, until: end, to: last, dueAt: dueAt === dueAt ? printInstant(dueAt) : null, isDueIfResumed }
}

type Head = 'key' | 'title' | 'lead' | 'cycle' | 'party' | 'owner' | 'status' | 'zone' | 'calendar' | 'asOf'

function headOf({ clock, obligation, asOf }: Story, names: PeopleNames): Pick<Timeline, Head> {
  const { clause, measure } = clock
  const { key, lead, cycle, party, owner, team, status } = obligation
  return {
    ...{ key, lead, cycle, status, title: clause.title ?? clause.id },
    ...{ party: names.party(party), owner: names.hand({ owner, team }) },
    zone: measure.clock.zone.name,
    calendar: measure.calendar === 'always' ? null : measure.calendar,
    asOf: printInstant(asOf),
  }
}

function activeSpans({ spans }: Story, ahead: readonly { readonly span: Span; readonly isOpen: boolean }[]): Span[] {
  return union(
    spans.flatMap(({ from, to, counts }): Span[] => (counts ? [[from, to]] : [])),
    ahead.flatMap(({ span, isOpen }): Span[] => (isOpen ? [span] : [])),
  )
}

/** Returns how much had counted by an instant; the spans follow each other. */
function usedBy(...lists: readonly (readonly { readonly from: number; readonly to: number; readonly counts: boolean }[])[]) {
  const counting = lists.flat().filter(({ counts }) => counts)
  const sums: number[] = []
  let sum = 0
  for (const { from, to } of counting) {
    sums.push(sum)
    sum += to - from
  }
  return (at: number): number => {
    let [low, high] = [0, counting.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((counting[middle]?.from ?? 0) <= at) low = middle + 1
      else high = middle
    }
    const span = counting[low - 1]
    return span ? (sums[low - 1] ?? 0) + Math.min(at, span.to) - span.from : 0
  }
}
