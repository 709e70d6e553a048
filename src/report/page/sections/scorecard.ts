/** Both parties side by side, with the same members: what each owes, how it kept it, and what follows. */
import { html, type Insert, type Markup } from '../../../markup.ts'
import type { ClauseSection } from '../../data/clause-shape.ts'
import type { PartySection, PromiseRow } from '../../data/report-shape.ts'
import type { Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { owedFigure, promiseFigure, statusMark } from './promise-figures.ts'
import { shareStrip } from './share-strip.ts'

export function scorecard(scene: Scene): Section {
  const { report, words } = scene
  const cards = report.parties.map((party) => card(scene, party))
  return section(
    'scorecard',
    words.scorecard.title,
    html`<p class="quiet">${words.scorecard.note}</p>\n<div class="cards">${cards}</div>\n`,
  )
}

function card(scene: Scene, party: PartySection): Markup {
  const { report, words, figures, named } = scene
  const said = words.scorecard
  const { totals } = party
  const count = (label: Insert, value: number, kind = '') =>
    html`<div class="${value === 0 ? '' : kind}"><dt>${label}</dt><dd>${figures.number(value)}</dd></div>`
  const lines = report.clauses.filter((line) => line.party === party.party)
  const consequences = party.consequences.total + party.consequences.withheld
  return html`<article class="card"><h3>${named(party.name)}</h3>
<dl class="counts">${count(said.kept, totals.kept)}${count(said.late, totals.late, 'bad')}${count(said.overdue, totals.openBreached, 'bad')}${count(said.pending, totals.open + totals.paused)}${count(said.excluded, totals.cancelled + totals.superseded + totals.waived)}${count(said.consequences, consequences, 'bad')}</dl>
${lines.length === 0 ? html`<p class="quiet">${said.noClocks}</p>` : html`<ul class="lines">${lines.map((line) => clauseLine(scene, line))}</ul>`}
${party.promises.length === 0 ? html`<p class="quiet">${said.noPromises}</p>` : html`<ul class="lines">${byClause(party.promises).map((rows) => promiseLine(scene, rows))}</ul>`}
</article>\n`
}

function clauseLine(scene: Scene, { clause, title, line }: ClauseSection): Markup {
  const { words, figures, named } = scene
  const share = line.share === null ? words.nothing : figures.share(line.share)
  const about = html`${named(clause)}`
  return html`<li>${nameOf(scene, { clause, title })}<span class="figure">${scene.opened(line.basis, about, share)}</span>${shareStrip(line)}<small>${words.ofDecided(figures.number(line.kept), figures.number(line.decided))}${line.isSmall && line.decided > 0 ? html` · ${words.small}` : null}</small></li>`
}

/** A clause with its periods, the latest first. */
function promiseLine(scene: Scene, rows: readonly PromiseRow[]): Markup {
  const { words, figures } = scene
  const [latest] = rows
  if (latest === undefined) return html``
  const periods = rows.map((row) => {
    const of = words.ofTarget(owedFigure(scene, row, row.target), figures.period(row.period))
    return html`<span>${statusMark(scene, row.status)}</span><small><b>${promiseFigure(scene, row, row.actual)}</b> ${of}</small>`
  })
  return html`<li class="periods">${nameOf(scene, latest)}${periods}</li>`
}

function nameOf({ named }: Scene, { clause, title }: { readonly clause: string; readonly title: string | null }): Markup {
  return html`<span class="name"><strong>${named(clause)}</strong>${title === null ? null : html` <small>${named(title)}</small>`}</span>`
}

function byClause(rows: readonly PromiseRow[]): PromiseRow[][] {
  const clauses = new Map<string, PromiseRow[]>()
  for (const row of rows) clauses.set(row.clause, [row, ...(clauses.get(row.clause) ?? [])])
  return [...clauses.values()]
}
