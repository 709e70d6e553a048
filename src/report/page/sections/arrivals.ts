/** When things begin, hour by hour of the week, against opening hours. */
import { html, type Markup } from '../../../markup.ts'
import { arrivalChart } from '../../charts/arrival-chart.ts'
import type { ArrivalMap } from '../../data/clause-shape.ts'
import { chartFigure, legendOf } from '../chart-figure.ts'
import type { Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { type Cell, type Row, table } from '../table.ts'

/** Returns the section; nothing where nothing began. One week is drawn: that of the leads, or else of the clause with most clocks. */
export function arrivals(scene: Scene): Section | null {
  const { report, words, figures, named } = scene
  const said = words.arrivals
  const maps = report.clauses.map(({ clause, arrivals }) => ({ clause, map: arrivals }))
  const fullest = maps.reduce((best, each) => (best === null || each.map.total > best.map.total ? each : best), maps[0] ?? null)
  const drawn = report.arrivals ?? fullest?.map ?? null
  if (drawn === null || drawn.total === 0) return null
  const outside = maps.filter(({ map }) => map.total > 0 && map.outsideHours !== null)
  return section(
    'arrivals',
    said.title,
    html`<p>${said.note}</p>
<div class="figures">${weekFigure(scene, drawn)}${
      outside.length === 0
        ? null
        : table({
            caption: said.outside,
            label: said.outside,
            canSort: true,
            columns: [
              { head: words.clock.clause },
              { head: said.started, isNumber: true },
              { head: said.outsideHours, isNumber: true },
              { head: said.outsideShare, isNumber: true },
            ],
            rows: outside.map(({ clause, map }): Row => {
              const closed = map.outsideHours ?? 0
              return [
                named(clause),
                { shown: figures.number(map.total), value: map.total },
                { shown: figures.number(closed), value: closed },
                { shown: figures.share(closed / map.total), value: closed / map.total },
              ]
            }),
          })
    }</div>
`,
  )
}

function weekFigure(scene: Scene, map: ArrivalMap): Markup {
  const { words, figures } = scene
  const said = words.arrivals
  const title = map.of === 'leads' ? said.leads : said.clocks
  const cells = map.cells.map((cell) => {
    const weekday = figures.weekdays[cell.weekday - 1] ?? ''
    const open =
      cell.openShare === null ? '' : `, ${said.open[cell.openShare === 0 ? 'closed' : cell.openShare < 1 ? 'partly' : 'open']}`
    const says = words.says(`${weekday} ${figures.hour(cell.hour)}`, `${figures.number(cell.count)}${open}`)
    return { cell, says }
  })
  const busiest = cells.reduce((best, each) => (best === undefined || each.cell.count > best.cell.count ? each : best), cells[0])
  const hours = Array.from({ length: 24 }, (_, hour) => cells.filter(({ cell }) => cell.hour === hour))
  return chartFigure(
    {
      heading: title,
      note:
        map.outsideHours === null
          ? said.total(figures.number(map.total))
          : said.totalOutside(figures.number(map.total), figures.number(map.outsideHours)),
      picture: arrivalChart(
        cells.map(({ cell, says }) => ({
          weekday: cell.weekday - 1,
          hour: cell.hour,
          count: cell.count,
          openShare: cell.openShare ?? 0,
          says,
        })),
        {
          id: 'chart-arrivals',
          title,
          description: said.busiest(busiest?.says ?? ''),
          weekdays: figures.weekdays,
          hour: figures.hour,
          count: figures.number,
        },
      ),
      legend: legendOf([
        { kind: 'level-1', label: said.few },
        { kind: 'level-5', label: said.many },
        ...(cells.some(({ cell }) => (cell.openShare ?? 0) > 0) ? [{ kind: 'open-hours', label: said.openHours }] : []),
      ]),
      table: table({
        caption: title,
        label: words.tableOf(title),
        columns: [{ head: said.hour }, ...figures.weekdays.map((head) => ({ head, isNumber: true }))],
        rows: hours.map((row, hour): Row => {
          return [figures.hour(hour), ...row.map(({ cell }): Cell => ({ shown: figures.number(cell.count), value: cell.count }))]
        }),
      }),
    },
    words.table,
  )
}
