/** The figures of a promise that is counted over a period: a number, a sum of money or a share, and how it stands. */
import type { PeriodResult, PeriodStatus } from '../../../evaluation/evaluation.ts'
import { html, type Markup } from '../../../markup.ts'
import type { Scene } from '../scene.ts'

type Unit = Pick<PeriodResult, 'kind' | 'currency'>

/** Returns what was done, in the unit of its promise: cut off. [T10] */
export function promiseFigure(scene: Scene, unit: Unit, value: number | null): string {
  return figureOf(scene, unit, value, Math.floor)
}

/** Returns what is owed, in the unit of its promise: rounded up. [T10] */
export function owedFigure(scene: Scene, unit: Unit, value: number | null): string {
  return figureOf(scene, unit, value, Math.ceil)
}

/** Puts back what a division took. */
const least = 1e-9

function figureOf({ words, figures }: Scene, { kind, currency }: Unit, value: number | null, round: typeof Math.floor): string {
  if (value === null) return words.nothing
  const cut = (scaled: number) => round(scaled + (round === Math.floor ? least : -least))
  if (kind === 'ratio' || kind === 'compliance') return figures.share(cut(value * 1000) / 1000)
  return currency === null ? figures.number(cut(value * 10) / 10) : figures.money(cut(value), currency)
}

const signs: Readonly<Record<PeriodStatus, string>> = {
  met: '✓',
  onTrack: '●',
  behind: '▲',
  missed: '✕',
  insufficientData: '○',
  suspended: '–',
}

/** Returns the status with a sign, so that its colour is not all there is to see. */
export function statusMark({ words }: Scene, status: PeriodStatus): Markup {
  return html`<span class="mark ${status}"><span aria-hidden="true">${signs[status]}</span> ${words.periodStatus[status]}</span>`
}
