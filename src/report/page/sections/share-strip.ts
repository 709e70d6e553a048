/** A share with its interval as a thin strip in a line or a cell; the figures stand beside it in words. */
import { html, type Markup } from '../../../markup.ts'

/** Returns the strip; a share of nothing has none. */
export function shareStrip({
  share,
  interval,
  isSmall,
}: {
  readonly share: number | null
  readonly interval: readonly [low: number, high: number] | null
  readonly isSmall: boolean
}): Markup {
  if (share === null || interval === null) return html`<span class="strip none" aria-hidden="true"></span>`
  const [low, high] = interval
  return html`<span class="strip${isSmall ? ' small' : ''}" aria-hidden="true" style="--s:${part(share)};--l:${part(low)};--h:${part(high)}"></span>`
}

function part(value: number): number {
  return Math.round(value * 1000) / 1000
}
