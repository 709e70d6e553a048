import { describe, expect, it } from 'vitest'
import {
  advance,
  defineAgreement,
  init,
  LeadSlaError,
  type LeadState,
  restore,
  snapshot,
  snapshotParts,
  step,
} from '../../../src/index.ts'
import { crc32 } from '../../../src/snapshot/crc32.ts'
import { agreement, codeOf, stepped } from '../effects/one-lead.ts'
import { documentOf, happened } from '../evaluation/one-clause.ts'

const { state } = stepped([happened('07 09:00 start'), happened('07 10:00 note')])
const bytes = snapshot([state])
const stateOf = (lead: string): LeadState =>
  step(agreement, init(agreement, lead), { id: lead, ...happened('07 09:00 start'), lead }).state

function restored(given: Uint8Array | Iterable<Uint8Array>) {
  const found = restore(given)
  if (!found.ok) throw new LeadSlaError(found.issues)
  return found.value
}

describe('a snapshot', () => {
  it('of no state is a snapshot', () => {
    const none = restored(snapshot([]))
    expect([none.size, [...none], none.at(0), none.get('L')]).toEqual([0, [], undefined, undefined])
  })

  it('gives the states of thousands of leads by position and by lead, the odd names among them', () => {
    const names = Array.from({ length: 9_000 }, (_, index) => (index === 4_700 ? 'Zoë \u{1f600} \ud83d' : `L-${index}`))
    const parts = [...snapshotParts(names.map((lead) => init(agreement, lead)))]
    expect(parts.length).toBe(3)
    const all = restored(parts)
    expect(all.size).toBe(9_000)
    for (const position of [0, 1, 4_095, 4_096, 4_700, 8_191, 8_192, 8_999]) {
      const expected = init(agreement, names[position] as string)
      expect(all.at(position)).toEqual(expected)
      expect(all.get(names[position] as string)).toEqual(expected)
    }
    expect([...all].map(({ lead }) => lead)).toEqual(names)
    expect([-1, 9_000, 0.5, Number.NaN].map((position) => all.at(position))).toEqual(Array(4).fill(undefined))
    expect(all.get('L-9999')).toBeUndefined()
    expect([...restored(snapshot(all))]).toEqual([...all])
  })

  it('is refused when a part is missing, comes twice or stands elsewhere', () => {
    const [a, b, c] = [...snapshotParts(Array.from({ length: 9_000 }, (_, index) => init(agreement, `L-${index}`)))] as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ]
    const refusal = (...parts: Uint8Array[]) => {
      const found = restore(parts)
      return found.ok ? 'none' : found.issues.map(({ code }) => code).join()
    }
    expect(refusal(a, b)).toBe('cut-off-snapshot')
    expect([refusal(a, c), refusal(b, c), refusal(a, c, b), refusal(a, a, b, c), refusal(a, b, c, a)]).toEqual(
      Array(5).fill('damaged-snapshot'),
    )
    expect(refusal(a, b, c)).toBe('none')
  })

  it('of one lead twice gives the first of them by lead', () => {
    const later = step(agreement, state, { id: 'z', ...happened('07 11:00 stop') }).state
    const both = restored(snapshot([state, later]))
    expect(both.get('L')).toEqual(state)
    expect([...both]).toEqual([state, later])
  })

  it('gives states that share nothing with each other, and that go on as the ones before would', () => {
    const [first, second] = [restored(bytes).at(0), restored(bytes).at(0)] as [LeadState, LeadState]
    expect(first).not.toBe(second)
    expect(first.head).not.toBe(second.head)
    const after = advance(agreement, first, '2026-04-09T00:00:00Z')
    expect(after).toEqual(advance(agreement, state, '2026-04-09T00:00:00Z'))
    expect(after.effects.length).toBeGreaterThan(0)
  })

  it('is smaller than half of the JSON', () => {
    const states = Array.from({ length: 1_000 }, (_, index) => stateOf(`L-${index}`))
    expect(snapshot(states).length * 2).toBeLessThan(JSON.stringify(states).length)
  })

  it('of a state that is larger than a part is one part', () => {
    const long = { ...state, tomorrow: 'x'.repeat(9_000_000) } as LeadState
    expect([...snapshotParts([long, state])].length).toBe(1)
    expect([...restored(snapshot([long, state]))]).toEqual([long, state])
  })
})

describe('what no snapshot is made of', () => {
  const cyclic: Record<string, unknown> = {}
  cyclic.self = cyclic
  const head = state.head as NonNullable<LeadState['head']>
  const withFact = (fact: unknown): LeadState => ({ ...state, head: { ...head, facts: { fact } } })

  it.each<[string, unknown, string]>([
    ['no state', { ...state, agreement: null }, 'invalid-state 1.agreement'],
    ['a state of no lead', { ...state, lead: 1 }, 'invalid-state 1.lead'],
    ['a state of no version', { lead: 'L' }, 'invalid-state 1.v'],
    ['nothing', null, 'invalid-state 1'],
    ['a date', withFact(new Date(0)), 'invalid-state 1.head.facts.fact'],
    ['a function', withFact(() => {}), 'invalid-state 1.head.facts.fact'],
    ['a big integer', withFact([1, 2n]), 'invalid-state 1.head.facts.fact.1'],
    ['no number', withFact({ score: Number.NaN }), 'invalid-state 1.head.facts.fact.score'],
    ['a hole', withFact([undefined]), 'invalid-state 1.head.facts.fact.0'],
    ['a circle', withFact(cyclic), 'invalid-state 1'],
  ])('%s is refused with its position', (_, wrong, code) => {
    expect(codeOf(() => snapshot([state, wrong as LeadState]))).toBe(code)
  })

  it('a member that is undefined is left out, as in JSON', () => {
    const [read] = restored(snapshot([withFact(undefined)]))
    expect(JSON.stringify(read)).toBe(JSON.stringify(withFact(undefined)))
  })
})

describe('what is no snapshot', () => {
  const edited = (change: (copy: Uint8Array, view: DataView) => void): Uint8Array => {
    const copy = bytes.slice()
    change(copy, new DataView(copy.buffer))
    return copy
  }
  /** With a checksum that fits. */
  const forged = (change: (copy: Uint8Array, view: DataView) => void): Uint8Array =>
    edited((copy, view) => {
      change(copy, view)
      view.setUint32(12, crc32(copy, 16), true)
    })
  const refusalOf = (wrong: unknown): string => {
    const found = restore(wrong as Uint8Array)
    if (!found.ok) return found.issues.map(({ code, message }) => `${code} ${message}`).join()
    return codeOf(() => [...found.value])
  }

  it.each<[string, unknown, RegExp]>([
    ['nothing', new Uint8Array(), /^cut-off-snapshot/],
    ['text', new TextEncoder().encode(JSON.stringify([state])), /^not-a-snapshot .*begins with the mark/],
    ['no bytes', [state], /^not-a-snapshot/],
    ['no list', null, /^not-a-snapshot/],
    ['a newer version', edited((_, view) => view.setUint32(8, 2, true)), /^newer-snapshot .*version 1, got 2/],
    ['one that was cut off', bytes.subarray(0, -1), /^cut-off-snapshot/],
    ['one with more behind it', new Uint8Array([...bytes, 0]), /^damaged-snapshot .*nothing behind/],
    ['one with a changed byte', edited((copy) => copy.fill(7, 60, 61)), /^damaged-snapshot .*checksum/],
    ['one whose vocabulary is no JSON', forged((copy) => copy.fill(0x7b, copy.length - 2)), /^damaged-snapshot/],
    [
      'one with more states than it has room for',
      forged((_, view) => view.setUint32(24, 2 ** 32 - 1, true)),
      /^damaged-snapshot/,
    ],
    ['one with a state too many', forged((_, view) => view.setUint32(24, 2, true)), /^damaged-snapshot/],
    ['one whose values are none', forged((copy) => copy.fill(0xd0, 48, 56)), /^damaged-snapshot/],
  ])('%s is refused', (_, wrong, refusal) => expect(refusalOf(wrong)).toMatch(refusal))

  it('one that says it is huge costs no more than it is', () => {
    const huge = edited((_, view) => {
      for (const at of [24, 28, 32, 36, 40]) view.setUint32(at, 2 ** 32 - 1, true)
    })
    const before = process.memoryUsage().arrayBuffers
    expect(refusalOf([huge.subarray(0, 50), huge.subarray(50)])).toMatch(/^cut-off-snapshot/)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000)
  })

  it('one of another agreement is refused, and one of the first versions of an agreement is not', () => {
    const codes = (other: Parameters<typeof restore>[1]) => {
      const found = restore(bytes, other)
      return found.ok ? [] : found.issues.map(({ code }) => code)
    }
    const { document } = agreement
    const until = (version: string, effective: object) => defineAgreement({ ...document, version, effective })
    expect(codes({ agreement })).toEqual([])
    expect(codes({ agreement: defineAgreement(documentOf({ within: 'PT5H' })) })).toEqual(['other-agreement'])
    const versions = [until('1', { to: '2027-01-01' }), until('2', { from: '2027-01-01' })]
    const old = snapshot([init(versions[0] as typeof agreement, 'L')])
    const found = restore(old, { agreement: versions })
    expect(found.ok && found.value.size).toBe(1)
    expect(restore(old, { agreement: versions[1] as typeof agreement }).ok).toBe(false)
  })
})

it('the checksum is the one that everybody calls CRC-32', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})
