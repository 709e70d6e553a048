/** The events of the demo as they arrive. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export function readDemoEvents(): unknown[] {
  const bytes = readFileSync(new URL('../../../examples/demo/events.ndjson.gz', import.meta.url))
  return gunzipSync(bytes)
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
