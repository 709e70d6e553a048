import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vitest/config'
import { root } from '../repository.ts'
import { withAssertions } from './assertions.ts'
import { type Program, programsOf } from './programs.ts'

const checks = fileURLToPath(new URL('./check.ts', import.meta.url))
const name = /^(.*)\.(\d+)\.program\.ts$/

/** Returns the name a program is imported by: a file beside its page that exists only while tests run. */
export function moduleOf(program: Program): string {
  return join(root, `${program.path}.${program.line}.program.ts`)
}

/** Serves the programs of pages and docstrings as modules, with their `//=>` lines turned into assertions. */
export function programModules(): Plugin {
  return {
    name: 'docs-programs',
    enforce: 'pre',
    resolveId: (id) => (name.test(id) ? id : undefined),
    load(id) {
      const [, page = '', line = ''] = name.exec(id) ?? []
      const program = page === '' ? undefined : programsOf(relative(root, page)).find((each) => each.line === Number(line))
      return program && `import * as docsCheck from ${JSON.stringify(checks)};${withAssertions(program)}`
    },
  }
}
