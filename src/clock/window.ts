/** A window is a piece of opening hours, `"09:00-17:30"`, in milliseconds since the midnight of the day it starts on. */
import { type Issue, type IssuePath, issue, type Parsed } from '../errors.ts'
import { msOfDay } from '../time/plain-date.ts'
import { type Span, union } from '../time/span.ts'

const written = /^([01]\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?-([01]\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?$/

/**
 * Returns the windows of a day as a normal list of spans.
 *
 * **Units** milliseconds since the midnight on which the window starts; up to 48 hours, because a close before the open
 * lies on the next day.
 * **Edges** `24:00` is the end of the day; overlapping and touching windows merge. **Source** [T6].
 * **Errors** `wrong-type`, `invalid-window`.
 *
 * @example
 * parseWindows(['22:00-06:00']) //=> { ok: true, value: [[79200000, 108000000]] }
 */
export function parseWindows(value: unknown, path: IssuePath = []): Parsed<Span[]> {
  if (!Array.isArray(value)) {
    return {
      ok: false,
      issues: [issue('wrong-type', path, { expected: 'an array of windows such as "09:00-17:00"', got: value })],
    }
  }
  const issues: Issue[] = []
  const spans: Span[] = []
  for (const [index, text] of value.entries()) {
    const span = readWindow(text)
    if (span) spans.push(span)
    else
      issues.push(
        issue('invalid-window', [...path, index], { expected: 'a window from open to close such as "09:00-17:00"', got: text }),
      )
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: union(spans) }
}

function readWindow(text: unknown): Span | undefined {
  const match = typeof text === 'string' ? written.exec(text) : null
  if (!match) return undefined
  const open = timeOfDay(match[1], match[2], match[3])
  const close = timeOfDay(match[4], match[5], match[6])
  // An empty window is a slip of the pen: who means the whole day writes 00:00-24:00.
  if (open >= msOfDay || close > msOfDay || open === close) return undefined
  return [open, close < open ? close + msOfDay : close]
}

function timeOfDay(hours = '0', minutes = '0', seconds = '0'): number {
  return Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000
}
