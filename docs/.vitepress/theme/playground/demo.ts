/** The demo of the command as an example: a company’s agreement and the first events of a quarter, loaded when somebody wants them. */
import type { Example } from './examples.ts'
import { demoTitles } from './examples.ts'

/** As many as are evaluated while a finger moves the slider. */
const mostShown = 5_000

/** Returns the example. **Errors** throws where the events cannot be fetched from where the page came from. */
export async function loadDemo(): Promise<Example> {
  const [{ default: agreement }, { default: address }] = await Promise.all([
    import('../../../../examples/demo/agreement.json?raw'),
    import('../../../../examples/demo/events.ndjson.gz?url'),
  ])
  const bytes = await (await fetch(address)).arrayBuffer()
  const text = await unzipped(bytes)
  const lines = text.split('\n', mostShown)
  return { name: 'demo', ...demoTitles.en, agreement, events: `${lines.join('\n')}\n`, asOf: '2026-08-01T00:00:00+02:00' }
}

/** Some servers say that the file is packed, and then the browser has unpacked it already. */
function unzipped(bytes: ArrayBuffer): Promise<string> {
  const [first, second] = new Uint8Array(bytes, 0, 2)
  const isPacked = first === 0x1f && second === 0x8b
  const { body } = new Response(bytes)
  return new Response(isPacked ? (body?.pipeThrough(new DecompressionStream('gzip')) ?? null) : bytes).text()
}
