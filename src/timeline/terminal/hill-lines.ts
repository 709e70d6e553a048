/** The used time as a hill of characters, an eighth of a line high at least, and as one bar against its target. */
import type { Timeline } from '../timeline-shape.ts'
import type { Column, Columns } from './columns.ts'
import type { Screen, Tone } from './screen.ts'

const rows = 6
/** What is below the target keeps this many lines, however far the clock has run over it. */
const leastBelow = 2

/** Returns the lines of the hill, the highest first. */
export function hillLines({ timeline, list }: Columns, screen: Screen): string[] {
  const limit = timeline.usedAtDueMs ?? timeline.targetMs
  const most = Math.max(...list.map(({ usedMs }) => usedMs))
  const scale = limit === null || limit === 0 ? freeScale(most) : scaleTo(limit, most)
  return Array.from({ length: rows }, (_, index) => {
    const row = rows - 1 - index
    return joined(
      list.map((column) => cellOf(column, row, scale, screen)),
      screen,
    )
  })
}

interface Scale {
  /** The target is at the top of this many lines; `null` for none. */
  readonly limitRows: number | null
  readonly heightOf: (usedMs: number) => number
}

function freeScale(mostMs: number): Scale {
  return { limitRows: null, heightOf: (usedMs) => (usedMs / Math.max(1, mostMs)) * rows }
}

/** The target lies between two lines, so that what is over it is in lines of its own. */
function scaleTo(limit: number, mostMs: number): Scale {
  const isOver = mostMs > limit
  const limitRows = isOver ? Math.min(rows - 1, Math.max(leastBelow, Math.round((limit / mostMs) * rows))) : rows
  const overMs = Math.max(1, mostMs - limit)
  return {
    limitRows,
    heightOf: (usedMs) =>
      usedMs <= limit ? (usedMs / limit) * limitRows : limitRows + ((usedMs - limit) / overMs) * (rows - limitRows),
  }
}

interface Cell {
  readonly sign: string
  readonly tone: Tone | null
}

function cellOf({ look, usedMs, isAhead }: Column, row: number, { limitRows, heightOf }: Scale, { signs }: Screen): Cell {
  const height = heightOf(usedMs)
  const ground: Cell = { sign: signs.ground[look], tone: look === 'paused' ? 'paused' : 'quiet' }
  const empty: Cell = limitRows !== null && row === limitRows - 1 ? { sign: signs.target, tone: null } : ground
  if (isAhead) return height > row && height <= row + 1 ? { sign: signs.ghost, tone: 'quiet' } : empty
  const eighths = Math.min(8, Math.floor((height - row) * 8 + 1e-9))
  if (eighths <= 0) return empty
  const sign = signs.heights[eighths - 1] ?? ' '
  if (limitRows !== null && row >= limitRows) return { sign: eighths >= 4 ? signs.over : sign, tone: 'over' }
  return { sign, tone: 'used' }
}

/** Neighbours of one tone are painted together. */
function joined(cells: readonly Cell[], { paint }: Screen): string {
  let [line, run] = ['', '']
  let tone: Tone | null = null
  const end = () => {
    line += tone === null ? run : paint(tone, run)
    run = ''
  }
  for (const cell of cells) {
    if (cell.tone !== tone) end()
    tone = cell.tone
    run += cell.sign
  }
  end()
  return line
}

/** Returns the used time against the target, as one line; none where there is nothing to set it against. */
export function barLine({ targetMs, usedAtDueMs, usedMs }: Timeline, { width, signs, paint }: Screen): string[] {
  const limit = targetMs ?? usedAtDueMs
  if (limit === null || limit <= 0) return []
  const most = Math.max(limit, usedMs)
  const cells = width - 1
  const limitAt = Math.max(1, Math.round((limit / most) * cells))
  const used = Math.min(limitAt, Math.round((Math.min(usedMs, limit) / most) * cells))
  const rest = signs.bar.rest.repeat(limitAt - used)
  const over = signs.bar.over.repeat(cells - limitAt)
  return [paint('used', signs.bar.used.repeat(used)) + paint('quiet', rest) + signs.bar.limit + paint('over', over)]
}
