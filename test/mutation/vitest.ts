/**
 * As much of vitest as the tests of the clock use, without its start: thousands of mutants run them, each in a fresh process, and
 * the first failure ends it. Its matchers are vitest's own.
 */

import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'
import * as chai from 'chai'
import fc from 'fast-check'

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

// How often a law is tried, for each of some thousand mutants.
process.env.LEAD_SLA_RUNS ??= '10'
// The least counterexample is nobody's interest here, and costs more than all else.
fc.configureGlobal({ endOnFailure: true })

type Body = (...values: never[]) => unknown

interface Test {
  title: string
  run: () => unknown
}

/** Long ones that find what others find too, and those that load modules anew. */
const skipped = /every IANA zone|beyond the year 9999 or before|close together|ten thousand|what was asked before|400 years/

const tests: Test[] = []
const trail: string[] = []

const bodyOf = (rest: readonly unknown[]): Body => rest.findLast((value) => typeof value === 'function') as Body

function each(register: (title: string, body: Body) => void) {
  return (rows: readonly unknown[]) =>
    (title: string, ...rest: readonly unknown[]) => {
      const areLists = rows.every(Array.isArray)
      rows.forEach((row, index) => {
        const values = (areLists ? row : [row]) as never[]
        register(`${title} ${index}`, () => bodyOf(rest)(...values))
      })
    }
}

const group = (title: string, body: Body): void => {
  trail.push(title)
  body()
  trail.pop()
}

const test = (title: string, body: Body): void => {
  tests.push({ title: [...trail, title].join(' '), run: () => body() })
}

export const describe = Object.assign((title: string, ...rest: unknown[]) => group(title, bodyOf(rest)), { each: each(group) })
export const it = Object.assign((title: string, ...rest: unknown[]) => test(title, bodyOf(rest)), { each: each(test) })
export const expect = Object.assign(chai.expect, chai.expect)
export const vi = {}

/** Runs what was registered since the last time, in that order, up to the first failure. */
export async function runRegistered(file: string): Promise<void> {
  const meant = tests.splice(0).filter(({ title }) => !skipped.test(title))
  for (const { title, run } of meant) {
    try {
      await run()
    } catch (error) {
      console.error(`${file}: ${title}\n${error instanceof Error ? error.message : String(error)}`)
      process.exit(1)
    }
  }
  console.info(`${file}: ${meant.length} passed`)
}
