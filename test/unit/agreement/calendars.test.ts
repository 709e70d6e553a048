import { describe, expect, it } from 'vitest'
import { type AgreementDocument, evaluate, parseAgreement, printPath } from '../../../src/index.ts'
import { refusal } from '../clock/refusal.ts'

const day = ['09:00-17:00']
const week = { mon: day, tue: day, wed: day, thu: day, fri: day }
const berlin = { timeZone: 'Europe/Berlin', week }
const newYork = { timeZone: 'America/New_York', week }

function agreement(calendars: Record<string, unknown>, clock = Object.keys(calendars)[0] ?? ''): AgreementDocument {
  const document: unknown = {
    agreement: 'acme',
    version: '1',
    timeZone: 'Europe/Berlin',
    parties: { sales: { name: 'Sales' } },
    calendars,
    clauses: {
      reply: { kind: 'timed', owedBy: 'sales', clock, start: { on: 'asked' }, stop: { on: 'answered' }, within: 'PT2H' },
    },
  }
  return document as AgreementDocument
}

function issuesOf(calendars: Record<string, unknown>): [code: string, path: string][] {
  const parsed = parseAgreement(agreement(calendars))
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, printPath(path)])
}

const asked = (at: string) => ({ id: at, lead: 'L', type: 'asked', at })

describe('calendars made of others by name', () => {
  it('count for a clause, in any order of the document', () => {
    const both = { intersection: ['berlin', 'newYork'] }
    // Monday 23 March: New York has moved its clocks already, so 9:00 there is 14:00 in Berlin.
    for (const calendars of [
      { both, berlin, newYork },
      { berlin, newYork, both },
    ]) {
      const { obligations } = evaluate(agreement(calendars, 'both'), [asked('2026-03-23T08:00:00Z')], {
        asOf: '2026-03-23T12:00:00Z',
      })
      expect(obligations.map(({ dueAt }) => dueAt)).toEqual(['2026-03-23T15:00:00.000Z'])
    }
  })

  it('may nest names and documents', () => {
    const calendars = {
      main: { difference: [{ union: ['berlin', newYork] }, 'lunch'] },
      berlin,
      lunch: { ...berlin, week: { mon: ['12:00-13:00'] } },
    }
    expect(issuesOf(calendars)).toEqual([])
  })

  it('are used by the calendars that are made of them', () => {
    const parsed = parseAgreement(
      agreement({ both: { intersection: ['berlin', { union: ['newYork', berlin] }] }, berlin, newYork, idle: berlin }),
    )
    const unused = parsed.ok
      ? parsed.value.findings.filter(({ code }) => code === 'unused-calendar').map(({ path }) => path[1])
      : []
    expect(unused).toEqual(['idle'])
  })

  it('name only calendars that there are', () => {
    expect(issuesOf({ both: { union: ['berlin', 'newYrok'] }, berlin, newYork })).toEqual([
      ['unknown-calendar', 'calendars.both.union[1]'],
    ])
    const parsed = parseAgreement(agreement({ both: { union: ['berlin', 'newYrok'] }, berlin, newYork }))
    expect(parsed.ok ? '' : parsed.issues[0]?.known?.[0]).toBe('newYork')
  })

  it('are not made of themselves, however far around', () => {
    expect(
      issuesOf({ a: { union: ['b', 'b'] }, b: { intersection: ['c', berlin] }, c: { difference: [berlin, 'a'] }, berlin }),
    ).toEqual([['cyclic-calendar', 'calendars.c.difference[1]']])
    expect(issuesOf({ a: { union: ['a', berlin] }, berlin })).toEqual([['cyclic-calendar', 'calendars.a.union[0]']])
  })

  it('do not grow without bound when each is twice the one before', () => {
    const calendars: Record<string, unknown> = { c0: berlin }
    for (let index = 1; index <= 40; index++) calendars[`c${index}`] = { union: [`c${index - 1}`, `c${index - 1}`] }
    expect(issuesOf(calendars)[0]).toEqual(['out-of-range', 'calendars.c10.union'])
  })

  it('tell the mistakes of a member once, at its own place', () => {
    expect(issuesOf({ both: { union: ['berlin', 'newYork'] }, berlin: { ...berlin, timeZone: 'Berlin' }, newYork })).toEqual([
      ['unknown-time-zone', 'calendars.berlin.timeZone'],
    ])
  })
})

describe('a calendar whose holidays are known for some years', () => {
  const known = { ...berlin, holidays: [{ region: 'DE-BE', years: [2025, 2026], dates: ['2026-01-01'] }] }

  it('refuses what happened before them, and counts the rest', () => {
    const early = { id: 'early', lead: 'L', type: 'asked', at: '2024-12-31T22:59:59Z' }
    const { refused, obligations } = evaluate(agreement({ known }), [early, asked('2026-01-01T10:00:00Z')], {
      asOf: '2026-01-03T00:00:00Z',
    })
    expect(refused).toMatchObject([{ code: 'beyond-horizon', path: ['at'], event: early }])
    expect(obligations.map(({ dueAt }) => dueAt)).toEqual(['2026-01-02T10:00:00.000Z'])
  })

  it('refuses to judge at an instant after them', () => {
    const error = refusal(() => evaluate(agreement({ known }), [], { asOf: '2026-12-31T23:00:00Z' }))
    expect(error.issues).toMatchObject([{ code: 'beyond-horizon', path: ['asOf'] }])
    expect(evaluate(agreement({ known }), [], { asOf: '2026-12-31T22:59:59Z' }).obligations).toEqual([])
  })

  it('says that a due instant after them is missing', () => {
    const { obligations, findings } = evaluate(agreement({ known }), [asked('2026-12-31T15:30:00Z')], {
      asOf: '2026-12-31T20:00:00Z',
    })
    expect(obligations.map(({ dueAt, status }) => [dueAt, status])).toEqual([[null, 'open']])
    expect(findings.map(({ code }) => code)).toContain('missing-due')
  })
})
