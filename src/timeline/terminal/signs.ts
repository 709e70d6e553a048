/** The characters of the picture in a terminal: Unicode blocks, or plain ASCII where there are none. */
import type { Status } from '../../evaluation/obligation.ts'
import type { MarkKind } from '../timeline-shape.ts'
import type { Look } from './columns.ts'

export interface Signs {
  /** From an eighth of a line to a whole one. */
  readonly heights: readonly string[]
  readonly over: string
  readonly target: string
  readonly ghost: string
  readonly ground: { readonly [Each in Look]: string }
  readonly mark: { readonly [Each in MarkKind]: string }
  readonly status: { readonly [Each in Status]: string }
  readonly owner: string
  readonly nobody: string
  readonly bar: { readonly used: string; readonly rest: string; readonly over: string; readonly limit: string }
}

export const unicode: Signs = {
  heights: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  over: '▓',
  target: '▔',
  ghost: '·',
  ground: { open: ' ', closed: '░', paused: '╱', ahead: ' ', shut: '░' },
  mark: {
    ...{ started: '●', restarted: '●', reopened: '●', stopped: '■', excused: '■', cancelled: '×', merged: '×', reset: '×' },
    ...{ paused: '‖', notPaused: '‖', resumed: '►', handedOver: '↔', retargeted: '◇', due: '◆', reminder: '△', escalation: '▲' },
    ...{ attempted: '•', notAttempted: '○', waived: '~', notCounted: '○', event: '○', now: '│' },
  },
  status: {
    ...{ met: '√', metLate: '×', open: '○', openBreached: '!', paused: '‖', cancelled: '–', waived: '~', superseded: '→' },
  },
  owner: '─',
  nobody: '┄',
  bar: { used: '█', rest: '░', over: '▓', limit: '│' },
}

export const ascii: Signs = {
  heights: ['_', '_', '_', '#', '#', '#', '#', '#'],
  over: '%',
  target: '-',
  ghost: '.',
  ground: { open: ' ', closed: ':', paused: '/', ahead: ' ', shut: ':' },
  mark: {
    ...{ started: '*', restarted: '*', reopened: '*', stopped: 'X', excused: 'X', cancelled: 'x', merged: 'x', reset: 'x' },
    ...{ paused: 'P', notPaused: 'p', resumed: '>', handedOver: '@', retargeted: 'T', due: 'D', reminder: 'r', escalation: 'E' },
    ...{ attempted: 'a', notAttempted: 'o', waived: '~', notCounted: 'o', event: 'o', now: '|' },
  },
  status: { met: '+', metLate: 'x', open: 'o', openBreached: '!', paused: 'P', cancelled: '-', waived: '~', superseded: '>' },
  owner: '-',
  nobody: '.',
  bar: { used: '#', rest: ':', over: '%', limit: '|' },
}

const plain: Readonly<Record<string, string>> = { '·': '-', '…': '~', '–': '-', '\u202f': ' ', '\u00a0': ' ' }

/** Returns a line whose punctuation is ASCII; names keep their letters. */
export function plainPunctuation(line: string): string {
  return line.replace(/[·…–\u202f\u00a0]/g, (sign) => plain[sign] ?? sign)
}
