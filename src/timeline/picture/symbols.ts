/** The signs of the marks: a shape for each kind, so that no colour is needed to tell them apart. */
import type { MarkKind } from '../timeline-shape.ts'
import { element, num } from './svg.ts'

type Shape = 'dot' | 'ring' | 'square' | 'cross' | 'bars' | 'play' | 'swap' | 'diamond' | 'bell' | 'up' | 'line'

const shapes: { readonly [Kind in MarkKind]: Shape } = {
  ...{
    started: 'dot',
    restarted: 'dot',
    reopened: 'dot',
    stopped: 'square',
    excused: 'square',
    cancelled: 'cross',
    merged: 'cross',
  },
  ...{
    reset: 'cross',
    paused: 'bars',
    notPaused: 'bars',
    resumed: 'play',
    handedOver: 'swap',
    retargeted: 'diamond',
    due: 'diamond',
    attempted: 'dot',
    notAttempted: 'ring',
  },
  ...{
    reminder: 'bell',
    escalation: 'up',
    attempted: 'dot',
    notAttempted: 'ring',
    waived: 'ring',
    notCounted: 'ring',
    event: 'ring',
    now: 'line',
  },
}

/** **Units** pixels, around the origin, within a circle of 5. */
const paths: { readonly [Each in Shape]: string } = {
  dot: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z',
  ring: 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0Z',
  square: 'M-4 -4H4V4H-4Z',
  cross: 'M-4-4L4 4M4-4L-4 4',
  bars: 'M-4-4h2.6v8h-2.6ZM1.4-4h2.6v8h-2.6Z',
  play: 'M-3.5-4.5L4.5 0L-3.5 4.5Z',
  swap: 'M-5-1.8H3M1-4.2L3.6-1.8M5 1.8H-3M-1 4.2L-3.6 1.8',
  diamond: 'M0-5L5 0L0 5L-5 0Z',
  bell: 'M0-4.5L4.5 3.5H-4.5Z',
  up: 'M0-5L4.5 0H1.8V4.5H-1.8V0H-4.5Z',
  line: 'M0-5V5',
}

const stroked = new Set<Shape>(['ring', 'cross', 'swap', 'line'])

/** Returns the sign of a mark at a place. */
export function symbolOf(what: MarkKind, x: number, y: number): string {
  const shape = shapes[what]
  const look = stroked.has(shape) ? 'sign stroked' : 'sign'
  return element('path', { class: `${look} ${what}`, d: paths[shape], transform: `translate(${num(x)} ${num(y)})` })
}
