/** The events in a request: one, a list, or a line each; of at most so many bytes, however many the sender promises. */
import type { IncomingMessage } from 'node:http'
import { NdjsonReader, type NdjsonReading } from 'lead-sla'
import { Refusal } from './answer.ts'
import type { Arrived, Turned } from './desk.ts'

export interface EventBody {
  readonly arrived: readonly Arrived[]
  /** Lines that are no JSON. */
  readonly unread: readonly Turned[]
}

/** Returns the events of a request. **Errors** `Refusal` with 413, 415 or 400. */
export async function readEvents(request: IncomingMessage, mostBytes: number): Promise<EventBody> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  switch (type) {
    case 'application/x-ndjson':
    case 'application/ndjson': {
      const reader = new NdjsonReader()
      const readings: NdjsonReading[] = []
      for await (const chunk of limited(request, mostBytes)) readings.push(...reader.push(chunk))
      return sorted([...readings, ...reader.end()])
    }
    case 'application/json':
    case 'application/cloudevents+json': {
      const chunks: Uint8Array[] = []
      for await (const chunk of limited(request, mostBytes)) chunks.push(chunk)
      const value = parsed(Buffer.concat(chunks))
      return { arrived: (Array.isArray(value) ? value : [value]).map((event, index) => ({ event, line: index + 1 })), unread: [] }
    }
    default:
      throw new Refusal(415, 'unsupported-media-type', 'send application/json, or application/x-ndjson for an event a line')
  }
}

async function* limited(request: IncomingMessage, mostBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    // The connection is closed with the answer, so that nothing more of the body is taken in.
    if (bytes > mostBytes)
      throw new Refusal(413, 'body-too-large', `at most ${mostBytes} bytes in a request`, { connection: 'close' })
    yield chunk
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new Refusal(400, 'invalid-json', error instanceof Error ? error.message : 'no JSON')
  }
}

function sorted(readings: readonly NdjsonReading[]): EventBody {
  const arrived = readings.flatMap((reading) => ('value' in reading ? [{ event: reading.value, line: reading.line }] : []))
  const unread = readings.flatMap((reading) => {
    if (!('issue' in reading)) return []
    const { code, path, message } = reading.issue
    return [{ line: reading.line, code, path, message }]
  })
  return { arrived, unread }
}
