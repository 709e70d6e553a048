/** Colour, where it is wanted. It never says anything that the words beside it do not. */
import util from 'node:util'

export type Tone = 'strong' | 'bad' | 'quiet'

/** Returns the text in a tone, or as it is. */
export type Paint = (tone: Tone | undefined, text: string) => string

const styles = { strong: 'bold', bad: 'red', quiet: 'dim' } as const

/** Tells whether a stream is to be coloured. `NO_COLOR` wins over `FORCE_COLOR`, and both over what the stream is. */
export function isColourWanted(
  stream: { readonly isTTY?: boolean | undefined },
  { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal }: Readonly<Record<string, string | undefined>>,
): boolean {
  const isForced = force !== undefined && force !== '' && force !== '0'
  return !no && (isForced || (stream.isTTY === true && terminal !== 'dumb' && force !== '0'))
}

/** Returns the paint of a stream. */
export function paintFor(
  stream: { readonly isTTY?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  // `styleText` came with Node 20.12, the package asks for 20.
  if (!isColourWanted(stream, env) || typeof util.styleText !== 'function') return (_, text) => text
  return (tone, text) =>
    tone === undefined || text === '' ? text : util.styleText(styles[tone], text, { validateStream: false })
}
