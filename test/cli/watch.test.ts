import { appendFileSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { main } from '../../src/cli/command.ts'
import { type HostTime, hostTime } from '../../src/cli/watch/host-time.ts'
import { WakeQueue } from '../../src/cli/watch/wake-queue.ts'
import type { AgreementDocument, Effect } from '../../src/index.ts'
import { law } from '../property/law.ts'
import { ndjson, Scene, Sink } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())

const document: AgreementDocument = {
  agreement: 'acme',
  version: '1',
  timeZone: 'UTC',
  parties: { sales: { name: 'Sales', members: { lena: { name: 'Lena Hoffmann' } } } },
  clauses: {
    reply: {
      ...{ kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.assigned' }, stop: { on: 'call.made' } },
      within: 'PT1H',
      reminders: [{ name: 'half', share: 0.5, to: 'owner' }],
      escalation: [{ name: 'boss', after: 'PT1H', action: 'notify', to: 'manager' }],
    },
  },
}
scene.write('watched.json', JSON.stringify(document))
const at = (time: string) => `2026-04-07T${time}:00.000Z`
const assigned = (lead: string, time: string) => ({
  ...{ id: `${lead}-1`, lead, type: 'lead.assigned', at: at(time), data: { owner: 'lena' } },
})
const called = (lead: string, time: string) => ({ id: `${lead}-2`, lead, type: 'call.made', at: at(time) })

/** A clock that a test moves. The short waits of somebody who looks at a file take no time on it. */
class TestTime implements HostTime {
  #now: number
  #begin = () => {}
  readonly #sleepers = new Set<{ until: number; wake: () => void }>()
  constructor(time: string) {
    this.#now = Date.parse(at(time))
  }
  /** Resolves when the command has looked at it for the first time. */
  readonly begun = new Promise<void>((resolve) => {
    this.#begin = resolve
  })
  now(): number {
    this.#begin()
    return this.#now
  }
  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const sleeper = { until: ms <= 500 ? 0 : this.#now + ms, wake: resolve }
      signal.addEventListener('abort', () => resolve(), { once: true })
      if (ms <= 500) setTimeout(resolve, 1)
      else this.#sleepers.add(sleeper)
    })
  }
  moveTo(time: string): void {
    this.#now = Date.parse(at(time))
    for (const sleeper of this.#sleepers) {
      if (sleeper.until > this.#now) continue
      this.#sleepers.delete(sleeper)
      sleeper.wake()
    }
  }
}

/** Begins to watch; `stop` is Ctrl-C. */
async function watching(time: string, args: readonly string[], stdin = new PassThrough()) {
  const [out, err, clock] = [new Sink(), new Sink(), new TestTime(time)]
  let stop = () => {}
  const onInterrupt = (callback: () => void) => {
    stop = callback
    return () => {}
  }
  const io = { stdin, stdout: out, stderr: err, env: {}, time: clock, onInterrupt }
  const paths = args.map((each) => (each.startsWith('@') ? scene.path(each.slice(1)) : each))
  const status = main(['watch', scene.path('watched.json'), ...paths], io)
  await Promise.race([clock.begun, status])
  return { status, out, err, clock, stdin, stop: () => stop() }
}

const has = (sink: Sink, text: string) => vi.waitFor(() => expect(sink.text).toContain(text), { timeout: 5000, interval: 2 })
const keysOf = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as Effect).key)

describe('watch, following a file', () => {
  test('prints what becomes due when it does, and ends with a summary at Ctrl-C', async () => {
    scene.write('live.ndjson', ndjson([assigned('A', '09:00')]))
    const { status, out, err, clock, stop } = await watching('09:10', ['@live.ndjson'])
    clock.moveTo('09:31')
    await has(out, 'Tue 7 Apr 2026 09:30  reminder    reply  A  Lena Hoffmann  half to owner\n')
    expect(out.text).not.toContain('breach')
    clock.moveTo('10:01')
    await has(out, 'breach      reply  A  Lena Hoffmann\n')
    appendFileSync(scene.path('live.ndjson'), ndjson([called('A', '10:02')]))
    await has(out, 'closed      reply  A  Lena Hoffmann  metLate\n')
    stop()
    expect(await status).toBe(0)
    expect(err.text).toBe('watched 2 events of 1 lead: 1 reminder, 1 due, 1 breach, 1 closed\n')
  })

  test('says nothing of the past unless it is asked to', async () => {
    scene.write('past.ndjson', ndjson([assigned('A', '07:00'), called('A', '08:30'), assigned('B', '09:00')]))
    const late = await watching('09:40', ['@past.ndjson'])
    late.clock.moveTo('10:01')
    await has(late.out, 'breach      reply  B')
    late.stop()
    await late.status
    expect(late.out.text).not.toContain('reply  A')
    expect(late.err.text).toContain('5 effects from before it began; --since INSTANT prints them\n')
    const all = await watching('09:40', ['@past.ndjson', '--since', at('08:00')])
    await has(all.out, 'reminder    reply  B')
    all.stop()
    await all.status
    expect(all.out.text).toContain('metLate')
    expect(all.out.text).not.toContain('Tue 7 Apr 2026 07:30')
  })

  test('waits for the end of a line, and tells of lines that it cannot count', async () => {
    const whole = JSON.stringify(assigned('C', '09:00'))
    scene.write('lines.ndjson', `nonsense\n\n{"id":"x"}\n${whole.slice(0, 20)}`)
    const { status, out, err, clock, stop } = await watching('09:10', ['@lines.ndjson'])
    await has(err, 'lines.ndjson:3: refused: lead: ')
    expect(err.text).toMatch(/lines\.ndjson:1: unread: .* \[invalid-json\]\n/)
    appendFileSync(scene.path('lines.ndjson'), `${whole.slice(20)}\n`)
    await vi.waitFor(() => clock.moveTo('09:31'))
    await has(out, 'reminder    reply  C')
    stop()
    expect(await status).toBe(0)
    expect(err.text).toContain('watched 1 event of 1 lead: 1 reminder\n2 lines could not be counted\n')
  })

  test('reads a file that was cut, and another one in its place, from the beginning', async () => {
    scene.write('turned.ndjson', ndjson([assigned('A', '09:00'), assigned('B', '09:00')]))
    const { status, out, err, clock, stop } = await watching('09:05', ['@turned.ndjson', '--since', at('09:00')])
    clock.moveTo('09:31')
    await has(out, 'reply  B')
    truncateSync(scene.path('turned.ndjson'))
    await has(err, 'it has been cut, and is read from its beginning\n')
    appendFileSync(scene.path('turned.ndjson'), ndjson([called('A', '09:32')]))
    await has(out, 'closed      reply  A')
    writeFileSync(scene.path('next.ndjson'), ndjson([called('B', '09:33')]))
    renameSync(scene.path('next.ndjson'), scene.path('turned.ndjson'))
    await has(out, 'closed      reply  B')
    expect(err.text).toContain('another file has taken its name, and is read from its beginning\n')
    stop()
    expect(await status).toBe(0)
  })

  test('goes on with its state where it ended, and tells nothing twice', async () => {
    scene.write('kept.ndjson', ndjson([assigned('A', '09:00'), assigned('B', '09:10')]))
    const args = ['@kept.ndjson', '--state', '@kept.state', '--format', 'ndjson', '--since', at('09:00')]
    const first = await watching('09:31', args)
    await has(first.out, 'reminder/reply/A/1/half')
    first.stop()
    expect(await first.status).toBe(0)
    appendFileSync(scene.path('kept.ndjson'), ndjson([called('A', '09:50')]))
    const second = await watching('10:11', args.slice(0, 5))
    await has(second.out, 'breach/reply/B/1')
    second.stop()
    expect(await second.status).toBe(0)
    expect(second.err.text).toMatch(/^watched 1 event of 2 leads: /)
    expect(keysOf(first.out.text)).toEqual(['reminder/reply/A/1/half/lena'])
    expect(keysOf(second.out.text).sort()).toEqual(
      [
        'breach/reply/B/1/lena',
        `closed/reply/A/1/met/${Date.parse(at('09:50'))}`,
        'due/reply/B/1/lena',
        'reminder/reply/B/1/half/lena',
      ].sort(),
    )
  })

  test('refuses a state that is none, or of another agreement, and leaves it as it was', async () => {
    scene.write('none.state', 'something else\n')
    const { status, err } = await watching('09:00', ['@kept.ndjson', '--state', '@none.state'])
    expect(await status).toBe(2)
    expect(err.text).toMatch(/none\.state: it holds no state of lead-sla watch \[not-a-snapshot\]\n$/)
    scene.write('other.json', JSON.stringify({ ...document, version: '2' }))
    const other = new Sink()
    const io = { stdin: new PassThrough(), stdout: new Sink(), stderr: other, env: {}, time: new TestTime('09:00') }
    const paths = ['other.json', 'kept.ndjson'].map((name) => scene.path(name))
    expect(await main(['watch', ...paths, '--state', scene.path('kept.state')], io)).toBe(2)
    expect(other.text).toContain('[other-agreement]')
    expect(readFileSync(scene.path('kept.state'), 'utf8')).toContain('leadSlaWatch')
  })

  test('refuses what is no file', async () => {
    const { status, err } = await watching('09:00', ['@missing.ndjson'])
    expect(await status).toBe(2)
    expect(err.text).toContain('there is no such file [unreadable-file]')
    const folder = await watching('09:00', [scene.folder])
    expect(await folder.status).toBe(2)
    expect(folder.err.text).toContain('it is a folder, not a file [unreadable-file]')
  })
})

test('a reader that goes away ends it quietly, and nothing waits for the file any more', async () => {
  class Gone extends Sink {
    override _write(_chunk: Buffer, _: BufferEncoding, done: (error: Error) => void): void {
      done(Object.assign(new Error('nobody reads'), { code: 'EPIPE' }))
    }
  }
  scene.write(
    'unread.ndjson',
    ndjson([assigned('A', '09:00'), called('A', '09:20'), assigned('B', '09:30'), called('B', '09:31')]),
  )
  const [err, clock] = [new Sink(), new TestTime('09:40')]
  const io = { stdin: new PassThrough(), stdout: new Gone(), stderr: err, env: {}, time: clock }
  const paths = ['watched.json', 'unread.ndjson'].map((name) => scene.path(name))
  expect(await main(['watch', ...paths, '--since', at('09:00')], io)).toBe(0)
  expect(err.text).toBe('')
})

describe('watch, following standard input', () => {
  test('lets time pass between the lines, and ends with it', async () => {
    const { status, out, err, clock, stdin } = await watching('09:10', ['-'])
    stdin.write(ndjson([assigned('A', '09:00')]))
    await vi.waitFor(() => {
      clock.moveTo('09:31')
      expect(out.text).toContain('reminder    reply  A')
    })
    stdin.end(ndjson([called('A', '09:35')]).trimEnd())
    expect(await status).toBe(0)
    expect(out.text).toMatch(/closed {6}reply {2}A {2}Lena Hoffmann {2}met\n$/)
    expect(err.text).toBe('watched 2 events of 1 lead: 1 reminder, 1 closed\n')
  })
  test('ends at Ctrl-C though nothing comes', async () => {
    const { status, stop, stdin } = await watching('09:10', ['-'])
    stop()
    expect(await status).toBe(0)
    expect(stdin.destroyed).toBe(true)
  })
})

describe('watch --replay', () => {
  test('lets the events drive the time, and takes back what a late one changes', async () => {
    const events = [assigned('A', '09:00'), assigned('B', '10:30'), called('A', '09:20'), called('B', '10:40')]
    scene.write('replayed.ndjson', ndjson(events))
    const { status, out } = await watching('23:00', ['@replayed.ndjson', '--replay', '--format', 'ndjson'])
    expect(await status).toBe(0)
    expect(keysOf(out.text)).toEqual([
      'reminder/reply/A/1/half/lena',
      'due/reply/A/1/lena',
      'breach/reply/A/1/lena',
      'retraction/reminder/reply/A/1/half/lena',
      'retraction/due/reply/A/1/lena',
      'retraction/breach/reply/A/1/lena',
      `closed/reply/A/1/met/${Date.parse(at('09:20'))}`,
      `closed/reply/B/1/met/${Date.parse(at('10:40'))}`,
    ])
  })
  test('keeps no state', async () => {
    const { status, err } = await watching('23:00', ['@replayed.ndjson', '--replay', '--state', '@x.state'])
    expect([await status, err.text]).toEqual([2, '--replay reads a file from its beginning, so it keeps no --state\n'])
  })
})

describe('the time of the machine', () => {
  test('a wait that is longer than a timer can be is cut into timers', async () => {
    vi.useFakeTimers()
    try {
      const month = 40 * 86_400_000
      let isOver = false
      const waited = hostTime.sleep(month, new AbortController().signal).then(() => {
        isOver = true
      })
      await vi.advanceTimersByTimeAsync(month - 1)
      expect(isOver).toBe(false)
      await vi.advanceTimersByTimeAsync(1)
      await waited
      expect(isOver).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })
  test('a wait that is called off is over, and leaves no timer', async () => {
    vi.useFakeTimers()
    try {
      const calledOff = new AbortController()
      const waited = hostTime.sleep(1e12, calledOff.signal)
      calledOff.abort()
      await waited
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('the queue of wakes', () => {
  law(
    'gives each lead at its last instant, in the order of time and of names',
    fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.option(fc.integer({ min: 0, max: 9 })))),
    (said) => {
      const queue = new WakeQueue()
      for (const [lead, wake] of said) queue.set(lead, wake)
      const last = [...new Map(said)].flatMap(([lead, wake]) => (wake === null ? [] : [{ at: wake, lead }]))
      const expected = last.sort((a, b) => a.at - b.at || (a.lead < b.lead ? -1 : 1))
      expect(queue.next()).toBe(expected[0]?.at ?? null)
      expect(queue.take((expected[0]?.at ?? 0) - 1)).toBe(undefined)
      expect(expected.map(() => queue.take(9))).toEqual(expected)
      expect([queue.take(9), queue.next()]).toEqual([undefined, null])
    },
  )
})
