/** Teams or people, each beside the others of the same kind in the same clause. */
import { html, type Insert, type Markup } from '../../../markup.ts'
import type { ClauseSection } from '../../data/clause-shape.ts'
import type { ComparedLine, Counts, Lines } from '../../data/figures-shape.ts'
import type { Scene } from '../scene.ts'
import { type Row, table } from '../table.ts'
import { count, lengths, lineCells, lineColumns } from './line-cells.ts'

interface Compared {
  readonly section: ClauseSection
  readonly line: ComparedLine
  readonly name: string
  readonly role: string | null
}

/** Returns the table, by clause; nothing where there is nobody. */
export function comparedTable(scene: Scene, kind: 'teams' | 'people'): Markup | null {
  const { report, words, figures, named } = scene
  const said = words.compliance
  const lines = report.clauses.flatMap((section): Compared[] =>
    kind === 'teams'
      ? section.teams.rows.map((line) => ({ section, line, name: scene.teamName(line.team), role: null }))
      : section.people.rows.map((line) => ({ section, line, name: scene.personName(line.person), role: line.person.role })),
  )
  const foot = report.clauses.flatMap((section) => footOf(scene, section, section[kind]))
  if (lines.length === 0 && foot.length === 0) return null
  const title = kind === 'teams' ? said.byTeam : said.byPerson
  const rows = lines.map(({ section, line, name, role }): Row => {
    const others = line.others.share
    const place =
      line.standsOut === null
        ? null
        : html`<span class="mark ${line.standsOut === 'above' ? 'met' : 'missed'}"><span aria-hidden="true">${line.standsOut === 'above' ? '▲' : '▼'}</span> ${said.standsOut[line.standsOut]}</span>`
    return [
      html`${named(name)}${role === null ? null : html` <small>${named(role)}</small>`}`,
      named(section.clause),
      ...lineCells(scene, line, html`${named(name)}, ${named(section.clause)}`),
      {
        shown: html`${others === null ? words.nothing : words.shareOf(figures.share(others), figures.number(line.others.decided))} ${place}`,
        value: others,
      },
      ...lengths(scene, line),
    ]
  })
  return html`${table({
    caption: title,
    label: title,
    canSort: true,
    columns: [
      { head: kind === 'teams' ? said.team : said.person },
      { head: words.clock.clause },
      ...lineColumns(scene),
      { head: said.others, isNumber: true },
      { head: said.median, isNumber: true },
      { head: said.worst, isNumber: true },
    ],
    rows,
    foot,
    canFilter: true,
  })}
`
}

/** What a table of teams or people lacks: those that were cut, and what was nobody's. */
function footOf(scene: Scene, { clause }: ClauseSection, lines: Lines<unknown>): Row[] {
  const { words, figures, named } = scene
  const said = words.compliance
  const row = (name: Insert, counts: Counts): Row => {
    const share = counts.decided === 0 ? null : counts.kept / counts.decided
    const shown = share === null ? words.nothing : figures.share(share)
    return [
      name,
      named(clause),
      shown,
      '',
      count(scene, counts.decided),
      count(scene, counts.kept),
      count(scene, counts.late),
      count(scene, counts.openBreached),
      '',
      '',
      '',
    ]
  }
  return [
    ...(lines.more === 0 ? [] : [row(said.rest(lines.more, figures.number(lines.more)), lines.rest)]),
    ...(lines.nobody.clocks === 0 ? [] : [row(html`<em>${words.nobody}</em>`, lines.nobody)]),
  ]
}
