/** What agreements are made of again and again: office hours, holidays, comparisons, and the two languages side by side. */
import type { AgreementDocument } from '../agreement/document.ts'
import type { HolidayDocument, WeekDocument } from '../clock/calendar-document.ts'
import type { ConditionDocument } from '../conditions/node.ts'
import type { LeadEvent } from '../events/event.ts'

/** Returns the text of the language that is asked for. Both stand in one place, so that neither falls behind. */
export type Say = (english: string, german: string) => string

/** A part of an agreement that a template writes. */
export type Part<Key extends keyof AgreementDocument> = NonNullable<AgreementDocument[Key]>

/** An agreement to start from, before its language is chosen. */
export interface Source {
  title(say: Say): string
  /** For whom it is, in a sentence. */
  summary(say: Say): string
  agreement(say: Say): AgreementDocument
  /** Why its numbers are what they are. */
  commentary(say: Say): readonly Comment[]
  readonly events: readonly LeadEvent[]
  /** When the example is looked at. */
  readonly asOf: string
}

export interface Comment {
  readonly about: string
  readonly text: string
}

/** Returns a week of five days with the same hours. */
export function weekdays(...hours: readonly string[]): WeekDocument {
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }
}

/** The holidays that all of Germany keeps. */
export function germanHolidays(say: Say): readonly HolidayDocument[] {
  return [
    { name: say('New Year’s Day', 'Neujahr'), date: '01-01' },
    { name: say('Good Friday', 'Karfreitag'), easter: -2 },
    { name: say('Easter Monday', 'Ostermontag'), easter: 1 },
    { name: say('Labour Day', 'Tag der Arbeit'), date: '05-01' },
    { name: say('Ascension Day', 'Christi Himmelfahrt'), easter: 39 },
    { name: say('Whit Monday', 'Pfingstmontag'), easter: 50 },
    { name: say('German Unity Day', 'Tag der Deutschen Einheit'), date: '10-03' },
    { name: say('Christmas Day', '1. Weihnachtstag'), date: '12-25' },
    { name: say('Boxing Day', '2. Weihnachtstag'), date: '12-26' },
  ]
}

/** The days on which offices in the United States are closed. */
export function americanHolidays(say: Say): readonly HolidayDocument[] {
  return [
    { name: say('New Year’s Day', 'Neujahr'), date: '01-01', observed: 'nearestWeekday' },
    { name: say('Memorial Day', 'Memorial Day'), nth: -1, weekday: 'mon', month: 5 },
    { name: say('Independence Day', 'Unabhängigkeitstag'), date: '07-04', observed: 'nearestWeekday' },
    { name: say('Labor Day', 'Labor Day'), nth: 1, weekday: 'mon', month: 9 },
    { name: say('Thanksgiving', 'Thanksgiving'), nth: 4, weekday: 'thu', month: 11 },
    { name: say('Christmas Day', 'Weihnachten'), date: '12-25', observed: 'nearestWeekday' },
  ]
}

/** Returns a comparison with a fact of the lead. */
export function lead(fact: string, operator: string, value: string | number | boolean | readonly string[]): ConditionDocument {
  return { fact: 'lead', path: `$.${fact}`, operator, value }
}

/** Returns a comparison with what an event says. */
export function event(fact: string, operator: string, value: string | number | boolean | null): ConditionDocument {
  return { fact: 'event', path: `$.${fact}`, operator, value }
}

/** A person did it: what a machine sends is no answer. */
export const byPerson: ConditionDocument = event('actor.kind', 'equal', 'human')
export const toSomebody: ConditionDocument = event('data.owner', 'notEqual', null)

/** What happens to a lead, in order: so many minutes after its beginning, with what data, by whom if not by its owner. */
export type Script = readonly (readonly [
  minutes: number,
  type: string,
  data?: Readonly<Record<string, unknown>>,
  actor?: string,
])[]

/** A lead of an example: its script, its beginning as `2027-01-04T09:00`, its owner and what is known of it. */
export type Line = readonly [
  lead: string,
  script: string,
  begins: string,
  owner: string,
  facts?: Readonly<Record<string, unknown>>,
]

interface Stage {
  readonly offset: string
  readonly scripts: Readonly<Record<string, Script>>
  /** The team of each owner. */
  readonly teams: Readonly<Record<string, string>>
}

const minuteMs = 60_000

/** Returns the events of the leads, one after the other. Minutes are those on the wall; `robot` is the system itself. */
export function tell(lines: readonly Line[], { offset, scripts, teams }: Stage): LeadEvent[] {
  return lines.flatMap(([id, script, begins, owner, facts]) => {
    const from = Date.parse(`${begins}:00${offset}`)
    return (scripts[script] ?? []).map(([minutes, type, data, actor], index): LeadEvent => {
      const team = teams[owner] ?? owner
      const by = actor ?? (type === 'lead.created' || type === 'lead.assigned' ? 'robot' : owner)
      const own = type === 'lead.created' ? { ...facts } : type === 'lead.assigned' ? { owner, team } : {}
      return {
        id: `${id}-${index + 1}`,
        lead: id,
        type,
        at: new Date(from + minutes * minuteMs).toISOString(),
        sequence: index + 1,
        actor:
          by === 'robot' ? { id: 'robot', kind: 'automation' } : { id: by, kind: 'human', ...(by === owner ? { team } : {}) },
        data: { ...own, ...data },
      }
    })
  })
}
