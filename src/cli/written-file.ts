/** Files that the command writes: a result that was asked for with `--out`, or a state that must never be half there. */
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { unwritable } from './failure.ts'
import type { Session } from './output.ts'

/** Writes a text into a file, or to standard output where none is named. **Errors** throws a `Failure` with the status 2. */
export async function writeResult(path: string | undefined, text: string, { out }: Session): Promise<void> {
  if (path === undefined) return out.write(text)
  try {
    await writeFile(path, text)
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** Puts the bytes in the place of a file at once: whoever reads it finds the old ones or the new ones. **Errors** as above. */
export async function replaceFile(path: string, parts: Iterable<Uint8Array>): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`
  try {
    const file = await open(beside, 'w')
    try {
      for (const part of parts) await file.writeFile(part)
      // A name that stands for bytes which are not on the disk yet would be worse than the old file.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw unwritable(path, error)
  }
}
