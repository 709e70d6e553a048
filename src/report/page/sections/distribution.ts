/** How much business time the clocks of each clause took, with the line that the promise draws. */
import { html, type Markup } from '../../../markup.ts'
import { type Bin, distributionChart, type Line } from '../../charts/distribution-chart.ts'
import type { ClauseSection, Distribution, DistributionBin } from '../../data/clause-shape.ts'
import { chartFigure, legendOf } from '../chart-figure.ts'
import type { Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { type Cell, type Row, table } from '../table.ts'
import { clauseHeading, leftOut, picturedClauses } from './clause-figures.ts'

/** The parts of a bin from the ground up, by their members and by the classes of their marks. */
const parts = [
  { member: 'stoppedInTime', kind: 'kept' },
  { member: 'stoppedLate', kind: 'late' },
  { member: 'running', kind: 'running' },
  { member: 'ended', kind: 'ended' },
] as const satisfies readonly { readonly member: keyof DistributionBin; readonly kind: string }[]

export function distribution(scene: Scene): Section | null {
  const { words } = scene
  const drawn = picturedClauses(scene, ({ distribution: { bins } }) => bins.length > 0)
  if (drawn.length === 0) return null
  const pictures = drawn.map((clause) => distributionFigure(scene, clause))
  const used = parts.filter(({ member }) => drawn.some((clause) => clause.distribution.bins.some((bin) => bin[member] > 0)))
  const legend = legendOf([
    ...used.map(({ member, kind }) => ({ kind, label: words.distribution.parts[member] })),
    { kind: 'target', label: words.legend.target },
    { kind: 'quantile', label: words.legend.quantile },
  ])
  return section(
    'distribution',
    words.distribution.title,
    html`<p>${words.distribution.note}</p>\n${legend}<div class="figures">${pictures}</div>\n${leftOut(scene, drawn)}`,
  )
}

function distributionFigure(scene: Scene, clause: ClauseSection): Markup {
  const { words, figures } = scene
  const said = words.distribution
  const { distribution: data } = clause
  const title = `${said.title}: ${clause.clause}`
  const used = parts.filter(({ member }) => data.bins.some((bin) => bin[member] > 0))
  const bins = data.bins.map((bin) => {
    const label =
      bin.toMs === null
        ? said.from(figures.amount(bin.fromMs))
        : said.fromTo(figures.amount(bin.fromMs), figures.amount(bin.toMs))
    const cells = used.map(({ member, kind }) => {
      const count = bin[member]
      return { kind, count, says: words.says(label, `${said.parts[member]} ${figures.number(count)}`) }
    })
    return { bin, label, cells }
  })
  const width = widthOf(data)
  const shapes = bins.map(({ bin, cells }): Bin => ({ from: bin.fromMs, to: bin.toMs ?? bin.fromMs + width, parts: cells }))
  const quantiles = quantileLines(scene, data)
  const promised = targetLines(scene, data).map(({ label }) => label)
  return chartFigure(
    {
      heading: clauseHeading(scene, clause),
      note: html`${said.summary(scene.opened(data.basis, clauseHeading(scene, clause), figures.number(data.stopped)), figures.number(data.running), figures.number(data.ended))}${quantiles.length === 0 ? null : html` ${figures.list(quantiles.map(({ text }) => text))}.`}${promised.length === 0 ? null : html` ${said.promised(figures.list(promised))}`}`,
      picture: distributionChart(shapes, {
        id: `chart-distribution-${scene.numberOf(clause)}`,
        title,
        description: figures.list(quantiles.map(({ text }) => text)) || title,
        targets: targetLines(scene, data),
        quantiles: quantiles.filter(({ share }) => share !== 0.95).map(({ at, share }) => ({ at, label: figures.share(share) })),
        amount: figures.exactAmount,
        count: figures.number,
      }),
      table: table({
        caption: title,
        label: words.tableOf(title),
        columns: [{ head: said.time }, ...used.map(({ member }) => ({ head: said.parts[member], isNumber: true }))],
        rows: bins.map(
          ({ label, cells }): Row => [label, ...cells.map(({ count }): Cell => ({ shown: figures.number(count), value: count }))],
        ),
      }),
    },
    words.table,
  )
}

/** The last bin has no end, and is drawn as wide as the others. */
function widthOf({ bins }: Distribution): number {
  const [first] = bins
  return first === undefined || first.toMs === null ? 3_600_000 : first.toMs - first.fromMs
}

function targetLines({ figures }: Scene, { targets }: Distribution): Line[] {
  return [...new Set(targets.map(({ targetMs }) => targetMs))].map((at) => ({
    at,
    label: figures.exactAmount(at),
  }))
}

function quantileLines({ words, figures }: Scene, { quantiles }: Distribution) {
  return quantiles.flatMap(({ share, usedMs }) => {
    if (usedMs === null) return []
    return [{ at: usedMs, share, text: words.distribution.quantile(figures.share(share), figures.amount(usedMs)) }]
  })
}
