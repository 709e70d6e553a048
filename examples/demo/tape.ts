/** The events of one lead while its story is being told: with instants as numbers, and not yet numbered. */
import type { Lead } from './arrivals.ts'
import type { Dice } from './dice.ts'
import { type Desk, desks, hour, minute, type Region, second } from './people.ts'

export interface Actor {
  readonly id: string
  readonly kind: 'human' | 'automation'
}

export type Data = Readonly<Record<string, string | number | null>>

export interface Draft {
  readonly lead: string
  readonly type: string
  readonly at: number
  readonly actor: Actor
  readonly data?: Data
  /** When the event reached the CRM, if that was later. */
  readonly recordedAt?: number
  /** The offset that the source of the event writes; UTC when absent. */
  readonly offset?: string
}

export interface Tape {
  readonly lead: Lead
  readonly roll: Dice
  readonly drafts: Draft[]
  /** May be corrected in the course of the story. */
  region: Region
  score: number
}

export const person = (id: string): Actor => ({ id, kind: 'human' })
export const bot = (id: string): Actor => ({ id, kind: 'automation' })

/** A morning on which the New York dialler was offline: its calls reached the CRM the next day. */
const diallerOutage = { from: Date.UTC(2026, 7, 20, 12), to: Date.UTC(2026, 7, 20, 20), syncedAt: Date.UTC(2026, 7, 21, 12, 5) }
/** Calls by mobile phone are entered in the evening. */
const mobileShare = 0.02

export function deskOf(tape: Tape): Desk {
  return desks[tape.region]
}

export function isHot(tape: Tape): boolean {
  return tape.score >= 80 || tape.lead.source === 'demo-request'
}

export function write(tape: Tape, at: number, type: string, actor: Actor, data?: Data): void {
  tape.drafts.push({ lead: tape.lead.id, type, at: toSecond(at), actor, ...(data === undefined ? {} : { data }) })
}

export function move(tape: Tape, at: number, actor: Actor, to: string, reason?: string): void {
  write(tape, at, 'lead.moved', actor, reason === undefined ? { to } : { to, reason })
}

/** Writes a call as the desk's dialler does: with the desk's offset, and sometimes late. */
export function call(tape: Tape, at: number, rep: string, seconds: number | null): void {
  const desk = deskOf(tape)
  const synced = desk.region === 'amer' && at >= diallerOutage.from && at < diallerOutage.to ? diallerOutage.syncedAt : null
  const entered = tape.roll.chance(mobileShare) ? at + tape.roll.between(3, 9) * hour : null
  const recordedAt = synced ?? entered
  tape.drafts.push({
    lead: tape.lead.id,
    type: seconds === null ? 'call.attempted' : 'call.connected',
    at: toSecond(at),
    actor: person(rep),
    ...(seconds === null ? {} : { data: { seconds } }),
    ...(recordedAt === null ? {} : { recordedAt: toSecond(recordedAt) }),
    offset: desk.dialler,
  })
}

/** An instant as the stream writes it: to the second, in UTC or with the offset given. */
export function instant(at: number, offset = 'Z'): string {
  const sign = offset.startsWith('-') ? -1 : 1
  const shift = offset === 'Z' ? 0 : sign * (Number(offset.slice(1, 3)) * hour + Number(offset.slice(4, 6)) * minute)
  return `${new Date(at + shift).toISOString().slice(0, 19)}${offset}`
}

function toSecond(at: number): number {
  return Math.round(at / second) * second
}
