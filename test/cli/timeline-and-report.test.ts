import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())
const asOf = '--as-of 2026-04-14T13:00:00Z'
const late = `timeline @agreement.json @events.ndjson ${asOf} --key firstResponse/B/1`

describe('timeline', () => {
  test('prints the picture of a clock, as wide as the terminal', async () => {
    const { status, out, err } = await scene.call(late, { columns: 72 })
    expect([status, err]).toEqual([0, ''])
    expect(out.split('\n')[0]).toMatch(/^Sales answers {2,}× late$/)
    expect(out).toContain('Used 4 h 20 min of 4 h (108')
    expect(out).toContain('■ Tue 14 Apr  stopped 13:20')
    expect(Math.max(...out.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(72)
  })
  test('writes it as SVG, in German', async () => {
    const { status, out } = await scene.call([...late.split(' '), '--out', scene.path('clock.svg'), '--lang', 'de'])
    expect([status, out]).toEqual([0, ''])
    expect(readFileSync(scene.path('clock.svg'), 'utf8')).toMatch(
      /^<svg .*<title[^>]*>Sales answers, Lead B: verspätet<\/title>/s,
    )
  })
  test.each([
    [{ env: {} }, false],
    [{ env: {}, isTTY: true }, true],
    [{ env: { NO_COLOR: '1' }, isTTY: true }, false],
    [{ env: { FORCE_COLOR: '1' } }, true],
    [{ env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false],
  ])('has colours where they are wanted: %j', async (options, isColoured) => {
    const { out } = await scene.call(late, options)
    expect(out.includes(String.fromCharCode(27))).toBe(isColoured)
  })
  test.each([
    [{}, '■', 'X'],
    [{ LANG: 'C' }, 'X', '■'],
    [{ LANG: 'C', LC_ALL: 'C.UTF-8' }, '■', 'X'],
    [{ TERM: 'dumb' }, 'X', '■'],
  ])('has the characters that the terminal has: %j', async (env, sign, other) => {
    const { out } = await scene.call(late, { env })
    expect([out.includes(`\n${sign} Tue`), out.includes(`\n${other} Tue`)]).toEqual([true, false])
  })
  test('says what is missing, and which key may have been meant', async () => {
    expect(await scene.call(`timeline @agreement.json @events.ndjson ${asOf}`)).toMatchObject({
      status: 2,
      err: expect.stringContaining('timeline needs --key KEY'),
    })
    const { status, err } = await scene.call(`timeline @agreement.json @events.ndjson ${asOf} --key firstRespose/B/1`)
    expect([status, err]).toEqual([2, expect.stringContaining('[unknown-obligation] Did you mean firstResponse/B/1?')])
  })
  test('refuses a width and a file that cannot be', async () => {
    expect((await scene.call(`${late} --width 5`)).status).toBe(2)
    const { status, err } = await scene.call([...late.split(' '), '--out', scene.path('none/clock.svg')])
    expect([status, err]).toEqual([2, 'none/clock.svg: it cannot be written to (ENOENT)\n'])
    expect((await scene.call([...late.split(' '), '--out', scene.path('clock.svg'), '--width', '100'])).err).toContain(
      '--width: ',
    )
  })
})

describe('report', () => {
  const line = `report @agreement.json @events.ndjson ${asOf} --period 2026-04`
  test.each([
    ['html', /^<!doctype html>/],
    ['md', /^.*Acme/m],
    ['csv', /^clause,/],
    ['json', /^\{.*\}\n$/s],
    ['openmetrics', /# EOF\n$/],
  ])('prints %s', async (format, expected) => {
    const { status, out } = await scene.call(`${line} --format ${format}`)
    expect([status, expected.test(out)]).toEqual([0, true])
  })
  test.each([
    ['report.html', '<!doctype html>'],
    ['report.md', '**'],
    ['report.prom', '# '],
    ['report.csv', 'clause,'],
  ])('takes the format from the name of its file: %s', async (name, begin) => {
    const { status, out } = await scene.call([...line.split(' '), '--out', scene.path(name)])
    expect([status, out, readFileSync(scene.path(name), 'utf8').slice(0, begin.length)]).toEqual([0, '', begin])
  })
  test('prints another table as CSV, and says which there are', async () => {
    expect((await scene.call(`${line} --format csv --table people`)).out).toMatch(/^clause,party,part,personNumber/)
    expect((await scene.call(`${line} --format csv --table peopl`)).err).toContain('Did you mean people?')
  })
  test('refuses a period that is none', async () => {
    const { status, err } = await scene.call(`report @agreement.json @events.ndjson ${asOf} --period 2026-13`)
    expect([status, err]).toEqual([2, expect.stringMatching(/^--period: /)])
  })
})
