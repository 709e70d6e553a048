import { expect, test } from 'vitest'
import type { TestModule } from 'vitest/node'
import { closingLine } from './reporter.ts'

type State = 'passed' | 'failed' | 'skipped'

function lineOf(
  states: readonly State[],
  broken: { module?: number; suite?: number; unhandled?: number },
  reason: 'passed' | 'failed',
): string {
  const errors = (count = 0) => ({ errors: () => Array.from({ length: count }, () => new Error('broken')) })
  const children = {
    allTests: () => states.map((state) => ({ result: () => ({ state }) })),
    allSuites: () => [errors(broken.suite)],
  }
  const module = { ...errors(broken.module), children } as unknown as TestModule
  let written = ''
  const reporter = closingLine((text) => {
    written += text
  })
  void reporter.onTestRunEnd?.([module], errors(broken.unhandled).errors() as never, reason)
  return written
}

test.each([
  [['passed', 'passed', 'skipped'], {}, 'passed', '2 passed, 0 failed\n'],
  [['passed', 'failed', 'failed'], {}, 'failed', '1 passed, 2 failed\n'],
  [['passed'], { module: 1 }, 'failed', '1 passed, 1 failed\n'],
  [['passed'], { suite: 1, unhandled: 1 }, 'failed', '1 passed, 2 failed\n'],
  [[], {}, 'failed', '0 passed, 1 failed\n'],
] as const)('tests %j with %j end the run with one line', (states, broken, reason, line) => {
  expect(lineOf(states, broken, reason)).toBe(line)
})
