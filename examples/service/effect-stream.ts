/**
 * What became due, for whoever listens: server-sent events. A listener that comes back says which one it had last and gets the rest,
 * as far as they are still remembered; every effect has a key, so one that comes twice does no harm.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Effect } from 'lead-sla'

interface Told {
  readonly number: number
  readonly effect: Effect
}

const mostRemembered = 10_000
/** A listener that does not take what it is given is let go; it comes back when it can. */
const mostWaitingBytes = 1 << 20
const heartbeatMs = 15_000

export type EffectStream = ReturnType<typeof effectStream>

/** `run` tells this run of the service from the one before, whose numbers mean nothing here. */
export function effectStream(run: string) {
  const remembered: Told[] = []
  const listeners = new Set<ServerResponse>()
  let count = 0

  const write = (response: ServerResponse, text: string): void => {
    if (response.writableLength > mostWaitingBytes) response.destroy()
    else response.write(text)
  }
  const tell = ({ number, effect }: Told): string => {
    return `id: ${run}-${number}\nevent: ${effect.kind}\ndata: ${JSON.stringify(effect)}\n\n`
  }
  // Intermediaries close what is silent, and a listener that is gone shows only when it is written to.
  const heartbeat = setInterval(() => {
    for (const response of listeners) write(response, ': still here\n\n')
  }, heartbeatMs).unref()

  return {
    tell(effect: Effect): void {
      const told = { number: ++count, effect }
      remembered.push(told)
      if (remembered.length > 2 * mostRemembered) remembered.splice(0, mostRemembered)
      for (const response of listeners) write(response, tell(told))
    },
    listen(request: IncomingMessage, response: ServerResponse): void {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      response.write('retry: 2000\n\n')
      const [, lastRun, last] = /^(.+)-(\d+)$/.exec(String(request.headers['last-event-id'] ?? '')) ?? []
      if (lastRun !== undefined) {
        // After a restart everything that is remembered is told: twice is better than never.
        const since = lastRun === run ? Number(last) : 0
        if (since + 1 < (remembered[0]?.number ?? 1)) response.write('event: gap\ndata: {}\n\n')
        for (const told of remembered) if (told.number > since) response.write(tell(told))
      }
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
    },
    close(): void {
      clearInterval(heartbeat)
      for (const response of listeners) response.end()
    },
  }
}
