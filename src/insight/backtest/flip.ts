/** A clock that comes out otherwise, and what that does to the figures of a group. */
import type { ClockView } from '../../evaluation/clock-view.ts'
import type { Status } from '../../evaluation/obligation.ts'

/** How a clock stands under one of the agreements. */
export interface Standing {
  readonly status: Status
  readonly party: string
  readonly owner: string | null
  readonly team: string | null
  readonly dueAt: string | null
  readonly breachedAt: string | null
}

export interface Flip {
  /** `clause/lead/cycle`. */
  readonly key: string
  readonly clause: string
  readonly lead: string
  readonly cycle: number
  /** `better` from a breach to none, or to a kept promise; `worse` the other way; `other` where it counts as before. */
  readonly effect: 'better' | 'worse' | 'other'
  /** `null` where the agreement has no such clock. */
  readonly from: Standing | null
  readonly to: Standing | null
}

/** How far promises were kept, as `attainment` counts. */
export interface Figures {
  readonly clocks: number
  readonly kept: number
  readonly decided: number
  /** `null` where nothing is decided. */
  readonly share: number | null
}

/** The clocks of a clause, a party, a team, a person or a lead. */
export interface Difference {
  /** `null` for the clocks of no team or owner. */
  readonly name: string | null
  readonly flips: number
  readonly before: Figures
  readonly after: Figures
}

/** 0 for a breach, 1 for what counts for nobody, 2 for a promise that was kept. */
export type Worth = 0 | 1 | 2

export function worthOf(clock: ClockView): Worth {
  const { status } = clock
  if (status === 'met') return 2
  if (status === 'metLate' || status === 'openBreached') return 0
  return (status === 'cancelled' || status === 'superseded') && isBreached(clock) ? 0 : 1
}

/** Returns the flip between two clocks of the same key; none where nothing that is counted differs. */
export function flipOf(was: ClockView | null, now: ClockView | null): Flip | null {
  const one = was ?? now
  if (one === null || (was !== null && now !== null && isSame(was, now))) return null
  const { key, clause, lead, cycle } = one
  const [before, after] = [was ? worthOf(was) : 1, now ? worthOf(now) : 1]
  const effect = after > before ? 'better' : after < before ? 'worse' : 'other'
  return { key, clause, lead, cycle, effect, from: was && standingOf(was), to: now && standingOf(now) }
}

function isBreached(clock: ClockView): boolean {
  return !Number.isNaN(clock.at('breachedAt'))
}

function isSame(was: ClockView, now: ClockView): boolean {
  return (
    was.status === now.status &&
    was.owner === now.owner &&
    was.team === now.team &&
    was.party === now.party &&
    isBreached(was) === isBreached(now)
  )
}

function standingOf({ status, party, owner, team, dueAt, breachedAt }: ClockView): Standing {
  return { status, party, owner, team, dueAt, breachedAt }
}
