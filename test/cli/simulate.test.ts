import { afterAll, describe, expect, test } from 'vitest'
import { callsOf, replyAgreement } from '../unit/insight/calls.ts'
import { ndjson, Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())
const events = callsOf(
  Array.from({ length: 80 }, (_, index) => ({ minutes: 20 + ((index * 37) % 240), owner: index % 2 ? 'anna' : 'ben' })),
)
scene.write('reply.json', JSON.stringify(replyAgreement, null, 2))
scene.write('calls.ndjson', ndjson(events))
const call = '@reply.json @calls.ndjson --as-of 2026-05-01T00:00:00Z --clause reply --runs 40'

describe('simulate', () => {
  test('sets what happened beside the past and the change, in both languages', async () => {
    const { status, out, err } = await scene.call(`simulate ${call} --new-capacity 4`, { columns: 120 })
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(/^reply: 80 leads of the past, 40 streams made of them\n/)
    expect(out).toMatch(/people +target +kept +load +half within +90% within\n/)
    expect(out).toMatch(/\nthe change, simulated +4 +4h +100% \(\d+\.\d%–100%\)/)
    expect(out).toContain('In brackets: from the 2.5% to the 97.5% quantile of the streams.')
    const german = await scene.call(`simulate ${call} --new-capacity 4 --lang de`, { columns: 120 })
    expect(german.out).toMatch(/\nÄnderung, simuliert +4 +4h +100 % \(\d+,\d %–100 %\)/)
  })

  test('says the same with the same seed, and as JSON what the library says', async () => {
    const [first, again, other] = await Promise.all(
      [7, 7, 8].map((seed) => scene.call(`simulate ${call} --target PT1H --seed ${seed} --format json`)),
    )
    expect(first?.out).toBe(again?.out)
    expect(first?.out).not.toBe(other?.out)
    expect(JSON.parse(first?.out ?? '')).toMatchObject({ clause: 'reply', runs: 40, changed: { targetMs: 3_600_000 } })
  })

  test('ends with 2 for what cannot be simulated, and names the option', async () => {
    for (const [more, complaint] of [
      ['--capacity many', 'Write a whole number, such as 4.'],
      ['--capacity 0', '--capacity: expected a whole number from 1 to 100000'],
      ['--new-capacity 0', '--new-capacity: expected a whole number'],
      ['--target soon', '--target: expected an ISO 8601 duration'],
    ] as const) {
      const { status, err } = await scene.call(`simulate ${call} ${more}`)
      expect([more, status]).toEqual([more, 2])
      expect(err).toContain(complaint)
    }
    const { status, err } = await scene.call(`simulate ${call.replace('--clause reply', '--clause reploy')}`)
    expect([status, err]).toEqual([2, expect.stringContaining('--clause: ')])
  })
})
