import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { templateNames } from '../../src/templates.ts'
import { Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())

test('init lists the templates', async () => {
  const { status, out, err } = await scene.call('init --lang de')
  expect([status, err]).toEqual([0, ''])
  for (const name of templateNames) expect(out).toContain(`\n${name} `.trimStart())
  expect(out).toContain('Leads im Partnervertrieb')
})

test('init writes an agreement, its page and its events, which the other commands take', async () => {
  const { status, out } = await scene.call('init --template partner-channel --lang de --out @start')
  expect([status, out]).toEqual([0, 'start: agreement.json, events.ndjson, README.md\n'])
  expect(readdirSync(scene.path('start')).sort()).toEqual(['README.md', 'agreement.json', 'events.ndjson'])
  expect((await scene.call('check @start/agreement.json')).status).toBe(0)
  const page = readFileSync(scene.path('start/README.md'), 'utf8')
  expect(page).toMatch(/^# Leads im Partnervertrieb\n/)
  expect(page).toContain('**„Der Partner ruft an“** (`firstContact`).')
  const asOf = /--as-of (\S+)/.exec(page)?.[1] ?? ''
  const evaluated = await scene.call(`evaluate @start/agreement.json @start/events.ndjson --as-of ${asOf} --no-progress`)
  expect([evaluated.status, evaluated.err]).toEqual([0, ''])
})

test('init never writes over a file without --force, and then writes none of them', async () => {
  mkdirSync(scene.path('taken'))
  scene.write('taken/README.md', 'mine')
  const refused = await scene.call('init --template b2b-inbound --out @taken')
  expect([refused.status, refused.err]).toEqual([2, 'taken/README.md: it is there already; --force writes over it\n'])
  expect(readFileSync(scene.path('taken/README.md'), 'utf8')).toBe('mine')
  expect(existsSync(scene.path('taken/agreement.json'))).toBe(false)
  expect((await scene.call('init --template b2b-inbound --out @taken --force')).status).toBe(0)
  expect(readFileSync(scene.path('taken/README.md'), 'utf8')).toMatch(/^# B2B inbound/)
})

test('init names the nearest template, and a folder that cannot be written', async () => {
  const misspelt = await scene.call('init --template smb-volume')
  expect(misspelt.status).toBe(2)
  expect(misspelt.err).toMatch(/^--template: there is no template smb-volume; is it smb-high-volume\? There are: b2b-inbound, /)
  const failed = await scene.call('init --template b2b-inbound --out @agreement.json/below')
  expect([failed.status, failed.err]).toEqual([2, 'agreement.json/below: it cannot be written to (ENOTDIR)\n'])
  expect((await scene.call('init --template b2b-inbound --lang fr')).status).toBe(2)
})
