/** Leads and deals of a real marketplace, against figures that another program computed: see `reference.json` of the data. */
import { type AgreementDocument, evaluate, type LeadEvent, type Obligation } from 'lead-sla'
import { beforeAll, describe, expect, test } from 'vitest'
import agreementDocument from '../../examples/marketplace/agreement.json' with { type: 'json' }
import { main } from '../../examples/marketplace/main.ts'
import { readEvents } from '../../examples/marketplace/read-events.ts'
import { all, dataFolder, readJson, readRows } from './data-folder.ts'
import { shownOutput } from './example-output.ts'

interface Reference {
  readonly definitions: { readonly holidays_national: readonly string[] }
  readonly mql_per_month: Readonly<Record<string, number>>
  readonly all_won_within_10_biz_days_biz_days_local_nat: { readonly met: number; readonly of_in_order: number }
  readonly conversion_within_calendar_days_local: Readonly<Record<string, { readonly won: number }>>
  readonly sr_won_within_10_biz_days_local_nat: Readonly<Record<string, PersonReference>>
  readonly sdr_won_within_10_biz_days_local_nat: Readonly<Record<string, PersonReference>>
}
interface PersonReference {
  readonly closed: number
  readonly out_of_order: number
  readonly met: number
}

const asOf = '2018-12-01T00:00:00Z'
const agreement = agreementDocument as AgreementDocument
/** The one deal that was won two days before the first contact: its lead was never won afterwards. */
const outOfOrder = 'b91cf8812365f50ff4bda4bcd6206b05'

/** Returns the agreement with another number of whole days (the next one is where it is due), on its own calendar or on one that is open on every date. */
function withDays(days: number, everyDate = false): AgreementDocument {
  const { won } = agreement.clauses
  const brazil = agreement.calendars?.brazil
  if (won?.kind !== 'timed' || !brazil || !('week' in brazil))
    throw new Error('the agreement has a clause won and a calendar brazil')
  const open = ['00:00-24:00']
  const week = { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open }
  return {
    ...agreement,
    calendars: { brazil: everyDate ? { timeZone: brazil.timeZone, week } : brazil },
    clauses: { won: { ...won, within: { businessDays: days + 1 } } },
  }
}

describe.runIf(dataFolder !== undefined)('a marketplace with 8,000 leads and 842 deals', { timeout: 120_000 }, () => {
  let events: LeadEvent[] = []
  let reference = {} as Reference
  let deals: Record<string, string>[] = []
  const wonClocks = (document: AgreementDocument): readonly Obligation[] =>
    evaluate(document, events, { asOf }).obligations.filter(({ clause }) => clause === 'won')

  beforeAll(async () => {
    events = await all(readEvents(`${dataFolder}/olist`))
    reference = readJson('olist/reference.json') as Reference
    deals = readRows('olist/deal_days.csv')
  })

  test('is read as a whole', () => {
    expect(events.filter(({ type }) => type === 'lead.created')).toHaveLength(8000)
    expect(events.filter(({ type }) => type === 'deal.won')).toHaveLength(842)
    expect(agreement.calendars?.brazil).toMatchObject({ holidays: reference.definitions.holidays_national })
  })

  test('is what its page shows', async () => {
    expect(await main(`${dataFolder}/olist`)).toBe(shownOutput('marketplace'))
  })

  test('starts a clock for every lead, and stops those of the 841 deals that are in order', () => {
    const clocks = wonClocks(agreement)
    expect([clocks.length, new Set(clocks.map(({ lead }) => lead)).size]).toEqual([8000, 8000])
    const won = new Set(clocks.filter(({ stoppedAt }) => stoppedAt !== null).map(({ lead }) => lead))
    expect(deals.filter((deal) => !won.has(deal.mql_id ?? '')).map((deal) => deal.mql_id)).toEqual([outOfOrder])
    expect(won.size).toBe(reference.all_won_within_10_biz_days_biz_days_local_nat.of_in_order)
  })

  test('wins 435 of 841 within ten business days', () => {
    const stopped = wonClocks(agreement).filter(({ stoppedAt }) => stoppedAt !== null)
    const met = stopped.filter(({ status }) => status === 'met').length
    const { met: wanted, of_in_order: of } = reference.all_won_within_10_biz_days_biz_days_local_nat
    expect([met, stopped.length, wanted, of]).toEqual([435, 841, 435, 841])
  })

  test.each([1, 2, 5, 9, 10, 11, 20, 60, 200])('agrees deal by deal on %i business days', (days) => {
    expect(metLeads(withDays(days))).toEqual(dealsWithin('biz_days_local_nat', days))
  })

  test.each([1, 7, 14, 30, 60, 90, 180])('agrees deal by deal on %i calendar days', (days) => {
    const met = metLeads(withDays(days, true))
    expect(met).toEqual(dealsWithin('cal_days_local', days))
    const won = reference.conversion_within_calendar_days_local[String(days)]?.won
    if (won !== undefined) expect(met).toHaveLength(won)
  })

  test('credits each person with as many deals', () => {
    const clocks = new Map(wonClocks(agreement).map((clock) => [clock.lead, clock]))
    expect(perPerson((deal) => clocks.get(deal.mql_id ?? '')?.stoppedBy ?? 'nobody', clocks)).toEqual(
      met(reference.sr_won_within_10_biz_days_local_nat),
    )
    expect(perPerson((deal) => deal.sdr_id ?? '', clocks)).toEqual(met(reference.sdr_won_within_10_biz_days_local_nat))
  })

  test('counts the leads of each month in its own zone', () => {
    const month = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Sao_Paulo', year: 'numeric', month: '2-digit' })
    const perMonth: Record<string, number> = {}
    for (const { type, at } of events) {
      if (type !== 'lead.created') continue
      const key = month.format(new Date(at as string)).slice(0, 7)
      perMonth[key] = (perMonth[key] ?? 0) + 1
    }
    expect(perMonth).toEqual(reference.mql_per_month)
  })

  function metLeads(document: AgreementDocument): string[] {
    return wonClocks(document)
      .filter(({ status }) => status === 'met')
      .map(({ lead }) => lead)
      .sort()
  }

  function dealsWithin(column: string, days: number): string[] {
    return deals
      .filter((deal) => deal.mql_id !== outOfOrder && Number(deal[column]) <= days)
      .map((deal) => deal.mql_id ?? '')
      .sort()
  }

  function perPerson(
    personOf: (deal: Record<string, string>) => string,
    clocks: ReadonlyMap<string, Obligation>,
  ): Record<string, number> {
    const counts: Record<string, number> = {}
    for (const deal of deals) {
      if (deal.mql_id === outOfOrder) continue
      const isMet = clocks.get(deal.mql_id ?? '')?.status === 'met'
      counts[personOf(deal)] = (counts[personOf(deal)] ?? 0) + (isMet ? 1 : 0)
    }
    return counts
  }

  function met(people: Readonly<Record<string, PersonReference>>): Record<string, number> {
    return Object.fromEntries(Object.entries(people).map(([person, figures]) => [person, figures.met]))
  }
})
