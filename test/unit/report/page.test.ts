import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type AgreementDocument, defineAgreement, evaluate, type LeadEvent, LeadSlaError } from '../../../src/index.ts'
import { firstScript, pageScript } from '../../../src/report/page/page-script.ts'
import { sectionIds } from '../../../src/report/page/section.ts'
import { type RenderReportOptions, type Report, type ReportOptions, renderReport, report } from '../../../src/report.ts'
import { evaluationOf } from '../../arbitraries/conduct.ts'
import { type Page, pageOf, seen } from '../../oracle/page-oracle.ts'
import { clock, documentOf, evaluated, worked } from '../conduct/one-team.ts'
import { expectSafe, expectSound } from './page-law.ts'

const leads = { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.assigned' }, per: 'month', target: 30 } as const
const document = documentOf({
  title: 'Inbound',
  clauses: { leads },
  lifecycle: { initial: 'new', states: { new: { to: ['won'] }, won: { disposition: true } } },
  enforcement: {
    ladders: {
      replies: { owedBy: 'sales', for: 'owner', per: 'month', steps: [{ name: 'talk', words: 'They talk.', action: 'notice' }] },
      late: { owedBy: 'sales', for: 'team', per: 'month', steps: [{ name: 'pool', action: 'returnLeads' }] },
      volume: {
        owedBy: 'sales',
        for: 'party',
        per: 'month',
        steps: [{ name: 'budget', action: 'moveBudget', from: 'sales', to: 'marketing', amountMinor: 12_345, currency: 'EUR' }],
      },
    },
  },
  incentives: { boards: { month: { for: 'owner', per: 'month', by: 'kept', minimumSample: 3 } } },
})
const events = [
  ...worked('anna', '2026-01', { kept: 24, late: 1 }),
  ...worked('ben', '2026-01', { kept: 10, late: 12 }),
  ...worked('dora', '2026-01', { kept: 2, open: 1, snoozed: 1, dropped: 1 }),
  ...clock('N', null, '2026-01-10', 'open'),
]

interface Asked extends Partial<ReportOptions>, Partial<RenderReportOptions> {
  readonly of?: AgreementDocument
  readonly list?: readonly LeadEvent[]
  readonly asOf?: string
}

function made({ of = document, list = events, asOf = '2026-02-01', ...options }: Asked = {}): Report {
  const agreement = defineAgreement(of)
  return report(evaluated(of, list, asOf), { agreement, events: list, ...options })
}
const html = (asked: Asked = {}) =>
  renderReport(made(asked), { language: asked.language ?? 'en', ...(asked.theme ? { theme: asked.theme } : {}) })
const page = (asked: Asked = {}) => pageOf(html(asked))
const idsOf = ({ all }: Page) => all('main > section').map(({ id }) => id)

describe('the page', () => {
  test('has its sections in their order, and a link to each', () => {
    const it = page()
    expectSafe(it)
    expectSound(it)
    expect(idsOf(it)).toEqual(sectionIds)
    expect(it.all('nav a').map((link) => link.getAttribute('href'))).toEqual(sectionIds.map((id) => `#${id}`))
    expect(seen(it.one('title:not(svg title)'))).toBe('Inbound: report for Jan 2026')
  })
  test('says in one sentence how things stand', () => {
    expect(seen(page().one('.headline'))).toBe(
      '▲ Needs attention: 2 clocks are overdue; 6 consequences follow; of 51 decided in the period 36 were kept.',
    )
    const kept = worked('anna', '2026-01', { kept: 30 })
    expect(seen(page({ list: kept }).one('.headline'))).toBe(
      '✓ In good order: nothing is overdue; of 30 decided in the period 30 were kept.',
    )
  })
  test('shows both parties with the same counts', () => {
    const [marketing, sales] = page().all('#scorecard .card')
    expect([marketing, sales].map((card) => seen(card?.querySelector('h3') ?? null))).toEqual(['Marketing', 'Sales'])
    expect(seen(sales?.querySelector('dl') ?? null)).toBe('kept36late13overdue now2pending1not counted1consequences6')
  })
  test('tells consequences and boards', () => {
    const it = page()
    const rows = it.all('#consequences tbody tr').map(seen)
    expect(rows.some((row) => row.includes('€123.45 of budget from sales to marketing'))).toBe(true)
    expect(rows.some((row) => row.includes('They talk.'))).toBe(true)
    expect(it.all('#leaderboard tbody th').map(seen)).toEqual(['1 Dora', '1 Anna', '2 Ben'])
  })
  test('opens every underlined number: its sentence, and clocks for the script', () => {
    const it = page()
    const [first] = it.all('#scorecard a.o')
    const entry = it.one(first?.getAttribute('href') ?? '')
    expect(seen(entry)).toMatch(
      /^reply 36 of 51 decided clocks were kept\. 1 pending and 1 cancelled, superseded or waived do not count\. Among them/,
    )
    const data = JSON.parse(it.one('#clocks').textContent)
    const [key = ''] = (entry.getAttribute('data-c') ?? '').split(' ')
    expect(data.rows[key].map((text: number) => data.texts[text])).toHaveLength(data.heads.length)
  })
  test('follows the theme that is asked for', () => {
    const theme = (asked: Asked) => page(asked).root.getAttribute('data-theme')
    expect([theme({}), theme({ theme: 'auto' }), theme({ theme: 'light' }), theme({ theme: 'dark' })]).toEqual([
      null,
      null,
      'light',
      'dark',
    ])
    expect(
      page({ theme: 'dark' })
        .all('input[checked]')
        .map((input) => input.getAttribute('value')),
    ).toEqual(['dark'])
  })
  test('has scripts that can be read, and no end of one inside', () => {
    for (const script of [firstScript, pageScript]) {
      expect(() => new Function(script)).not.toThrow()
      expect(script).not.toMatch(/<\/script|<!--/i)
    }
  })
  test.each([
    ['language', { language: 'fr' }],
    ['theme', { language: 'en', theme: 'pink' }],
  ])('refuses an unknown %s', (option, options) => {
    const thrown = (() => {
      try {
        return renderReport(made(), options as RenderReportOptions)
      } catch (error) {
        return error
      }
    })()
    expect(thrown).toBeInstanceOf(LeadSlaError)
    expect((thrown as LeadSlaError).issues).toMatchObject([{ code: 'unknown-value', path: [option] }])
  })
})

describe('in another place', () => {
  afterEach(() => vi.unstubAllEnvs())
  test('it is the same page, byte for byte', () => {
    const here = html()
    vi.stubEnv('TZ', 'Pacific/Apia')
    vi.stubEnv('LANG', 'ar_EG.UTF-8')
    expect(html()).toBe(here)
  })
  test('in German it has the same sections, tables and pictures', () => {
    const [english, german] = [page(), page({ language: 'de' })]
    expectSafe(german)
    expectSound(german)
    expect(german.root.getAttribute('lang')).toBe('de')
    expect(idsOf(german)).toEqual(idsOf(english))
    for (const query of ['table', 'tr', 'figure svg', 'a.o', 'h3'])
      expect(german.all(query).length, query).toBe(english.all(query).length)
    expect(seen(german.one('.headline'))).toBe(
      '▲ Hier ist etwas zu tun: 2 Fristen sind überfällig; 6 Konsequenzen folgen; von 51 im Zeitraum entschiedenen wurden 36 eingehalten.',
    )
    expect(seen(german.all('#compliance td[data-v]')[0] ?? null)).toMatch(/^\d+,\d\s%$/)
  })
})

describe('what is hard to show', () => {
  test('nothing at all', () => {
    const it = page({ of: documentOf(), list: [] })
    expectSafe(it)
    expectSound(it)
    expect(idsOf(it)).toEqual(['scorecard', 'due-soon', 'compliance', 'trend', 'data-quality'])
    expect(seen(it.one('#due-soon'))).toBe('Due soon Nothing is open.')
    expect(it.all('figure .picture title').length).toBeLessThan(3)
  })
  test('one lead', () => {
    const it = page({ of: documentOf(), list: clock('L', 'anna', '2026-01-10', 'kept') })
    expectSafe(it)
    expectSound(it)
    expect(seen(it.one('#scorecard .lines .figure'))).toBe('100%')
    expect(seen(it.one('#scorecard .lines li'))).toContain('small sample')
    expect(seen(it.one('#trend'))).toContain('so there is no trend to see')
  })
  test('a clause without a sample has neither a share nor a mark', () => {
    const list = clock('L', 'anna', '2026-01-31', 'open')
    const it = page({ of: documentOf(), list, asOf: '2026-01-31T09:00:00Z' })
    expectSound(it)
    expect(seen(it.one('#scorecard .lines .figure'))).toBe('–')
    expect(it.all('#chart-compliance .point circle')).toEqual([])
  })
  test('names from right to left stand in their own direction, and cannot turn what stands around them', () => {
    const name = '\u202eابنة\u2066'
    const it = page({ of: documentOf(), list: clock(name, name, '2026-01-10', 'open') })
    expectSafe(it)
    expect(it.all('#due-soon bdi').map(seen)).toEqual(['ابنة', 'reply', 'ابنة'])
    expect(it.root.outerHTML).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })
  test('the end of a script in the name of a lead', () => {
    const name = '</script><script>alert(1)</script>'
    const it = page({
      of: documentOf(),
      list: [...clock(name, name, '2026-01-10', 'late'), ...clock(`${name}2`, name, '2026-01-11', 'open')],
    })
    expectSafe(it)
    expect(JSON.parse(it.one('#clocks').textContent).texts).toContain(name)
  })
  test('ten thousand people, on a page below a megabyte that says how many are left out', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `a person of the name ${index}`)
    const list = names.map((_, owner) => ({
      owner,
      day: owner % 28,
      fate: owner % 3 === 0 ? ('late' as const) : ('kept' as const),
    }))
    const agreement = defineAgreement(documentOf())
    const text = renderReport(report(evaluationOf(agreement, list, 31, names), { agreement }), { language: 'en' })
    expect(text.length).toBeLessThan(1_000_000)
    const it = pageOf(text)
    expectSound(it)
    expect(it.all('#compliance tfoot th').map(seen)).toContain('and 9,950 more')
  })
  test('the demo, on a page below 500 kB', () => {
    const read = (path: string) => readFileSync(new URL(`../../../examples/demo/${path}`, import.meta.url))
    const agreement = defineAgreement(JSON.parse(read('agreement.json').toString()))
    const lines = gunzipSync(read('events.ndjson.gz')).toString().trimEnd().split('\n')
    const told = lines.map((line) => JSON.parse(line))
    const evaluation = evaluate(agreement, told, { asOf: '2026-10-01T00:00:00Z' })
    expect(renderReport(report(evaluation, { agreement, events: told }), { language: 'en' }).length).toBeLessThan(500_000)
  })
})
