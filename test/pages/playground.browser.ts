/** The playground as a newcomer uses it: an example, a change, a mistake, the slider, one lead, the report, and a link to all of it. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { contrast, violations } from './accessibility.ts'
import { sticksOut } from './layout.ts'
import { docs } from './sites.ts'
import { origin, phone, picture, test, themes, type Visit, widths } from './visit.ts'

const frameMs = 16
const summary = (page: Page) => page.locator('#play-summary').innerText()

async function open(visit: Visit, look: Parameters<Visit>[1] = {}, path = 'playground.html') {
  const page = await visit(docs, { path, ...look })
  await expect.poll(() => summary(page), { timeout: 20_000 }).toMatch(/\d+ clocks/)
  return page
}

/** Takes the place of everything that stands in an editor, as a paste does. */
async function replaceAll(page: Page, editor: string, text: string) {
  await page.locator(`${editor} .cm-content`).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

describe('the playground', () => {
  for (const theme of themes) {
    test.for(Object.entries(widths))(`can be used by everybody, ${theme}, on a %s`, async ([name, width], { visit }) => {
      const page = await open(visit, { theme, width })
      await picture(page, `playground-${theme}-${name}`, { fullPage: true })
      if (theme === 'light' || width === phone) expect.soft(await violations(page, theme === 'dark' ? contrast : {})).toEqual([])
      expect.soft(await sticksOut(page)).toEqual([])
    })
  }

  test('changes with the instant: at the beginning nothing has started, at the end everything has', async ({ visit }) => {
    const page = await open(visit)
    const slider = page.locator('#play-as-of')
    const count = async () => Number(/^\d+/.exec(await summary(page))?.[0])
    await slider.focus()
    await page.keyboard.press('End')
    await expect.poll(count).toBeGreaterThan(3)
    const all = await count()
    await page.keyboard.press('Home')
    await expect.poll(count).toBeLessThan(all)
  })

  test('goes on to what is due next, and says what that is', async ({ visit }) => {
    const page = await open(visit)
    const at = () => page.locator('#play-as-of-text').inputValue()
    const before = await at()
    await page.locator('#play-next-due').click()
    await expect.poll(at).not.toBe(before)
    expect(Date.parse(await at())).toBeGreaterThan(Date.parse(before))
    await expect.poll(() => page.locator('#play-next-note').innerText()).not.toBe('')
  })

  test('keeps the last good result while there is a mistake, and says where it is', async ({ visit }) => {
    const page = await open(visit)
    const good = await summary(page)
    await page.locator('#play-agreement .cm-content').click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('x')
    await expect.poll(() => page.locator('#play-agreement-mistakes').innerText()).not.toBe('')
    await expect.poll(() => page.locator('#play-stale').isVisible()).toBe(true)
    expect(await summary(page)).toBe(good)
    await picture(page, 'playground-mistake')
    expect(await violations(page, { within: 'main' })).toEqual([])
    await page.locator('#play-agreement .cm-content').press('Backspace')
    await expect.poll(() => page.locator('#play-stale').count()).toBe(0)
  })

  test('tells a mistake of meaning by its code, at its place', async ({ visit }) => {
    const page = await open(visit)
    const agreement = { agreement: 'a', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } } }
    const reply = {
      kind: 'timed',
      owedBy: 'nobody',
      clock: 'always',
      start: { on: 'lead.created' },
      stop: { on: 'call.made' },
      within: 'PT1H',
    }
    await replaceAll(page, '#play-agreement', JSON.stringify({ ...agreement, clauses: { reply } }, null, 2))
    await expect.poll(() => page.locator('#play-agreement-mistakes').innerText()).toContain('unknown-party')
  })

  test('evaluates what is pasted', async ({ visit }) => {
    const page = await open(visit)
    const agreement = { agreement: 'a', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } } }
    const reply = {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'always',
      start: { on: 'lead.created' },
      stop: { on: 'call.made' },
      within: 'PT1H',
    }
    await replaceAll(page, '#play-agreement', JSON.stringify({ ...agreement, clauses: { reply } }, null, 2))
    await page.locator('#play-text-tab-events').click()
    await replaceAll(
      page,
      '#play-events',
      'id,lead,type,at\n1,L-1,lead.created,2026-04-07T08:00:00Z\n2,L-2,lead.created,2026-04-07T08:30:00Z\n3,L-1,call.made,2026-04-07T08:10:00Z\n',
    )
    await page.locator('#play-as-of-text').fill('2026-04-07T09:00:00Z')
    await page.keyboard.press('Enter')
    await expect.poll(() => summary(page)).toBe('2 clocks, 1 open, 0 breached')
    await replaceAll(page, '#play-events', 'id,lead,type,at\n1,L-1,lead.created,2026-04-07T08:00:00\n')
    await expect.poll(() => page.locator('#play-event-mistakes').innerText()).toContain('missing-offset')
  })

  test('shows one lead and its picture, and the report', async ({ visit }) => {
    const page = await open(visit)
    await page.locator('#play-as-of').press('End')
    await page.locator('#play-view-panel-clocks tbody button').first().click()
    const panel = page.locator('#play-view-panel-lead')
    await expect.poll(() => panel.locator('svg').count(), { timeout: 15_000 }).toBeGreaterThan(0)
    await picture(page, 'playground-lead')
    expect.soft(await violations(page)).toEqual([])
    await page.locator('#play-view-tab-report').click()
    const frame = page.frameLocator('#play-view-panel-report iframe')
    await expect.poll(() => frame.locator('#scorecard').count(), { timeout: 15_000 }).toBe(1)
    await picture(page, 'playground-report')
  })

  test('is shared by a link that holds all of it, and is sent to nobody', async ({ visit }) => {
    const page = await open(visit)
    await page.locator('#play-example').selectOption('enterprise-accounts')
    await page.locator('#play-as-of').press('End')
    await page.locator('#play-as-of').press('ArrowLeft')
    await expect.poll(() => page.locator('#play-example').inputValue()).toBe('enterprise-accounts')
    const [said, at] = [await summary(page), await page.locator('#play-as-of-text').inputValue()]
    await page.locator('#play-share').click()
    await expect.poll(() => new URL(page.url()).hash.length).toBeGreaterThan(20)
    await expect.poll(() => page.locator('#play-notice').innerText()).not.toBe('')
    const other = await open(visit, {}, page.url().slice(origin.length + 1))
    await expect.poll(() => summary(other)).toBe(said)
    expect(await other.locator('#play-as-of-text').inputValue()).toBe(at)
    const cut = await open(visit, {}, page.url().slice(origin.length + 1, -30))
    await expect.poll(() => cut.locator('#play-notice').innerText()).toMatch(/cut off|damaged/)
  })

  test('speaks German', async ({ visit }) => {
    const page = await open(visit)
    await page.locator('#play-language').selectOption('de')
    await expect.poll(() => page.locator('#play-summary').innerText()).toMatch(/Uhren/)
  })

  test('evaluates five thousand events within a frame', async ({ visit }) => {
    const page = await open(visit)
    await page.locator('#play-text-tab-events').click()
    await page.getByLabel('Leads').fill('1100')
    await page.getByRole('button', { name: 'Make events' }).click()
    const speed = () => page.locator('#play-speed').innerText()
    const eventCount = async () => Number((/^[\d,]+/.exec(await speed())?.[0] ?? '0').replace(',', ''))
    await expect.poll(eventCount, { timeout: 15_000 }).toBeGreaterThan(4_500)
    // What the page itself measures and shows. The machine has other things to do as well, so the best of some movements counts.
    const measured: number[] = []
    while (measured.length < 60 && Math.min(...measured) > frameMs) {
      await page.locator('#play-earlier').click()
      await page.waitForTimeout(30)
      measured.push(Number(/in ([\d.]+) ms/.exec(await speed())?.[1]))
    }
    expect(Math.min(...measured), measured.join(', ')).toBeLessThan(2 * frameMs)
  })
})
