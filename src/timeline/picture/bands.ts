/** The bands behind the chart: when the calendar was open, when it was closed, and when the clock was paused. */
import type { Ground } from './ground.ts'
import { element } from './svg.ts'

type Look = 'open' | 'closed' | 'paused' | 'ahead' | 'mixed'

interface Band {
  readonly from: number
  to: number
  look: Look
  /** It is made of narrow ones. */
  readonly isRun: boolean
}

/** Narrower bands than this run together, so that a clock of years has no more of them than one of days. **Units** pixels. */
const leastWidth = 1.5

/** Returns the bands from `top` on. */
export function bandsOf(ground: Ground, top: number, height: number): string {
  const { prefix } = ground
  return bandsIn(ground)
    .map(({ from, to, look }) => {
      const box = { x: from, y: top, width: to - from, height }
      const pattern = look === 'paused' ? 'paused' : look === 'closed' || look === 'mixed' ? 'closed' : undefined
      const ground = element('rect', { class: `band-${look}`, ...box })
      return pattern ? ground + element('rect', { ...box, fill: `url(#${prefix}-${pattern})` }) : ground
    })
    .join('')
}

function bandsIn({ timeline, xAt }: Ground): Band[] {
  const spans: readonly { readonly from: string; readonly to: string; readonly look: Look }[] = [
    ...timeline.spans.map(({ from, to, why }) => ({ from, to, look: why })),
    ...timeline.ahead.map(({ from, to, why }) => ({ from, to, look: why === 'open' ? ('ahead' as const) : why })),
  ]
  const bands: Band[] = []
  for (const span of spans) {
    const [from, to] = [xAt(span.from), xAt(span.to)]
    const isRun = to - from < leastWidth
    const last = bands.at(-1)
    if (last && last.isRun === isRun && (isRun || last.look === span.look)) {
      if (last.look !== span.look) last.look = last.look === 'paused' || span.look === 'paused' ? 'paused' : 'mixed'
      last.to = to
    } else bands.push({ from, to, look: span.look, isRun })
  }
  return bands.filter(({ from, to }) => to > from)
}

/** Around narrower gaps there would be nothing but edges. **Units** pixels. */
const leastFold = 10

/** Returns the edges of folded time, which say that the scale is another there. */
export function foldsOf({ pieces, xOf }: Ground, top: number, height: number): string {
  return pieces
    .filter(({ from, to, isFolded }) => isFolded && xOf(to) - xOf(from) >= leastFold)
    .map(({ from, to }) =>
      element('path', { class: 'fold', d: `M${edge(xOf(from), top, height)}M${edge(xOf(to), top, height)}` }),
    )
    .join('')
}

function edge(x: number, top: number, height: number): string {
  const steps = Math.max(2, Math.round(height / 12))
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const lean = index % 2 === 0 ? -1.5 : 1.5
    return `${Math.round((x + lean) * 100) / 100} ${Math.round((top + (height * index) / steps) * 100) / 100}`
  })
  return points.join('L')
}

/** Returns the places at which time that is drawn to scale gets another scale. */
export function scaleBreaksOf({ pieces, xOf }: Ground): number[] {
  const drawn = pieces.filter(({ isFolded }) => !isFolded)
  return drawn.flatMap((piece, index) => {
    const before = drawn[index - 1]
    if (!before) return []
    const ratio = (piece.share * (before.to - before.from)) / (before.share * (piece.to - piece.from))
    return ratio > 1.05 || ratio < 0.95 ? [xOf(piece.from)] : []
  })
}
