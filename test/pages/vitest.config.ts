/** The tests of pages, in Debian's Chromium: `npm run pages`. `npm test` does without a browser, and so without these. */
import { defineConfig } from 'vitest/config'
import library from '../../vitest.config.ts'
import { closingLine } from '../reporter.ts'

export default defineConfig({
  ...(library.resolve ? { resolve: library.resolve } : {}),
  test: {
    root: import.meta.dirname,
    include: ['*.browser.ts'],
    globalSetup: ['./chromium.ts'],
    pool: 'forks',
    // All files share one browser, and a page that is measured should not have to share the machine.
    maxWorkers: 1,
    reporters: ['default', closingLine()],
    testTimeout: 60_000,
    // What is waited for comes in a moment; on a busy machine a moment is long.
    expect: { poll: { timeout: 15_000 } },
  },
})
