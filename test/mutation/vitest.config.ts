import { defineConfig } from 'vitest/config'

/** The tests that hold src/time and src/clock, quick ones first and with few random cases: thousands of mutants wait for them. */
export default defineConfig({
  test: {
    include: [
      'test/unit/time/*.test.ts',
      'test/unit/clock/*.test.ts',
      'test/conformance/clock.test.ts',
      'test/property/clock*.test.ts',
    ],
    exclude: ['test/unit/clock/host-zones.test.ts', 'test/unit/clock/team-calendar.test.ts'],
    // Long ones that find what the others find too.
    testNamePattern: /^(?!.*(every IANA zone|close together|ten thousand|what was asked before|400 years)).*$/,
    env: { LEAD_SLA_RUNS: '10' },
    pool: 'threads',
    bail: 1,
    testTimeout: 20_000,
  },
})
