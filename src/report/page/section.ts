/** A section of the page, with the id by which it is reached. */
import { html, type Insert, type Markup } from '../../markup.ts'

/** The ids of the sections, in the order in which they stand on the page. They stay, so that links to them do. */
export const sectionIds = [
  'scorecard',
  'due-soon',
  'consequences',
  'compliance',
  'promises',
  'trend',
  'distribution',
  'arrivals',
  'ageing',
  'delay',
  'funnel',
  'leaderboard',
  'data-quality',
  'how',
] as const

export type SectionId = (typeof sectionIds)[number]

/** A part of the page, with what leads to it. */
export interface Section {
  readonly id: SectionId
  readonly title: Insert
  readonly content: Insert
}

export function section(id: SectionId, title: Insert, content: Insert): Section {
  return { id, title, content }
}

export function sectionMarkup({ id, title, content }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}</section>
`
}
