/** What is promised over a period: a number, a sum or a share, how far it came, and how the periods before ended. */
import { html, type Insert } from '../../../markup.ts'
import type { PromiseRow } from '../../data/report-shape.ts'
import { legendOf } from '../chart-figure.ts'
import type { Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { type Row, table } from '../table.ts'
import { mostDrawn } from './clause-figures.ts'
import { owedFigure, promiseFigure, statusMark } from './promise-figures.ts'
import { historyFigure } from './promise-history.ts'

/** Returns the section; nothing where nobody owes such a promise. */
export function promises(scene: Scene): Section | null {
  const { report, words, figures } = scene
  const rows = report.parties.flatMap((party) => party.promises)
  if (rows.length === 0) return null
  const said = words.promises
  // The last row of a clause has the periods of the others in its history.
  const latest = [...new Map(rows.map((row) => [row.clause, row])).values()]
  const drawn = latest.filter(({ history }) => history.rows.some(({ actual }) => actual !== null)).slice(0, mostDrawn)
  const statuses = [
    ...new Set(drawn.flatMap(({ history }) => history.rows.filter(({ actual }) => actual !== null).map(({ status }) => status))),
  ]
  const legend = legendOf([
    ...statuses.map((status) => ({ kind: status, label: words.periodStatus[status] })),
    { kind: 'level', label: words.legend.target },
  ])
  return section(
    'promises',
    said.title,
    html`<p>${said.note}</p>
${table({
  caption: said.table,
  label: said.table,
  canSort: true,
  columns: [
    { head: words.clock.clause },
    { head: words.compliance.owedBy },
    { head: said.period },
    { head: said.status },
    { head: said.actual, isNumber: true },
    { head: said.target, isNumber: true },
    { head: said.expected, isNumber: true },
    { head: said.forecast, isNumber: true },
    { head: said.sample, isNumber: true },
    { head: said.pending, isNumber: true },
  ],
  rows: rows.map((row) => promiseRow(scene, row)),
  canFilter: true,
})}
${drawn.length === 0 ? null : legend}<div class="figures">${drawn.map((row, index) => historyFigure(scene, row, index + 1))}</div>
${latest.length <= mostDrawn ? null : html`<p class="quiet">${words.more(latest.length - mostDrawn, figures.number(latest.length - mostDrawn))}</p>\n`}`,
  )
}

function promiseRow(scene: Scene, row: PromiseRow): Row {
  const { figures, named } = scene
  const figure = (value: number | null) => ({ shown: promiseFigure(scene, row, value), value })
  const owed = (value: number | null) => ({ shown: owedFigure(scene, row, value), value })
  const isRunning = row.status === 'onTrack' || row.status === 'behind'
  return [
    named(row.clause),
    named(scene.partyName(row.party)),
    { shown: figures.period(row.period), value: row.from },
    statusMark(scene, row.status),
    { ...figure(row.actual), shown: explained(scene, row) },
    owed(row.target),
    isRunning ? owed(row.expectedToDate) : '',
    row.forecast === null ? '' : figure(row.forecast.value),
    { shown: figures.number(row.sample), value: row.sample },
    { shown: figures.number(row.pending), value: row.pending },
  ]
}

/** The figure with how it came about, which a reader opens. */
function explained(scene: Scene, row: PromiseRow): Insert {
  const { words, figures } = scene
  const said = words.promises
  const figure = (value: number) => promiseFigure(scene, row, value)
  const notes: Insert[] = [said.of[row.kind](figures.number(row.sample))]
  if (row.interval !== null) notes.push(said.interval(figures.interval(row.interval)))
  if (row.pending > 0) notes.push(said.pendingNote(figures.number(row.pending)))
  if (row.excluded > 0) notes.push(said.excluded(figures.number(row.excluded)))
  if (row.deducted > 0) notes.push(said.deducted(owedFigure(scene, row, row.deducted)))
  if (row.carried !== null && row.carried !== 0)
    notes.push(row.carried > 0 ? said.owedBefore(owedFigure(scene, row, row.carried)) : said.doneBefore(figure(-row.carried)))
  if (row.parts !== null && row.parts.length > 0) {
    const parts = row.parts.map(({ target, businessDays, of }) =>
      said.part(owedFigure(scene, row, target), figures.number(businessDays), figures.number(of)),
    )
    notes.push(said.parts(figures.list(parts)))
  }
  if (row.recordedFrom !== null) notes.push(said.recordedFrom(figures.date(row.recordedFrom)))
  if (row.suspendedBy !== null) notes.push(said.suspendedBy(scene.named(row.suspendedBy)))
  if (row.forecast !== null) notes.push(said.method)
  return html`<details class="cell"><summary>${promiseFigure(scene, row, row.actual)}</summary><ul>${notes.map((note) => html`<li>${note}</li>`)}</ul></details>`
}
