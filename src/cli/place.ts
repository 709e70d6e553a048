/** Where something stands, as editors and people point at it: `events.ndjson:12`. */
import { type IssuePath, printPath } from '../errors.ts'

/** Lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line?: number | undefined
  readonly column?: number | undefined
}

function printPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':')
}

/** Returns `FILE:LINE: path: what is wrong [code]`; a `label` such as `warning` stands before the path. */
export function sentenceAt(
  place: Place,
  { path, message, code }: { readonly path: IssuePath; readonly message: string; readonly code: string },
  label?: string,
): string {
  const parts = [printPlace(place), label, path.length === 0 ? undefined : printPath(path), `${message} [${code}]`]
  return parts.filter((part) => part !== undefined).join(': ')
}
