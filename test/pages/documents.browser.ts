/** The agreement in writing, the guides and the negotiation view, as they are read on a screen, on a phone, in the dark and on paper. */
import { describe, expect } from 'vitest'
import { defineAgreement, evaluate } from '../../src/index.ts'
import { template, templateNames } from '../../src/templates.ts'
import { evidenceOf, negotiationView, renderAgreement, roleGuide } from '../../src/writing.ts'
import { readText } from '../repository.ts'
import { wholeAgreement } from '../unit/writing/whole-agreement.ts'
import { contrast, violations } from './accessibility.ts'
import { brokenOnPaper, printedPages, sticksOut } from './layout.ts'
import { phone, picture, test, themes } from './visit.ts'

const languages = ['en', 'de'] as const
const demo = defineAgreement(JSON.parse(readText('examples/demo/agreement.json')))
const whole = defineAgreement(wholeAgreement)

/** The margins of the printed page, left and right together, above and below together. */
const margins = [34, 38] as const

const documents = new Map<string, () => string>()
for (const language of languages) {
  const options = { language, format: 'html' } as const
  documents.set(`demo.${language}`, () => renderAgreement(demo, options))
  documents.set(`whole.${language}`, () => renderAgreement(whole, options))
  documents.set(`negotiation.${language}`, () => negotiationView(whole, options))
  for (const name of templateNames) {
    documents.set(`${name}.${language}`, () => renderAgreement(template(name, { lang: language }).agreement, options))
  }
}
for (const [role, language] of [
  ['SDR', 'en'],
  ['Account executive', 'de'],
  ['Sales manager', 'de'],
  ['marketing manager', 'en'],
] as const) {
  documents.set(`guide ${role}.${language}`, () => roleGuide(whole, { role, language, format: 'html' }))
}
documents.set('negotiation with data', () => {
  const { agreement, events, asOf } = template('b2b-inbound')
  return negotiationView(agreement, {
    language: 'en',
    format: 'html',
    evidence: evidenceOf(evaluate(agreement, events, { asOf })),
  })
})

/** Words can break the layout, and German ones are the longer ones; what a page is made of is the same in every template and language. */
const templatesIn = (language: string) => templateNames.map((name) => `${name}.${language}`)
const pagesBut = (...without: readonly string[]) => [...documents].filter(([name]) => !without.includes(name))
const laidOut = pagesBut(...templatesIn('en'))
const read = pagesBut(...templatesIn('de'), ...templatesIn('en').slice(2), 'demo.de', 'whole.de', 'negotiation.de')

describe('a document', () => {
  test.for(laidOut)('%s fits a screen, a phone and paper', async ([, write], { visit }) => {
    const page = await visit({ html: write() })
    expect.soft(await sticksOut(page)).toEqual([])
    await page.setViewportSize({ width: phone, height: 844 })
    expect.soft(await sticksOut(page)).toEqual([])
    for (const paper of ['A4', 'Letter'] as const) expect.soft(await brokenOnPaper(page, paper, margins), paper).toEqual([])
  })

  test.for(read)('%s can be read by everybody', async ([, write], { visit }) => {
    expect(await violations(await visit({ html: write() }))).toEqual([])
  })

  test.for(themes)('has enough contrast in the %s, with a question open', async (theme, { visit }) => {
    const page = await visit({ html: documents.get('whole.de')?.() ?? '' }, { theme })
    expect(await page.locator('.questions').count()).toBeGreaterThan(0)
    expect(await violations(page, contrast)).toEqual([])
    await picture(page, `agreement-${theme}`)
    await page.setViewportSize({ width: phone, height: 844 })
    await picture(page, `agreement-${theme}-phone`)
  })

  test.for([
    ['A4', '210 × 297'],
    ['Letter', '216 × 279'],
  ] as const)('prints on %s', async ([paper, size], { visit }) => {
    const page = await visit({ html: documents.get('demo.en')?.() ?? '' })
    const sheets = await printedPages(page, paper)
    expect(new Set(sheets)).toEqual(new Set([size]))
    expect(sheets.length).toBeGreaterThan(8)
    expect(sheets.length).toBeLessThan(16)
  })

  test('is read with the keyboard alone: a table that is too wide for a phone can be moved', async ({ visit }) => {
    const page = await visit({ html: documents.get('demo.en')?.() ?? '' }, { width: 320 })
    const wide = page.locator('.wide').filter({ hasText: 'Entered only if' })
    const hidden = await wide.evaluate((frame) => frame.scrollWidth - frame.clientWidth)
    expect(hidden).toBeGreaterThan(0)
    await wide.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => wide.evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(0)
  })
})
