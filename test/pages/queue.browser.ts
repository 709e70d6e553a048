/** The queue of `examples/queue` as a rep has it before them: the countdowns, what the buttons do, and a phone in the dark. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { violations } from './accessibility.ts'
import { sticksOut } from './layout.ts'
import { queue, queueFolder } from './sites.ts'
import { picture, test, themes, type Visit, widths } from './visit.ts'

/** Tuesday, 11:00 in Berlin. */
const now = '2026-04-07T09:00:00Z'

const open = (visit: Visit, look: Parameters<Visit>[1] = {}) => visit(queue, { now, ...look })
const card = (page: Page, name: string, promise: string) =>
  page.getByRole('article').filter({ hasText: name }).filter({ hasText: promise })

describe('the queue', () => {
  test('was built', () => expect(existsSync(join(queueFolder, 'index.html'))).toBe(true))

  for (const theme of themes) {
    test.for(Object.entries(widths))(`can be read by everybody, ${theme}, on a %s`, async ([name, width], { visit }) => {
      const page = await open(visit, { theme, width })
      await expect.poll(() => page.getByRole('article').count()).toBe(9)
      await picture(page, `queue-${theme}-${name}`, { fullPage: true })
      expect(await violations(page)).toEqual([])
      expect(await sticksOut(page)).toEqual([])
    })
  }

  test('has what is late first, in words', async ({ visit }) => {
    const page = await open(visit)
    const marks = await page.locator('.mark').allInnerTexts()
    expect(marks.map((mark) => mark.replace(/^\S+ /, ''))).toEqual([
      'Late',
      'Due soon',
      ...Array(5).fill('Open'),
      'Paused',
      'Paused',
    ])
    expect(await page.getByRole('status').innerText()).toBe('9 promises wait, 1 of them late.')
  })

  test('counts down by the second where seconds are shown, and breaches when its time has come', async ({ visit }) => {
    const page = await open(visit, { stopped: true })
    const hot = card(page, 'Kraftwerk Nord', 'First answer')
    await expect.poll(() => hot.locator('strong').innerText()).toBe('25 min 00 s left')
    await page.clock.runFor(1_000)
    await expect.poll(() => hot.locator('strong').innerText()).toBe('24 min 59 s left')
    await page.clock.fastForward('25:00')
    await expect.poll(() => hot.locator('.mark').innerText()).toContain('Late')
    await expect.poll(() => page.getByRole('status').innerText()).toBe('9 promises wait, 2 of them late.')
    expect(await page.locator('.told li').first().innerText()).toContain('is late')
  })

  test('stands still at lunch, and says so', async ({ visit }) => {
    const page = await open(visit, { stopped: true })
    const other = card(page, 'Vega', 'First answer')
    await page.clock.fastForward('01:40:00')
    const left = await other.locator('strong').innerText()
    expect(await other.innerText()).toContain('closed now')
    await page.clock.fastForward('00:20:00')
    expect(await other.locator('strong').innerText()).toBe(left)
  })

  test('wakes up only when something that it shows will change', async ({ visit }) => {
    const page = await open(visit, { stopped: true })
    // What is left is due in hours, so that the page shows minutes.
    for (const name of ['Kraftwerk Nord', 'Aydın Makina']) await card(page, name, 'First answer').getByText('Called').click()
    await page.evaluate(`new MutationObserver((all) => { window.changes = (window.changes ?? 0) + all.length })
      .observe(document.body, { subtree: true, childList: true, characterData: true })`)
    await page.clock.runFor(50_000)
    expect(await page.evaluate('window.changes ?? 0')).toBe(0)
    await page.clock.runFor(20_000)
    expect(await page.evaluate('window.changes ?? 0')).toBeGreaterThan(0)
  })

  test('is worked with the keyboard: answer, snooze, go on, decide', async ({ visit }) => {
    const page = await open(visit)
    const press = async (label: string) => {
      await page.getByRole('button', { name: label }).first().focus()
      await page.keyboard.press('Enter')
    }
    await press('Called: Kraftwerk Nord')
    await expect.poll(() => card(page, 'Kraftwerk Nord', 'First answer').count()).toBe(0)
    await press('Snooze: Vega Kühltechnik')
    await expect.poll(() => card(page, 'Vega', 'First answer').locator('.mark').innerText()).toContain('Paused')
    await press('Go on: Vega Kühltechnik')
    await expect.poll(() => card(page, 'Vega', 'First answer').locator('.mark').innerText()).toContain('Open')
    await press('Qualify: Kraftwerk Nord')
    await expect.poll(() => page.getByRole('status').innerText()).toBe('7 promises wait, 1 of them late.')
  })

  test('is empty when everything is decided', async ({ visit }) => {
    const page = await open(visit)
    for (let left = 5; left > 0; left--)
      await page
        .getByRole('button', { name: /^Not now/ })
        .first()
        .click()
    await expect.poll(() => page.getByRole('status').innerText()).toBe('Nothing waits for you.')
  })
})
