/** The frame of reading a calendar of another system: all issues at once, and only a document that the clock takes comes out. */
import type { CalendarDocument } from '../clock/calendar-document.ts'
import { parseCalendar } from '../clock/parse-calendar.ts'
import { Reader } from '../clock/reader.ts'
import { type IssuePath, issue, type Parsed } from '../errors.ts'

/** The document, and where in the input the parts stand that went into it as they were. */
export interface ForeignCalendar {
  readonly document: CalendarDocument
  readonly pathOf?: (path: IssuePath) => IssuePath
}

/** Returns what `read` makes of the input, or every issue of it; `expected` says what the input should have been. */
export function readForeign(expected: string, read: (reader: Reader) => ForeignCalendar | undefined): Parsed<CalendarDocument> {
  const reader = new Reader([])
  try {
    const found = read(reader)
    if (!found || reader.issues.length > 0) return { ok: false, issues: reader.issues }
    const { document, pathOf = () => [] } = found
    const parsed = parseCalendar(document)
    if (parsed.ok) return { ok: true, value: document }
    const issues = parsed.issues.map(({ code, path, expected: wanted, got }) =>
      issue(code, pathOf(path), { expected: wanted, got }),
    )
    return { ok: false, issues }
  } catch {
    // Only a getter or a proxy can throw here, and such a thing is no JSON.
    return { ok: false, issues: [issue('wrong-type', [], { expected: `${expected} that is plain JSON` })] }
  }
}
