/** The service of `examples/service`, with real requests. It must give what the library gives, and take what a network sends. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineAgreement, evaluate, type LeadEvent, type Obligation } from 'lead-sla'
import { template } from 'lead-sla/templates'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { type Service, type ServiceOptions, startService } from '../../examples/service/service.ts'
import { wakes } from '../../examples/service/wakes.ts'

const { agreement: document, events: unordered, asOf } = template('b2b-inbound')
const events = unordered.toSorted((a, b) => Date.parse(String(a.at)) - Date.parse(String(b.at)))
const agreement = defineAgreement(document)
const end = Date.parse(asOf)

const folder = mkdtempSync(join(tmpdir(), 'lead-sla-service-'))
const running: Service[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function start(options: Partial<ServiceOptions> = {}) {
  const service = await startService({ agreement, now: () => end, ...options })
  running.push(service)
  const base = `http://127.0.0.1:${service.port}`
  const post = (body: string, type = 'application/x-ndjson') =>
    fetch(`${base}/events`, { method: 'POST', body, headers: { 'content-type': type } })
  const read = async (path: string) => answered(await fetch(`${base}${path}`))
  return { service, base, post, read }
}

/** What the service may say; a test looks at what it asked for. */
interface Answer {
  readonly events: number
  readonly refused: readonly { readonly line: number; readonly code: string }[]
  readonly lead: string
  readonly obligations: readonly Obligation[]
  readonly error: { readonly code: string }
}

async function answered(response: Response): Promise<Answer> {
  return JSON.parse(await response.text())
}

const ndjson = (given: readonly unknown[]) => given.map((event) => `${JSON.stringify(event)}\n`).join('')
const lead = (at: string, data = {}): LeadEvent => ({ id: `e-${at}`, lead: 'L-new', type: 'lead.created', at, data })

describe('the answers', () => {
  test('are those of the batch, for every lead and for every queue', async () => {
    const { post, read } = await start()
    const posted = await post(ndjson(events))
    expect(posted.status).toBe(200)
    const batch = evaluate(agreement, events, { asOf })
    expect(await answered(posted)).toMatchObject({ events: events.length - batch.refused.length })

    for (const id of new Set(events.map((event) => event.lead))) {
      const { obligations } = await read(`/leads/${encodeURIComponent(id)}`)
      expect(obligations).toEqual(batch.obligations.filter((each) => each.lead === id))
    }
    const open = batch.obligations.filter(({ status }) => ['open', 'openBreached', 'paused'].includes(status))
    const owners = [...new Set(open.flatMap(({ owner }) => owner ?? []))]
    expect(owners.length).toBeGreaterThan(0)
    for (const owner of owners) {
      const { obligations } = await read(`/queue?owner=${owner}`)
      const keys = (list: readonly Obligation[]) => list.map(({ key }) => key).sort()
      expect(keys(obligations)).toEqual(keys(open.filter((each) => each.owner === owner)))
      const dues = obligations.map(({ dueAt }) => dueAt ?? '~')
      expect(dues).toEqual([...dues].sort())
    }
  })

  test('are the same when the events come in two halves and twice, the service having been stopped in between', async () => {
    const snapshotPath = join(folder, 'states.snapshot')
    const half = Math.floor(events.length / 2)
    const now = () => Date.parse(String(events[half - 1]?.at))
    const first = await start({ snapshotPath, now })
    await first.post(ndjson(events.slice(0, half)))
    await running.pop()?.stop()
    const second = await start({ snapshotPath })
    expect((await second.post(ndjson(events.slice(half - 10)))).status).toBe(200)
    for (const id of new Set(events.map((event) => event.lead))) {
      const { obligations } = await second.read(`/leads/${id}`)
      expect(obligations).toEqual(evaluate(agreement, events, { asOf }).obligations.filter((each) => each.lead === id))
    }
  })

  test('name what was refused, by line', async () => {
    const { post } = await start()
    const late = new Date(end + 3_600_000).toISOString()
    const answer = await post(
      `{"broken\n${ndjson([{ id: '1' }, lead('2026-03-02T10:00:00'), lead(late)])}\n${ndjson([lead(asOf)])}`,
    )
    expect(answer.status).toBe(200)
    const { events: count, refused } = await answered(answer)
    expect(count).toBe(1)
    expect(refused.map(({ line, code }) => [line, code])).toEqual(
      expect.arrayContaining([
        [1, 'invalid-json'],
        [2, 'missing-key'],
        [3, 'missing-offset'],
        [4, 'future-event'],
      ]),
    )
    expect((await post(ndjson([{ id: '1' }]))).status).toBe(422)
  })
})

describe('the effects', () => {
  test('come when they are due, and again from where a listener left', async () => {
    let now = Date.parse('2027-03-01T09:00:00Z')
    const { base, post } = await start({ now: () => now })
    const heard = await listen(`${base}/effects`)
    const assigned = { id: 'a', lead: 'L-1', type: 'lead.assigned', at: now, data: { owner: 'lena', team: 'inbound' } }
    await post(
      ndjson([
        { id: 'c', lead: 'L-1', type: 'lead.created', at: now, data: {} },
        { id: 'm', lead: 'L-1', type: 'lead.moved', at: now, sequence: 1, data: { to: 'mql' } },
        { ...assigned, sequence: 2 },
      ]),
    )
    now += 30 * 24 * 3_600_000
    await post(JSON.stringify({ id: 'n', lead: 'L-1', type: 'note', at: now }), 'application/json')
    await expect.poll(() => heard.kinds()).toContain('breach')
    const ids = heard.ids()
    const again = await listen(`${base}/effects`, { 'last-event-id': ids[0] ?? '' })
    await expect.poll(() => again.ids()).toEqual(ids.slice(1))
    expect(new Set(heard.keys()).size).toBe(heard.keys().length)
    await Promise.all([heard.leave(), again.leave()])
  })

  test('come by themselves: the timer is set to what is due next', async () => {
    const born = Date.now()
    const agreementOfASecond = defineAgreement({
      agreement: 'quick',
      version: '1',
      timeZone: 'UTC',
      parties: { sales: { name: 'Sales' } },
      clauses: {
        reply: {
          kind: 'timed',
          owedBy: 'sales',
          clock: 'always',
          start: { on: 'lead.created' },
          stop: { on: 'call.made' },
          within: 'PT0.2S',
        },
      },
    })
    const { base, post } = await start({ agreement: agreementOfASecond, now: Date.now })
    const heard = await listen(`${base}/effects`)
    await post(ndjson([{ id: '1', lead: 'L-1', type: 'lead.created', at: born }]))
    await expect.poll(() => heard.kinds()).toEqual(['due', 'breach'])
    await heard.leave()
  })
})

describe('the figures', () => {
  test('are OpenMetrics, and count what is open', async () => {
    const { base, post } = await start()
    await post(ndjson(events))
    const answer = await fetch(`${base}/metrics`)
    expect(answer.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8')
    const text = await answer.text()
    expect(text.endsWith('# EOF\n')).toBe(true)
    const open = evaluate(agreement, events, { asOf }).obligations.filter(({ status }) =>
      ['open', 'openBreached', 'paused'].includes(status),
    )
    const counted = [...text.matchAll(/^lead_sla_open_clocks\{.*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0)
    expect(counted).toBe(open.length)
    expect(text).toContain(`lead_sla_leads ${new Set(events.map((event) => event.lead)).size}\n`)
  })
})

describe('what a network sends', () => {
  test.each([
    ['GET', '/', 404, 'not-found'],
    ['GET', '/leads', 404, 'not-found'],
    ['GET', '/leads/a/b', 404, 'not-found'],
    ['GET', '/__proto__', 404, 'not-found'],
    ['GET', '/constructor/x', 404, 'not-found'],
    ['GET', '/leads/__proto__', 404, 'unknown-lead'],
    ['GET', '/leads/%', 400, 'invalid-path'],
    ['GET', '/queue', 400, 'missing-owner'],
    ['GET', '/events', 405, 'method-not-allowed'],
    ['DELETE', '/leads/L-1', 405, 'method-not-allowed'],
    ['POST', '/events', 415, 'unsupported-media-type'],
  ])('%s %s is answered with %d %s', async (method, path, status, code) => {
    const { service } = await start()
    const answer = await plainly(service.port, method, path)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text).error.code).toBe(code)
  })

  test('a body that is too long or no JSON is refused, and the next one is taken', async () => {
    const { post } = await start({ mostBytes: 1000 })
    const long = await post(ndjson([lead(asOf, { text: 'x'.repeat(2000) })]))
    expect([long.status, (await answered(long)).error.code]).toEqual([413, 'body-too-large'])
    const broken = await post('{', 'application/json')
    expect([broken.status, (await answered(broken)).error.code]).toEqual([400, 'invalid-json'])
    expect((await post(ndjson([lead(asOf)]))).status).toBe(200)
  })

  test('leads and owners may have any name', async () => {
    const { post, read } = await start()
    const names = ['__proto__', 'a/b?c', 'constructor', 'ü ñ']
    await post(ndjson(names.map((name) => ({ ...lead(asOf), lead: name }))))
    for (const name of names) expect((await read(`/leads/${encodeURIComponent(name)}`)).lead).toBe(name)
    expect((await read('/queue?owner=__proto__')).obligations).toEqual([])
  })

  test('a snapshot that cannot be believed keeps the service from starting', async () => {
    const path = join(folder, 'broken.snapshot')
    writeFileSync(path, 'no snapshot')
    await expect(startService({ agreement, snapshotPath: path })).rejects.toMatchObject({ code: 'not-a-snapshot' })
    expect(readFileSync(path, 'utf8')).toBe('no snapshot')
  })
})

describe('when each lead is looked at next', () => {
  test('is told in order, whatever was replaced or taken away', () => {
    const waking = wakes()
    const instants = new Map<string, number>()
    let seed = 7
    const chance = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (let round = 0; round < 2000; round++) {
      const name = `L-${chance(300)}`
      const at = chance(5) === 0 ? null : chance(1000)
      waking.set(name, at)
      if (at === null) instants.delete(name)
      else instants.set(name, at)
      expect(waking.next()).toBe(instants.size === 0 ? null : Math.min(...instants.values()))
    }
    const taken: number[] = []
    for (let name = waking.take(500); name !== null; name = waking.take(500)) {
      taken.push(instants.get(name) ?? Number.NaN)
      instants.delete(name)
    }
    expect(taken).toEqual([...taken].sort((a, b) => a - b))
    expect(taken.every((at) => at <= 500)).toBe(true)
    expect([...instants.values()].every((at) => at > 500)).toBe(true)
  })
})

/** `fetch` tidies addresses before it sends them. */
function plainly(port: number, method: string, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method, path }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    asked.on('error', reject).end()
  })
}

async function listen(url: string, headers: Record<string, string> = {}) {
  const leaving = new AbortController()
  const { body } = await fetch(url, { headers, signal: leaving.signal })
  let text = ''
  const reading = (async () => {
    for await (const chunk of body ?? []) text += new TextDecoder().decode(chunk)
  })().catch(() => {})
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)
  return {
    ids: () => all(/^id: (.*)$/gm),
    kinds: () => all(/^event: (.*)$/gm),
    keys: () => all(/^data: .*?"key":"([^"]*)"/gm),
    leave: () => {
      leaving.abort()
      return reading
    },
  }
}
