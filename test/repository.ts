import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json, with a slash at its end. */
export const root = fileURLToPath(new URL('../', import.meta.url))

/** What a build of the site leaves behind. */
const generated = /^docs\/(?:api|\.vitepress\/(?:dist|cache))\//

/** Returns the files below a folder as sorted paths from the root, without generated ones; none when there is no such folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(root, posix.join(entry.parentPath, entry.name)))
    .filter((path) => !generated.test(path))
    .sort()
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
