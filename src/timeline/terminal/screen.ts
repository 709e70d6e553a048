/** The terminal that is printed to: its width, its characters, and its colours, by the codes that all of them know. */
import type { Signs } from './signs.ts'

export interface Screen {
  readonly width: number
  readonly signs: Signs
  readonly paint: Paint
}

export type Tone = 'strong' | 'quiet' | 'used' | 'over' | 'paused'

/** Returns the text in a tone, or as it is. */
export type Paint = (tone: Tone, text: string) => string

const codes: { readonly [Each in Tone]: readonly [number, number] } = {
  strong: [1, 22],
  quiet: [2, 22],
  used: [34, 39],
  over: [31, 39],
  paused: [33, 39],
}

export const painted: Paint = (tone, text) => {
  const [on, off] = codes[tone]
  return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`
}

export const unpainted: Paint = (_, text) => text
