import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { serve } from '../../src/cli/jobs/conversation.ts'
import type { JobData } from '../../src/cli/jobs/job-work.ts'
import type { StartThread, Thread } from '../../src/cli/jobs/thread.ts'
import { agreement, asOf, events } from './agreement.ts'
import { type CallOptions, ndjson, Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())

/** The other side of a thread without the thread, so that a hundred evaluations do not start two hundred. */
const startHere: StartThread = (data) => {
  const { port1, port2 } = new MessageChannel()
  serve(port2, structuredClone(data) as JobData)
  const thread = {
    postMessage: (message: unknown) => port1.postMessage(message),
    on: (event: string, listener: (value: never) => void) => port1.on(event as 'message', listener as () => void),
    terminate: async () => port1.close(),
  }
  return thread as unknown as Thread
}

/** Returns what one job prints, after it has been seen that two and three print the same. */
async function same(line: string, options: CallOptions = {}): ReturnType<Scene['call']> {
  const one = await scene.call(line, options)
  for (const jobs of [2, 3]) {
    expect(await scene.call(`${line} --jobs ${jobs}`, { startThread: startHere, ...options })).toEqual(one)
  }
  return one
}

/** What can link leads, and what is said of the whole: merges, attempts, money, types that nobody asks for. */
scene.write(
  'rich.json',
  JSON.stringify({
    ...agreement,
    clauses: {
      ...agreement.clauses,
      attempts: {
        ...{ kind: 'cadence', owedBy: 'sales', clock: 'berlin', start: { on: 'lead.assigned' }, attempt: { on: 'call.made' } },
        ...{ count: 2, within: { businessDays: 2 }, stop: { on: 'call.connected' } },
      },
      pipeline: {
        ...{ kind: 'amount', owedBy: 'marketing', sum: { on: 'opportunity.created', path: '$.data.amountMinor' } },
        ...{ currency: 'EUR', per: 'quarter', target: 100_000 },
      },
      inTime: { kind: 'compliance', owedBy: 'sales', clause: 'firstResponse', per: 'month', atLeast: 0.95 },
    },
  }),
)

const at = (minute: number): string => new Date(Date.parse('2026-04-14T07:00:00Z') + minute * 60_000).toISOString()
const types = ['lead.created', 'lead.assigned', 'call.made', 'call.connected', 'lead.snoozed', 'email.sent', 'odd.type']

/** One line of a file: an event, a merge, money, the same id elsewhere, or something that is no event. */
const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({
        id: fc.nat(60),
        lead: fc.constantFrom('A', 'B', 'C', 'Zoë', '😀', ' a"b\\'),
        type: fc.constantFrom(...types),
        minute: fc.integer({ min: -60, max: 600 }),
        recorded: fc.option(fc.nat(600)),
        envelope: fc.boolean(),
      })
      .map(({ id, lead, type, minute, recorded, envelope }) => {
        const rest = { type, data: { owner: 'lena', lead: 'nested', id: 1 } }
        const known = recorded === null ? {} : { recordedAt: at(recorded) }
        return JSON.stringify(
          envelope
            ? { specversion: '1.0', source: '/crm', id: `e${id}`, subject: lead, time: at(minute), ...rest }
            : { data: rest.data, id: `e${id}`, lead, at: at(minute), ...known, type },
        )
      }),
  },
  fc
    .tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('A', 'B', 'Zoë', 'gone'), fc.nat(9))
    .map(([lead, into, id]) => JSON.stringify({ id: `m${id}`, lead, type: 'lead.merged', at: at(id), data: { into } })),
  fc.tuple(fc.constantFrom('A', 'B'), fc.constantFrom<unknown>(5_000, 'much', null), fc.nat(9)).map(([lead, amountMinor, id]) => {
    const data = { opportunity: `o${id}`, amountMinor, currency: 'EUR' }
    return JSON.stringify({ id: `o${id}`, lead, type: 'opportunity.created', at: at(id), data })
  }),
  fc.constantFrom(
    ...['', '\r', ' ', '5', '5', 'null', '[]', '{}', '{"id":"x"', 'nonsense', '{"id":"n","n":9007199254740993}', '\0'],
    `{"id":"e1","lead":"\\u0041","type":"call.connected","at":"${at(30)}"}`,
    `{"id":"e2","lead":"B","lead":"A","type":"call.connected","at":"${at(31)}"}\r`,
    `{"id":"e3","lead":"A","__proto__":{"lead":"B"},"type":"call.made","at":"${at(32)}"} `,
    `{"id":"","lead":"","type":"","at":""}`,
    `{"id":"e4","lead":7,"type":"call.made","at":"${at(33)}"}`,
  ),
)
const file = fc.record({ lines: fc.array(line, { maxLength: 25 }), isEnded: fc.boolean(), hasMark: fc.boolean() })

describe('any number of jobs prints the same', () => {
  const numRuns = Math.max(10, Math.floor(Number(process.env.LEAD_SLA_RUNS ?? 1_000) / 20))
  test('of any files of lines, in any format', { timeout: 120_000 }, async () => {
    const formats = ['json', 'json', 'ndjson', 'csv', 'table --by owner', 'table --all', 'table --status late']
    const drawn = fc.tuple(file, file, fc.constantFrom(...formats))
    const law = fc.asyncProperty(drawn, async ([a, b, format]) => {
      for (const [name, { lines, isEnded, hasMark }] of Object.entries({ a, b }))
        scene.write(`${name}.ndjson`, `${hasMark ? '\ufeff' : ''}${lines.join('\n')}${isEnded ? '\n' : ''}`)
      await same(`evaluate @rich.json @a.ndjson @b.ndjson --as-of ${asOf} --format ${format}`)
    })
    await fc.assert(law, { numRuns, seed: Number(process.env.LEAD_SLA_SEED ?? 20_260_407) })
  })
})

const evaluate = `evaluate @rich.json @events.ndjson --as-of ${asOf}`

describe('the same is printed', () => {
  test('of the demo, packed as it is', { timeout: 120_000 }, async () => {
    const demo = new URL('../../examples/demo/', import.meta.url).pathname
    const line = `evaluate ${demo}agreement.json ${demo}events.ndjson.gz --as-of 2026-10-01T00:00:00Z`
    expect((await same(`${line} --format json`)).out.length).toBeGreaterThan(1_000_000)
    expect((await same(line)).out).toContain('10,115 clocks of 2,336 leads')
  })

  test('of a part: a clause, a status, an owner', async () => {
    for (const format of ['table', 'csv']) {
      await same(`${evaluate} --format ${format} --clause firstResponse --status openBreached --status metLate`)
      await same(`${evaluate} --format ${format} --owner lena`)
      await same(`${evaluate} --format ${format} --owner nobody`)
    }
  })

  test('as was known at an instant, and on a terminal', async () => {
    await same(`${evaluate} --known-at 2026-04-14T08:00:00Z --format json`)
    await same(`${evaluate} --by team`, { isTTY: true, columns: 60 })
    scene.write('rude.ndjson', ndjson([{ ...events[0], id: 'r', lead: '\u001b[31mred' }]))
    for (const format of ['table', 'csv', 'json']) {
      await same(`evaluate @rich.json @rude.ndjson --as-of ${asOf} --format ${format}`, { isTTY: true })
    }
  })

  test('of standard input, also gzipped and with CRLF', async () => {
    const text = ndjson(events)
    const line = `evaluate @rich.json - --as-of ${asOf} --format ndjson`
    const plain = await same(line, { stdin: text })
    expect(plain.out).not.toBe('')
    expect(await same(line, { stdin: gzipSync(text) })).toEqual(plain)
    expect(await same(line, { stdin: text.replaceAll('\n', '\r\n') })).toEqual(plain)
    expect(await same(line, { stdin: text.trimEnd() })).toEqual(plain)
  })

  test('of one giant lead beside small ones', { timeout: 60_000 }, async () => {
    const giant = Array.from({ length: 5_000 }, (_, index) => ({
      ...{ id: `g${index}`, lead: 'giant', type: types[index % 6], at: at(index / 20), data: { owner: 'emre' } },
    }))
    scene.write('giant.ndjson', ndjson([...giant, ...events]))
    expect((await same(`evaluate @rich.json @giant.ndjson --as-of ${asOf} --format json`)).out).toContain('giant')
  })

  test('of leads that are all tied together by one id', async () => {
    const tied = events.map((event) => ({ ...event, id: 'same', recordedAt: event.at }))
    scene.write('tied.ndjson', ndjson([...tied, ...events]))
    const { out } = await same(`evaluate @rich.json @tied.ndjson --as-of ${asOf} --format json`)
    expect(out).toContain('corrected-event')
  })

  test('of lines that are no text, and of one that is too long', { timeout: 60_000 }, async () => {
    const [first = '', ...rest] = ndjson(events).split('\n')
    const broken = Buffer.concat([Buffer.from(`${first}\n`), Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from(rest.join('\n'))])
    scene.write('broken.ndjson', broken)
    const { err } = await same(`evaluate @rich.json @broken.ndjson --as-of ${asOf} --format ndjson`)
    expect(err).toContain('broken.ndjson:2: refused: expected UTF-8 text')
    const long = Buffer.concat([Buffer.from(`${first}\n`), Buffer.alloc(51_000_000, 0x31), Buffer.from(`\n${rest.join('\n')}`)])
    scene.write('long.ndjson', long)
    const told = await same(`evaluate @rich.json @long.ndjson --as-of ${asOf} --format ndjson`)
    expect(told.err).toContain('long.ndjson:2: refused: expected a line of at most')
  })

  test('of files that are not lines of events, which one job reads', async () => {
    scene.write('events.json', JSON.stringify(events))
    await same(`evaluate @rich.json @events.json @events.ndjson --as-of ${asOf} --format json`)
  })

  test.each(['@empty.ndjson', '@blank.ndjson', '@words.ndjson', '@bytes.ndjson', '@missing.ndjson', '@cut.ndjson'])(
    'when %s cannot be read, wherever it stands',
    async (bad) => {
      scene.write('empty.ndjson', '')
      scene.write('blank.ndjson', '\n \n')
      scene.write('words.ndjson', 'no\nevent\n')
      scene.write('bytes.ndjson', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x0a]))
      scene.write('cut.ndjson', gzipSync(ndjson(events)).subarray(0, 60))
      for (const files of [bad, `@events.ndjson ${bad}`, `${bad} @missing.ndjson`]) {
        const { status, err } = await same(`evaluate @rich.json ${files} --as-of ${asOf}`)
        expect([status, err]).toEqual([2, expect.stringContaining('[unreadable-file]')])
      }
    },
  )
})

describe('--jobs', () => {
  test('works in threads', { timeout: 120_000 }, async () => {
    const one = await scene.call(`${evaluate} --format json`)
    expect(await scene.call(`${evaluate} --format json --jobs 2`)).toEqual(one)
  })

  test.each(['0', '65', '1.5', 'many', '-1'])('%s is no number of jobs', async (jobs) => {
    const { status, err } = await scene.call(`${evaluate} --jobs=${jobs}`)
    expect([status, err]).toEqual([2, expect.stringContaining('Write a number from 1 to 64.')])
  })

  /** A thread that ends as soon as it is asked. */
  const ending = (event: string, error?: Error): StartThread => {
    return () => {
      const thread = new EventEmitter()
      const postMessage = () => setImmediate(() => thread.emit(event, error))
      return Object.assign(thread, { postMessage, terminate: async () => {} }) as unknown as Thread
    }
  }

  test('a job that breaks down ends the command, and says why', async () => {
    const memory = Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })
    const ends = async (startThread: StartThread) => {
      const { status, err, out } = await scene.call(`${evaluate} --jobs 2`, { startThread })
      return [status, out, err]
    }
    expect(await ends(ending('error', memory))).toEqual([2, '', expect.stringContaining('--jobs: a job needs more memory')])
    expect(await ends(ending('error', new Error('lightning')))).toEqual([70, '', expect.stringContaining('lightning')])
    expect(await ends(ending('exit'))).toEqual([70, '', expect.stringContaining('a job ended before its work was done')])
  })

  test('is told of by help', async () => {
    expect((await scene.call('help evaluate')).out).toContain('--jobs <number>')
  })
})
