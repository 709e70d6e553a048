/** What tables say of one clock: whose it is, when, and how much of its time is used. */
import { html, type Insert } from '../../../markup.ts'
import type { ClockRow } from '../../data/figures-shape.ts'
import type { Scene } from '../scene.ts'

/** Returns who answers for the clock, with the team. */
export function ownerOf(scene: Scene, { owner, team }: ClockRow): Insert {
  const { named, words } = scene
  const who = owner === null ? html`<em>${words.nobody}</em>` : named(scene.personName(owner))
  return team === null ? who : html`${who} <small>${named(scene.teamName(team))}</small>`
}

/** Returns an instant as people read it, with the exact one for machines. */
export function timeOf({ figures }: Scene, at: string | null): Insert {
  return at === null ? null : html`<time datetime="${at}">${figures.instant(at)}</time>`
}

/** Returns the used time, of the target where that is an amount of time. */
export function usedOf({ figures, words }: Scene, { usedMs, targetMs }: ClockRow): string {
  return targetMs === null ? figures.amount(usedMs) : words.usedOf(figures.amount(usedMs), figures.exactAmount(targetMs))
}
