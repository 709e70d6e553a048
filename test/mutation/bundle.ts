/**
 * Bundles the tests with the mutants that Stryker has written into the sources. Its switches count every visit and are called in
 * the innermost loops; comparing with one constant instead makes a run six times faster, and means the same for one mutant.
 */

import { spawnSync } from 'node:child_process'
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

const bundle = (outputFiles[0]?.text ?? '').replaceAll(/stryCov_\w+\("[^()]*\)/g, '0')
const mutantSwitch = /stryMutAct_\w+\("(\d+)"\)/g

const sources = ['time', 'clock'].flatMap((folder) => readdirSync(`src/${folder}`).map((name) => `src/${folder}/${name}`))

/** By file, the number of its last mutant; they are numbered file by file. */
const lastMutants = sources
  .map((path) => {
    const numbers = [...readFileSync(path, 'utf8').matchAll(mutantSwitch)].map(([, id]) => Number(id))
    return [Math.max(-1, ...numbers), path.replace('src/', '').replace('.ts', '')] as const
  })
  .sort(([a], [b]) => a - b)

/**
 * Runs the tests without a mutant, and writes by mutant how often its place was visited, and by which test files; by none in
 * particular what runs when a module is loaded, because every test may notice it.
 */
function writeVisits(): void {
  const counting = `import { writeFileSync as writeVisits } from 'node:fs'
const { mutatedFile, visitsMutant, ended, mutantIsVisited } = (() => {
  const [counts, tests, here, isLoaded] = [[], [], [], []]
  process.on('exit', () => {
    const visitors = [...tests].map((names, mutant) => (isLoaded[mutant] ? null : names))
    writeVisits('${visits}', JSON.stringify({ counts: [...counts], tests: visitors }))
  })
  const ended = (part) => {
    here.forEach((_, mutant) => {
      if (part === 'load') isLoaded[mutant] = true
      else (tests[mutant] ??= []).push(part)
    })
    here.length = 0
  }
  const mutantIsVisited = (mutant) => {
    counts[mutant] = (counts[mutant] ?? 0) + 1
    here[mutant] = true
  }
  return { mutatedFile: '', visitsMutant: () => true, ended, mutantIsVisited }
})()
`
  writeFileSync(program, counting + bundle.replaceAll(mutantSwitch, '(mutantIsVisited($1), false)'))
  spawnSync(process.execPath, [program], { stdio: 'ignore' })
}

// Where the cases of the conformance tests are found from.
const program = 'test/conformance/.mutation.mjs'
const visits = 'test/conformance/.mutation.visits'

writeVisits()

// A mutant that is visited so much more often runs in circles: no test comes near, and a timeout would take a hundred times as long.
const preamble = `import { readFileSync as readVisits } from 'node:fs'
const activeMutant = Number(process.env.__STRYKER_ACTIVE_MUTANT__ ?? -1)
const { mutatedFile, visitsMutant, ended, mutantIsVisited } = (() => {
  const mutatedFile = activeMutant < 0 ? '' : (${JSON.stringify(lastMutants)}.find(([last]) => activeMutant <= last)?.[1] ?? '')
  const { counts, tests } = JSON.parse(readVisits('${visits}', 'utf8'))
  const visitors = tests[activeMutant]
  let left = 200_000 + 3 * (counts[activeMutant] ?? 0)
  const mutantIsVisited = () => {
    if (--left < 0) throw new Error('runs in circles')
    return true
  }
  return { mutatedFile, visitsMutant: (test) => !visitors || visitors.includes(test), ended: () => {}, mutantIsVisited }
})()
`

writeFileSync(program, preamble + bundle.replaceAll(mutantSwitch, '(activeMutant === $1 && mutantIsVisited())'))
writeFileSync(
  'test/conformance/.mutation.sources',
  createHash('sha256')
    .update(sources.map((path) => readFileSync(path, 'utf8')).join(''))
    .digest('hex'),
)
