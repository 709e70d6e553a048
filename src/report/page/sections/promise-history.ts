/** How a promise was kept in the periods up to this one: a picture, and the table behind it. */
import { html, type Markup } from '../../../markup.ts'
import { historyChart } from '../../charts/history-chart.ts'
import type { PromiseRow } from '../../data/report-shape.ts'
import { chartFigure } from '../chart-figure.ts'
import { moreOf, type Scene } from '../scene.ts'
import { type Row, table } from '../table.ts'
import { clauseHeading } from './clause-figures.ts'
import { owedFigure, promiseFigure, statusMark } from './promise-figures.ts'

/** Returns the picture of a promise, with the table behind it. */
export function historyFigure(scene: Scene, row: PromiseRow, number: number): Markup {
  const { words, figures } = scene
  const said = words.promises
  const title = `${said.history}: ${row.clause}`
  const points = row.history.rows.map((point) => {
    const label = figures.period(point.period)
    const [actual, target] = [promiseFigure(scene, row, point.actual), owedFigure(scene, row, point.target)]
    return {
      label,
      actual,
      target,
      point,
      says: words.says(label, `${actual} ${words.ofTarget(target, label)}, ${words.periodStatus[point.status]}`),
    }
  })
  return chartFigure(
    {
      heading: clauseHeading(scene, row),
      note: html`${statusMark(scene, row.status)} ${promiseFigure(scene, row, row.actual)} ${words.ofTarget(owedFigure(scene, row, row.target), figures.period(row.period))}`,
      picture: historyChart(
        points.map(({ label, point, says }) => ({ label, actual: point.actual, target: point.target, says, kind: point.status })),
        {
          id: `chart-promise-${number}`,
          title,
          description: points.at(-1)?.says ?? title,
          figure: (value) => promiseFigure(scene, row, value),
        },
      ),
      table: html`${table({
        caption: title,
        label: words.tableOf(title),
        columns: [
          { head: said.period },
          { head: said.actual, isNumber: true },
          { head: said.target, isNumber: true },
          { head: said.sample, isNumber: true },
          { head: said.status },
        ],
        rows: points.map(
          ({ label, actual, target, point }): Row => [
            label,
            point.actual === null ? actual : { shown: actual, value: point.actual },
            target,
            figures.number(point.sample),
            statusMark(scene, point.status),
          ],
        ),
      })}${moreOf(scene, row.history)}`,
    },
    words.table,
  )
}
