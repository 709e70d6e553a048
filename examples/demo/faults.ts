/**
 * Bad data, as every CRM has it: planted by hand, few of each, so that the page of refused events and findings has
 * something to show. `planted` says how many, and the test of the demo holds the stream to it.
 */
import type { Dice } from './dice.ts'
import { day, hour, minute } from './people.ts'
import { type Actor, bot, type Data, instant } from './tape.ts'

/** An event as a line of the stream holds it. */
export interface StreamEvent {
  readonly id: string
  readonly lead: string
  readonly type: string
  readonly at: string
  readonly recordedAt?: string
  readonly actor?: Actor
  readonly data?: Data
}

/** A line of the stream and the instant at which it arrives there. */
export interface Line {
  readonly arrivesAt: number
  readonly event: StreamEvent
}

export const planted = {
  /** The same event delivered twice, to the letter: changes nothing. */
  duplicates: 9,
  /** A call whose time was put right later, with `recordedAt`: the later word wins. */
  corrections: 3,
  /** Two events with one id and no `recordedAt`: both are refused. */
  contradictions: 2,
  /** A timestamp without an offset: refused. */
  withoutOffset: 3,
  /** A move to a state that the agreement does not know. */
  unknownStates: 2,
  /** A type that no clause listens to: the user's own, and no mistake. */
  unknownTypes: 4,
  /** An event that names no lead: refused. */
  withoutLead: 1,
  /** An event of a lead that nobody created. */
  strangers: 1,
} as const

/** Adds the faults to the lines; the caller sorts them by arrival. */
export function plant(lines: readonly Line[], roll: Dice): Line[] {
  const all = [...lines]
  const taken = new Set<number>()
  const ofType = (type: string): number => {
    for (;;) {
      const index = roll.between(0, lines.length)
      const event = all[index]?.event
      if (taken.has(index) || event?.type !== type || event.recordedAt !== undefined) continue
      taken.add(index)
      return index
    }
  }
  repeat(planted.duplicates, () => {
    const { arrivesAt, event } = at(all, ofType('email.sent'))
    all.push({ arrivesAt: arrivesAt + roll.between(1, 90) * minute, event })
  })
  repeat(planted.corrections, (nth) => {
    const index = ofType('call.connected')
    const { arrivesAt, event } = at(all, index)
    const offset = event.at.slice(-6)
    const right = instant(Date.parse(event.at) - (20 + 25 * nth) * minute, offset)
    all[index] = { arrivesAt, event: stamped(event, event.at, arrivesAt) }
    all.push({ arrivesAt: arrivesAt + day, event: stamped(event, right, arrivesAt + day) })
  })
  repeat(planted.contradictions, () => {
    const { arrivesAt, event } = at(all, ofType('call.connected'))
    all.push({ arrivesAt: arrivesAt + hour, event: { ...event, data: { seconds: 12 } } })
  })
  repeat(planted.withoutOffset, () => {
    const index = ofType('email.received')
    const { arrivesAt, event } = at(all, index)
    all[index] = { arrivesAt, event: { ...event, at: event.at.slice(0, 19) } }
  })
  repeat(planted.unknownStates, () => all.push(beside(all, ofType('lead.assigned'), 'lead.moved', { to: 'sales-ready' })))
  repeat(planted.unknownTypes, (nth) =>
    all.push(beside(all, ofType('lead.moved'), nth % 2 === 0 ? 'fax.received' : 'chat.closed')),
  )
  repeat(planted.withoutLead, () => all.push(astray(beside(all, ofType('lead.created'), 'email.received'), '')))
  repeat(planted.strangers, () => all.push(astray(beside(all, ofType('lead.created'), 'email.received'), 'L-9999')))
  return all
}

function beside(all: readonly Line[], index: number, type: string, data?: Data): Line {
  const { arrivesAt, event } = at(all, index)
  const id = `${event.id}-x`
  return {
    arrivesAt,
    event: { id, lead: event.lead, type, at: event.at, actor: bot('old-crm'), ...(data === undefined ? {} : { data }) },
  }
}

function stamped(event: StreamEvent, when: string, recordedAt: number): StreamEvent {
  const { id, lead, type, actor, data } = event
  return {
    id,
    lead,
    type,
    at: when,
    recordedAt: instant(recordedAt),
    ...(actor === undefined ? {} : { actor }),
    ...(data === undefined ? {} : { data }),
  }
}

function astray(line: Line, lead: string): Line {
  return { arrivesAt: line.arrivesAt, event: { ...line.event, lead } }
}

function at(all: readonly Line[], index: number): Line {
  const line = all[index]
  if (line === undefined) throw new RangeError(`expected a line at ${index} of ${all.length}`)
  return line
}

function repeat(times: number, plantOne: (nth: number) => unknown): void {
  for (let nth = 0; nth < times; nth++) plantOne(nth)
}
