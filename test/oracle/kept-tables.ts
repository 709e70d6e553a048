/**
 * Tables that cost seconds to make and are the same in every process: written down once for each release of the time zones, of the
 * runtime and of the polyfill that they were read with.
 */

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const { icu, tz, node } = process.versions
/** Tests run at the project's root, wherever they were bundled to. */
const modules = join(process.cwd(), 'node_modules')
const { version } = JSON.parse(readFileSync(join(modules, 'temporal-polyfill/package.json'), 'utf8')) as { version: string }
const release = [node, icu, tz, version].join(' ')
const folder = join(modules, '.cache/oracle')

/** Returns the table of a name, made where nobody has made it yet. */
export function kept<Table>(name: string, make: () => Table): Table {
  const path = join(folder, `${createHash('sha256').update(`${release} ${name}`).digest('hex').slice(0, 32)}.json`)
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Table
  } catch {
    const table = make()
    mkdirSync(folder, { recursive: true })
    // Written beside it and then moved: two processes may make the same one.
    const half = `${path}.${process.pid}`
    writeFileSync(half, JSON.stringify(table))
    renameSync(half, path)
    return table
  }
}
