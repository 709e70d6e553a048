/** How far leads came through the lifecycle, all of them and month by month. */
import { html, type Markup } from '../../../markup.ts'
import { type Bar, barChart } from '../../charts/bar-chart.ts'
import type { Cohort, FunnelSection } from '../../data/funnel-shape.ts'
import { chartFigure } from '../chart-figure.ts'
import { moreOf, type Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { type Cell, type Row, table } from '../table.ts'

/** Returns the section; nothing without events, without a lifecycle, or without leads. */
export function funnel(scene: Scene): Section | null {
  const { report, words } = scene
  const data = report.funnel
  if (data === null || data.all.leads === 0) return null
  return section(
    'funnel',
    words.funnel.title,
    html`<p>${words.funnel.note(words.wallDays(data.maturityMs, scene.figures.number))}</p>\n<div class="figures">${statesFigure(scene, data)}</div>\n${cohortTable(scene, data)}\n${moreOf(scene, data.cohorts)}`,
  )
}

/** Only mature cohorts may be compared; where there are none, all leads are drawn and it is said. */
function statesFigure(scene: Scene, data: FunnelSection): Markup {
  const { words, figures } = scene
  const said = words.funnel
  const isMature = data.mature.leads > 0
  const { leads, reached } = isMature ? data.mature : data.all
  const heading = isMature ? said.mature(figures.number(leads)) : said.allLeads(figures.number(leads))
  const rows = reached.map(({ state, leads: count, share, medianMs, basis }) => {
    const shown = figures.number(count)
    const part = share === null ? words.nothing : figures.share(share)
    return { state, count, shown, part, medianMs, basis, says: words.says(state, words.shareOf(part, shown)) }
  })
  const bars = rows.map(
    ({ state, count, shown, part, says }): Bar => ({
      label: state,
      sum: words.countAndShare(shown, part),
      parts: [{ kind: 'reached', value: count, says }],
    }),
  )
  return chartFigure(
    {
      heading,
      note: said.hint,
      picture: barChart(bars, {
        id: 'chart-funnel',
        title: heading,
        description: figures.list(bars.map(({ label, sum }) => `${label} ${sum}`)),
      }),
      table: table({
        caption: heading,
        label: words.tableOf(heading),
        columns: [
          { head: said.state },
          { head: said.leads, isNumber: true },
          { head: said.share, isNumber: true },
          { head: said.median, isNumber: true },
        ],
        rows: rows.map(
          ({ state, count, shown, part, medianMs, basis }): Row => [
            scene.named(state),
            { shown: scene.opened(basis, scene.named(state), shown), value: count },
            part,
            medianMs === null ? words.nothing : words.wallDays(medianMs, figures.number),
          ],
        ),
      }),
    },
    words.table,
  )
}

function cohortTable(scene: Scene, data: FunnelSection): Markup {
  const { words, figures, named } = scene
  const said = words.funnel
  const rowOf = ({ period, isMature, leads, reached }: Cohort): Row => [
    html`${figures.period(period)}${isMature ? null : html` <small>${said.immature}</small>`}`,
    { shown: figures.number(leads), value: leads },
    ...reached.map(({ share, leads: count }): Cell => {
      const shown = share === null ? words.nothing : figures.share(share)
      return {
        shown: html`<span class="shade" style="--s:${Math.round((share ?? 0) * 100) / 100}">${shown}</span> <small>${figures.number(count)}</small>`,
        value: share,
      }
    }),
  ]
  return table({
    caption: said.cohorts,
    label: said.cohorts,
    columns: [
      { head: said.month },
      { head: said.leads, isNumber: true },
      ...data.states.map(({ state }) => ({ head: named(state), isNumber: true })),
    ],
    rows: data.cohorts.rows.map(rowOf),
  })
}
