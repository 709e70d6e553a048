/**
 * Bundles the tests with the mutants that Stryker has written into the sources. Its switches count every visit and are called in
 * the innermost loops; comparing with one constant instead makes a run six times faster, and means the same for one mutant.
 */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const { outputFiles } = await build({
  entryPoints: ['test/mutation/tests.ts'],
  alias: { vitest: './test/mutation/vitest.ts' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  // The package says that its files have no side effects; a test has nothing else.
  ignoreAnnotations: true,
  external: ['json-rules-engine', 'jsonpath-plus'],
  write: false,
})

const switched = (outputFiles[0]?.text ?? '')
  .replaceAll(/stryMutAct_\w+\("(\d+)"\)/g, '(activeMutant === $1 && visit())')
  .replaceAll(/stryCov_\w+\("[^()]*\)/g, '0')

const sources = ['time', 'clock'].flatMap((folder) => readdirSync(`src/${folder}`).map((name) => `src/${folder}/${name}`))

/** By file, the number of its last mutant; they are numbered file by file. */
const lastMutants = sources
  .map((path) => {
    const numbers = [...readFileSync(path, 'utf8').matchAll(/stryMutAct_\w+\("(\d+)"\)/g)].map(([, id]) => Number(id))
    return [Math.max(-1, ...numbers), path.replace('src/', '').replace('.ts', '')] as const
  })
  .sort(([a], [b]) => a - b)

// A mutant visited so often runs in circles: no test comes near, and the timeout would take five times as long.
const preamble = `let visits = 0
function visit() {
  if (++visits > 100_000_000) throw new Error('runs in circles')
  return true
}
const activeMutant = Number(process.env.__STRYKER_ACTIVE_MUTANT__ ?? -1)
const mutatedFile = activeMutant < 0 ? '' : (${JSON.stringify(lastMutants)}.find(([last]) => activeMutant <= last)?.[1] ?? '')
`

// Where the cases of the conformance tests are found from.
writeFileSync('test/conformance/.mutation.mjs', preamble + switched)
writeFileSync(
  'test/conformance/.mutation.sources',
  createHash('sha256')
    .update(sources.map((path) => readFileSync(path, 'utf8')).join(''))
    .digest('hex'),
)
