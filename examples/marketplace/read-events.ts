/** Reads the two files of the marketplace, each through its own mapping. */
import { createReadStream } from 'node:fs'
import { compileMapping, type LeadEvent, LeadSlaError, type Parsed, parseMapping, readCsv } from 'lead-sla'
import deals from './deals.mapping.json' with { type: 'json' }
import leads from './leads.mapping.json' with { type: 'json' }

/** Yields the events of the leads and then of the deals. **Errors** throws for a row that cannot be read: these files have none. */
export async function* readEvents(folder: string): AsyncGenerator<LeadEvent, void, undefined> {
  yield* eventsOf(`${folder}/olist_marketing_qualified_leads_dataset.csv`, leads)
  yield* eventsOf(`${folder}/olist_closed_deals_dataset.csv`, deals)
}

async function* eventsOf(file: string, document: unknown): AsyncGenerator<LeadEvent, void, undefined> {
  const mapping = valueOf(parseMapping(document))
  const mapRow = valueOf(compileMapping(mapping))
  let rowNumber = 0
  for await (const reading of readCsv(createReadStream(file), mapping.csv)) {
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
