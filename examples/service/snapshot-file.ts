/** The states on disk: written beside the file and renamed, so that a crash costs the new one and never the old one. */
import { open, readFile, rename } from 'node:fs/promises'
import { type Agreement, LeadSlaError, type LeadState, restore, snapshotParts } from 'lead-sla'

/** Returns the states of the file; none when there is no file. **Errors** `LeadSlaError` for a file that cannot be believed. */
export async function readStates(path: string, agreement: Agreement): Promise<Iterable<LeadState>> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  const restored = restore(bytes, { agreement })
  if (!restored.ok) throw new LeadSlaError(restored.issues)
  return restored.value
}

export async function writeStates(path: string, states: Iterable<LeadState>): Promise<void> {
  const beside = `${path}.new`
  const file = await open(beside, 'w')
  try {
    // All parts are made before the first is written: between two writes an event may come and change a state.
    for (const part of [...snapshotParts(states)]) await file.writeFile(part)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}
