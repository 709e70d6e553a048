/** Every clock of a real log, against figures that another program computed: see `reference.json` of the data for its definitions. */
import { type AgreementDocument, evaluate, type LeadEvent, type Obligation } from 'lead-sla'
import { beforeAll, describe, expect, test } from 'vitest'
import agreementDocument from '../../examples/loan-applications/agreement.json' with { type: 'json' }
import { main } from '../../examples/loan-applications/main.ts'
import { readEvents } from '../../examples/loan-applications/read-events.ts'
import { all, dataFolder, readJson, readRows } from './data-folder.ts'
import { shownOutput } from './example-output.ts'

interface Share {
  readonly met: number
  readonly of: number
}
interface ClauseReference {
  readonly started: number
  readonly never_stopped: number
  readonly within_calendar_minutes: Readonly<Record<string, Share>>
  readonly within_business_minutes: Readonly<Record<string, Share>>
  readonly per_resource_within_60_business_minutes: Readonly<Record<string, { readonly n: number; readonly met: number }>>
}

const asOf = '2012-03-15T00:00:00+01:00'
const agreement = agreementDocument as AgreementDocument
const clauses = Object.keys(agreement.clauses)
const snake = (clause: string): string => clause.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const millisecondsOf = (seconds: string): number => Math.round(Number(seconds) * 1000)

/** The reference names only those who stopped at least twenty clocks of a clause. */
const fewestNamed = 20

/** Returns the agreement with another target, and with another boundary or clock. */
function withTarget(minutes: string, change: { readonly boundary?: 'close'; readonly clock?: 'always' } = {}): AgreementDocument {
  const changed = Object.entries(agreement.clauses).map(([id, clause]) => {
    if (clause.kind !== 'timed') throw new Error(`${id} is not timed`)
    return [id, { ...clause, within: `PT${minutes}M`, ...change }]
  })
  return { ...agreement, clauses: Object.fromEntries(changed) }
}

describe.runIf(dataFolder !== undefined)('a log of 13,087 loan applications', { timeout: 300_000 }, () => {
  let events: LeadEvent[] = []
  let obligations: readonly Obligation[] = []
  let reference: Readonly<Record<string, ClauseReference>> = {}

  beforeAll(async () => {
    events = await all(readEvents(`${dataFolder}/bpic2012`))
    const evaluation = evaluate(agreement, events, { asOf })
    expect(evaluation.refused).toEqual([])
    obligations = evaluation.obligations
    reference = (readJson('bpic2012/reference.json') as { clauses: typeof reference }).clauses
  }, 120_000)

  const stopped = () => obligations.filter(({ stoppedAt }) => stoppedAt !== null)

  test('is read as a whole', () => {
    expect([events.length, new Set(events.map(({ id }) => id)).size, new Set(events.map(({ lead }) => lead)).size]).toEqual([
      262_200, 262_200, 13_087,
    ])
    expect(events.filter(({ actor }) => actor === undefined)).toHaveLength(18_010)
  })

  test('starts and stops every clock where the reference does, by the same person, after the same time', () => {
    const rows = new Map(readRows('bpic2012/clauses.csv.gz').map((row) => [`${row.clause} ${row.case}`, row]))
    expect(obligations).toHaveLength(rows.size)
    const different: unknown[] = []
    for (const found of obligations) {
      const row = rows.get(`${snake(found.clause)} ${found.lead}`) ?? {}
      const {
        start = '',
        stop = '',
        stop_resource: person = '',
        business_seconds: business = '',
        calendar_seconds: wall = '',
      } = row
      const startedAt = Date.parse(found.startedAt)
      const isSame =
        startedAt === Date.parse(start) &&
        found.cycle === 1 &&
        (found.stoppedAt === null
          ? stop === '' && found.status === 'openBreached'
          : Date.parse(found.stoppedAt) === Date.parse(stop) &&
            (found.stoppedBy ?? '') === person &&
            found.usedMs === millisecondsOf(business) &&
            Date.parse(found.stoppedAt) - startedAt === millisecondsOf(wall))
      if (!isSame) different.push({ found, row })
    }
    expect(different.slice(0, 3)).toEqual([])
    expect(different).toHaveLength(0)
  })

  test('is what its page shows', async () => {
    expect(await main(`${dataFolder}/bpic2012`)).toBe(shownOutput('loan-applications'))
  })

  test('counts as many started and never stopped clocks', () => {
    for (const clause of clauses) {
      const own = obligations.filter((each) => each.clause === clause)
      const { started, never_stopped: never } = reference[snake(clause)] ?? {}
      expect([clause, own.length, own.filter(({ stoppedAt }) => stoppedAt === null).length]).toEqual([clause, started, never])
    }
  })

  test('credits each person with as many within 60 business minutes', () => {
    for (const clause of clauses) {
      const perPerson: Record<string, { n: number; met: number }> = {}
      for (const { clause: of, stoppedBy, status } of stopped()) {
        if (of !== clause) continue
        perPerson[stoppedBy ?? ''] ??= { n: 0, met: 0 }
        const own = perPerson[stoppedBy ?? ''] as { n: number; met: number }
        own.n++
        if (status === 'met') own.met++
      }
      const named = Object.entries(perPerson).filter(([, { n }]) => n >= fewestNamed)
      expect(Object.fromEntries(named), clause).toEqual(reference[snake(clause)]?.per_resource_within_60_business_minutes)
    }
  })

  test.each(['5', '15', '60', '240', '480'])('meets as many targets of %s business minutes', (minutes) => {
    const within = clauses.map((clause) => reference[snake(clause)]?.within_business_minutes[minutes])
    expect(sharesOf(withTarget(minutes))).toEqual(within.map((share) => [share?.met, share?.of]))
  })

  // Eight hours are a whole day: whoever starts outside hours has used all of them at the close, and stops after it.
  test.each(['60', '240', '480'])('is stricter where a budget of %s minutes that ends at the close is due then', (minutes) => {
    const rows = readRows('bpic2012/clauses.csv.gz').filter(({ stop }) => stop !== '')
    const before = (clause: string) =>
      rows.filter((row) => row.clause === snake(clause) && millisecondsOf(row.business_seconds ?? '') < Number(minutes) * 60_000)
        .length
    expect(sharesOf(withTarget(minutes, { boundary: 'close' })).map(([met]) => met)).toEqual(clauses.map(before))
  })

  test.each(['5', '15', '60', '240', '1440'])('meets as many targets of %s minutes on the clock that never stops', (minutes) => {
    const within = clauses.map((clause) => reference[snake(clause)]?.within_calendar_minutes[minutes])
    expect(sharesOf(withTarget(minutes, { clock: 'always' }))).toEqual(within.map((share) => [share?.met, share?.of]))
  })

  /** Returns the met and the stopped clocks of each clause. */
  function sharesOf(document: AgreementDocument): [number, number][] {
    const counted = new Map(clauses.map((clause) => [clause, [0, 0] as [number, number]]))
    for (const { clause, status, stoppedAt } of evaluate(document, events, { asOf }).obligations) {
      const counts = counted.get(clause)
      if (!counts || stoppedAt === null) continue
      counts[1]++
      if (status === 'met') counts[0]++
    }
    return [...counted.values()]
  }
})
