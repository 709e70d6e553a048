/** The marks of a picture: what the explanation tells, and beside it what else happened to the lead meanwhile. */
import type { Effect } from '../effects/effect.ts'
import type { Turn } from '../explanation/explanation.ts'
import type { Story } from '../explanation/story.ts'
import { printInstant, readInstant } from '../time/instant.ts'
import type { LeadMoment } from './lead-events.ts'
import type { PeopleNames } from './people-names.ts'
import type { TimelineMark } from './timeline-shape.ts'

export interface MarkSources {
  readonly story: Story
  readonly turns: readonly Turn[]
  readonly moments: readonly LeadMoment[]
  readonly effects: readonly Effect[]
  readonly names: PeopleNames
  /** `NaN` where it is never due. **Units** epoch milliseconds, as the next. */
  readonly dueAt: number
  readonly until: number
  readonly to: number
  readonly usedUntil: (at: number) => number
}

type Drafted = Omit<TimelineMark, 'usedMs' | 'isAhead' | 'at'> & { readonly when: number }

const nothing = { event: null, type: null, actor: null, reason: null, name: null, to: null, attempts: null }

/** Returns the marks in their order in time; at one instant, in the order in which the rules take them. */
export function marksOf(sources: MarkSources): TimelineMark[] {
  const { until, to, usedUntil, story } = sources
  return [...turnMarks(sources), ...otherEvents(sources), ...effectMarks(sources), ...dueMark(sources), ...nowMark(sources)]
    .filter(({ when }) => when >= story.clock.startedAt && when <= to)
    .map((mark, index) => ({ mark, index }))
    .sort((a, b) => a.mark.when - b.mark.when || a.index - b.index)
    .map(({ mark: { when, ...mark } }) => ({
      ...mark,
      at: printInstant(when),
      usedMs: usedUntil(when),
      isAhead: when > until,
    }))
}

/** The breach is at the due instant, which has a mark of its own. */
function turnMarks({ turns, names }: MarkSources): Drafted[] {
  const marks: Drafted[] = []
  for (const { at, what, event, type, actor, reason, owner, team, attempts = null } of turns) {
    if (what === 'breached') continue
    const name = what === 'handedOver' ? names.hand({ owner: owner ?? null, team: team ?? null }) : names.person(actor)
    marks.push({ when: readInstant(at), what, event, type, actor, reason, name, to: null, attempts })
  }
  return marks
}

function otherEvents({ story, turns, moments, names, until }: MarkSources): Drafted[] {
  const told = new Set(turns.map(({ event }) => event))
  const { types, kind } = story.clock.clause.stop
  return moments
    .filter(({ id }) => !told.has(id))
    .map(({ at, id, type, actor, reason }) => ({
      ...nothing,
      ...{ when: at, event: id, type, actor, reason, name: names.person(actor) },
      what: kind === 'on' && types.has(type) && at <= until ? 'notCounted' : 'event',
    }))
}

function effectMarks({ story, effects, names }: MarkSources): Drafted[] {
  const { clause, cycle } = story.clock
  const marks: Drafted[] = []
  for (const { kind, at, clause: of, data } of effects) {
    if (of !== clause.id || data?.cycle !== cycle || (kind !== 'reminder' && kind !== 'escalation')) continue
    const [name, to] = [data.step, data.to].map((value) => (typeof value === 'string' ? value : null))
    marks.push({ ...nothing, when: readInstant(at), what: kind, name: name ?? null, to: names.person(to ?? null) })
  }
  return marks
}

function dueMark({ dueAt }: MarkSources): Drafted[] {
  return dueAt === dueAt ? [{ ...nothing, when: dueAt, what: 'due' }] : []
}

function nowMark({ story: { clock, asOf } }: MarkSources): Drafted[] {
  return clock.closing ? [] : [{ ...nothing, when: asOf, what: 'now' }]
}
