import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { programModules } from './test/docs/modules.ts'
import { closingLine } from './test/reporter.ts'

const entry = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [programModules()],
  resolve: {
    alias: [
      { find: /^lead-sla$/, replacement: entry('./src/index.ts') },
      {
        find: /^lead-sla\/(clock|calendars|holidays|icalendar|opening-hours|engine|writing|templates|insight|report)$/,
        replacement: entry('./src/$1.ts'),
      },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Forks, not threads: `process.env.TZ` reaches the engine only in a process of its own.
    pool: 'forks',
    // One for each core of a small machine; by itself vitest leaves one core idle.
    maxWorkers: 2,
    typecheck: { enabled: true, include: ['test/types/**/*.test-d.ts'], ignoreSourceErrors: true },
    reporters: ['default', closingLine()],
    testTimeout: 30_000,
  },
})
