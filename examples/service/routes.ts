/** What can be asked of the service, and by which method. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answer, Refusal } from './answer.ts'
import type { Desk } from './desk.ts'
import type { EffectStream } from './effect-stream.ts'
import { type Metrics, openMetricsType } from './metrics.ts'
import { readEvents } from './request-body.ts'

export interface Routed {
  readonly desk: Desk
  readonly stream: EffectStream
  readonly figures: Metrics
  readonly now: () => number
  readonly mostBytes: number
  /** Called after events have changed what is kept. */
  readonly onEvents: () => void
}

type Answering = (request: IncomingMessage, response: ServerResponse, asked: Asked) => void | Promise<void>

interface Asked {
  /** What follows the name of the resource in the path. */
  readonly id: string
  readonly query: URLSearchParams
}

interface Route {
  readonly method: 'GET' | 'POST'
  readonly answer: Answering
}

/** Returns what answers a request. **Errors** `Refusal` for what cannot be asked. */
export function routes({ desk, stream, figures, now, mostBytes, onEvents }: Routed) {
  const table: Readonly<Record<string, Route>> = {
    '/events': {
      method: 'POST',
      async answer(request, response) {
        const { arrived, unread } = await readEvents(request, mostBytes)
        const { events, effects, refused } = desk.accept(arrived)
        const acceptance = { events, effects, refused: [...unread, ...refused] }
        figures.countEvents(acceptance)
        onEvents()
        answer(response, events === 0 && acceptance.refused.length > 0 ? 422 : 200, acceptance)
      },
    },
    '/leads/': {
      method: 'GET',
      answer(_request, response, { id }) {
        const found = desk.lead(id)
        if (!found) throw new Refusal(404, 'unknown-lead', `nothing is known of the lead ${id}`)
        answer(response, 200, found)
      },
    },
    '/queue': {
      method: 'GET',
      answer(_request, response, { query }) {
        const owner = query.get('owner')
        if (!owner) throw new Refusal(400, 'missing-owner', 'whose queue? ask with ?owner=')
        answer(response, 200, { owner, asOf: new Date(now()).toISOString(), obligations: desk.queue(owner) })
      },
    },
    '/effects': { method: 'GET', answer: (request, response) => stream.listen(request, response) },
    '/metrics': {
      method: 'GET',
      answer(_request, response) {
        response.writeHead(200, { 'content-type': openMetricsType })
        response.end(figures.print(desk))
      },
    },
  }

  return (request: IncomingMessage, response: ServerResponse): void | Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://service')
    const [, place = '', id] = /^(\/[^/]*\/?)([^/]*)$/.exec(pathname) ?? []
    const route = Object.hasOwn(table, place) && (id !== '') === place.endsWith('/') ? table[place] : undefined
    if (!route) throw new Refusal(404, 'not-found', `there is no ${pathname}; there are ${Object.keys(table).join(', ')}`)
    const { method } = route
    if (request.method !== method) throw new Refusal(405, 'method-not-allowed', `${place} answers ${method}`, { allow: method })
    return route.answer(request, response, { id: decoded(id ?? ''), query: searchParams })
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refusal(400, 'invalid-path', `${text} was not encoded as part of an address is`)
  }
}
