/** How good the data is: what was not counted, what is odd, what nobody owns, and what only machines do. */
import { html, type Insert, type Markup } from '../../../markup.ts'
import type { EventExample, QualitySection } from '../../data/quality-shape.ts'
import type { Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { type Row, table } from '../table.ts'

export function quality(scene: Scene): Section {
  const { report, words, figures } = scene
  const said = words.quality
  const { events, refused, findings, unassigned, suspicions } = report.quality
  const notes: Insert[] = []
  if (events !== null) notes.push(said.events(figures.number(events)))
  notes.push(refused.total === 0 ? said.noRefused : said.refusedCount(refused.total, figures.number(refused.total)))
  if (findings.total > 0) notes.push(said.findingCount(findings.total, figures.number(findings.total)))
  if (unassigned.clocks > 0)
    notes.push(
      said.unassigned(
        scene.opened(unassigned.basis, said.unassignedTitle, figures.number(unassigned.clocks)),
        figures.number(unassigned.open),
      ),
    )
  for (const { code, clocks, basis } of suspicions)
    notes.push(said.suspicions[code](scene.opened(basis, said.suspicionTitles[code], figures.number(clocks))))
  return section(
    'data-quality',
    said.title,
    html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>
${codeTable(
  scene,
  said.refused,
  refused.byCode.map(({ code, count, example }) => ({ code, count, message: example.message, event: example.event })),
)}${codeTable(
  scene,
  said.findings,
  findings.byCode.map(({ code, count, example }) => ({ code, count, message: example.message, event: example.event })),
)}`,
  )
}

interface Coded {
  readonly code: QualitySection['refused']['byCode'][number]['code'] | QualitySection['findings']['byCode'][number]['code']
  readonly count: number
  readonly message: string
  readonly event: EventExample | null
}

function codeTable({ words, figures, named }: Scene, caption: string, codes: readonly Coded[]): Markup | null {
  if (codes.length === 0) return null
  const said = words.quality
  return html`${table({
    caption,
    label: caption,
    canSort: true,
    columns: [{ head: said.code }, { head: said.count, isNumber: true }, { head: said.example }],
    rows: codes.map(({ code, count, message, event }): Row => {
      const named_ =
        event === null
          ? []
          : [event.id, event.lead, event.type].flatMap((text) => (text === null || text.trim() === '' ? [] : [named(text)]))
      return [
        html`<code>${code}</code>`,
        { shown: figures.number(count), value: count },
        html`<span lang="en">${named(message)}</span>${named_.length === 0 ? null : html` <small>${named_.map((name, index) => (index === 0 ? name : html` · ${name}`))}</small>`}`,
      ]
    }),
  })}
`
}
