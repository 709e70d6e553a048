/** The traps that the page of the real data lists: readiness finds each of them, with the very number of cases. */
import { type AgreementDocument, type LeadEvent, type Readiness, readiness } from 'lead-sla'
import { beforeAll, describe, expect, test } from 'vitest'
import loans from '../../examples/loan-applications/agreement.json' with { type: 'json' }
import { readEvents as readLoans } from '../../examples/loan-applications/read-events.ts'
import marketplace from '../../examples/marketplace/agreement.json' with { type: 'json' }
import { readEvents as readSellers } from '../../examples/marketplace/read-events.ts'
import { all, dataFolder } from './data-folder.ts'

function finding({ findings }: Readiness, code: string) {
  return findings.find((each) => each.code === code)
}

describe.runIf(dataFolder !== undefined)('a log of 13,087 loan applications', { timeout: 300_000 }, () => {
  const agreement = loans as AgreementDocument
  let events: LeadEvent[] = []
  let found = {} as Readiness
  beforeAll(async () => {
    events = await all(readLoans(`${dataFolder}/bpic2012`))
    found = readiness(agreement, events, { asOf: '2012-03-15T00:00:00+01:00' })
  }, 120_000)

  test('is no error', () => {
    expect(found.isReady).toBe(true)
    expect(found.looked).toMatchObject({ events: 262_200, leads: 13_087 })
  })

  test('5,006 cases have events of one instant, and the order of the file decides', () => {
    expect(finding(found, 'same-instant')).toMatchObject({
      ...{ severity: 'info', facts: { isDecided: true }, evidence: { hits: 5_006, sample: 13_087 } },
    })
    const unordered = events.slice(0, 50_000).map(({ sequence: _, ...event }) => event)
    expect(finding(readiness(agreement, unordered), 'same-instant')).toMatchObject({ facts: { isDecided: false } })
  })

  test('18,010 events name nobody', () => {
    expect(finding(found, 'events-without-actor')).toMatchObject({ severity: 'warning', evidence: { hits: 18_010 } })
  })

  test('resource 112 is a machine: found out where nobody has said so, and nobody else is', () => {
    expect(finding(found, 'acts-like-machine')).toBeUndefined()
    const unmarked = events
      .slice(0, 120_000)
      .map(({ actor, ...event }) => (actor ? { ...event, actor: { id: actor.id } } : event))
    const machines = readiness(agreement, unmarked).findings.filter(({ code }) => code === 'acts-like-machine')
    expect(machines.map(({ facts }) => Reflect.get(facts, 'person'))).toEqual(['112'])
  })

  test('4 events lie in the hour that came twice', () => {
    expect(finding(found, 'repeated-hour')).toMatchObject({ facts: { date: '2011-10-30' }, evidence: { hits: 4 } })
  })

  test('people worked in the evening and on Saturdays, which the calendar does not know', () => {
    expect(finding(found, 'outside-hours')).toMatchObject({ severity: 'warning' })
    expect(finding(found, 'shifted-times')).toBeUndefined()
  })
})

describe.runIf(dataFolder !== undefined)('a marketplace with 8,000 leads and 842 deals', { timeout: 120_000 }, () => {
  const agreement = marketplace as AgreementDocument
  let events: LeadEvent[] = []
  let found = {} as Readiness
  beforeAll(async () => {
    events = await all(readSellers(`${dataFolder}/olist`))
    found = readiness(agreement, events, { asOf: '2018-12-01T00:00:00Z' })
  }, 120_000)

  test('is no error', () => expect(found.isReady).toBe(true))

  test('no win is recorded before 5 December 2017: the leads before it lack data', () => {
    expect(finding(found, 'records-begin-late')).toMatchObject({
      severity: 'warning',
      facts: { clause: 'won', type: 'deal.won', date: '2017-12-05', from: '2017-06-14' },
      evidence: { hits: 1_832, sample: 8_000 },
    })
  })

  test('one lead was won before its first contact', () => {
    const early = finding(found, 'stop-before-start')
    expect(early?.evidence).toMatchObject({ hits: 1, examples: [{ lead: 'b91cf8812365f50ff4bda4bcd6206b05' }] })
  })

  test('a zone without summer time puts another deal before its first contact', () => {
    // As they are in the file: the mapping has put deals at midnight to noon.
    const raw = events.map((event) => {
      const at = new Date(String(event.at))
      const isNoon = event.type === 'deal.won' && saoPauloTime.format(at) === '12:00:00'
      return isNoon ? { ...event, at: at.getTime() - 43_200_000 } : event
    })
    const leadsOf = (given: readonly LeadEvent[]) =>
      (finding(readiness(agreement, given), 'stop-before-start')?.evidence?.examples ?? [])
        .map(({ lead }) => lead?.slice(0, 8))
        .sort()
    expect(leadsOf(raw)).toEqual(['b91cf881'])
    // Midnight at a fixed offset of three hours is one in the morning of summer time.
    const fixed = raw.map((event) =>
      event.type === 'lead.created'
        ? { ...event, at: `${saoPauloDate.format(new Date(String(event.at)))}T00:00:00-03:00` }
        : event,
    )
    expect(leadsOf(fixed)).toEqual(['145bce99', 'b91cf881'])
  })

  test('first contacts are dates, and 61 deals were won at one time of the day', () => {
    expect(finding(found, 'date-only-times')).toMatchObject({ severity: 'info', facts: { type: 'lead.created', isTimed: false } })
    expect(finding(found, 'same-time-of-day')).toMatchObject({
      facts: { type: 'deal.won', time: '12:00:00' },
      evidence: { hits: 61 },
    })
  })

  test('an empty origin is not unknown', () => {
    expect(finding(found, 'two-ways-not-to-know')).toMatchObject({ facts: { fact: 'origin', words: ['unknown'], empty: 60 } })
  })
})

const saoPauloTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Sao_Paulo', timeStyle: 'medium' })
const saoPauloDate = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Sao_Paulo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
