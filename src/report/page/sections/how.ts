/** What every figure rests on: how it came about, and its clocks. Numbers on the page lead here, and a script shows it beside them. */
import { clean, html, type Insert, type Markup, markup } from '../../../markup.ts'
import type { ClockRow, How } from '../../data/figures-shape.ts'
import type { Opened, Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { usedOf } from './clock-cells.ts'

/** Returns the section; it is made last, when all figures were written. */
export function how(scene: Scene): Section | null {
  const { words, figures, openings } = scene
  const said = words.how
  if (openings.length === 0) return null
  const entries = openings.map((opened) => explanation(scene, opened))
  return section(
    'how',
    said.title,
    html`<p>${said.note}</p>
<details><summary>${said.figures(figures.number(openings.length))}</summary>
${entries}</details>
<script type="application/json" id="clocks">${dataOf(clockRows(scene))}</script>
`,
  )
}

function explanation(scene: Scene, { id, about, basis, clocks }: Opened): Markup {
  const { report, words, figures, named } = scene
  const names = clocks.flatMap((number): Markup[] => {
    const clock = report.clocks[number]
    return clock === undefined ? [] : [named(clock.lead)]
  })
  const more = basis.total - clocks.length
  const list = html` <small>${words.how.among} ${names.map((name, index) => (index === 0 ? name : html`, ${name}`))}${more > 0 ? html` <span>${words.andMore(figures.number(more))}</span>` : null}</small>`
  const keys = clocks.length === 0 ? null : html` data-c="${clocks.join(' ')}"`
  return html`<p id="${id}"${keys}><b>${about}</b> <span>${sentence(scene, basis.how)}</span>${names.length === 0 ? null : list}</p>\n`
}

function sentence({ words, figures }: Scene, how: How): Insert {
  const said = words.how
  const number = figures.number
  switch (how.code) {
    case 'kept-of-decided':
      return `${said.keptOfDecided(number(how.kept), number(how.decided))}${how.pending + how.excluded === 0 ? '' : said.notCounted(number(how.pending), number(how.excluded))}`
    case 'clocks':
      return said.plain(how.clocks, number(how.clocks))
    case 'started':
      return said.started(how.clocks, number(how.clocks))
    case 'arrived':
      return said.arrived(how.leads, number(how.leads))
    case 'open':
      return said.open(how.clocks, number(how.clocks))
    case 'stopped-and-running':
      return said.stoppedAndRunning(number(how.stopped), number(how.running), number(how.ended))
    case 'reached':
      return said.reached(number(how.reached), number(how.leads))
  }
}

/** The clocks that the figures name, by their numbers, for the table that a script makes of them; each text is there once. */
function clockRows(scene: Scene) {
  const { report, words, openings } = scene
  const said = words.clock
  const places = new Map<string, number>()
  const placeOf = (text: string): number => {
    const place = places.get(text) ?? places.size
    places.set(text, place)
    return place
  }
  const rows: Record<number, readonly number[]> = {}
  for (const number of openings.flatMap(({ clocks }) => clocks)) {
    const clock = report.clocks[number]
    if (clock !== undefined) rows[number] = clockRow(scene, clock).map(placeOf)
  }
  const heads = [said.lead, said.clause, said.owner, said.status, said.started, said.due, said.stopped, said.used]
  return { caption: words.how.clockTable, heads, rows, texts: [...places.keys()] }
}

function clockRow(scene: Scene, clock: ClockRow): string[] {
  const { words, figures } = scene
  const instant = (at: string | null) => (at === null ? '' : figures.instant(at))
  const late = clock.lateMs > 0 ? `, ${words.lateBy(figures.amount(clock.lateMs))}` : ''
  return [
    clean(clock.cycle > 1 ? `${clock.lead}, ${words.cycle(figures.number(clock.cycle))}` : clock.lead),
    clean(clock.clause),
    clock.owner === null ? words.nobody : scene.personName(clock.owner),
    `${words.status[clock.status]}${late}`,
    instant(clock.startedAt),
    instant(clock.dueAt ?? clock.dueIfResumedAt),
    instant(clock.stoppedAt ?? clock.closedAt),
    usedOf(scene, clock),
  ]
}

/** JSON that cannot end the element in which it stands. */
function dataOf(value: unknown): Markup {
  return markup(JSON.stringify(value).replaceAll('<', '\\u003c'))
}
