/** The first thing a manager reads: in one sentence, how things stand. */
import { html, type Markup } from '../../../markup.ts'
import type { Scene } from '../scene.ts'
import { type Health, healthOf, standingOf } from '../standing.ts'

const signs: Readonly<Record<Health, string>> = { quiet: '○', good: '✓', attention: '▲' }
const mostNamed = 4

export function headline({ report, words, figures, named }: Scene): Markup {
  const standing = standingOf(report)
  const health = healthOf(standing)
  const names = standing.behind.slice(0, mostNamed).map((clause, index) => html`${index === 0 ? null : ', '}${named(clause)}`)
  const more = standing.behind.length - names.length
  const behind = html`${names}${more === 0 ? null : html` ${words.andMore(figures.number(more))}`}`
  const sentence = words.headline(standing, figures, behind)
  return html`<p class="headline ${health}"><span class="sign" aria-hidden="true">${signs[health]}</span> <span><strong>${words.health[health]}</strong> ${sentence}</span></p>\n`
}
