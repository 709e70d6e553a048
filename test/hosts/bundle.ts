/** Makes the program of the hosts out of the built package, and the bundles whose size a page would pay. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { readText, root } from '../repository.ts'

/** Where the package stands: its folder, with `dist/` built. */
export interface Package {
  readonly folder: string
}

/** The files of the program by the host that runs them. */
export interface Programs {
  readonly esm: string
  readonly cjs: string
  /** The page that loads the browser's bundle. */
  readonly page: string
}

const entries = new Map([
  ['lead-sla', 'dist/index.js'],
  ['lead-sla/clock', 'dist/clock.js'],
])

/**
 * Writes the program into a folder, once for each way of loading it. Node, Bun and Deno find the package by its name, through
 * its `exports`; the browser gets everything in one classic script.
 */
export async function writePrograms(folder: string, from: Package): Promise<Programs> {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  symlinkSync(from.folder, join(folder, 'node_modules/lead-sla'), 'dir')
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const programs = { esm: join(folder, 'program.mjs'), cjs: join(folder, 'program.cjs'), page: join(folder, 'page.html') }
  const shared: BuildOptions = {
    ...{ entryPoints: [join(root, 'test/hosts/program.ts')], bundle: true, target: 'es2022', legalComments: 'none' },
    // The modules of the cases name their files by their own address, which a classic script and CommonJS do not have.
    define: { 'import.meta.url': '"file:///program"' },
  }
  const inline = [filesInPlace()]
  await build({ ...shared, outfile: programs.esm, format: 'esm', platform: 'node', plugins: [packageByName(), ...inline] })
  await build({ ...shared, outfile: programs.cjs, format: 'cjs', platform: 'node', plugins: [packageByName(), ...inline] })
  const outfile = join(folder, 'program.js')
  const plugins = [packageInside(from), ...inline]
  await build({ ...shared, outfile, format: 'iife', platform: 'browser', minify: true, plugins })
  // Neither `eval` nor a request to anywhere: the library asks for no more than a strict page grants.
  const policy = "default-src 'none'; script-src file:"
  writeFileSync(
    programs.page,
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta charset="utf-8"><title>lead-sla</title><script src="program.js"></script>\n`,
  )
  return programs
}

/** Returns what an entry of the package weighs in a page, minified. **Units** bytes after gzip. */
export async function gzipBytesOf(entry: string, from: Package): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `import * as entry from '${entry}'\nglobalThis.entry = entry`, resolveDir: root },
    ...{ bundle: true, write: false, minify: true, format: 'esm', platform: 'browser', target: 'es2022' },
    plugins: [packageInside(from)],
  })
  return outputFiles.reduce((bytes, { contents }) => bytes + gzipSync(contents).length, 0)
}

/** What the tests import from `src/` is the package's main entry; what they import of it as a type is gone by now. */
const packageImports = /^lead-sla(\/\w+)?$|^\.\.\/\.\.\/src\/index\.ts$/

function nameOf(specifier: string): string {
  return specifier.startsWith('.') ? 'lead-sla' : specifier
}

function packageByName(): Plugin {
  return {
    name: 'package-by-name',
    setup({ onResolve }) {
      onResolve({ filter: packageImports }, ({ path }) => ({ path: nameOf(path), external: true }))
    },
  }
}

function packageInside({ folder }: Package): Plugin {
  return {
    name: 'package-inside',
    setup({ onResolve }) {
      onResolve({ filter: packageImports }, ({ path }) => {
        const file = entries.get(nameOf(path))
        return file === undefined ? { errors: [{ text: `no entry ${path}` }] } : { path: join(folder, file), sideEffects: false }
      })
    },
  }
}

/** The texts that the program reads take the place of `node:fs`. */
function filesInPlace(): Plugin {
  const cases = 'test/conformance/cases'
  const files = readdirSync(join(root, cases)).filter((name) => name.endsWith('.jsonl'))
  const texts = Object.fromEntries(['examples/demo/agreement.json', ...files.map((name) => `${cases}/${name}`)].map(named))
  texts['events.ndjson'] = gunzipSync(readFileSync(join(root, 'examples/demo/events.ndjson.gz'))).toString('utf8')
  const contents = `const texts = ${JSON.stringify(texts)}
export function readFileSync(url) {
  const name = String(url).split('/').at(-1)
  if (!Object.hasOwn(texts, name)) throw new Error('no file ' + name)
  return texts[name]
}`
  return {
    name: 'files-in-place',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^node:fs$/ }, ({ path }) => ({ path, namespace: 'files' }))
      onLoad({ filter: /.*/, namespace: 'files' }, () => ({ contents, loader: 'js' }))
    },
  }
}

function named(path: string): [name: string, text: string] {
  return [basename(path), readText(path)]
}
