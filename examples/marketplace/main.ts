/**
 * Two parties, two promises: a thousand leads a month, and a deal within ten business days.
 * `npx tsx examples/marketplace/main.ts FOLDER`, the folder with the two CSV files.
 */
import { pathToFileURL } from 'node:url'
import { type AgreementDocument, evaluate, type LeadEvent } from 'lead-sla'
import agreement from './agreement.json' with { type: 'json' }
import { readEvents } from './read-events.ts'

export async function main(folder: string): Promise<string> {
  const events: LeadEvent[] = []
  for await (const event of readEvents(folder)) events.push(event)
  const { obligations, periods, refused } = evaluate(agreement as AgreementDocument, events, { asOf: '2018-12-01T00:00:00Z' })
  const won = obligations.filter(({ clause, stoppedAt }) => clause === 'won' && stoppedAt !== null)
  const met = won.filter(({ status }) => status === 'met')
  return [
    `${obligations.length} leads, ${won.length} of them won, ${met.length} of these within ten business days`,
    ...periods.map(({ from, actual, target, status }) => `${from.slice(0, 7)}: ${actual} of ${target} leads, ${status}`),
    `${refused.length} events refused`,
  ].join('\n')
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${await main(process.argv[2] ?? '.')}\n`)
}
