import { describe, expect, test } from 'vitest'
import { printTimeline, renderTimeline, type Timeline } from '../../../src/report.ts'
import { columnsOf } from '../../oracle/terminal-width.ts'
import { assigned, happened } from '../evaluation/one-clause.ts'
import { collisions, pictured, textBoxes } from './one-timeline.ts'

const textsOf = (svg: string) => textBoxes(svg).map(({ text }) => text)
const render = (picture: Timeline, width = 1000) => renderTimeline(picture, { language: 'en', width })

const hostile = '<script>alert("1")</script> & \u202e\u0000\ud800 שרה כהן 顧客対応チーム 👩‍💻'
const parties = {
  marketing: { name: 'M' },
  sales: { name: hostile, members: { anna: { name: hostile }, bert: { name: 'Bert' } } },
}
const strange = pictured(
  [
    happened('07 10:00 start'),
    assigned('07 11:00', 'anna'),
    happened('07 12:00 stop', { reason: hostile }, { actor: { id: hostile } }),
  ],
  '08 10:00',
  { clause: { title: hostile }, more: { parties } },
)

describe('the SVG', () => {
  test('stands by itself', () => {
    const svg = render(strange)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" class="lead-sla-timeline auto" role="img" lang="en"/)
    expect(svg.match(/<(title|desc) id="[^"]+">[^<]+</g)).toHaveLength(2)
    expect(svg).not.toMatch(/href|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg")|<script|<foreignObject| on\w+=/)
    const ids = [...svg.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id)
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('escapes names, spells out what turns their direction, and sets those from right to left apart', () => {
    const svg = render(strange)
    expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; \\u{202e}\\u{0}')
    expect(svg).not.toMatch(/[\p{Cs}\u202e]|[^\P{Cc}\n]/u)
    expect(svg).toMatch(/\u2068[^\u2069]*שרה/)
    expect(collisions(svg, 1000)).toEqual([])
  })
  test.each(['light', 'dark', 'auto'] as const)('has its own colours: %s', (theme) => {
    const svg = renderTimeline(strange, { language: 'de', theme })
    expect(svg).toContain(`class="lead-sla-timeline ${theme}"`)
    expect(svg.includes('prefers-color-scheme')).toBe(theme === 'auto')
    // Its style holds for nothing outside of it.
    const style = /<style>(.*)<\/style>/s.exec(svg)?.[1] ?? ''
    const selectors = style.replace(/@media[^{]+\{/g, '').match(/[^{}]+(?=\{)/g) ?? []
    expect(selectors.length).toBeGreaterThan(20)
    for (const selector of selectors) expect(selector.replace(/\([^)]*\)/g, '')).toMatch(/^\.lead-sla-timeline(\.\w+| :is)$/)
  })
  test('says how long it took, how it ended and when', () => {
    const texts = textsOf(render(pictured([happened('07 10:00 start'), happened('08 10:30 stop')], '09 10:00')))
    expect(texts).toEqual(
      expect.arrayContaining(['late', '8 h 30 min of 4 h (212\u202f%)', 'Tue 7 Apr 14:00', 'stopped 10:30 · 212\u202f%']),
    )
    expect(texts).toContain('Times in UTC · opening hours of office · As of Thu 9 Apr 2026 10:00 · shaded gaps are not to scale')
  })
  test('names what it was closed for', () => {
    const hours = ['09:00-17:00']
    const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }
    const office = {
      timeZone: 'UTC',
      week,
      holidays: ['2026-04-03', { date: '2026-04-06', name: 'Easter Monday' }],
      closures: { '2026-04-07': ['09:00-12:00'] },
    }
    const picture = pictured([happened('02 15:00 start'), happened('07 15:00 stop')], '09 10:00', {
      more: { calendars: { office } } as never,
    })
    expect(textsOf(render(picture))).toEqual(expect.arrayContaining(['holiday, Easter Monday, closure, weekend']))
  })
  test('marks the change of the clocks and where its scale changes', () => {
    const start = { ...happened('07 10:00 start'), at: '2026-03-28T22:00:00.000Z' }
    const stop = { ...happened('07 10:00 stop'), at: '2026-03-29T20:00:00.000Z' }
    const clause = { clock: 'always', within: 'PT8H' }
    const known = pictured([start, stop], '30 10:00', { clause, more: { timeZone: 'Europe/Berlin', calendars: {} } })
    expect(textsOf(render(known))).toContain('clocks forward 1 h')
    const quick = pictured([happened('07 10:00 start'), happened('07 10:01 stop')], '30 10:00')
    expect(textsOf(render(quick))).toContainEqual(expect.stringMatching(/the scale changes at \/\/$/))
    expect(render(quick)).toContain('class="break"')
  })
  test('of ten thousand events is bounded, and counts what it does not tell', () => {
    const noise = Array.from({ length: 10_000 }, (_, index) => ({
      ...happened('07 10:00 note.added'),
      at: new Date(Date.parse('2026-04-07T10:00:00Z') + index * 40_000).toISOString(),
    }))
    const picture = pictured([happened('07 10:00 start'), ...noise], '30 10:00', { clause: { within: 'PT60H' } })
    for (const width of [360, 1000]) {
      const svg = render(picture, width)
      expect(svg.length).toBeLessThan(60_000)
      const counts = textsOf(svg).flatMap((text) => /^\+(\d+)$/.exec(text)?.[1] ?? [])
      expect(counts.length).toBeGreaterThan(0)
      expect(collisions(svg, width)).toEqual([])
    }
    expect(printTimeline(picture, { language: 'en', width: 80, color: false })).toMatch(/\nand 99\d\d more\n/)
  })
  test('of a clock of ten years has no more elements than one of weeks', () => {
    const years = pictured([{ ...happened('07 10:00 start'), at: '2016-04-07T10:00:00.000Z' }], '30 10:00')
    const weeks = pictured([{ ...happened('07 10:00 start'), at: '2026-02-02T10:00:00.000Z' }], '30 10:00')
    const elements = (picture: Timeline) => render(picture).split('<').length
    expect(elements(years)).toBeLessThan(2 * elements(weeks))
    expect(textsOf(render(years))).toEqual(expect.arrayContaining(['2018', '2026']))
  })
})

describe('the terminal', () => {
  test('shows the hill, its target and what did not count', () => {
    const events = [happened('07 10:00 start'), happened('07 12:00 sleep'), happened('07 14:00 wake'), happened('07 17:00 stop')]
    const picture = pictured(events, '09 10:00', { clause: { pause: { on: 'sleep' }, resume: { on: 'wake' } } })
    expect(printTimeline(picture, { language: 'en', width: 64, color: false, ascii: true })).toMatchInlineSnapshot(`
      "reply                                                     x late
      Lead L - owed by Sales
      Used 5 h of 4 h (125 %)   Due Tue 7 Apr 16:00
      Ended Tue 7 Apr 17:00   Over 1 h   Paused 2 h
      ##################################################|%%%%%%%%%%%%%

      marks  *                    P  >                     D         X
                                  ////                      ____%%%%%%
             --------------------------------------___################
                                  ////     ___########################
                               ___####################################
                      ___#############################################
      used    ___#####################################################
                     11:00      12:00         15:00      16:00
             Tue 7 Apr

      * Tue 7 Apr  started 10:00  start
      P Tue 7 Apr  paused 12:00 - 50 %  sleep
      > Tue 7 Apr  resumed 14:00 - 50 %  wake
      D Tue 7 Apr  due 16:00 - 100 %
      X Tue 7 Apr  stopped 17:00 - 125 %  stop
      Times in UTC - opening hours of office
      "
    `)
  })
  test('is harmless and fits, whatever the names', () => {
    for (let width = 20; width <= 300; width++) {
      const text = printTimeline(strange, { language: 'de', width, color: false })
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u)
      for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width)
    }
  })
})
