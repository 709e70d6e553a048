/** The docs site as a newcomer uses it: the first page, a search, the other language, the dark, a phone. `npm run docs` builds it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { contrast, violations } from './accessibility.ts'
import { sticksOut } from './layout.ts'
import { docs, docsFolder } from './sites.ts'
import { phone, picture, test, themes, type Visit, widths } from './visit.ts'

const open = async (visit: Visit, path: string, look: Parameters<Visit>[1] = {}) => {
  const page = await visit(docs, { path, ...look })
  await page.waitForLoadState('networkidle')
  return page
}
const search = async (page: Page, words: string) => {
  await page.keyboard.press('Control+k')
  await page.locator('#localsearch-input').fill(words)
}

describe('the site', () => {
  test('was built', () => expect(existsSync(join(docsFolder, 'index.html'))).toBe(true))

  test.for(['', 'de/', 'business-hours.html', 'de/first-agreement.html', 'errors.html', 'api/'])(
    '/%s can be read by everybody',
    async (path, { visit }) => {
      const page = await open(visit, path)
      expect.soft(await violations(page)).toEqual([])
      await page.setViewportSize({ width: phone, height: 844 })
      expect.soft(await sticksOut(page)).toEqual([])
    },
  )

  for (const theme of themes) {
    test.for(Object.entries(widths))(`looks as it should, ${theme}, on a %s`, async ([name, width], { visit }) => {
      const page = await open(visit, '', { theme, width })
      await picture(page, `docs-home-${theme}-${name}`, { fullPage: true })
      const text = await open(visit, 'reading-an-evaluation.html', { theme, width })
      await picture(text, `docs-page-${theme}-${name}`)
      expect(await sticksOut(text)).toEqual([])
      if (width === phone) expect(await violations(text, contrast)).toEqual([])
    })
  }
})

describe('a newcomer', () => {
  test('finds a page by searching, without a network', async ({ visit }) => {
    const page = await open(visit, '')
    await search(page, 'holidays')
    const found = page.locator('#localsearch-list a')
    await expect.poll(() => found.count()).toBeGreaterThan(2)
    await picture(page, 'docs-search')
    expect(await violations(page, { ...contrast, within: '.VPLocalSearchBox' })).toEqual([])
    const first = new URL((await found.first().evaluate((link) => link.href)) as string)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === first.pathname)
    expect(first.href).toContain('holidays')
    await expect.poll(() => page.locator('.VPDoc h1').count()).toBe(1)
  })

  test('is told when nothing is found', async ({ visit }) => {
    const page = await open(visit, 'de/')
    await search(page, 'xyzzyq')
    await expect.poll(() => page.locator('.VPLocalSearchBox .no-results').innerText()).toContain('xyzzyq')
  })

  test('goes from the first page to the first agreement, and on to German', async ({ visit }) => {
    const page = await open(visit, '')
    await page.locator('.VPHero a[href*="first-agreement"]').click()
    await page.waitForURL(/first-agreement/)
    await page.locator('.VPNavBarTranslations button').hover()
    await page.locator('.VPNavBarTranslations a').click()
    await page.waitForURL(/de\/first-agreement/)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('de')
  })

  test('turns on the dark, and it stays', async ({ visit }) => {
    const page = await open(visit, 'live.html')
    const isDark = () => page.locator('html').evaluate((html) => html.classList.contains('dark'))
    expect(await isDark()).toBe(false)
    await page.locator('.VPNavBarAppearance button').click()
    await expect.poll(isDark).toBe(true)
    await page.reload()
    await expect.poll(isDark).toBe(true)
  })

  test('opens the menu on a phone', async ({ visit }) => {
    const page = await open(visit, 'live.html', { width: phone })
    await page.locator('.VPLocalNav button.menu').click()
    const menu = page.locator('.VPSidebar')
    await expect.poll(() => menu.evaluate((bar) => bar.classList.contains('open'))).toBe(true)
    await menu.getByRole('link', { name: 'Holidays' }).first().click()
    await page.waitForURL(/holidays/)
    expect(await sticksOut(page)).toEqual([])
  })
})
