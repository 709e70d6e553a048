import type { Reporter } from 'vitest/node'

/**
 * Ends a run with `N passed, N failed`, alone on the last line, whatever went before.
 * A file that could not be loaded, an error outside any test and a run without tests count as failed:
 * the line may not read better than the exit status.
 */
export function closingLine(write: (text: string) => void = (text) => process.stdout.write(text)): Reporter {
  return {
    onTestRunEnd(modules, unhandled, reason) {
      const tests = modules.flatMap((module) => [...module.children.allTests()])
      const passed = tests.filter((test) => test.result().state === 'passed').length
      const groups = modules.flatMap((module) => [module, ...module.children.allSuites()])
      const broken = groups.filter((group) => group.errors().length > 0).length + unhandled.length
      const failed = tests.filter((test) => test.result().state === 'failed').length + broken
      write(`${passed} passed, ${failed === 0 && reason !== 'passed' ? 1 : failed} failed\n`)
    },
  }
}
