import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())

const read = (name: string): string => readFileSync(scene.path(name), 'utf8')

describe('the demo', () => {
  test('shows first what a sales manager would want to see', async () => {
    const { status, out, err } = await scene.call('demo')
    expect([status, err]).toEqual([0, ''])
    const headings = out.split('\n').filter((line) => /^[A-Z]/.test(line) && !/ \d+(\.\d)?%| \d{4} \d\d:| {3}/.test(line))
    expect(headings.map((line) => line.replace(/[:,…].*$/, ''))).toEqual([
      ...['Feldspan Instruments', 'Period', 'Marketing owes', 'Sales owes', 'In no column'],
      ...['First response', 'First response', 'Most overdue now', 'Due next', 'Refused', 'Odd', 'Try next'],
    ])
    expect(out).toMatch(/^As of: +Thu 1 Oct 2026 02:00, Europe\/Berlin$/m)
    expect(out).toMatch(/^autoReply +1,967 +96\.7% +44 +20 /m)
    expect(out).toMatch(/^Refused, of 18,160 events: 10$/m)
    const people = out.slice(out.indexOf('by person'), out.indexOf('Most overdue')).match(/\d+\.\d%/g) ?? []
    expect(people).toHaveLength(12)
    expect(people).toEqual([...people].sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b)))
  })

  test.each([60, 80, 120])('fits a terminal of %d columns, but for the commands to copy', async (columns) => {
    const { out } = await scene.call('demo', { columns })
    const tables = out.slice(0, out.indexOf('Try next'))
    expect(tables.split('\n').filter((line) => [...line].length > columns)).toEqual([])
  })

  test('writes its files, once and over nothing else', async () => {
    const first = await scene.call('demo --out @demo')
    expect([first.status, first.err]).toEqual([0, ''])
    expect(JSON.parse(read('demo/agreement.json')).agreement).toBe('feldspan-inbound')
    expect(read('demo/events.ndjson').split('\n')).toHaveLength(18_161)
    expect((await scene.call('demo --out @demo')).status).toBe(0)
    scene.write('demo/agreement.json', '{}')
    expect(await scene.call('demo --out @demo')).toEqual({
      status: 2,
      out: '',
      err: 'demo/agreement.json: there is another file of this name; remove it or name another folder\n',
    })
    const onFile = await scene.call('demo --out @events.ndjson')
    expect([onFile.status, onFile.err]).toEqual([2, 'events.ndjson: it cannot be written to (EEXIST)\n'])
  })

  test('names commands that work', async () => {
    const { out } = await scene.call('demo --out @again')
    const commands =
      out
        .slice(out.indexOf('Try next'))
        .replaceAll('\\\n', '')
        .match(/lead-sla .*/g) ?? []
    expect(commands.map((command) => command.split(/\s+/)[1])).toEqual([
      ...['check', 'evaluate', 'evaluate', 'explain', 'timeline', 'report'],
    ])
    for (const command of commands) {
      const line = command.replace('lead-sla ', '').replaceAll('again/', '@again/')
      expect((await scene.call(line.split(/\s+/))).status).toBe(0)
    }
    expect((await scene.call('demo', { env: { npm_command: 'exec' } })).out).toContain('  npx lead-sla demo --out demo\n')
  })
})
