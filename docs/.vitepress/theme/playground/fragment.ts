/**
 * A link that holds all of the playground: the state is packed into the fragment, which browsers send to no server. A link may
 * have been cut off by a mail program or be made by hand, so it is read as any other input is.
 */
import { longestLink, mostUnfolded } from './bounds.ts'

export type LinkCode = 'link-too-long' | 'link-cut-off' | 'link-damaged' | 'link-newer'

export type Unpacked = { readonly ok: true; readonly state: unknown } | { readonly ok: false; readonly code: LinkCode }

/** What stands before the state in a fragment, with the version of the form in which it is packed. */
const mark = 'play='
const version = 1
const anyVersion = /^#?play=(\d{1,6})\./

/** Returns true for a fragment that is meant for the playground, whatever is in it. */
export function isLink(fragment: string): boolean {
  return fragment.replace(/^#/, '').startsWith(mark)
}

/** Returns the fragment of a state: `play=1.<state>.<check>`. */
export async function pack(state: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(state))
  const text = toText(await through(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY))
  return `${mark}${version}.${text}.${checkOf(text)}`
}

/** Returns the state of a fragment, or why there is none. It is still to be checked what the state says. */
export async function unpack(fragment: string): Promise<Unpacked> {
  if (fragment.length > longestLink) return { ok: false, code: 'link-too-long' }
  const found = anyVersion.exec(fragment)
  if (!found) return { ok: false, code: 'link-cut-off' }
  if (Number(found[1]) > version) return { ok: false, code: 'link-newer' }
  const [text = '', check = ''] = fragment.slice(found[0].length).split('.', 2)
  // The check stands at the end: where it is missing or short, so may the rest be.
  if (check.length < checkLength) return { ok: false, code: 'link-cut-off' }
  if (check !== checkOf(text)) return { ok: false, code: 'link-damaged' }
  try {
    const bytes = await through(fromText(text), new DecompressionStream('deflate-raw'), mostUnfolded)
    if (!bytes) return { ok: false, code: 'link-too-long' }
    return { ok: true, state: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { ok: false, code: 'link-damaged' }
  }
}

interface Pipe {
  readonly readable: ReadableStream<Uint8Array>
  readonly writable: WritableStream<Uint8Array<ArrayBuffer>>
}

async function through(bytes: Uint8Array<ArrayBuffer>, pipe: Pipe, most: number): Promise<Uint8Array>
async function through(bytes: Uint8Array<ArrayBuffer>, pipe: Pipe, most: number): Promise<Uint8Array | null>
/** Returns what comes out of a pipe; `null` when it is more than is wanted: a few bytes may unfold into gigabytes. */
async function through(bytes: Uint8Array<ArrayBuffer>, { readable, writable }: Pipe, most: number): Promise<Uint8Array | null> {
  const writer = writable.getWriter()
  // What is wrong with the bytes is told by the reading side.
  const written = writer.write(bytes).then(() => writer.close())
  written.catch(() => {})
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = readable.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length
    if (size > most) {
      await reader.cancel()
      return null
    }
    chunks.push(next.value)
  }
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}

const atOnce = 32_768

function toText(bytes: Uint8Array): string {
  let binary = ''
  for (let index = 0; index < bytes.length; index += atOnce)
    binary += String.fromCharCode(...bytes.subarray(index, index + atOnce))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromText(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

const checkLength = 7

/** FNV-1a of 32 bits: it finds what was cut off or mistyped, and is no protection against anybody. */
function checkOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36).padStart(checkLength, '0')
}
