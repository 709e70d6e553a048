/** A chart with all that belongs to it: what it is about, what its marks mean, and the table behind it. */
import { html, type Insert, type Markup, markup } from '../../markup.ts'

export interface ChartFigure {
  readonly heading: Insert
  /** What is to be seen, in a sentence; `null` for nothing that the picture does not say. */
  readonly note: Insert
  /** The drawing, as SVG. */
  readonly picture: string
  /** Where the pictures of a section do not share one. */
  readonly legend?: Markup
  readonly table: Markup
}

/** Returns the figure; `tableWord` opens the table. */
export function chartFigure({ heading, note, picture, legend, table }: ChartFigure, tableWord: Insert): Markup {
  return html`<figure>
<figcaption><h3>${heading}</h3>${note === null ? null : html`<p>${note}</p>`}</figcaption>
<div class="picture">${markup(picture)}</div>
${legend ?? null}<details><summary>${tableWord}</summary>${table}</details>
</figure>
`
}

/** Returns what the marks mean, by their classes. */
export function legendOf(entries: readonly { readonly kind: string; readonly label: Insert }[]): Markup {
  return html`<ul class="legend">${entries.map(({ kind, label }) => html`<li>${swatch(kind)}${label}</li>`)}</ul>\n`
}

/** A small copy of the mark, drawn by the same style. */
function swatch(kind: string): Markup {
  const shape = shapes[kind] ?? html`<rect class="part ${kind}" x="1" y="1" width="12" height="12"/>`
  return html`<svg class="chart swatch" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">${shape}</svg>`
}

const shapes: Readonly<Record<string, Markup>> = {
  point: html`<g class="point"><circle cx="7" cy="7" r="4"/></g>`,
  small: html`<g class="point small"><circle cx="7" cy="7" r="4"/></g>`,
  interval: html`<g class="interval"><path d="M1 7H13"/></g>`,
  target: html`<g class="target"><path d="M7 0V14"/></g>`,
  level: html`<g class="level"><path d="M1 7H13"/></g>`,
  quantile: html`<g class="quantile"><path d="M7 0V14"/></g>`,
  'open-hours': html`<rect class="open-hours" x="5" y="0" width="4" height="14"/>`,
  'level-1': html`<rect class="cell level-1" x="1" y="1" width="12" height="12"/>`,
  'level-5': html`<rect class="cell level-5" x="1" y="1" width="12" height="12"/>`,
}
