import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { agreement } from './agreement.ts'
import { Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())

test('render writes the agreement as Markdown, and in German as a page', async () => {
  const english = await scene.call('render @agreement.json')
  expect([english.status, english.err]).toEqual([0, ''])
  expect(english.out).toMatch(/^# /)
  const { status, out } = await scene.call('render @agreement.json --lang de --format html')
  expect(status).toBe(0)
  expect(out).toMatch(/^<!doctype html>\n<html lang="de"/)
})

test('render --out writes a file, and says nothing', async () => {
  const { status, out } = await scene.call('render @agreement.json --out @agreement.md')
  expect([status, out]).toEqual([0, ''])
  expect(readFileSync(scene.path('agreement.md'), 'utf8')).toBe((await scene.call('render @agreement.json')).out)
  const failed = await scene.call('render @agreement.json --out @nowhere/agreement.md')
  expect([failed.status, failed.err]).toEqual([2, 'nowhere/agreement.md: it cannot be written to (ENOENT)\n'])
})

test('render --role writes a guide, and names the roles that there are', async () => {
  const [party] = Object.keys(agreement.parties)
  expect((await scene.call(['render', '@agreement.json', '--role', party ?? ''])).out).toMatch(/^# Guide for /)
  const { status, err } = await scene.call('render @agreement.json --role boss')
  expect(status).toBe(2)
  expect(err).toMatch(
    /^--role: expected a role, a team, a party or a member of the agreement, got "boss"; known: .*\[unknown-value\]\n$/,
  )
})

test('render --previous says what changed', async () => {
  scene.write('before.json', JSON.stringify({ ...agreement, version: '0', purpose: 'Before.' }))
  const { out } = await scene.call('render @agreement.json --previous @before.json')
  expect(out).toContain('Changes since version 0')
  expect((await scene.call('render @agreement.json --previous @before.json --role sales')).status).toBe(2)
})

test('render ends with 1 for an agreement with mistakes and with 2 for bad usage', async () => {
  scene.write('wrong.json', JSON.stringify({ ...agreement, timeZone: 'Nowhere' }, null, 2))
  const wrong = await scene.call('render @wrong.json')
  expect(wrong.status).toBe(1)
  expect(wrong.err).toMatch(/^wrong\.json:\d+: timeZone: .*\[unknown-time-zone\]/)
  for (const line of ['render', 'render @agreement.json --lang fr', 'render @agreement.json --format pdf', 'render @none.json']) {
    expect((await scene.call(line)).status).toBe(2)
  }
})
