/** How each clause moves from period to period. */
import { html, type Markup } from '../../../markup.ts'
import { floorOf, type TrendPoint as Point, trendChart } from '../../charts/trend-chart.ts'
import type { ClauseSection, TrendPoint } from '../../data/clause-shape.ts'
import { chartFigure } from '../chart-figure.ts'
import { moreOf, type Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { type Row, table } from '../table.ts'
import { clauseHeading, leftOut, picturedClauses, shareLegend } from './clause-figures.ts'

/** Returns the section; a line where no clause has two periods yet, because one point is no trend. */
export function trend(scene: Scene): Section | null {
  const { report, words } = scene
  const said = words.trend
  if (report.clauses.length === 0) return null
  const drawn = picturedClauses(scene, ({ trend }) => trend.rows.filter(({ share }) => share !== null).length > 1)
  if (drawn.length === 0) return section('trend', said.title, html`<p class="quiet">${said.tooFew}</p>\n`)
  const floor = floorOf(drawn.flatMap((clause) => clause.trend.rows))
  const isRunning = drawn.some((clause) => clause.trend.rows.some((point) => point.isRunning))
  return section(
    'trend',
    said.title,
    html`<p>${said.note}${isRunning ? ` ${said.running}` : ''}</p>
${shareLegend(scene)}<div class="figures">${drawn.map((clause) => trendFigure(scene, clause, floor))}</div>
${leftOut(scene, drawn)}`,
  )
}

function trendFigure(scene: Scene, clause: ClauseSection, floor: number): Markup {
  const { words, figures } = scene
  const said = words.trend
  const points = clause.trend.rows.map((point) => ({ ...saidOf(scene, point), point }))
  const title = `${said.title}: ${clause.clause}`
  const first = points.find(({ share }) => share !== null)
  const last = points.findLast(({ share }) => share !== null)
  const description = first && last ? said.description(first.says, last.says) : ''
  return chartFigure(
    {
      heading: clauseHeading(scene, clause),
      note: null,
      picture: trendChart(points, {
        id: `chart-trend-${scene.numberOf(clause)}`,
        title,
        description,
        floor,
        share: figures.share,
      }),
      table: html`${table({
        caption: title,
        label: words.tableOf(title),
        columns: [
          { head: said.period },
          { head: words.compliance.share, isNumber: true },
          { head: words.compliance.interval, isNumber: true },
          { head: words.compliance.kept, isNumber: true },
          { head: words.compliance.decided, isNumber: true },
        ],
        rows: points.map(({ label, share, interval, point }): Row => {
          const shown = share === null ? words.nothing : figures.share(share)
          const opened = scene.opened(point.basis, html`${scene.named(clause.clause)}, ${label}`, shown)
          return [
            point.isRunning ? html`${label} <small>${words.isRunning}</small>` : label,
            share === null ? opened : { shown: opened, value: share },
            interval === null ? words.nothing : figures.interval(interval),
            figures.number(point.kept),
            figures.number(point.decided),
          ]
        }),
      })}${moreOf(scene, clause.trend)}`,
    },
    words.table,
  )
}

function saidOf({ words, figures }: Scene, { period, share, interval, isSmall, kept, decided }: TrendPoint): Point {
  const label = figures.period(period)
  const shown = share === null ? words.nothing : figures.share(share)
  const range = interval === null ? words.nothing : figures.interval(interval)
  const says = words.says(label, words.compliance.marks(shown, range, figures.number(kept), figures.number(decided)))
  return { label, share, interval, isSmall, says }
}
