/**
 * Opens a page as a reader would, and holds every page to the same two things: it says nothing on the console that is an error or a
 * warning, and no request leaves it. What a page is made of comes from this process, so there is no server and no port.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core'
import { test as base, expect, inject } from 'vitest'
import { root } from '../repository.ts'

/** A page that is one text, or a built site in a folder. */
export type Site = { readonly html: string } | { readonly folder: string; readonly base?: string }

export interface Look {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  /** The path of the page in its site, with what follows it. */
  readonly path?: string
  /** What a reader's clock says; a page is shown the machine's time when left out. */
  readonly now?: string
  /** `false` for a mail program. */
  readonly scripts?: boolean
  /** The clock goes on only when a test says so. */
  readonly stopped?: boolean
}

export type Visit = (site: Site, look?: Look) => Promise<Page>

export const desktop = 1280
export const phone = 390
export const widths = { desktop, phone } as const
export const themes = ['light', 'dark'] as const

/** No such name exists, so that what is not served here cannot be had from anywhere. */
export const origin = 'https://lead-sla.test'

/** Tests with `visit`: after each of them its pages are asked whether they complained, or asked for something from outside. */
export const test = base.extend<{ visit: Visit; visitor: Visitor; browser: Browser }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern that nothing else is needed
    async ({}, use) => {
      const browser = await chromium.connect(inject('chromium'))
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  visitor: async ({ browser }, use) => {
    const visitor = new Visitor(browser)
    await use(visitor)
    await visitor.leave()
  },
  visit: async ({ visitor }, use) => {
    await use((site, look) => visitor.visit(site, look))
    expect(visitor.complaints, 'complaints on the console, and requests that leave the page').toEqual([])
  },
})

/** Opens pages and writes down what they complain of. */
export class Visitor {
  readonly complaints: string[] = []
  readonly #contexts: BrowserContext[] = []

  constructor(private readonly browser: Browser) {}

  async visit(
    site: Site,
    { width = desktop, height = 900, theme = 'light', path = '', now, stopped, scripts = true }: Look = {},
  ): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      hasTouch: width < 600,
      javaScriptEnabled: scripts,
      // Neither where a reader lives nor what they speak may change a page.
      ...{ timezoneId: 'Pacific/Auckland', locale: 'fr-FR', reducedMotion: 'reduce' },
    })
    this.#contexts.push(context)
    await context.route('**/*', (route) => serve(route, site, this.complaints))
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(`${message.type()}: ${message.text()}`)
    })
    context.on('weberror', (error) => this.complaints.push(`thrown: ${error.error()}`))
    const page = await context.newPage()
    if (now !== undefined) {
      await page.clock.install({ time: Date.parse(now) - (stopped ? 1_000 : 0) })
      if (stopped) await page.clock.pauseAt(now)
    }
    await page.goto(`${origin}${'folder' in site ? (site.base ?? '/') : '/'}${path}`)
    return page
  }

  async leave(): Promise<void> {
    for (const context of this.#contexts) await context.close()
  }
}

async function serve(route: Route, site: Site, complaints: string[]): Promise<void> {
  const url = new URL(route.request().url())
  if (url.origin === origin) {
    if ('html' in site && url.pathname === '/') {
      return route.fulfill({ body: site.html, contentType: 'text/html; charset=utf-8' })
    }
    const file = 'folder' in site ? fileOf(url.pathname, site) : undefined
    if (file !== undefined) return route.fulfill({ path: file })
  }
  complaints.push(`request: ${route.request().method()} ${url.href}`)
  return route.abort()
}

/** Returns the file that a plain web server would answer with, clean addresses included. */
function fileOf(
  pathname: string,
  { folder, base = '/' }: { readonly folder: string; readonly base?: string },
): string | undefined {
  if (!pathname.startsWith(base)) return undefined
  const place = join(folder, decodeURIComponent(pathname.slice(base.length)))
  const isFile = (path: string) => existsSync(path) && statSync(path).isFile()
  return [place, join(place, 'index.html'), `${place}.html`].find(isFile)
}

/** Where the pictures of a run are put, to be looked at; nobody else reads them. */
const pictures = join(root, 'node_modules/.cache/pages')

export async function picture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  const path = join(pictures, `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path, fullPage, animations: 'disabled' })
}
