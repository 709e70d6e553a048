import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { advance, init, LeadSlaError, type LeadState, restore, snapshot, snapshotParts, stepMany } from '../../src/index.ts'
import { crc32 } from '../../src/snapshot/crc32.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { story } from '../arbitraries/history.ts'
import { law } from './law.ts'

const window = fc.constantFrom({ ms: 0, count: 0 }, { ms: 86_400_000, count: 32 }, { ms: 1e12, count: 3 })

/** The states that a story comes to, lead by lead, some of them a while later. */
const states = fc
  .record({ told: story({ versions: true }), window, later: fc.constantFrom(0, 90, 1_000_000) })
  .map(({ told: { document, events, asOf }, later, ...options }) => {
    const agreement = agreementOf(document)
    const leads = [...new Set(events.map(({ lead }) => lead))]
    return leads.map((lead) => {
      const own = events.filter((event) => event.lead === lead)
      const { state } = stepMany(agreement, init(agreement, lead, options), own)
      return later === 0 ? state : advance(agreement, state, asOf + later * 60_000).state
    })
  })

/** So many stories are folded, which costs a hundred times what a snapshot does; the laws draw from them. */
const numStories = Math.ceil(Number(process.env.LEAD_SLA_RUNS ?? 1_000) / 25)
const someStates = fc.sample(states, { numRuns: numStories, seed: Number(process.env.LEAD_SLA_SEED ?? 20_260_407) })
const fewStates = fc.constantFrom(...someStates.filter((list) => list.length > 0)).map((list) => list.slice(0, 2))

/** Numbers, texts and keys that JSON knows and that are easily written wrong. */
const awkward = fc.constantFrom<unknown>(
  ...[-0, 0, 191, 192, 255, 256, -1, -32_768, -32_769, 32_767, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 60],
  ...[0.1, 5e-324, '', 'ä', '\ud83d', '\ud83d\ude00', 'x'.repeat(64), 'y'.repeat(65), 'z'.repeat(300), '\0', '\ufeff'],
  ...[[], {}, Array.from({ length: 40 }, (_, index) => index), JSON.parse('{"__proto__":{"x":1},"constructor":2,"":3}')],
)
const anyJson = fc.oneof(fc.jsonValue({ noUnicodeString: false }), awkward, fc.array(awkward, { maxLength: 5 }))

/** Puts a value at the end of some list, or under a new key of some object, of those that a state consists of. */
function grown(state: LeadState, value: unknown, pick: number): LeadState {
  const copy = structuredClone(state)
  const holders: object[] = [copy]
  for (const holder of holders) holders.push(...Object.values(holder).filter((one) => typeof one === 'object' && one !== null))
  const fixed: unknown[] = [copy.window, copy.last, copy.baseLast, copy.recent]
  const fit = holders.filter((holder) => !fixed.includes(holder))
  const holder = fit[pick % fit.length]
  if (Array.isArray(holder)) holder.push(holder.every(Array.isArray) ? [value] : value)
  else if (holder) Object.defineProperty(holder, 'tomorrow', { value, enumerable: true, configurable: true, writable: true })
  return copy
}

function restoredFrom(bytes: Uint8Array | Iterable<Uint8Array>): LeadState[] {
  const restored = restore(bytes)
  if (!restored.ok) throw new LeadSlaError(restored.issues)
  return [...restored.value]
}

/** Returns the codes of what bytes are refused with; reading them throws nothing but the library's own error. */
function refusalOf(bytes: Uint8Array): string {
  const restored = restore(bytes)
  if (!restored.ok) return restored.issues.map(({ code }) => code).join()
  try {
    return `${[...restored.value].length} states`
  } catch (error) {
    if (error instanceof LeadSlaError) return `read: ${error.code}`
    throw error
  }
}

function cutAt(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  return edges.slice(1).map((to, index) => bytes.slice(edges[index], to))
}

/** Where the checksum stands, and what it is of: all behind it. */
const checksumAt = 12

/** Gives bytes the checksum that fits them, as somebody would who forges a snapshot of one part. */
function sealed(bytes: Uint8Array): Uint8Array {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(checksumAt, crc32(bytes, checksumAt + 4), true)
  return bytes
}

describe('a snapshot', () => {
  law(
    'gives back the states that it was made of, in their order, wherever it is cut',
    fc.tuple(fc.constantFrom(...someStates), fc.array(fc.nat())),
    ([list, cuts]) => {
      const bytes = snapshot(list)
      expect(restoredFrom(cutAt(bytes, cuts))).toEqual(list)
      expect(JSON.stringify(restoredFrom(bytes))).toBe(JSON.stringify(list))
      expect(Buffer.concat([...snapshotParts(list)]).equals(bytes)).toBe(true)
      const restored = restore(bytes)
      for (const state of restored.ok ? list : []) expect(restored.ok && restored.value.get(state.lead)).toEqual(state)
    },
  )

  const more = fc.array(fc.tuple(anyJson, fc.nat()), { minLength: 1, maxLength: 6 })
  law(
    'gives back what a later version may add to a state: keys, positions, values of any kind',
    fc.tuple(fewStates, more),
    ([list, added]) => {
      const all = added.map(([value, pick], index) => grown(list[index % list.length] as LeadState, value, pick))
      expect(restoredFrom(snapshot([...all, ...all]))).toEqual([...all, ...all])
    },
  )

  law('that is cut off is refused as such, wherever it was cut', fc.tuple(fewStates, fc.nat()), ([list, cut]) => {
    const bytes = snapshot(list)
    expect(refusalOf(bytes.subarray(0, cut % bytes.length))).toBe('cut-off-snapshot')
  })

  const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }))
  law('is refused when any byte of it was changed', fc.tuple(fewStates, change), ([list, [at, by]]) => {
    const bytes = snapshot(list)
    bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ by
    expect(refusalOf(bytes)).toMatch(/^(not-a|newer|cut-off|damaged)-snapshot$/)
  })

  law(
    'that was forged is refused, or gives states: nothing else is thrown',
    fc.tuple(fewStates, fc.array(change)),
    ([list, changes]) => {
      const bytes = snapshot(list)
      for (const [at, by] of changes) bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ by
      expect(refusalOf(sealed(bytes))).toMatch(/^(.*-snapshot|read: damaged-snapshot|\d+ states)$/)
    },
  )

  law(
    'of any bytes at all is refused',
    fc.tuple(fewStates, fc.uint8Array({ maxLength: 200 }), fc.boolean()),
    ([list, bytes, hasMark]) => {
      const all = hasMark ? Uint8Array.from([...snapshot(list).subarray(0, checksumAt), ...bytes]) : bytes
      expect(refusalOf(all)).toMatch(/^(not-a|cut-off|damaged)-snapshot$/)
    },
  )
})

law('CRC-32 is the one that is written a bit at a time', fc.uint8Array({ maxLength: 100 }), (bytes) => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  expect(crc32(bytes)).toBe((crc ^ 0xffffffff) >>> 0)
})
