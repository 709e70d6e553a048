import type { Issue, Parsed } from '../errors.ts'

/** Returns the value, or nothing after putting the issues with the others: so one mistake does not hide the next. */
export function collect<Value>(parsed: Parsed<Value>, issues: Issue[]): Value | undefined {
  if (parsed.ok) return parsed.value
  issues.push(...parsed.issues)
  return undefined
}
