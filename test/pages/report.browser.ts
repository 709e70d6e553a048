/** The report as a manager reads it on Monday: sorted, filtered, asked what a number rests on, in the dark, on a phone and on paper. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { type AgreementDocument, defineAgreement, evaluate, type LeadEvent } from '../../src/index.ts'
import { type ReportOptions, renderReport, report } from '../../src/report.ts'
import { readText, root } from '../repository.ts'
import { contrast, violations } from './accessibility.ts'
import { brokenOnPaper, printedPages, sticksOut } from './layout.ts'
import { phone, picture, test, themes, type Visit, widths } from './visit.ts'

const agreement = defineAgreement(JSON.parse(readText('examples/demo/agreement.json')))
const packed = readFileSync(join(root, 'examples/demo/events.ndjson.gz'))
const events: unknown[] = gunzipSync(packed)
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
const evaluation = evaluate(agreement, events, { asOf: '2026-10-01T00:00:00Z' })
const september = report(evaluation, { agreement, events, period: '2026-09' })
const english = renderReport(september, { language: 'en' })

const open = (visit: Visit, look: Parameters<Visit>[1] = {}) => visit({ html: english }, look)

describe('the report of the demo', () => {
  test('can be read by everybody', async ({ visit }) => {
    expect(await violations(await open(visit))).toEqual([])
  })

  for (const theme of themes) {
    test.for(Object.entries(widths))(`fits, with enough contrast: ${theme}, on a %s`, async ([name, width], { visit }) => {
      const page = await open(visit, { theme, width })
      await picture(page, `report-${theme}-${name}`, { fullPage: true })
      expect(await sticksOut(page)).toEqual([])
      if (theme === 'dark' && width === phone) expect(await violations(page, contrast)).toEqual([])
    })
  }

  test('fits a narrow phone in German', async ({ visit }) => {
    const page = await visit({ html: renderReport(september, { language: 'de' }) }, { width: 360 })
    expect(await sticksOut(page)).toEqual([])
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
  })

  test('stays where it is while it opens', async ({ visit }) => {
    const page = await open(visit)
    const shift = await page.evaluate<number>(`new Promise((resolve) => {
      let sum = 0
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value }).observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => resolve(sum), 300)
    })`)
    expect(shift).toBe(0)
  })

  test('falls onto paper without a broken table', async ({ visit }) => {
    const page = await open(visit)
    for (const paper of ['A4', 'Letter'] as const) expect(await brokenOnPaper(page, paper, [26, 30]), paper).toEqual([])
    const sheets = await printedPages(page, 'A4')
    expect(new Set(sheets)).toEqual(new Set(['210 × 297']))
    expect(sheets.length).toBeLessThan(30)
  })
})

describe('a manager', () => {
  test('sorts a table by what it says, down and up again, with the keyboard as well', async ({ visit }) => {
    const page = await open(visit)
    const table = page.locator('#compliance table.sort').last()
    const column = async () => table.locator('tbody tr > :first-child').allInnerTexts()
    const before = await column()
    const head = table.locator('thead th').first()
    await head.locator('button').click()
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    const ascending = await column()
    expect(ascending.toSorted()).toEqual(before.toSorted())
    await head.locator('button').press('Enter')
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    const descending = await column()
    expect(descending[0]).toBe(ascending.at(-1))
    expect(descending).not.toEqual(ascending)
  })

  test('filters by person, and sees how much is left', async ({ visit }) => {
    const page = await open(visit)
    const rows = page.locator('table.filter tbody tr')
    const all = await rows.count()
    await page.getByRole('searchbox').fill('sofia')
    const shown = await rows.filter({ visible: true }).allInnerTexts()
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.every((text) => /sofia/i.test(text))).toBe(true)
    expect(await page.locator('#filtered').innerText()).toBe(`${shown.length} of ${all} rows`)
    await page.getByRole('searchbox').fill('')
    expect(await rows.filter({ visible: true }).count()).toBeGreaterThan(shown.length)
  })

  test('opens what a number rests on, and comes back to it', async ({ visit }) => {
    const page = await open(visit)
    const figure = page.locator('#scorecard a.o').first()
    await figure.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    expect(await dialog.isVisible()).toBe(true)
    expect(await dialog.locator('h2').innerText()).not.toBe('')
    expect((await dialog.locator('.content p').first().innerText()).length).toBeGreaterThan(20)
    expect(await dialog.locator('tbody tr').count()).toBeGreaterThan(0)
    expect(await violations(page, { within: '#opened' })).toEqual([])
    await picture(page, 'report-number')
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)
    expect(await figure.evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true)
  })

  test('finds an explanation behind every number that is underlined', async ({ visit }) => {
    const page = await open(visit)
    const ends = await page
      .locator('a.o')
      .evaluateAll((links) =>
        links.filter((link) => !link.ownerDocument.querySelector(link.hash)?.textContent).map((link) => link.outerHTML),
      )
    expect(ends).toEqual([])
  })

  test('switches the colours, whatever the system says', async ({ visit }) => {
    const page = await open(visit, { theme: 'light' })
    const paper = () =>
      page.locator('body').evaluate((body) => body.ownerDocument.defaultView.getComputedStyle(body).backgroundColor)
    const light = await paper()
    await page.getByRole('radio', { name: 'Dark' }).check()
    expect(await paper()).not.toBe(light)
    expect(await violations(page, { ...contrast, within: '#scorecard' })).toEqual([])
    await page.getByRole('radio', { name: 'Auto' }).check()
    expect(await paper()).toBe(light)
  })

  test('reads the table behind a chart', async ({ visit }) => {
    const page = await open(visit)
    const behind = page.locator('#trend details').first()
    await behind.locator('summary').click()
    expect(await behind.locator('table').isVisible()).toBe(true)
    expect(await behind.locator('tbody tr').count()).toBeGreaterThan(0)
  })

  test('reads all of it in a mail program that runs no scripts', async ({ visitor }) => {
    const page = await visitor.visit({ html: english }, { scripts: false })
    expect(await page.getByRole('searchbox').isVisible()).toBe(false)
    await page.locator('#scorecard a.o').first().click()
    expect(new URL(page.url()).hash).toMatch(/^#e\d+$/)
    expect(await page.locator(':target').innerText()).not.toBe('')
    expect(visitor.complaints).toEqual([])
  })
})

describe('the page holds', () => {
  const document: AgreementDocument = {
    agreement: 'edge',
    version: '1',
    title: '</script><script>throw new Error("run")</script>',
    timeZone: 'UTC',
    parties: { sales: { name: 'مبيعات <b>' }, marketing: { name: 'Marketing' } },
    clauses: {
      reply: {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'always',
        start: { on: 'lead.created' },
        stop: { on: 'call.made' },
        within: 'PT1H',
      },
      never: {
        kind: 'timed',
        owedBy: 'marketing',
        clock: 'always',
        start: { on: 'nothing' },
        stop: { on: 'call.made' },
        within: 'PT1H',
      },
    },
  }
  const pageOf = (given: readonly LeadEvent[], options: Partial<ReportOptions> = {}) => {
    const found = evaluate(document, given, { asOf: '2026-04-08T00:00:00Z' })
    return renderReport(report(found, { agreement: document, events: given, ...options }), { language: 'en' })
  }
  const created = (lead: string, data = {}): LeadEvent => ({
    id: lead,
    lead,
    type: 'lead.created',
    at: '2026-04-07T08:00:00Z',
    data,
  })
  const crowd = Array.from({ length: 10_000 }, (_, index): LeadEvent[] => [
    created(`L-${index}`),
    {
      id: `a-${index}`,
      lead: `L-${index}`,
      type: 'lead.assigned',
      at: '2026-04-07T08:00:00Z',
      sequence: -1,
      data: { owner: `<i>person ${index}</i> محمد` },
    },
  ]).flat()

  test.for([
    ['nothing', () => []],
    ['one lead', () => [created('L-1')]],
    ['names with markup that run from right to left, ten thousand of them', () => crowd],
  ] as const)('with %s', async ([, given], { visit }) => {
    const html = pageOf(given())
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000)
    const page = await visit({ html }, { width: phone })
    expect(await sticksOut(page)).toEqual([])
    expect(await violations(page)).toEqual([])
    expect(await page.locator('bdi > i, bdi > b, h1 script').count()).toBe(0)
  })

  test('and the demo weighs less than a megabyte', () => expect(Buffer.byteLength(english)).toBeLessThan(1_000_000))
})
