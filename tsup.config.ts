import { rmSync, writeFileSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'
import { tsImport } from 'tsx/esm/api'

const entries = [
  'index',
  'clock',
  'calendars',
  'holidays',
  'icalendar',
  'opening-hours',
  'engine',
  'writing',
  'templates',
  'insight',
  'report',
]
const library = Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`]))
const schemaSource = './src/agreement/json-schema.ts'

const shared: Options = { outDir: 'dist', target: ['node20', 'es2022'], splitting: true, sourcemap: false, clean: false }

/**
 * The modules, the command and the declarations are three builds: the command is an ES module only and shares its chunks with
 * the library's, and one pass writes the declarations of both formats. `tsup --no-dts` leaves the slow third out.
 */
export default defineConfig((given) => {
  rmSync('dist', { recursive: true, force: true })
  const builds: Options[] = [
    {
      ...shared,
      entry: { ...library, cli: 'src/cli/main.ts', worker: 'src/cli/jobs/worker.ts' },
      format: 'esm',
      onSuccess: writeSchema,
    },
    // `treeshake` hands the CommonJS chunks to rollup; tsup's own way rewrites every `??` and `?.` into a helper call.
    // The charts are drawn by packages that are ES modules only, which a `require` of an older Node cannot load: they come along.
    { ...shared, entry: library, format: 'cjs', treeshake: true, noExternal: ['@observablehq/plot'] },
  ]
  if (given.dts !== false) {
    builds.push({
      ...shared,
      entry: library,
      format: ['esm', 'cjs'],
      dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
    })
  }
  return builds
})

async function writeSchema(): Promise<void> {
  const { agreementJsonSchema } = await tsImport(schemaSource, import.meta.url)
  writeFileSync('dist/agreement.schema.json', `${JSON.stringify(agreementJsonSchema(), null, 2)}\n`)
}
