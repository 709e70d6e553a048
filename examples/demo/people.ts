/**
 * Who works at Feldspan Instruments, and when. These are habits, not promises: the promised hours stand in
 * `agreement.json`, and people come earlier, leave later and go on holiday. No clock of the library is used here, so that
 * the demo cannot agree with it by construction. The quarter lies wholly in summer time, so two fixed offsets will do.
 */
import type { Dice } from './dice.ts'

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

export type Region = 'emea' | 'amer'

export interface Desk {
  readonly team: 'berlin' | 'new-york'
  readonly region: Region
  readonly offsetMs: number
  readonly manager: string
  readonly dialler: string
  /** Minutes of the local day, from Monday to Friday, in which people are at work. */
  readonly mondayToThursday: readonly (readonly [number, number])[]
  readonly friday: readonly (readonly [number, number])[]
  /** Local dates on which nobody comes, or on which all leave at the given minute. */
  readonly off: Readonly<Record<string, number>>
  readonly reps: Readonly<Record<string, Rep>>
}

export interface Rep {
  /** How many leads the router gives this rep, beside the others. */
  readonly share: number
  /** How long this rep takes, beside the others: below 1 is fast. */
  readonly pace: number
  /** Local dates of a holiday, first and last. */
  readonly away?: readonly [string, string]
}

const clockTime = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))

export const desks: Readonly<Record<Region, Desk>> = {
  emea: {
    team: 'berlin',
    region: 'emea',
    offsetMs: 2 * hour,
    manager: 'katrin',
    dialler: '+02:00',
    mondayToThursday: [
      [clockTime('08:50'), clockTime('12:30')],
      [clockTime('13:20'), clockTime('17:50')],
    ],
    friday: [
      [clockTime('08:50'), clockTime('12:30')],
      [clockTime('13:20'), clockTime('15:40')],
    ],
    off: { '2026-07-17': clockTime('12:15') },
    reps: {
      sofia: { share: 1.1, pace: 0.35 },
      jonas: { share: 2.1, pace: 2.6 },
      lena: { share: 1, pace: 0.8, away: ['2026-08-03', '2026-08-14'] },
      emre: { share: 1, pace: 0.9 },
      pavel: { share: 1, pace: 1, away: ['2026-07-20', '2026-07-31'] },
      ines: { share: 0.9, pace: 0.7 },
      femke: { share: 0.6, pace: 1.3 },
    },
  },
  amer: {
    team: 'new-york',
    region: 'amer',
    offsetMs: -4 * hour,
    manager: 'joel',
    dialler: '-04:00',
    mondayToThursday: [[clockTime('08:45'), clockTime('17:30')]],
    friday: [[clockTime('08:45'), clockTime('17:00')]],
    off: { '2026-07-02': clockTime('12:45'), '2026-07-03': 0, '2026-09-07': 0 },
    reps: {
      amara: { share: 1.2, pace: 0.4 },
      dylan: { share: 1, pace: 0.9 },
      grace: { share: 1, pace: 0.75, away: ['2026-08-17', '2026-08-28'] },
      marcus: { share: 0.9, pace: 1.8 },
      priya: { share: 1, pace: 0.85 },
    },
  },
}

/** The civil date at a desk: `2026-07-01`. */
export function dateAt(desk: Desk, at: number): string {
  return new Date(at + desk.offsetMs).toISOString().slice(0, 10)
}

/** The instant after `minutes` of the desk's working habits: what somebody at that desk needs for a task. */
export function workAfter(desk: Desk, at: number, minutes: number): number {
  let left = minutes * minute
  for (let midnight = startOfDay(desk, at); ; midnight += day) {
    for (const [from, to] of habitsOn(desk, midnight)) {
      const opens = Math.max(at, midnight + from * minute)
      const closes = midnight + to * minute
      if (closes <= opens) continue
      if (left <= closes - opens) return opens + left
      left -= closes - opens
    }
  }
}

export function isAway(desk: Desk, rep: string, at: number): boolean {
  const away = desk.reps[rep]?.away
  const date = dateAt(desk, at)
  return away !== undefined && away[0] <= date && date <= away[1]
}

/** Draws a rep as the router does: by share, whether they are on holiday or not. */
export function draw(desk: Desk, roll: Dice, except: readonly string[] = []): string {
  const shares: Record<string, number> = {}
  for (const [rep, { share }] of Object.entries(desk.reps)) if (!except.includes(rep)) shares[rep] = share
  return roll.weighted(shares)
}

function startOfDay(desk: Desk, at: number): number {
  return Math.floor((at + desk.offsetMs) / day) * day - desk.offsetMs
}

function habitsOn(desk: Desk, midnight: number): readonly (readonly [number, number])[] {
  const weekday = new Date(midnight + desk.offsetMs).getUTCDay()
  if (weekday === 0 || weekday === 6) return []
  const usual = weekday === 5 ? desk.friday : desk.mondayToThursday
  const leaves = desk.off[dateAt(desk, midnight)]
  if (leaves === undefined) return usual
  return usual.filter(([from]) => from < leaves).map(([from, to]) => [from, Math.min(to, leaves)] as const)
}
