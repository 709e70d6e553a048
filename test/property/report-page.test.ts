import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgreementDocument, defineAgreement, evaluate } from '../../src/index.ts'
import { clean } from '../../src/markup.ts'
import { type Report, renderReport, report } from '../../src/report.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { evaluationOf, incentives, people, withIncentives, works } from '../arbitraries/conduct.ts'
import { type Story, story } from '../arbitraries/history.ts'
import { agreementOfNames, hostileText } from '../arbitraries/hostile-text.ts'
import { periodStory } from '../arbitraries/period-story.ts'
import { msOf } from '../oracle/ms.ts'
import { type CellOf, cellsOf, marksOf, type Page, pageOf, seen } from '../oracle/page-oracle.ts'
import { expectSafe, expectSound } from '../unit/report/page-law.ts'

/** A page costs as much as a thousand answers of the clock, so fewer are drawn. */
const numRuns = Math.ceil(Number(process.env.LEAD_SLA_RUNS ?? 1_000) / 50)
let seed = Number(process.env.LEAD_SLA_SEED ?? 20_260_407)

function law<Drawn>(title: string, drawn: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => void): void {
  test(title, { timeout: 120_000 }, () => {
    const property = fc.property(drawn, (value) => {
      check(value)
    })
    fc.assert(property, { numRuns, seed: seed++ })
  })
}

/** A story, told with or without its events and by which length of period. */
interface Told extends Story {
  readonly isWhole: boolean
  readonly per: 'month' | 'year'
  readonly language: 'en' | 'de'
}

const told: fc.Arbitrary<Told> = fc
  .record({
    it: fc.oneof(story(), periodStory()),
    isWhole: fc.boolean(),
    per: fc.constantFrom<Told['per']>('month', 'year'),
    language: fc.constantFrom<Told['language']>('en', 'de'),
  })
  .map(({ it, ...how }) => ({ ...it, ...how }))

function reportOf({ document, events, asOf, isWhole, per }: Told): Report {
  const agreement = agreementOf(document)
  const evaluation = evaluate(agreement, events, { asOf })
  const first = new Date(msOf(events[0]?.at ?? asOf)).toISOString()
  return report(evaluation, { agreement, period: first.slice(0, per === 'month' ? 7 : 4), ...(isWhole ? { events } : {}) })
}

/** Returns each picture with its marks and the cells of the table behind it. */
function charts(page: Page) {
  return page.all('figure').map((figure) => ({
    id: page.one('.picture svg', figure).id,
    marks: marksOf(page, page.one('.picture svg', figure)),
    cells: cellsOf(page, page.one('table', figure)),
  }))
}

/** The cells that a picture draws: those of its first column, or of all columns that are parts. */
function drawnOf(id: string, cells: readonly CellOf[]): CellOf[] {
  const first = cells[0]?.column
  const isWhole = /^chart-(trend|promise|funnel|compliance)/.test(id)
  const last = cells.at(-1)?.column
  return cells.filter(({ column, value }) => {
    if (Number.isNaN(value)) return false
    if (isWhole) return column === first && (value !== 0 || !id.startsWith('chart-funnel'))
    return value !== 0 && !(/ageing|delay/.test(id) && column === last)
  })
}

describe('the page of a report', () => {
  law('is safe and sound', told, (drawn) => {
    const page = pageOf(renderReport(reportOf(drawn), { language: drawn.language }))
    expectSafe(page)
    expectSound(page)
  })

  law('is the same for a report that was written down and read again', told, (drawn) => {
    const made = reportOf(drawn)
    const copy: Report = JSON.parse(JSON.stringify(made))
    expect(renderReport(copy, { language: drawn.language })).toBe(renderReport(made, { language: drawn.language }))
  })

  law('has a mark for each number of the table behind a chart, and no other', told, (drawn) => {
    for (const { id, marks, cells } of charts(pageOf(renderReport(reportOf(drawn), { language: drawn.language })))) {
      const drawnCells = drawnOf(id, cells)
      const isWeek = id === 'chart-arrivals'
      const says = drawnCells.map(({ row, column, text }) => [
        isWeek ? `${column} ${row}` : row.replace(/ (still running|läuft noch)$/, ''),
        text,
      ])
      expect(marks.length, id).toBe(drawnCells.length)
      for (const [row = '', text = ''] of says) {
        expect(
          marks.some((mark) => mark.says.startsWith(`${row}: `) && mark.says.includes(text)),
          `${id}: ${row}: ${text}`,
        ).toBe(true)
      }
    }
  })

  law('draws bars whose sizes are to each other as the numbers of the table', told, (drawn) => {
    for (const { id, marks, cells } of charts(pageOf(renderReport(reportOf(drawn), { language: drawn.language })))) {
      const side = /^chart-(ageing|delay|funnel)$/.test(id) ? 'width' : id.startsWith('chart-distribution') ? 'height' : undefined
      if (side === undefined) continue
      const numbers = drawnOf(id, cells)
      const scale = Math.max(...marks.map(({ size }) => size?.[side] ?? 0)) / Math.max(...numbers.map(({ value }) => value))
      const sizes = marks.map(({ size }) => size?.[side] ?? 0).sort((a, b) => a - b)
      numbers
        .map(({ value }) => value * scale)
        .sort((a, b) => a - b)
        .forEach((expected, index) => {
          expect(Math.abs((sizes[index] ?? 0) - expected), `${id} ${index}`).toBeLessThan(1.3)
        })
    }
  })

  law('shows the figures of the report', told, (drawn) => {
    const made = reportOf(drawn)
    const page = pageOf(renderReport(made, { language: drawn.language }))
    const [table] = page.all('#compliance table')
    const cells = table === undefined ? [] : cellsOf(page, table)
    const number = (value: number) => new Intl.NumberFormat(drawn.language === 'en' ? 'en-GB' : 'de-DE').format(value)
    made.clauses.forEach(({ clause, line }, index) => {
      const own = cells.slice(index * 12, index * 12 + 12)
      expect(own[0]?.row).toBe(clean(clause))
      const counts = [line.decided, line.kept, line.late, line.openBreached, line.atRisk, line.open + line.paused]
      expect(own.slice(3, 10).map(({ text }) => text)).toEqual(
        [...counts, line.cancelled + line.superseded + line.waived].map(number),
      )
    })
    const queue = page.all('#due-soon tbody tr').map((row) => seen(row.querySelector('th')).split(' ')[0])
    const { overdue, atRisk, due, paused } = made.queue
    const leads = [...overdue.rows, ...atRisk.rows, ...due.rows.slice(0, 25), ...paused.rows.slice(0, 25)].map(({ lead }) => lead)
    expect(queue).toEqual(leads)
  })
})

describe('incentives', () => {
  law(
    'stand on the leaderboard in the order of their ranks',
    fc.tuple(works, incentives),
    ([{ works: list, asOfDay }, rules]) => {
      const agreement = defineAgreement(withIncentives(rules))
      const evaluation = evaluationOf(agreement, list, asOfDay, people)
      const made = report(evaluation, { agreement })
      const page = pageOf(renderReport(made, { language: 'en' }))
      expectSound(page)
      expect(page.all('#leaderboard tbody tr').length).toBe(
        made.boards
          .flatMap(({ groups }) => groups)
          .reduce((sum, { ranked, unranked }) => sum + ranked.rows.length + unranked.rows.length, 0),
      )
    },
  )
})

describe('names that are markup', () => {
  const document = fc.array(hostileText, { minLength: 60, maxLength: 60 }).map((texts) => {
    let next = 0
    const names = new Map<string, string>()
    const name = (place: string): string => {
      const known = names.get(place) ?? `${texts[next++ % texts.length] ?? 'x'}${next}`
      names.set(place, known)
      return known
    }
    return { document: agreementOfNames(name), name }
  })

  law(
    'stay text wherever they stand',
    fc.tuple(document, fc.constantFrom<'en' | 'de'>('en', 'de')),
    ([{ document, name }, language]) => {
      const agreement = parsed(document)
      if (agreement === undefined) return
      const lead = name('lead')
      const events = [
        {
          id: '1',
          lead,
          type: 'lead.created',
          at: '2026-04-07T08:00:00Z',
          data: { score: 3, owner: name('member id'), team: name('team id') },
        },
        {
          id: '2',
          lead: name('other lead'),
          type: 'lead.created',
          at: '2026-04-07T09:00:00Z',
          data: { score: 3, owner: name('stranger') },
        },
        { id: name('bad'), lead, type: name('bad type'), at: 'then' },
      ]
      const evaluation = evaluate(agreement, events, { asOf: '2026-04-21T09:00:00Z' })
      const page = pageOf(renderReport(report(evaluation, { agreement, events }), { language }))
      expectSafe(page)
      const sound = seen(page.one('main'))
      expect(evaluation.obligations.length === 0 || sound.includes(clean(lead))).toBe(true)
      const data = page.all('#clocks').map(({ textContent }) => JSON.parse(textContent))
      expect(data.every(({ texts }) => texts.length > 0)).toBe(true)
    },
  )
})

/** Not every name may stand everywhere. */
function parsed(document: AgreementDocument) {
  try {
    return defineAgreement(document)
  } catch {
    return undefined
  }
}
