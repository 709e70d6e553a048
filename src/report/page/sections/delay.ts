/** Whose time it was: the system's, while a lead lay with nobody, or that of people who had it in hand. */
import { html } from '../../../markup.ts'
import { type Bar, barChart } from '../../charts/bar-chart.ts'
import type { DelaySection } from '../../data/clause-shape.ts'
import { chartFigure, legendOf } from '../chart-figure.ts'
import type { Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { type Cell, type Row, table } from '../table.ts'
import { drawnClauses, leftOut } from './clause-figures.ts'

const parts = [
  { member: 'systemMs', kind: 'system' },
  { member: 'humanMs', kind: 'human' },
] as const satisfies readonly { readonly member: keyof DelaySection; readonly kind: string }[]

export function delay(scene: Scene): Section | null {
  const { words, figures, named } = scene
  const said = words.delay
  const drawn = drawnClauses(scene, ({ delay: { systemMs, humanMs } }) => systemMs + humanMs > 0)
  if (drawn.length === 0) return null
  const rows = drawn.map(({ clause, delay: data }) => {
    const whole = data.systemMs + data.humanMs
    const cells = parts.map(({ member, kind }) => {
      const says = words.says(clause, `${said.parts[member]} ${figures.share(data[member] / whole)}`)
      return { member, kind, value: data[member] / whole, says }
    })
    return { clause, data, cells }
  })
  const bars = rows.map(
    ({ clause, data, cells }): Bar => ({
      label: clause,
      parts: cells,
      sum: words.ofTime(figures.amount(data.systemMs + data.humanMs)),
    }),
  )
  const amount = (ms: number | null): Cell => ({ shown: ms === null ? words.nothing : figures.amount(ms), value: ms })
  return section(
    'delay',
    said.title,
    html`<div class="figures">${chartFigure(
      {
        heading: said.heading,
        note: said.note,
        picture: barChart(bars, {
          id: 'chart-delay',
          title: said.title,
          description: figures.list(rows.map(({ cells }) => cells[0]?.says ?? '')),
        }),
        legend: legendOf(parts.map(({ member, kind }) => ({ kind, label: said.parts[member] }))),
        table: table({
          caption: said.title,
          label: words.tableOf(said.title),
          columns: [
            { head: words.clock.clause },
            ...parts.map(({ member }) => ({ head: said.parts[member], isNumber: true })),
            { head: said.all, isNumber: true },
          ],
          rows: rows.map(({ clause, data, cells }): Row => {
            const marks = cells.map(({ value }): Cell => ({ shown: figures.share(value), value }))
            return [named(clause), ...marks, amount(data.systemMs + data.humanMs)]
          }),
        }),
      },
      words.table,
    )}</div>
${table({
  caption: said.byClause,
  label: said.byClause,
  canSort: true,
  columns: [
    { head: words.clock.clause },
    ...[said.systemTotal, said.humanTotal, said.systemMedian, said.humanMedian, said.paused, said.without, said.nobodys].map(
      (head) => ({
        head,
        isNumber: true,
      }),
    ),
  ],
  rows: rows.map(
    ({ clause, data }): Row => [
      named(clause),
      amount(data.systemMs),
      amount(data.humanMs),
      amount(data.medianSystemMs),
      amount(data.medianHumanMs),
      amount(data.pausedMs),
      {
        shown: scene.opened(data.basis, html`${named(clause)}, ${said.parts.systemMs}`, figures.number(data.withSystemTime)),
        value: data.withSystemTime,
      },
      { shown: figures.number(data.breachesWithoutOwner), value: data.breachesWithoutOwner },
    ],
  ),
})}
${leftOut(scene, drawn)}`,
  )
}
