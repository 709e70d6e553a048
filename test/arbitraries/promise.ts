/**
 * One promise to one lead, with pauses: for the laws of a single clock, where a whole random agreement would hide the one
 * thing that changes.
 */

import fc from 'fast-check'
import {
  type AgreementDocument,
  type CalendarDocument,
  evaluate,
  type LeadEvent,
  type Obligation,
  type TargetDocument,
} from '../../src/index.ts'
import { agreementOf, type Monday, mondays, pooledCalendar } from './agreement.ts'

/** **Units** minutes since the Unix epoch. */
export type Pause = readonly [from: number, to: number]

export interface Promised {
  readonly calendar: CalendarDocument
  readonly target: TargetDocument
  readonly boundary: 'close' | 'nextOpen'
  /** **Units** minutes since the Unix epoch. */
  readonly start: number
  /** Sorted, apart from each other. */
  readonly pauses: readonly Pause[]
  /** Any more of it: it may lie before the start, overlap the others, or come too late to matter. */
  readonly extra: Pause
  readonly monday: Monday
}

const minutesOfDay = 1_440
const durations = ['PT15M', 'PT1H', 'PT4H', 'PT8H', 'PT16H', 'PT37M'] as const
const length = fc.oneof(fc.constantFrom(15, 30, 60, 240, 960, 2_880), fc.integer({ min: 1, max: 2_000 }))

/** Returns promises; the targets are durations only where asked for, and the weeks those after some of the Mondays. */
export function promised(only: 'any' | 'durations' = 'any', from: readonly Monday[] = mondays): fc.Arbitrary<Promised> {
  const target = fc.constantFrom<TargetDocument[]>(
    ...durations,
    ...(only === 'durations' ? [] : [{ businessDays: 1 }, { businessDays: 2 }, { endOfBusinessDay: 0 }, { endOfBusinessDay: 1 }]),
  )
  return fc.constantFrom(...from).chain((monday) =>
    fc
      .record({
        calendar: pooledCalendar(monday),
        target,
        boundary: fc.constantFrom('close', 'nextOpen'),
        from: fc.oneof(fc.constantFrom(480, 540, 600, 960, 1_020), fc.integer({ min: 0, max: 5 * minutesOfDay })),
        pauses: fc.array(fc.tuple(length, length), { maxLength: 3 }),
        extra: fc.tuple(fc.integer({ min: -600, max: 4 * minutesOfDay }), length),
      })
      .map(({ from, pauses, extra: [offset, extraLength], ...rest }) => {
        const start = Date.parse(monday) / 60_000 + from
        let at = start
        const spans = pauses.map(([gap, long]): Pause => {
          const span = [at + gap, at + gap + long] as const
          at = span[1]
          return span
        })
        return { ...rest, monday, start, pauses: spans, extra: [start + offset, start + offset + extraLength] as const }
      }),
  )
}

/** Returns the spans as one sorted list without overlaps: [C3] pauses are a union. */
export function united(...spans: readonly Pause[]): Pause[] {
  const list: Pause[] = []
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = list.at(-1)
    if (last && from <= last[1]) list[list.length - 1] = [last[0], Math.max(last[1], to)]
    else list.push([from, to])
  }
  return list
}

const documents = new Map<string, AgreementDocument>()

function documentOf({ calendar, target, boundary }: Promised): AgreementDocument {
  const key = JSON.stringify([calendar, target, boundary])
  const document = documents.get(key) ?? {
    agreement: 'one-promise',
    version: '1',
    timeZone: 'UTC',
    parties: { sales: { name: 'Sales' } },
    calendars: { main: calendar },
    clauses: {
      reply: {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'main',
        boundary,
        start: { on: 'lead.created' },
        stop: { on: 'call' },
        pause: { on: 'hold' },
        resume: { on: 'release' },
        within: target,
      },
    },
  }
  documents.set(key, document)
  return document
}

/** Returns the obligation of the promise, paused just so, without a stop, seen at a minute. */
export function obligationOf(one: Promised, pauses: readonly Pause[], seenAt: number): Obligation {
  const event = (id: string, type: string, minute: number): LeadEvent => ({ id, lead: 'A', type, at: minute * 60_000 })
  const events = pauses.flatMap(([from, to], index) => [event(`p${index}-1`, 'hold', from), event(`p${index}-2`, 'release', to)])
  const created = event('c', 'lead.created', one.start)
  const [only] = evaluate(agreementOf(documentOf(one)), [created, ...events], { asOf: seenAt * 60_000 }).obligations
  if (!only) throw new Error('no clock')
  return only
}

/** Long after every promise of these is due. */
export const seenLate = ({ start }: Promised): number => start + 60 * minutesOfDay
