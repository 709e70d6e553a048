import { defineConfig } from 'vitest/config'

/** The tests that hold src/time and src/clock, with as many random cases as a mutant needs to be found soon. */
export default defineConfig({
  test: {
    include: ['test/unit/time/*.test.ts', 'test/unit/clock/*.test.ts', 'test/conformance/clock.test.ts', 'test/property/clock*.test.ts'],
    exclude: ['test/unit/clock/host-zones.test.ts'],
    env: { LEAD_SLA_RUNS: '60' },
    pool: 'threads',
    testTimeout: 20_000,
  },
})
