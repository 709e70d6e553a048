import { describe, expect } from 'vitest'
import {
  type CalendarDocument,
  type Explanation,
  evaluate,
  explain,
  LeadSlaError,
  type Obligation,
  type TimedClauseDocument,
  type Turn,
} from '../../src/index.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { type Story, story } from '../arbitraries/history.ts'
import { calendarNamed } from '../oracle/clause-on-lead.ts'
import { holds, type Moment, momentsOf } from '../oracle/lead-moments.ts'
import { minuteCalendar } from '../oracle/minute-calendar.ts'
import { endsByItself, fires, isSo } from '../oracle/trigger-oracle.ts'
import { law } from './law.ts'

/** Asks for the explanation of each obligation of a story: few, but all kinds. */
function eachExplained({ document, events, asOf }: Story, check: (explained: Explanation, obligation: Obligation) => void): void {
  const agreement = agreementOf(document)
  for (const obligation of evaluate(agreement, events, { asOf }).obligations.slice(0, 4)) {
    check(explain(agreement, events, { asOf, key: obligation.key }), obligation)
  }
}

const minuteOf = (at: string) => Date.parse(at) / 60_000
const sumOf = (spans: Explanation['spans'], why: string) =>
  spans.filter((span) => span.why === why).reduce((sum, { ms }) => sum + ms, 0)

function clauseOf({ document }: Story, name: string): TimedClauseDocument {
  const clause = document.clauses[name]
  if (clause?.kind !== 'timed') throw new RangeError(`no timed clause ${name}`)
  return clause
}

/** The calendar that counted, as it is written; none for the one that never closes. */
function writtenCalendar(told: Story, { clause, calendar: name }: Obligation): CalendarDocument | undefined {
  const { clock, clockFollows } = clauseOf(told, clause)
  const zone = clockFollows === 'lead' && name !== clock ? name : undefined
  const counted = zone === undefined ? (name ?? clock) : clock
  const calendar = counted === 'always' ? undefined : told.document.calendars?.[counted]
  if (!calendar || !('week' in calendar)) return undefined
  return zone === undefined ? calendar : { ...calendar, timeZone: zone }
}

describe('[W3] an explanation', () => {
  law(
    'is of the obligation that the evaluation gives, and names events of its lead as they are',
    story({ versions: true }),
    (told) => {
      const { leads } = momentsOf(told.document, told.events, { asOf: told.asOf })
      eachExplained(told, (explained, obligation) => {
        expect(explained.obligation).toEqual(obligation)
        expect(explained.key).toBe(obligation.key)
        const byId = new Map(leads.get(obligation.lead)?.map(({ event }) => [event.id, event]))
        for (const { event: id, type, actor, reason } of [...explained.spans, ...explained.turns]) {
          const event = id === null ? undefined : byId.get(id)
          expect([event === undefined, type]).toEqual([id === null, event?.type ?? null])
          expect([actor, reason]).toEqual([event?.actor?.id ?? null, event?.data?.reason ?? null])
        }
      })
    },
  )

  law('tiles the life of the clock with spans that sum to the used and the paused time', story(), (told) => {
    eachExplained(told, ({ spans }, { startedAt, closedAt, usedMs, pausedMs }) => {
      let at = startedAt
      for (const { from, to, ms, counts, why, event, rule } of spans) {
        expect(from).toBe(at)
        expect(ms).toBe(Date.parse(to) - Date.parse(from))
        expect(ms).toBeGreaterThan(0)
        expect(counts).toBe(why === 'open')
        expect(event !== null).toBe(why === 'paused')
        expect(rule).toMatch({ open: /^T4$/, closed: /^T[67]$/, paused: /^C[36]$/ }[why])
        at = to
      }
      expect(at).toBe(closedAt ?? new Date(told.asOf).toISOString())
      expect(sumOf(spans, 'open')).toBe(usedMs)
      expect(sumOf(spans, 'paused')).toBe(pausedMs)
    })
  })

  law('calls closed what is closed, and tiles it with reasons that the calendar gives', story(), (told) => {
    eachExplained(told, ({ spans }, obligation) => {
      const written = writtenCalendar(told, obligation)
      const calendar = calendarNamed(told.document, clauseOf(told, obligation.clause), obligation.calendar)
      for (const { from, to, why, closed, holidays } of spans) {
        const [first, last] = [minuteOf(from), minuteOf(to)]
        expect(calendar.between(first, last)).toBe(why === 'closed' ? 0 : last - first)
        expect(closed.map((part) => part.to)).toEqual(why === 'closed' ? [...closed.slice(1).map((part) => part.from), to] : [])
        expect(closed[0]?.from).toBe(why === 'closed' ? from : undefined)
        expect(holidays).toEqual([...new Set(closed.flatMap((part) => (part.why === 'holiday' ? [part.date] : [])))])
        for (const part of closed) expect(isReason(part, written)).toBe(true)
      }
    })
  })

  law('has the turns in order, as many of each kind as there can be, each for a reason that held', story(), (told) => {
    const { leads } = momentsOf(told.document, told.events, { asOf: told.asOf })
    eachExplained(told, ({ turns }, { lead, clause, startedAt, closedAt, breachedAt, status, owners, cycle }) => {
      expect(turns.map(({ at }) => at)).toEqual(turns.map(({ at }) => at).sort())
      const of = (...kinds: readonly Turn['what'][]) => turns.filter(({ what }) => kinds.includes(what))
      expect(of('started').map(({ at }) => at)).toEqual([startedAt])
      expect(of('breached').map(({ at }) => at)).toEqual(breachedAt === null ? [] : [breachedAt])
      expect(of('waived').length).toBe(status === 'waived' && of('excused').length === 0 ? 1 : 0)
      expect(of('reset', 'restarted', 'merged').length).toBe(status === 'superseded' ? 1 : 0)
      expect(of('cancelled').length).toBe(status === 'cancelled' && of('excused').length === 0 ? 1 : 0)
      const endings = of('stopped', 'cancelled', 'excused', 'merged', 'reset', 'restarted')
      expect(endings.length).toBe(of('reopened').length + (closedAt === null ? 0 : 1))
      if (closedAt !== null) expect(endings.at(-1)?.at).toBe(closedAt)
      if (owners.length > 1) expect(of('handedOver').length).toBeGreaterThanOrEqual(owners.length - 1)
      if (cycle === 1) expect(['trigger', 'predecessor']).toContain(of('started')[0]?.because)
      const open = of('paused').length - of('resumed').length
      if (status === 'paused' || status === 'open') expect(open).toBe(status === 'paused' ? 1 : 0)
      const moments = leads.get(lead) ?? []
      const reopeners = new Set(of('reopened').map(({ event }) => event))
      for (const turn of turns) {
        const last = moments.findIndex(({ event }) => event.id === turn.event)
        const isHeld = held(told, clauseOf(told, clause), turn, moments.slice(0, last + 1)) || reopeners.has(turn.event)
        expect([turn.what, turn.because, isHeld]).toEqual([turn.what, turn.because, true])
      }
    })
  })

  law('reckons a due instant whose days sum to the target', story(), (told) => {
    eachExplained(told, ({ reckoning }, { dueAt, targetMs }) => {
      expect(reckoning?.dueAt ?? null).toBe(dueAt)
      if (reckoning === null || targetMs === null) return
      expect(reckoning.days?.reduce((sum, { openMs }) => sum + openMs, 0)).toBe(targetMs)
      expect(reckoning.days?.every(({ openMs }) => openMs > 0)).toBe(true)
    })
  })

  law('is the same data in every language, and whole sentences in each', story(), (told) => {
    const agreement = agreementOf(told.document)
    eachExplained(told, ({ sentences: english, ...explained }, { key }) => {
      const { sentences: german, ...data } = explain(agreement, told.events, { asOf: told.asOf, key, language: 'de' })
      expect(data).toEqual(explained)
      expect(JSON.parse(JSON.stringify(data))).toStrictEqual(data)
      expect(german.length).toBe(english.length)
      expect(english.length).toBeGreaterThanOrEqual(3)
      for (const sentence of [...english, ...german]) {
        expect(sentence).toMatch(/^\S.*\S\.$/)
        expect(sentence).not.toMatch(/undefined|null|NaN|Invalid|\[object| {2}|[ ,;:]\.$|\(\)/)
      }
      for (const sentence of german) expect(sentence).not.toMatch(englishWords)
      for (const sentence of english) expect(sentence).not.toMatch(germanWords)
    })
  })

  law('of a clock that the events do not give is refused with the keys that there are', story(), ({ document, events, asOf }) => {
    const { obligations } = evaluate(agreementOf(document), events, { asOf })
    const key = 'clause1/A/99'
    let refusal: unknown
    try {
      explain(agreementOf(document), events, { asOf, key })
    } catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(LeadSlaError)
    const [issue] = (refusal as LeadSlaError).issues
    expect(issue).toMatchObject({ code: 'unknown-obligation', got: key })
    expect([...(issue?.known ?? [])].sort()).toEqual(
      obligations
        .filter(({ lead }) => lead === 'A')
        .map((one) => one.key)
        .sort(),
    )
  })
})

/** Words that no sentence of the language does without, and that the random names do not hold. */
const englishWords = /\b(the|of|on|to|with|from|and|until|counted|closed|started|due|used|open)\b/i
const germanWords = /\b(der|die|das|am|mit|von|bis|und|durch|gezählt|geschlossen|fällig|verbraucht|offen)\b/i

/** Whether a closed part has the reason that it says, minute by minute and by the dates of the calendar. */
function isReason(
  { from, to, why, date }: Explanation['spans'][number]['closed'][number],
  written: CalendarDocument | undefined,
): boolean {
  if (!written) return false
  const { week, timeZone, holidays = [], overrides = {}, closures = {} } = written
  const isClosedAllTheSame = minuteCalendar({ week, timeZone }).between(minuteOf(from), minuteOf(to)) === 0
  // A shift over midnight is of the date on which it starts.
  const dates = date === null ? [] : [date, new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)]
  if (why === 'hours') return date === null && isClosedAllTheSame
  if (why === 'noHours') return isClosedAllTheSame && !holidays.includes(date ?? '')
  if (why === 'holiday') return holidays.includes(date ?? '')
  return dates.some((one) => Object.hasOwn(why === 'override' ? overrides : closures, one))
}

/** Whether what a turn says held after the events until its own, as the oracle reads the triggers. */
function held(
  { document }: Story,
  clause: TimedClauseDocument,
  { what, because, event }: Turn,
  moments: readonly Moment[],
): boolean {
  const does = (key: 'start' | 'stop' | 'pause' | 'resume' | 'cancel' | 'reset') => fires(document, clause[key], moments)
  const [before, now] = [moments.at(-2), moments.at(-1)]
  if (because === 'time' || because === 'exception') return event === null
  if (because === 'cap' && event === null) return what === 'resumed' && clause.maxPause !== undefined
  if (!now) return false
  switch (because) {
    case 'alreadySo':
      return isSo(document, clause.stop, now)
    case 'merge':
      return now.event.type === 'lead.merged'
    case 'cap':
      return does('pause') && clause.maxPauses !== undefined
    case 'requires':
      return clause.requires !== undefined && !holds(clause.requires, now.facts, document.conditions)
    case 'predecessor':
      return clause.after !== undefined
    case 'reset':
      return does('reset')
    case 'goal':
      return clause.onChange !== 'keep' && (what === 'retargeted' || clause.onChange === 'restart')
    case 'automation':
      return does('stop') && now.event.actor?.kind === 'automation' && clause.counts?.automations !== true
    case 'channel':
      return does('stop') && clause.counts?.channels?.includes(String(now.event.data?.channel || now.event.type)) === false
    case 'direction':
      return does('stop') && now.event.data?.direction !== clause.counts?.direction
    case 'length':
      return does('stop') && !(Number(now.event.data?.seconds ?? 0) >= 30) && clause.counts?.atLeast === 'PT30S'
    // Of cadences only.
    case 'tooClose':
    case 'sameChannel':
      return false
    case 'owner':
      return (
        now.event.type === 'lead.assigned' &&
        (what === 'handedOver' || (clause.runs === 'owner' && now.facts.owner !== before?.facts.owner))
      )
    case 'trigger':
      if (what === 'started' || what === 'reopened') return does('start')
      if (what === 'stopped') return does('stop')
      if (what === 'cancelled') return does('cancel')
      if (what === 'excused') return fires(document, clause.excuse?.rejected, moments)
      if (what === 'paused') return does('pause')
      return clause.resume === undefined
        ? clause.pause !== undefined && endsByItself(document, clause.pause, now)
        : does('resume')
  }
}
