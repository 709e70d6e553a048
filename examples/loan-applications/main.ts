/**
 * How long applicants wait: the six clauses over 13,087 real applications.
 * `npx tsx examples/loan-applications/main.ts FOLDER`, the folder with `events.csv.gz`.
 */
import { pathToFileURL } from 'node:url'
import { type AgreementDocument, evaluate, type LeadEvent } from 'lead-sla'
import agreement from './agreement.json' with { type: 'json' }
import { readEvents } from './read-events.ts'

export async function main(folder: string): Promise<string> {
  const events: LeadEvent[] = []
  for await (const event of readEvents(folder)) events.push(event)
  const { obligations, refused } = evaluate(agreement as AgreementDocument, events, { asOf: '2012-03-15T00:00:00+01:00' })
  const lines = Object.entries(agreement.clauses).map(([id, { title }]) => {
    const clocks = obligations.filter(({ clause }) => clause === id)
    const stopped = clocks.filter(({ stoppedAt }) => stoppedAt !== null).length
    const met = clocks.filter(({ status }) => status === 'met').length
    return row(title, clocks.length, stopped, met, `${((100 * met) / stopped).toFixed(1)} %`)
  })
  return [row('clause', 'clocks', 'stopped', 'in time', 'of stopped'), ...lines, '', `${refused.length} events refused`].join(
    '\n',
  )
}

function row(title: string, ...cells: readonly (string | number)[]): string {
  return title.padEnd(38) + cells.map((cell) => String(cell).padStart(11)).join('')
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${await main(process.argv[2] ?? '.')}\n`)
}
