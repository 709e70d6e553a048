/** What needs a person today: what is overdue, what is at risk, and what is due next. */
import { html, type Insert, type Markup } from '../../../markup.ts'
import type { Capped, ClockRow } from '../../data/figures-shape.ts'
import { moreOf, type Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { type Row, table } from '../table.ts'
import { ownerOf, timeOf, usedOf } from './clock-cells.ts'

export function dueSoon(scene: Scene): Section {
  const { report, words, figures } = scene
  const { queue } = report
  const said = words.queue
  if (queue.open === 0) return section('due-soon', said.title, html`<p class="quiet">${said.nothingOpen}</p>\n`)
  const parts = [
    { list: queue.overdue, title: said.overdue, sign: '▲', kind: 'missed' },
    { list: queue.atRisk, title: said.atRisk(figures.share(report.header.riskShare)), sign: '◆', kind: 'behind' },
    { list: first(queue.due), title: said.due, sign: '●', kind: 'onTrack' },
    { list: first(queue.paused), title: said.paused, sign: '‖', kind: 'insufficientData' },
  ]
  const empty = parts.filter(({ list }) => list.total === 0).map(({ title }) => title)
  return section(
    'due-soon',
    said.title,
    html`<p>${said.note(queue.open, figures.number(queue.open))}</p>
${parts.filter(({ list }) => list.total > 0).map((part) => queueTable(scene, part))}${empty.length === 0 ? null : html`<p class="quiet">${words.noneOf(figures.list(empty))}</p>\n`}`,
  )
}

/** What is not for today is there to be seen coming. */
const mostUpcoming = 25

function first({ rows, total }: Capped<ClockRow>): Capped<ClockRow> {
  const shown = rows.slice(0, mostUpcoming)
  return { rows: shown, total, more: total - shown.length }
}

interface Part {
  readonly list: Capped<ClockRow>
  readonly title: string
  readonly sign: string
  readonly kind: string
}

function queueTable(scene: Scene, { list, title, sign, kind }: Part): Markup {
  const { words, figures } = scene
  const said = words.queue
  const caption = html`<span class="mark ${kind}"><span aria-hidden="true">${sign}</span> ${title}</span> <small>${figures.number(list.total)}</small>`
  return html`${table({
    caption,
    label: title,
    canSort: true,
    columns: [
      { head: words.clock.lead },
      { head: words.clock.clause },
      { head: words.clock.owner },
      { head: words.clock.due },
      { head: words.clock.used, isNumber: true },
      { head: said.shareUsed, isNumber: true },
    ],
    rows: list.rows.map((clock) => queueRow(scene, clock)),
    canFilter: true,
  })}
${moreOf(scene, list)}`
}

function queueRow(scene: Scene, clock: ClockRow): Row {
  const { words, figures, named } = scene
  const { usedShare } = clock
  const due = clock.dueAt ?? clock.dueIfResumedAt
  const whenDue: Insert =
    due === null
      ? words.nothing
      : clock.dueAt === null
        ? html`${words.queue.ifResumed} ${timeOf(scene, due)}`
        : timeOf(scene, due)
  const late = clock.lateMs > 0 ? html` <span class="late">${words.lateBy(figures.amount(clock.lateMs))}</span>` : null
  return [
    html`${named(clock.lead)}${clock.cycle > 1 ? html` <small>${words.cycle(figures.number(clock.cycle))}</small>` : null}`,
    named(clock.clause),
    ownerOf(scene, clock),
    html`${whenDue}${late}`,
    { shown: usedOf(scene, clock), value: clock.usedMs },
    {
      shown:
        usedShare === null
          ? words.nothing
          : usedShare < 2
            ? figures.share(usedShare)
            : words.times(figures.number(Math.floor(usedShare))),
      value: usedShare,
    },
  ]
}
