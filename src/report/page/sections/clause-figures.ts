/** Which clauses have a picture of their own, and what stands above it. */
import { html, type Markup } from '../../../markup.ts'
import type { ClauseSection } from '../../data/clause-shape.ts'
import { legendOf } from '../chart-figure.ts'
import type { Scene } from '../scene.ts'

/** So many rows of a picture stay readable; the tables of the report have all clauses. */
export const mostDrawn = 12
/** So many pictures beside each other do. */
const mostPictures = 6

/** Returns the clauses that have a picture of their own: those with the most breaches, in the order of the report. */
export function picturedClauses({ report }: Scene, has: (clause: ClauseSection) => boolean): ClauseSection[] {
  const breaches = ({ line }: ClauseSection) => line.late + line.openBreached
  const able = report.clauses.filter(has)
  const chosen = new Set([...able].sort((a, b) => breaches(b) - breaches(a)).slice(0, mostPictures))
  return able.filter((clause) => chosen.has(clause))
}

/** Returns the clauses that have something to draw, the first of them. */
export function drawnClauses({ report }: Scene, has: (clause: ClauseSection) => boolean): ClauseSection[] {
  return report.clauses.filter(has).slice(0, mostDrawn)
}

/** Returns the sentence that says which clauses have no picture; nothing where all have. */
export function leftOut({ report, words, figures }: Scene, drawn: readonly ClauseSection[]): Markup | null {
  const names = report.clauses.filter((clause) => !drawn.includes(clause)).map(({ clause }) => clause)
  if (names.length === 0) return null
  const shown = names.slice(0, mostDrawn)
  const more = names.length - shown.length
  const all = more === 0 ? shown : [...shown, words.andMore(figures.number(more))]
  return html`<p class="quiet">${words.notDrawn(figures.list(all))}</p>\n`
}

export function clauseHeading({ named }: Scene, { clause, title }: Pick<ClauseSection, 'clause' | 'title'>): Markup {
  return html`${named(clause)}${title === null ? null : html` <small>${named(title)}</small>`}`
}

/** What points and intervals mean, wherever shares are drawn. */
export function shareLegend({ words }: Scene): Markup {
  return legendOf([
    { kind: 'point', label: words.legend.share },
    { kind: 'interval', label: words.legend.interval },
    { kind: 'small', label: words.legend.small },
  ])
}
