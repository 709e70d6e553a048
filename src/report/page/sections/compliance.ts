/** How far promises were kept: clause by clause, then team by team and person by person, each beside the others of its kind. */
import { html, type Markup } from '../../../markup.ts'
import type { Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { type Row, table } from '../table.ts'
import { comparedTable } from './compared-table.ts'
import { count, excludedOf, lengths, lineCells, lineColumns } from './line-cells.ts'
import { sharesFigure } from './shares-figure.ts'

export function compliance(scene: Scene): Section {
  const { report, words } = scene
  const said = words.compliance
  if (report.clauses.length === 0) return section('compliance', said.title, html`<p class="quiet">${said.nothing}</p>\n`)
  return section(
    'compliance',
    said.title,
    html`<p>${said.note}</p>
${clauseTable(scene)}
${sharesFigure(scene)}${comparedTable(scene, 'teams')}${comparedTable(scene, 'people')}`,
  )
}

function clauseTable(scene: Scene): Markup {
  const { report, words, named } = scene
  const said = words.compliance
  const rows = report.clauses.map(({ clause, party, line }): Row => {
    return [
      named(clause),
      named(scene.partyName(party)),
      ...lineCells(scene, line, named(clause)),
      count(scene, line.atRisk),
      count(scene, line.open + line.paused),
      count(scene, excludedOf(line)),
      ...lengths(scene, line),
    ]
  })
  return table({
    caption: said.byClause,
    label: said.byClause,
    canSort: true,
    columns: [
      { head: words.clock.clause },
      { head: said.owedBy },
      ...lineColumns(scene),
      { head: said.atRisk, isNumber: true },
      { head: said.pending, isNumber: true },
      { head: said.excluded, isNumber: true },
      { head: said.median, isNumber: true },
      { head: said.worst, isNumber: true },
    ],
    rows,
    canFilter: true,
  })
}
