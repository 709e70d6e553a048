/** What a line of the queue says at an instant, and when it will say something else. Nothing here knows of React. */
import type { Obligation } from 'lead-sla'
import { clock } from './agreement.ts'

export type Urgency = 'late' | 'soon' | 'open' | 'paused'

export interface Row {
  readonly obligation: Obligation
  readonly urgency: Urgency
  readonly dueAt: number | null
  /** Until due, or since; negative when it is late. Wall time, and the part of it that counts. **Units** milliseconds. */
  readonly wallMs: number | null
  readonly openMs: number | null
  readonly isOpen: boolean
}

const minute = 60_000
const hour = 60 * minute
/** Half an hour of opening hours is when a rep should stop doing something else. */
const soonMs = 30 * minute

export function rowOf(obligation: Obligation, now: number): Row {
  const dueAt = obligation.dueAt === null ? null : Date.parse(obligation.dueAt)
  const isOpen = clock.isOpen(now)
  if (obligation.isPaused || dueAt === null)
    return { obligation, urgency: 'paused', dueAt: null, wallMs: null, openMs: null, isOpen }
  const openMs = clock.between(now, dueAt)
  const urgency = now > dueAt ? 'late' : openMs <= soonMs ? 'soon' : 'open'
  return { obligation, urgency, dueAt, wallMs: dueAt - now, openMs, isOpen }
}

const order: readonly Urgency[] = ['late', 'soon', 'open', 'paused']

/** The most urgent first; what is paused waits at the end. */
export function byUrgency(a: Row, b: Row): number {
  const place = order.indexOf(a.urgency) - order.indexOf(b.urgency)
  return place || (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.obligation.key < b.obligation.key ? -1 : 1)
}

/** Returns when the row will read otherwise: with the next minute or second that it shows, or when the doors open or close. */
export function nextChange({ dueAt, wallMs, openMs, isOpen }: Row, now: number): number | null {
  if (dueAt === null || wallMs === null || openMs === null) return null
  const wall = now + untilNextStep(wallMs)
  // While the doors are closed, the opening hours that are left stay what they are.
  if (!isOpen) return Math.min(wall, clock.nextOpen(now))
  return Math.min(wall, now + untilNextStep(openMs), clock.nextClose(now) ?? wall)
}

/** An amount is shown in minutes, and in seconds up to an hour. */
export function stepOf(ms: number): number {
  return Math.abs(ms) <= hour ? 1000 : minute
}

function untilNextStep(ms: number): number {
  const step = stepOf(ms)
  const past = ((ms % step) + step) % step
  return past === 0 ? step : past
}
