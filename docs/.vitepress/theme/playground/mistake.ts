/** A mistake in one of the two texts: what it is, in the words of the library, and where a person finds it. */
import { type Issue, type IssuePath, printPath } from '../../../../src/index.ts'
import type { Place } from './json-place.ts'

/** Codes that the playground adds to those of the library. */
export type OwnCode = 'too-long' | 'too-deep' | 'too-many-events' | 'no-events' | 'unknown-columns'

export interface Mistake {
  readonly code: Issue['code'] | OwnCode
  /** As a person reads it: `clauses.reply.within`. */
  readonly path: string
  readonly message: string
  /** From 1. */
  readonly line: number
  readonly place: Place
}

/** Returns the mistake that an issue stands for, at its place. */
export function mistakeOf(
  { code, path, message }: { readonly code: Issue['code']; readonly path: IssuePath; readonly message: string },
  place: Place,
  line: number,
): Mistake {
  return { code, path: printPath(path), message, line, place }
}
