/** Who is ahead, among people of one role: the boards that the incentives of the agreement name. */
import { html, type Markup } from '../../../markup.ts'
import type { BoardRow, BoardSection } from '../../data/report-shape.ts'
import { moreOf, type Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { type Row, table } from '../table.ts'

/** Returns the section; nothing where the agreement has no boards. */
export function leaderboard(scene: Scene): Section | null {
  const { report, words } = scene
  if (report.boards.length === 0) return null
  return section('leaderboard', words.boards.title, html`${report.boards.map((board) => boardTables(scene, board))}`)
}

function boardTables(scene: Scene, board: BoardSection): Markup {
  const { words, figures, named } = scene
  const said = words.boards
  const name = board.title ?? board.board
  const groups = board.groups.filter(({ ranked, unranked }) => ranked.total + unranked.total > 0)
  const state = board.isFinal ? said.final : said.open
  return html`<h3>${named(name)} <small>${figures.period(board.period)}, ${state}</small></h3>
${groups.length === 0 ? html`<p class="quiet">${said.nobody}</p>\n` : null}${groups.map(({ role, ranked, unranked }) => {
  const caption = role === null ? named(name) : html`${named(name)}, ${named(role)}`
  const label = role === null ? name : `${name}, ${role}`
  return html`${table({
    caption,
    label,
    canSort: true,
    columns: [
      { head: board.for === 'team' ? words.compliance.team : words.compliance.person },
      { head: said.by[board.by], isNumber: true },
      { head: words.compliance.decided, isNumber: true },
      { head: words.compliance.interval },
    ],
    rows: [...ranked.rows, ...unranked.rows].map((row) => boardRow(scene, board, row)),
  })}
${moreOf(scene, ranked)}${moreOf(scene, unranked)}`
})}`
}

function boardRow(scene: Scene, board: BoardSection, row: BoardRow): Row {
  const { words, figures, named } = scene
  const name = row.person === null ? (row.team === null ? words.nothing : scene.teamName(row.team)) : scene.personName(row.person)
  const value =
    row.value === null ? words.nothing : board.by === 'keptShare' ? figures.share(row.value) : figures.number(row.value)
  const rank =
    row.rank === null
      ? html`<span class="rank quiet">${words.boards.unranked}</span>`
      : html`<span class="rank">${figures.number(row.rank)}</span>`
  const capacity = row.capacity === 1 ? null : html` <small>${words.boards.capacity(figures.share(row.capacity))}</small>`
  return [
    { shown: html`${rank} ${named(name)}${capacity}`, value: row.rank },
    { shown: value, value: row.value },
    { shown: figures.number(row.sample), value: row.sample },
    { shown: row.interval === null ? words.nothing : figures.interval(row.interval), value: row.interval?.[0] ?? null },
  ]
}
