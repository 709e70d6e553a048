/** The one browser in which all pages are looked at. It is Debian's; nothing is downloaded. */
import { existsSync } from 'node:fs'
import { type BrowserServer, chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens. */
    readonly chromium: string
  }
}

/** No request of the browser itself may be taken for one of a page. */
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

export const launch = {
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', ...quiet],
  headless: true,
}

let server: BrowserServer | undefined

export async function setup({ provide }: TestProject): Promise<void> {
  const { executablePath } = launch
  if (!existsSync(executablePath)) throw new Error(`the tests of pages need ${executablePath}: apt-get install chromium`)
  server = await chromium.launchServer(launch)
  provide('chromium', server.wsEndpoint())
}

export async function teardown(): Promise<void> {
  await server?.close()
}
