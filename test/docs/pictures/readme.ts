/** What the README shows, made from the demo: one clock that came late though it was paused over a weekend, and the report of a month. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { defineAgreement } from '../../../src/index.ts'
import { renderTimeline, timeline } from '../../../src/report.ts'
import { readText, root } from '../../repository.ts'

export const timelinePath = 'docs/pictures/timeline.svg'
/** Photographs of a page; another browser may draw other pixels, so they are not compared. */
export const reportPaths = { light: 'docs/pictures/report.png', dark: 'docs/pictures/report-dark.png' } as const

export const asOf = '2026-10-01T00:00:00Z'
export const key = 'firstResponseBerlin/L-1696/1'

export function demo() {
  const packed = readFileSync(join(root, 'examples/demo/events.ndjson.gz'))
  const lines = gunzipSync(packed).toString('utf8').trimEnd().split('\n')
  const events: unknown[] = lines.map((line) => JSON.parse(line))
  return { agreement: defineAgreement(JSON.parse(readText('examples/demo/agreement.json'))), events }
}

export function timelinePicture(): string {
  const { agreement, events } = demo()
  return renderTimeline(timeline(agreement, events, { asOf, key }), { language: 'en' })
}
