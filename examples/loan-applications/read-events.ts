/** Reads the event log: gzip, then CSV, then the mapping, row by row. */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { compileMapping, type LeadEvent, LeadSlaError, type Parsed, parseMapping, readCsv } from 'lead-sla'
import mappingDocument from './mapping.json' with { type: 'json' }

/** Yields the events of `events.csv.gz` in a folder. **Errors** throws for a row that cannot be read: this file has none. */
export async function* readEvents(folder: string): AsyncGenerator<LeadEvent, void, undefined> {
  const mapping = valueOf(parseMapping(mappingDocument))
  const mapRow = valueOf(compileMapping(mapping))
  let rowNumber = 0
  for await (const reading of readCsv(createReadStream(`${folder}/events.csv.gz`).pipe(createGunzip()), mapping.csv)) {
    if ('issue' in reading) throw new LeadSlaError([reading.issue])
    const { events, issues } = mapRow(reading.row, ++rowNumber)
    if (issues.length > 0) throw new LeadSlaError(issues)
    yield* events
  }
}

function valueOf<Value>(parsed: Parsed<Value>): Value {
  if (!parsed.ok) throw new LeadSlaError(parsed.issues)
  return parsed.value
}
