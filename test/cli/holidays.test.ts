import { afterAll, expect, test } from 'vitest'
import { agreement } from './agreement.ts'
import { Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())

const berlin = { timeZone: 'Europe/Berlin', week: { mon: ['09:00-17:00'], tue: ['09:00-17:00'], wed: ['09:00-17:00'] } }
const asked = { ...agreement, calendars: { berlin: { ...berlin, holidays: [{ region: 'DE-BE' }, '2026-12-24'] } } }

test('holidays writes the agreement with the dates of its regions, which check then takes', async () => {
  scene.write('asked.json', JSON.stringify(asked))
  expect((await scene.call('check @asked.json')).err).toContain('[unknown-holiday-region]')
  const { status, out } = await scene.call('holidays @asked.json --years 2026-2027')
  expect(status).toBe(0)
  const [list, own] = JSON.parse(out).calendars.berlin.holidays
  expect([list.region, list.years, list.dates.length, own]).toEqual(['DE-BE', [2026, 2027], 20, '2026-12-24'])
  expect(list.dates).toContainEqual({ date: '2026-03-08', name: 'Internationaler Frauentag' })
  scene.write('pinned.json', out)
  expect((await scene.call('check @pinned.json')).status).toBe(0)
})

test('holidays names a region that is none with its line, and years that are none', async () => {
  scene.write(
    'nowhere.json',
    JSON.stringify({ ...asked, calendars: { berlin: { ...berlin, holidays: [{ region: 'DE-XX' }] } } }, null, 2),
  )
  const { status, err } = await scene.call('holidays @nowhere.json')
  expect(status).toBe(1)
  expect(err).toMatch(/^nowhere\.json:\d+: calendars\.berlin\.holidays\[0\]\.region: .*\[unknown-holiday-region\]/)
  expect((await scene.call('holidays @nowhere.json --years 2026')).status).toBe(2)
})
