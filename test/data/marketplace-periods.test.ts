/** What both parties owe over the months of a real marketplace, against figures that another program computed. */
import {
  type AgreementDocument,
  evaluate,
  type LeadEvent,
  mergeTallies,
  type Obligation,
  type PeriodResult,
  settleTally,
  type Tally,
  tally,
} from 'lead-sla'
import { beforeAll, describe, expect, test } from 'vitest'
import agreementDocument from '../../examples/marketplace/agreement.json' with { type: 'json' }
import { readEvents } from '../../examples/marketplace/read-events.ts'
import { all, dataFolder, readJson } from './data-folder.ts'

interface PersonReference {
  readonly closed: number
  readonly out_of_order: number
  readonly met: number
}
interface Reference {
  readonly mql_per_month: Readonly<Record<string, number>>
  readonly mql_volume_sla_min_1000_per_month: Readonly<Record<string, boolean>>
  readonly conversion_within_calendar_days_local: Readonly<Record<string, { readonly won: number; readonly of: number }>>
  readonly cohort_conversion_within_calendar_days_local: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly all_won_within_10_biz_days_biz_days_local_nat: { readonly met: number; readonly of_in_order: number }
  readonly sr_won_within_10_biz_days_local_nat: Readonly<Record<string, PersonReference>>
  readonly sdr_won_within_10_biz_days_local_nat: Readonly<Record<string, PersonReference>>
}

const asOf = '2018-12-01T00:00:00Z'
const { clauses, ...example } = agreementDocument as AgreementDocument

/** A first contact has a date and no hour, so a lead is waited for until the end of the last day. */
const conversion = (days: number, atLeast: number) =>
  ({
    kind: 'ratio',
    title: `A lead in ${Math.round(1 / atLeast)} is won within ${days} days`,
    owedBy: 'sales',
    owedTo: 'marketing',
    of: { on: 'lead.created' },
    that: { on: 'deal.won' },
    maturity: `P${days + 1}D`,
    recordedFrom: '2017-12-05',
    per: 'month',
    atLeast,
    minimumSample: 30,
  }) as const

const agreement: AgreementDocument = {
  ...example,
  clauses: {
    ...clauses,
    within14: conversion(14, 0.05),
    within30: conversion(30, 0.1),
    within90: conversion(90, 0.1),
    inTime: { kind: 'compliance', owedBy: 'sales', clause: 'won', per: 'month', atLeast: 0.05 },
  },
}

describe.runIf(dataFolder !== undefined)('the months of a marketplace', { timeout: 120_000 }, () => {
  let events: LeadEvent[] = []
  let periods: readonly PeriodResult[] = []
  let obligations: readonly Obligation[] = []
  let reference = {} as Reference
  const of = (clause: string) => periods.filter((one) => one.clause === clause)
  const monthOf = ({ key }: PeriodResult) => key.split('/')[1] ?? ''

  beforeAll(async () => {
    events = await all(readEvents(`${dataFolder}/olist`))
    reference = readJson('olist/reference.json') as Reference
    const evaluation = evaluate(agreement, events, { asOf })
    expect(evaluation.refused).toEqual([])
    periods = evaluation.periods
    obligations = evaluation.obligations
  })

  test('hold as many leads as the reference counts, at least 1,000 only from January to May 2018', () => {
    const counted = of('volume').filter(({ actual }) => actual !== 0)
    expect(Object.fromEntries(counted.map((one) => [monthOf(one), one.actual]))).toEqual(reference.mql_per_month)
    const met = of('volume').filter(({ status }) => status === 'met')
    expect(met.map(monthOf)).toEqual(['2018-01', '2018-02', '2018-03', '2018-04', '2018-05'])
    const expected = Object.entries(reference.mql_volume_sla_min_1000_per_month)
    expect(expected.filter(([, isMet]) => isMet).map(([month]) => month)).toEqual(met.map(monthOf))
    const others = of('volume').filter(({ status, to }) => status !== 'met' && to <= asOf)
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['missed']))
  })

  test.each([14, 30, 90])('win as many of each cohort within %i days', (days) => {
    const cohorts = of(`within${days}`).filter(({ sample }) => sample > 0)
    const counted = cohorts.map((one) => [monthOf(one), { mql: one.sample, won: Math.round((one.actual ?? 0) * one.sample) }])
    const expected = Object.entries(reference.cohort_conversion_within_calendar_days_local)
    expect(Object.fromEntries(counted)).toEqual(
      Object.fromEntries(expected.map(([month, cohort]) => [month, { mql: cohort.mql, won: cohort[String(days)] }])),
    )
  })

  test('win 427 of 8,000 within 14 days and 554 within 30', () => {
    const totals = ['14', '30'].map((days) => {
      const cohorts = of(`within${days}`)
      const won = cohorts.reduce((sum, { actual, sample }) => sum + Math.round((actual ?? 0) * sample), 0)
      return { won, of: cohorts.reduce((sum, { sample }) => sum + sample, 0) }
    })
    expect(totals).toEqual([
      { won: 427, of: 8000 },
      { won: 554, of: 8000 },
    ])
    expect(totals).toMatchObject(
      ['14', '30'].map((days) => ({ won: reference.conversion_within_calendar_days_local[days]?.won })),
    )
  })

  test('lack data for the cohorts from before 2017-12-05, which are not missed', () => {
    for (const clause of ['within14', 'within30', 'within90']) {
      const early = of(clause).filter((one) => monthOf(one) < '2018-01')
      expect(early.map(monthOf)).toEqual(['2017-06', '2017-07', '2017-08', '2017-09', '2017-10', '2017-11', '2017-12'])
      expect(new Set(early.map(({ status }) => status))).toEqual(new Set(['insufficientData']))
      expect(early[0]?.recordedFrom).toBe('2017-12-05T02:00:00.000Z')
    }
    const judged = of('within14').filter(({ recordedFrom, sample }) => recordedFrom === null && sample > 0)
    expect(judged.map((one) => [monthOf(one), one.status])).toEqual(
      ['2018-01', '2018-02', '2018-03', '2018-04', '2018-05'].map((month) => [month, 'met']),
    )
    const without = { ...agreement, clauses: { within14: { ...conversion(14, 0.05), recordedFrom: '2017-01-01' } } }
    expect(evaluate(without, events, { asOf }).periods.filter(({ status }) => status === 'missed')).toHaveLength(6)
  })

  test('keep as many clocks as were met, month by month', () => {
    const kept = of('inTime').reduce((sum, { actual, sample }) => sum + Math.round((actual ?? 0) * sample), 0)
    expect(kept).toBe(reference.all_won_within_10_biz_days_biz_days_local_nat.met)
  })

  test('credit each person with the same share won within ten business days', () => {
    const data = new Map(events.flatMap(({ type, lead, data: found }) => (type === 'deal.won' ? [[lead, found] as const] : [])))
    const stopped = obligations.filter(({ clause, stoppedAt }) => clause === 'won' && stoppedAt !== null)
    const sharesBy = (personOf: (one: Obligation) => string) => {
      const shares = new Map<string, { met: number; of: number }>()
      for (const one of stopped) {
        const { met, of: total } = shares.get(personOf(one)) ?? { met: 0, of: 0 }
        shares.set(personOf(one), { met: met + (one.status === 'met' ? 1 : 0), of: total + 1 })
      }
      return Object.fromEntries(shares)
    }
    const expected = (people: Reference['sr_won_within_10_biz_days_local_nat']) =>
      Object.fromEntries(
        Object.entries(people)
          .map(([person, { closed, out_of_order: aside, met }]) => [person, { met, of: closed - aside }] as const)
          .filter(([, { of: total }]) => total > 0),
      )
    expect(sharesBy(({ stoppedBy }) => stoppedBy ?? '')).toEqual(expected(reference.sr_won_within_10_biz_days_local_nat))
    expect(sharesBy(({ lead }) => String(data.get(lead)?.sdr))).toEqual(expected(reference.sdr_won_within_10_biz_days_local_nat))
  })

  test.each([1_000, 333, 7])('are the same counted in parts of %i leads', (size) => {
    const byLead = new Map<string, LeadEvent[]>()
    for (const event of events) byLead.set(event.lead, [...(byLead.get(event.lead) ?? []), event])
    const leads = [...byLead.keys()]
    const parts = Array.from({ length: Math.ceil(leads.length / size) }, (_, part) =>
      tally(
        agreement,
        leads.slice(part * size, (part + 1) * size).flatMap((lead) => byLead.get(lead) ?? []),
        { asOf },
      ),
    )
    const whole = parts.reduce((merged: Tally | null, part) => (merged ? mergeTallies(part, merged) : part), null)
    expect(whole && settleTally(agreement, whole)).toEqual(periods)
  })
})
