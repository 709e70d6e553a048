import { afterAll, expect, test } from 'vitest'
import { type AgreementDocument, applyPatch } from '../../src/index.ts'
import { agreement } from './agreement.ts'
import { Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())
const [party = ''] = Object.keys(agreement.parties)
const stale = {
  ...{ kind: 'timed', owedBy: party, clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' } },
  within: 'PT1H',
}
const later = { ...agreement, version: 'later', clauses: { ...agreement.clauses, stale } } as AgreementDocument
scene.write('later.json', JSON.stringify(later))
scene.write('renamed.json', JSON.stringify({ ...agreement, version: 'renamed' }))

test('diff says what changes, in both languages', async () => {
  const { status, out, err } = await scene.call('diff @agreement.json @later.json')
  expect([status, err]).toEqual([0, ''])
  expect(out).toContain('- New: Promise “stale”: When a lead is created, ')
  expect(out).toContain('there is a duty that was not there before.')
  expect((await scene.call('diff @agreement.json @later.json --lang de')).out).toContain(
    'Es gibt eine Pflicht, die es vorher nicht gab.',
  )
  expect((await scene.call('diff @agreement.json @later.json --format markdown')).out).toMatch(/^# /)
  expect((await scene.call('diff @agreement.json @agreement.json')).out).toContain('Nothing that this document says has changed.')
})

test('diff gives the changes as data, with a patch that makes the newer version of the older one', async () => {
  const { out } = await scene.call('diff @agreement.json @later.json --format json')
  const found = JSON.parse(out)
  expect(found.breaking).toBe(true)
  expect(found.changes).toHaveLength(2)
  expect(applyPatch(agreement, found.patch)).toEqual(JSON.parse(JSON.stringify(later)))
})

test('diff --fail-on-breaking ends with 1 when somebody is bound more strictly, and says so', async () => {
  const failed = await scene.call('diff @agreement.json @later.json --fail-on-breaking')
  expect([failed.status, failed.err]).toEqual([1, '1 change binds somebody more strictly or otherwise\n'])
  expect(failed.out).toContain('“stale”')
  expect((await scene.call('diff @later.json @agreement.json --fail-on-breaking')).status).toBe(0)
  expect((await scene.call('diff @agreement.json @renamed.json --fail-on-breaking')).status).toBe(0)
})

test('diff reads one of them from standard input, and ends with 1 for mistakes and with 2 for bad usage', async () => {
  const { status, out } = await scene.call('diff - @later.json', { stdin: JSON.stringify(agreement) })
  expect([status, out.includes('“stale”')]).toEqual([0, true])
  expect((await scene.call('diff - -', { stdin: '{}' })).status).toBe(2)
  expect((await scene.call('diff @agreement.json')).status).toBe(2)
  expect((await scene.call('diff @agreement.json @none.json')).status).toBe(2)
  scene.write('wrong.json', JSON.stringify({ ...agreement, timeZone: 'Nowhere' }))
  expect((await scene.call('diff @agreement.json @wrong.json')).status).toBe(1)
})
