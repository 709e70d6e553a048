/**
 * A calendar that is another one from a date on, in another zone: what was closed before stays, what is open is reckoned anew. The
 * oracle walks from minute to minute, and asks the calendar that holds then.
 */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect } from 'vitest'
import {
  type AgreementDocument,
  type CalendarDocument,
  evaluate,
  init,
  type LeadEvent,
  obligations,
  step,
} from '../../src/index.ts'
import { agreementOf, mondays, pooledCalendar } from '../arbitraries/agreement.ts'
import { dateOf, dayOf } from '../oracle/civil-dates.ts'
import { minuteCalendar } from '../oracle/minute-calendar.ts'
import { law } from './law.ts'

const msOfMinute = 60_000
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const always = Object.fromEntries(days.map((day) => [day, ['00:00-24:00']]))

const change = fc.constantFrom(...mondays).chain((monday) =>
  fc.record({
    monday: fc.constant(monday),
    before: pooledCalendar(monday),
    after: pooledCalendar(monday),
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/New_York'),
    changesOn: fc.integer({ min: 1, max: 6 }).map((day) => dateOf(dayOf(monday) + day)),
    target: fc.constantFrom(30, 60, 240, 480, 960, 1_437),
  }),
)
/** Laying down the years of new calendars is what a law would mostly wait for. */
const changes = fc.sample(change, { numRuns: 24, seed: 12 }).map((one) => ({ ...one, document: documentOf(one) }))

const drawn = fc
  .record({
    change: fc.constantFrom(...changes),
    start: fc.integer({ min: 0, max: 6 * 1_440 }),
    pause: fc.option(fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 2_000 }))),
    stop: fc.option(fc.integer({ min: 1, max: 7_000 })),
    asOf: fc.integer({ min: 1, max: 7_000 }),
  })
  .map(({ change: changed, ...rest }) => ({ ...changed, ...rest }))
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never

/** The one until the date and the other from it on, as `docs/rules-clocks.md` writes it. */
function documentOf({ before, after, zone, changesOn, target }: Change): AgreementDocument {
  const until = { timeZone: zone, week: always, seasons: [{ during: `${changesOn}/..`, week: {} }] }
  return {
    agreement: 'random',
    version: '1',
    timeZone: zone,
    parties: { sales: { name: 'Sales' } },
    calendars: {
      before,
      after,
      until,
      changing: { union: [{ intersection: ['before', 'until'] }, { difference: ['after', 'until'] }] },
    },
    clauses: {
      reply: {
        ...{ kind: 'timed', owedBy: 'sales', clock: 'changing', within: `PT${target}M` },
        ...{ start: { on: 'start' }, stop: { on: 'stop' }, pause: { on: 'hold' }, resume: { on: 'wake' } },
      },
    },
  }
}

/** The minutes of the story: when it starts, is paused, stops and is looked at. */
function minutesOf({ monday, start, pause, stop, asOf }: Drawn) {
  const begin = Date.parse(monday) / msOfMinute + start
  const held = pause ? ([begin + pause[0], begin + pause[0] + pause[1]] as const) : null
  return { begin, held, end: stop === null ? null : begin + stop, seen: begin + asOf }
}

function eventsOf(one: Drawn): LeadEvent[] {
  const { begin, held, end } = minutesOf(one)
  const at = (minute: number, type: string) => ({ id: type, lead: 'L', type, at: minute * msOfMinute })
  const all = [
    at(begin, 'start'),
    ...(held ? [at(held[0], 'hold'), at(held[1], 'wake')] : []),
    ...(end === null ? [] : [at(end, 'stop')]),
  ]
  return all.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** Used minutes until an instant, and the first minute by which the target is used; `null` while it is not. */
function walked(one: Drawn, until: number): { used: number; due: number | null } {
  const { begin, held, end } = minutesOf(one)
  const [year = 0, month = 1, day = 1] = one.changesOn.split('-').map(Number)
  const changes = Temporal.ZonedDateTime.from({ timeZone: one.zone, year, month, day }).epochMilliseconds / msOfMinute
  const [before, after] = [minuteCalendar(one.before as CalendarDocument), minuteCalendar(one.after as CalendarDocument)]
  let used = 0
  let due: number | null = null
  const last = Math.min(until, end ?? until)
  for (let minute = begin; minute < last; minute++) {
    const isHeld = held !== null && minute >= held[0] && minute < held[1]
    if (!isHeld && (minute < changes ? before : after).isOpen(minute)) used++
    if (due === null && used === one.target) due = minute + 1
  }
  return { used, due }
}

describe('a calendar that changes [C12]', () => {
  law('counts as the one until the date and as the other from it on, in whatever zones they are', drawn, (one) => {
    const events = eventsOf(one)
    const asOf = minutesOf(one).seen * msOfMinute
    const [found] = evaluate(agreementOf(one.document), events, { asOf }).obligations
    const { used, due } = walked(one, minutesOf(one).seen)
    expect(found?.usedMs).toBe(used * msOfMinute)
    const { held, end, seen } = minutesOf(one)
    // A clock that used all of its time while it was not paused is due then; before that the walk has not arrived.
    if (due !== null) expect(found?.dueAt ?? found?.breachedAt).toBe(new Date(due * msOfMinute).toISOString())
    const isOpen = end === null || end > seen
    if (isOpen && due !== null && due < seen && !(held && due === held[0])) expect(found?.status).toBe('openBreached')
  })

  law('is to a live state what it is to the batch', drawn, (one) => {
    const document = agreementOf(one.document)
    const events = eventsOf(one)
    let state = init(document, 'L', { window: { count: 0 } })
    for (const event of events) state = JSON.parse(JSON.stringify(step(document, state, event).state))
    const asOf = Math.max(minutesOf(one).seen * msOfMinute, state.now ?? 0)
    expect(obligations(document, state, { asOf })).toEqual(evaluate(document, events, { asOf }).obligations)
  })
})
