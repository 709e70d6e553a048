/** The service: `node:http` and lead-sla, and nothing else. What is promised and when it is due is for the library to say. */
import { createServer, type Server } from 'node:http'
import type { Agreement } from 'lead-sla'
import { answerError, Refusal } from './answer.ts'
import { type Desk, openDesk } from './desk.ts'
import { effectStream } from './effect-stream.ts'
import { metrics } from './metrics.ts'
import { routes } from './routes.ts'
import { readStates, writeStates } from './snapshot-file.ts'

export interface ServiceOptions {
  readonly agreement: Agreement
  /** Where the states are kept between two runs; without it they are forgotten. */
  readonly snapshotPath?: string
  /** 0 takes any port that is free. */
  readonly port?: number
  readonly host?: string
  readonly mostBytes?: number
  readonly snapshotEveryMs?: number
  /** **Units** epoch milliseconds. */
  readonly now?: () => number
  readonly log?: (text: string) => void
}

export interface Service {
  readonly port: number
  /** Answers what has been asked, writes the states down, and closes. */
  stop(): Promise<void>
}

const longestStopMs = 5_000

/** **Errors** throws `LeadSlaError` for a snapshot that cannot be believed: starting without it would forget what was promised. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { agreement, snapshotPath, port = 0, host = '127.0.0.1', mostBytes = 8 << 20 } = options
  const { now = Date.now, log = () => {}, snapshotEveryMs = 10_000 } = options
  const stream = effectStream(now().toString(36))
  const figures = metrics()
  const desk = openDesk({
    agreement,
    now,
    onEffect(effect) {
      figures.countEffect(effect)
      stream.tell(effect)
    },
  })
  if (snapshotPath !== undefined) desk.restore(await readStates(snapshotPath, agreement))
  const saving = savingEvery(snapshotEveryMs, { desk, log, ...(snapshotPath === undefined ? {} : { path: snapshotPath }) })
  const timer = wakeTimer(desk, now, saving.mark)
  const onEvents = () => {
    saving.mark()
    timer.set()
  }
  const handle = routes({ desk, stream, figures, now, mostBytes, onEvents })
  const server = createServer((request, response) => {
    Promise.resolve()
      .then(() => handle(request, response))
      .catch((error: unknown) => {
        if (!(error instanceof Refusal)) log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`)
        answerError(response, error)
      })
  })
  const listening = await listen(server, port, host)
  timer.set()
  return {
    port: listening,
    async stop() {
      timer.clear()
      stream.close()
      await closed(server)
      await saving.end()
    },
  }
}

/** A timer of Node holds no longer than this; a later instant is looked at again when it has run out. */
const longestTimerMs = 2 ** 31 - 1

/** One timer for all leads: it is set to the earliest instant at which something becomes due. */
function wakeTimer(desk: Desk, now: () => number, onWake: () => void) {
  let timer: NodeJS.Timeout | undefined
  const set = (): void => {
    clearTimeout(timer)
    const at = desk.nextWake()
    if (at === null) return
    const ring = () => {
      desk.wake()
      onWake()
      set()
    }
    timer = setTimeout(ring, Math.min(Math.max(at - now(), 0), longestTimerMs))
  }
  return { set, clear: () => clearTimeout(timer) }
}

interface Saved {
  readonly desk: Desk
  readonly path?: string
  readonly log: (text: string) => void
}

/** Writes the states down now and then, when there is something new, and never twice at once. */
function savingEvery(everyMs: number, { desk, path, log }: Saved) {
  let isChanged = false
  let writing = Promise.resolve()
  const save = (): Promise<void> => {
    if (path === undefined || !isChanged) return writing
    isChanged = false
    writing = writing
      .then(() => writeStates(path, desk.states()))
      .catch((error: unknown) => {
        isChanged = true
        log(`the states were not written: ${error}`)
      })
    return writing
  }
  const timer = setInterval(() => void save(), everyMs).unref()
  return {
    mark() {
      isChanged = true
    },
    end() {
      clearInterval(timer)
      return save()
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Whoever still sends after a while is not waited for. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), longestStopMs)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
