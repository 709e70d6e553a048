/** The clauses in one picture: the share that was kept of each, with its interval. */
import type { Markup } from '../../../markup.ts'
import { type ShareRow, shareChart } from '../../charts/share-chart.ts'
import { floorOf } from '../../charts/trend-chart.ts'
import { chartFigure } from '../chart-figure.ts'
import type { Scene } from '../scene.ts'
import { type Row, table } from '../table.ts'
import { mostDrawn, shareLegend } from './clause-figures.ts'

export function sharesFigure(scene: Scene): Markup {
  const { report, words, figures } = scene
  const said = words.compliance
  const drawn = report.clauses.slice(0, mostDrawn)
  const columns = [
    { head: words.clock.clause },
    { head: said.share, isNumber: true },
    { head: said.interval },
    { head: said.decided, isNumber: true },
  ]
  const rows = drawn.map(
    ({ clause, line: { share, interval, isSmall, decided, kept } }): ShareRow & { readonly cells: readonly string[] } => {
      const cells = [
        share === null ? words.nothing : figures.share(share),
        interval === null ? words.nothing : figures.interval(interval),
        figures.number(decided),
      ]
      return {
        label: clause,
        share,
        interval,
        isSmall,
        sum: words.shareOf(cells[0] ?? '', figures.number(decided)),
        says: words.says(clause, said.marks(cells[0] ?? '', cells[1] ?? '', figures.number(kept), figures.number(decided))),
        cells,
      }
    },
  )
  const chart = {
    id: 'chart-compliance',
    title: said.chart,
    description: said.chartNote(figures.list(rows.map(({ label, sum }) => `${label} ${sum}`))),
  }
  return chartFigure(
    {
      heading: said.chart,
      note: said.chartHint,
      picture: shareChart(rows, { ...chart, floor: floorOf(rows), share: figures.share }),
      legend: shareLegend(scene),
      table: table({
        caption: said.chart,
        label: words.tableOf(said.chart),
        columns,
        rows: rows.map(({ label, cells: [shown = '', ...others], share }): Row => {
          return [scene.named(label), share === null ? shown : { shown, value: share }, ...others]
        }),
      }),
    },
    words.table,
  )
}
