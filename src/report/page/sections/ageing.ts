/** How much of their time the open clocks have used, clause by clause. */
import { html } from '../../../markup.ts'
import { type Bar, barChart } from '../../charts/bar-chart.ts'
import { chartFigure, legendOf } from '../chart-figure.ts'
import type { Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { type Cell, type Row, table } from '../table.ts'
import { drawnClauses, leftOut } from './clause-figures.ts'

const kinds = {
  under50: 'age-1',
  from50: 'age-2',
  from75: 'age-3',
  over: 'late',
  overTwice: 'late-twice',
  unknown: 'ended',
} as const

/** Returns the section; nothing where nothing is open, which the list of what is due says already. */
export function ageing(scene: Scene): Section | null {
  const { words, figures } = scene
  const said = words.ageing
  const drawn = drawnClauses(scene, ({ ageing }) => ageing.open > 0)
  if (drawn.length === 0) return null
  const rows = drawn.map(({ clause, ageing: { open, buckets } }) => {
    const cells = buckets.map((bucket) => {
      const says = words.says(clause, `${said.buckets[bucket.bucket]} ${figures.number(bucket.clocks)}`)
      return { ...bucket, says, kind: kinds[bucket.bucket] }
    })
    return { clause, open, cells }
  })
  const names = (['under50', 'from50', 'from75', 'over', 'overTwice', 'unknown'] as const).filter((name) =>
    rows.some(({ cells }) => cells.some(({ bucket, clocks }) => bucket === name && clocks > 0)),
  )
  const bars = rows.map(({ clause, open, cells }): Bar => {
    const parts = names
      .flatMap((name) => cells.filter(({ bucket }) => bucket === name))
      .map(({ kind, clocks, says }) => ({ kind, value: clocks, says }))
    return { label: clause, sum: figures.number(open), parts }
  })
  const picture = barChart(bars, {
    id: 'chart-ageing',
    title: said.title,
    description: figures.list(bars.map(({ label, sum }) => `${label} ${sum}`)),
  })
  const behind = table({
    caption: said.title,
    label: words.tableOf(said.title),
    columns: [
      { head: words.clock.clause },
      ...names.map((name) => ({ head: said.buckets[name], isNumber: true })),
      { head: said.open, isNumber: true },
    ],
    rows: rows.map(({ clause, open, cells }): Row => {
      const marks = names.map((name): Cell | string => {
        const cell = cells.find(({ bucket }) => bucket === name)
        if (cell === undefined) return words.nothing
        const about = html`${scene.named(clause)}, ${said.buckets[name]}`
        return { shown: scene.opened(cell.basis, about, figures.number(cell.clocks)), value: cell.clocks }
      })
      return [scene.named(clause), ...marks, figures.number(open)]
    }),
  })
  const legend = legendOf(names.map((name) => ({ kind: kinds[name], label: said.buckets[name] })))
  return section(
    'ageing',
    said.title,
    html`<div class="figures">${chartFigure({ heading: said.heading, note: said.note, picture, legend, table: behind }, words.table)}</div>\n${leftOut(scene, drawn)}`,
  )
}
