/** What has happened to one made-up lead so far, and what was asked of it. */
import type { BusinessClock, ConditionDocument, LeadEvent, TriggerDocument } from '../../../../src/index.ts'
import { type Dice, pick, put, wishesFor } from './condition-wish.ts'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Returns the instant at which so much business time has passed; on the wall where the calendar does not know its holidays any more. */
export function workedAfter(clock: BusinessClock, from: number, ms: number): number {
  const [start, amount] = [Math.floor(from), Math.floor(ms)]
  try {
    return clock.after(start, amount)
  } catch {
    return start + amount
  }
}

export interface Person {
  readonly id: string
  readonly team: string | undefined
}

/** What all leads have in common. */
export interface Stage {
  /** Whether a promise is kept by assigning the lead. */
  readonly isAssignmentOwed: boolean
  readonly people: readonly Person[]
  readonly conditions: Readonly<Record<string, ConditionDocument>>
}

interface Happening {
  readonly actor?: 'machine' | 'owner'
  readonly data?: Record<string, unknown>
  /** What the event must fulfil. */
  readonly when?: ConditionDocument | undefined
}

/** An event in short: what triggers look for. */
export interface Written {
  readonly at: number
  readonly type: string
  readonly from: string | null
  readonly to: string | null
}

export class LeadTape {
  readonly events: LeadEvent[] = []
  readonly written: Written[] = []
  owner: Person | null = null
  state: string | null = null

  constructor(
    readonly lead: string,
    readonly dice: Dice,
    readonly stage: Stage,
  ) {}

  /** Writes an event down, with the data and the actor that its condition asks for. */
  write(at: number, type: string, { actor = 'owner', data = {}, when }: Happening): void {
    const instant = Math.round(at / 1_000) * 1_000
    const by: Record<string, unknown> =
      actor === 'machine' || !this.owner
        ? { id: 'router', kind: 'automation' }
        : { id: this.owner.id, kind: 'human', ...(this.owner.team === undefined ? {} : { team: this.owner.team }) }
    const event: Record<string, unknown> = { data: { ...data }, actor: by }
    for (const { fact, keys, value } of wishesFor(when, true, this.stage.conditions, this.dice)) {
      if (fact === 'event' && (keys[0] === 'data' || keys[0] === 'actor') && value !== undefined) put(event, keys, value)
    }
    const known = event.data as Record<string, unknown>
    this.events.push({
      id: `${this.lead}-${this.events.length + 1}`,
      lead: this.lead,
      type,
      at: new Date(instant).toISOString().replace('.000Z', 'Z'),
      sequence: this.events.length + 1,
      actor: event.actor as LeadEvent['actor'] & object,
      ...(Object.keys(known).length === 0 ? {} : { data: known }),
    })
    const to = type === 'lead.moved' ? String(known.to) : null
    this.written.push({ at: instant, type, from: to === null ? null : this.state, to })
    if (to !== null) this.state = to
  }

  /** Gives the lead to somebody. */
  assign(at: number): void {
    const owner = pick(this.stage.people, this.dice)
    const team = owner.team === undefined ? {} : { team: owner.team }
    this.write(at, 'lead.assigned', { actor: 'machine', data: { owner: owner.id, ...team } })
    this.owner = owner
  }

  /** Returns when a trigger was first fired after an instant; `null` when it was not. Conditions are taken to hold. */
  firedAt(trigger: TriggerDocument, dispositions: ReadonlySet<string>, after: number): number | null {
    const has = (names: string | readonly string[], name: string | null): boolean =>
      name !== null && (typeof names === 'string' ? names === name : names.includes(name))
    const found = this.written.find(({ at, type, from, to }) => {
      if (at < after) return false
      if ('on' in trigger) return has(trigger.on, type)
      if ('enters' in trigger) return has(trigger.enters, to)
      if ('leaves' in trigger) return has(trigger.leaves, from)
      return 'disposed' in trigger ? to !== null && dispositions.has(to) : type === 'lead.created'
    })
    return found?.at ?? null
  }

  /** Makes a trigger fire. An entry to a state is the journey's own affair, and left to it. */
  fire(trigger: TriggerDocument, at: number, data: Record<string, unknown> = {}): void {
    if ('on' in trigger) {
      const type = typeof trigger.on === 'string' ? trigger.on : pick(trigger.on, this.dice)
      if (type === 'lead.assigned') this.assign(at)
      else if (type !== undefined && !known.has(type)) this.write(at, type, { when: trigger.when, data })
    } else if ('becomes' in trigger) {
      const facts: Record<string, unknown> = {}
      for (const { fact, keys, value } of wishesFor(trigger.becomes, true, this.stage.conditions, this.dice))
        if (fact === 'lead') put(facts, keys, value)
      if (Object.keys(facts).length > 0) this.write(at, 'lead.updated', { actor: 'machine', data: facts })
    }
  }
}

/** Written in their own place, with the data that they need. */
const known = new Set(['lead.created', 'lead.moved', 'lead.merged'])
