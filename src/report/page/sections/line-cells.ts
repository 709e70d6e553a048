/** The figures of a clause, a team or a person as cells of a table: what was kept, how sure that is, and how long it took. */
import { html, type Insert } from '../../../markup.ts'
import type { Counts, Line } from '../../data/figures-shape.ts'
import type { Scene } from '../scene.ts'
import type { Cell, Column, Row } from '../table.ts'
import { shareStrip } from './share-strip.ts'

export function lineColumns({ words }: Scene): Column[] {
  const said = words.compliance
  return [
    { head: said.share, isNumber: true },
    { head: said.interval },
    { head: said.decided, isNumber: true },
    { head: said.kept, isNumber: true },
    { head: said.late, isNumber: true },
    { head: said.overdue, isNumber: true },
  ]
}

/** Returns the cells of a line under those columns; the share opens what it rests on. */
export function lineCells(scene: Scene, line: Line, about: Insert): Row {
  const { words, figures } = scene
  const shown = line.share === null ? words.nothing : figures.share(line.share)
  return [
    { shown: scene.opened(line.basis, about, shown), value: line.share },
    {
      shown: html`${shareStrip(line)}${line.interval === null ? null : html`<span class="range">${figures.interval(line.interval)}${line.isSmall ? html` <small>${words.small}</small>` : null}</span>`}`,
      value: line.interval?.[0] ?? null,
    },
    count(scene, line.decided),
    count(scene, line.kept),
    count(scene, line.late),
    count(scene, line.openBreached),
  ]
}

/** Returns the median and the worst delay. */
export function lengths({ words, figures }: Scene, { medianUsedMs, worstLateMs }: Line): Row {
  return [
    { shown: medianUsedMs === null ? words.nothing : figures.amount(medianUsedMs), value: medianUsedMs },
    { shown: worstLateMs === 0 ? words.nothing : figures.amount(worstLateMs), value: worstLateMs },
  ]
}

/** Returns a cell with a count. */
export function count({ figures }: Scene, value: number): Cell {
  return { shown: figures.number(value), value }
}

export function excludedOf({ cancelled, superseded, waived }: Counts): number {
  return cancelled + superseded + waived
}
