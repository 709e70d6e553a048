import { describe, expect, test } from 'vitest'
import { html, markup } from '../../../src/markup.ts'
import { levelOf } from '../../../src/report/charts/arrival-chart.ts'
import { barChart } from '../../../src/report/charts/bar-chart.ts'
import { distributionChart } from '../../../src/report/charts/distribution-chart.ts'
import { roundNumbers, thinned } from '../../../src/report/charts/drawing.ts'
import { historyChart } from '../../../src/report/charts/history-chart.ts'
import { floorOf, trendChart } from '../../../src/report/charts/trend-chart.ts'
import { marksOf, pageOf } from '../../oracle/page-oracle.ts'

const frame = { id: 'chart', title: 'A <title>', description: 'What "is" seen' }
const read = (svg: string) => pageOf(`<!doctype html><html><body>${svg}</body></html>`)
const bars = [
  {
    label: 'one <b>',
    sum: '3',
    parts: [
      { kind: 'kept', value: 2, says: 'two & more' },
      { kind: 'late', value: 1, says: 'one' },
    ],
  },
  { label: 'one <b>', sum: '0', parts: [{ kind: 'kept', value: 0, says: 'none' }] },
]

describe('a drawing', () => {
  test('has its alternatives, and nothing that changes from one to the next', () => {
    const svg = barChart(bars, frame)
    expect(barChart(bars, frame)).toBe(svg)
    const picture = read(svg).one('svg')
    expect([picture.id, picture.getAttribute('role'), picture.getAttribute('class')]).toEqual(['chart', 'img', 'chart'])
    expect([read(svg).one('#chart-title').textContent, read(svg).one('#chart-desc').textContent]).toEqual([
      frame.title,
      frame.description,
    ])
    expect(svg).not.toMatch(/plot-|<style|\d\.\d\d/)
  })
  test('keeps rows of one name apart, and draws nothing for nothing', () => {
    const page = read(barChart(bars, frame))
    expect(marksOf(page, page.one('svg')).map(({ says, kind }) => [says, kind])).toEqual([
      ['two & more', 'part kept'],
      ['one', 'part late'],
    ])
    expect(page.all('.sum text').length).toBe(2)
  })
  test('of nothing holds', () => {
    const figure = String
    expect(read(barChart([], frame)).all('rect')).toEqual([])
    expect(historyChart([{ label: 'a', actual: null, target: 0, kind: 'met', says: 'a' }], { ...frame, figure })).not.toMatch(
      /NaN/,
    )
    expect(trendChart([], { ...frame, floor: 0, share: String })).not.toMatch(/NaN/)
  })
})

describe('a trend', () => {
  const point = (label: string, share: number | null, isSmall = false) => ({
    ...{ label, share, isSmall, says: label },
    interval: share === null ? null : ([share - 0.1, share] as const),
  })
  test('has a gap where nothing was decided, and hollow points where little was', () => {
    const page = read(
      trendChart([point('a', 1), point('b', null), point('c', 0.9, true)], { ...frame, floor: 0.75, share: String }),
    )
    expect(marksOf(page, page.one('svg')).map(({ says, kind }) => [says, kind])).toEqual([
      ['a', 'point'],
      ['c', 'point small'],
    ])
    expect(page.one('.line path').getAttribute('d')?.match(/M/g)?.length).toBe(2)
  })
  test.each([
    [[0.9, 0.8], 0.5],
    [[0.9, 0.86], 0.75],
    [[0.2], 0],
    [[1], 0.75],
  ])('of %j begins at %f', (shares, floor) => expect(floorOf(shares.map((share) => point('a', share)))).toBe(floor))
})

describe('a distribution', () => {
  const draw = (targets: readonly number[], quantiles: readonly number[]) =>
    read(
      distributionChart([{ from: 0, to: 3_600_000, parts: [{ kind: 'kept', count: 4, says: 'four' }] }], {
        ...frame,
        targets: targets.map((at) => ({ at, label: String(at) })),
        quantiles: quantiles.map((at) => ({ at, label: String(at) })),
        amount: String,
        count: String,
      }),
    )
  test('reaches to the furthest target, and leaves out what lies beyond', () => {
    const page = draw([7_200_000], [1_800_000, 9_000_000])
    expect([page.all('.target line').length, page.all('.quantile line').length]).toEqual([1, 1])
  })
  test('labels lines only where labels do not lie on each other', () => {
    const page = draw([3_500_000, 3_400_000, 1_000_000], [])
    expect(page.all('.target line').length).toBe(3)
    expect(page.all('.target-label text').map(({ textContent }) => textContent)).toEqual(['1000000', '3400000'])
  })
})

describe('steps', () => {
  test.each([
    [5, 1, [0, 1, 2, 3, 4, 5]],
    [6, 1, [0, 2, 4, 6]],
    [104, 1, [0, 50, 100]],
    [1, 1, [0, 1]],
  ])('to %i by %i are round', (end, unit, steps) => expect(roundNumbers(end, unit)).toEqual(steps))
  test('of shares follow the size', () =>
    expect(roundNumbers(1).map((step) => Math.round(step * 100))).toEqual([0, 20, 40, 60, 80, 100]))
  test('are thinned', () => expect([thinned(3, 8), thinned(9, 4), thinned(0, 4)]).toEqual([[0, 1, 2], [0, 3, 6], []]))
  test.each([
    [0, 10, 0],
    [1, 1000, 1],
    [10, 10, 5],
    [5, 10, 4],
  ])('%i of %i is dark by %i', (count, most, level) => expect(levelOf(count, most)).toBe(level))
})

describe('markup', () => {
  test('escapes text, keeps markup, and joins lists', () => {
    const inner = html`<i>${"'&"}</i>`
    expect(html`<p title="${'"<'}">${'<b>'}${inner}${[1, 'a', null, inner]}${null}</p>`.html).toBe(
      '<p title="&quot;&lt;">&lt;b&gt;<i>&#39;&amp;</i>1a<i>&#39;&amp;</i></p>',
    )
    expect(html`${markup('<hr>')}`.html).toBe('<hr>')
  })
})
