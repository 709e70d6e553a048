import type { InstantLike } from '../../src/index.ts'

/** Returns an instant in epoch milliseconds, whatever it is written as; no code of the library reads it. */
export function msOf(at: InstantLike): number {
  if (typeof at === 'object' && 'epochMilliseconds' in at) return at.epochMilliseconds
  return new Date(at).getTime()
}
