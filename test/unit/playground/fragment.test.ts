/** Links: whatever is packed comes back, and whatever else stands in an address is told apart by a code. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestLink } from '../../../docs/.vitepress/theme/playground/bounds.ts'
import { isLink, pack, unpack } from '../../../docs/.vitepress/theme/playground/fragment.ts'
import { sharedState } from '../../../docs/.vitepress/theme/playground/shared-state.ts'

const numRuns = Math.min(Number(process.env.LEAD_SLA_RUNS ?? 300), 300)
const state = { language: 'de', agreement: '{ "agreement": "ä" }', events: { kind: 'text', text: 'x\u2028\n'.repeat(50) } }

describe('a link', () => {
  test('gives back what was packed, with and without its hash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const same: unknown = JSON.parse(JSON.stringify(value))
        const fragment = await pack(value)
        expect(fragment).toMatch(/^play=1\.[\w-]*\.[0-9a-z]{7}$/)
        expect(await unpack(fragment)).toEqual({ ok: true, state: same })
        expect(await unpack(`#${fragment}`)).toEqual({ ok: true, state: same })
      }),
      { numRuns },
    )
  })

  test('that was cut off anywhere says so', async () => {
    const fragment = `#${await pack(state)}`
    for (let length = 0; length < fragment.length; length++)
      expect([length, await unpack(fragment.slice(0, length))]).toEqual([length, { ok: false, code: 'link-cut-off' }])
  })

  test('in which a character was changed is damaged, cut off or newer, and never another state', async () => {
    const fragment = await pack(state)
    await fc.assert(
      fc.asyncProperty(fc.nat(fragment.length - 1), fc.constantFrom(...'aZ9-_.=#%'), async (index, character) => {
        if (fragment[index] === character) return
        const changed = `${fragment.slice(0, index)}${character}${fragment.slice(index + 1)}`
        const unpacked = await unpack(changed)
        expect(unpacked.ok).toBe(false)
      }),
      { numRuns },
    )
  })

  test('of a later version says so', async () => {
    expect(await unpack((await pack(state)).replace('play=1', 'play=2'))).toEqual({ ok: false, code: 'link-newer' })
  })

  test('of megabytes is refused before it is read', async () => {
    expect(await unpack(`#play=1.${'A'.repeat(5_000_000)}.0000000`)).toEqual({ ok: false, code: 'link-too-long' })
    expect(longestLink).toBeLessThan(5_000_000)
  })

  test('that unfolds into more than a page holds is refused on the way', async () => {
    const fragment = await pack('x'.repeat(8_000_000))
    expect(fragment.length).toBeLessThan(longestLink)
    expect(await unpack(fragment)).toEqual({ ok: false, code: 'link-too-long' })
  })

  test('is told from an anchor of the page', () => {
    expect([isLink('#what-you-see'), isLink(''), isLink('#play=1.x'), isLink('play=')]).toEqual([false, false, true, true])
  })
})

describe('the state of a link', () => {
  const whole = {
    ...{ language: 'de', example: 'b2b-inbound', agreement: null, events: { kind: 'made', seed: 3, leads: 40, weeks: 2 } },
    ...{ asOf: '2027-01-15T09:30:00.000Z', key: 'firstResponse/L-1/1', view: 'lead' },
  }

  test('is taken as it is', () => expect(sharedState(whole)).toEqual(whole))

  test.each([
    ['nothing', null],
    ['a list', []],
    ['neither an example nor a text', { ...whole, example: 'constructor' }],
    ['events of no kind', { ...whole, events: { kind: 'else' } }],
    ['a text of events that is none', { ...whole, events: { kind: 'text', text: 5 } }],
    ['events of an example that is none', { ...whole, example: null, agreement: '{}', events: { kind: 'example' } }],
  ])('is refused: %s', (_, value) => expect(sharedState(value)).toBeNull())

  test('a text of its own wins over an example, and what is odd becomes usual', () => {
    const odd = {
      example: 'b2b-inbound',
      agreement: '{}',
      events: { kind: 'made', seed: 'x', leads: 1e9 },
      language: 'fr',
      view: 1,
      asOf: 7,
    }
    expect(sharedState(odd)).toEqual({
      ...{ language: 'en', example: null, agreement: '{}', asOf: null, key: null, view: 'clocks' },
      events: { kind: 'made', seed: 0, leads: 3_000, weeks: 1 },
    })
  })
})
