import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgreementDocument, applyPatch, type Change, defineAgreement, diff, patchOf } from '../../src/index.ts'
import { renderChanges } from '../../src/writing.ts'
import { agreementOf, mondays, pooledAgreement } from '../arbitraries/agreement.ts'
import { agreementOfNames, hostileText } from '../arbitraries/hostile-text.ts'
import { periodStory } from '../arbitraries/period-story.ts'
import { cutOut } from '../oracle/cut-out.ts'
import { signsOfMarkdown, tagsOf } from '../oracle/markup-oracle.ts'
import { wholeAgreement } from '../unit/writing/whole-agreement.ts'

/** The hours that a change adds or takes are computed, which costs a calendar each; so fewer are drawn. */
const numRuns = Math.ceil(Number(process.env.LEAD_SLA_RUNS ?? 1_000) / 40)
let seed = Number(process.env.LEAD_SLA_SEED ?? 20_260_407)

function law<Drawn>(title: string, drawn: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => void): void {
  it(title, { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(drawn, (value) => check(value)),
      { numRuns, seed: seed++ },
    )
  })
}

const timed = fc.constantFrom(...mondays).chain(pooledAgreement)
const counted = fc.constantFrom(...fc.sample(periodStory(), { numRuns: 40, seed: 7 }).map(({ document }) => document))
const whole = fc.constant(wholeAgreement)
const document: fc.Arbitrary<AgreementDocument> = fc.oneof({ weight: 3, arbitrary: timed }, counted, whole)
/** Two versions that have much in common: the second takes some of its parts from another agreement. */
const pair = fc
  .tuple(document, document, fc.subarray(['clauses', 'calendars', 'exceptions', 'boundary', 'effective']))
  .map(([before, other, parts]): [AgreementDocument, AgreementDocument] => {
    const taken = Object.fromEntries(parts.flatMap((part) => (part in other ? [[part, Reflect.get(other, part)]] : [])))
    const mixed = { ...before, ...taken, version: 'later' } as AgreementDocument
    try {
      defineAgreement(mixed)
      return [before, mixed]
    } catch {
      return [before, other]
    }
  })
const json = fc.jsonValue({ maxDepth: 4 })

describe('[L3] patches', () => {
  law('the patch of two values makes the second of the first, and leaves the first alone', fc.tuple(json, json), ([a, b]) => {
    const before = JSON.stringify(a)
    const patch = patchOf(a, b)
    if (patch.some(({ path }) => path.includes('__proto__'))) return
    expect(applyPatch(a, patch)).toEqual(JSON.parse(JSON.stringify(b)))
    expect(JSON.stringify(a)).toBe(before)
  })

  law('the patch of two versions gives the second with its content hash', pair, ([a, b]) => {
    const patched = applyPatch(a, patchOf(a, b)) as AgreementDocument
    expect(patched).toEqual(JSON.parse(JSON.stringify(b)))
    expect(defineAgreement(patched).hash).toBe(agreementOf(b).hash)
    expect(patchOf(a, JSON.parse(JSON.stringify(a)))).toEqual([])
  })
})

describe('[L3] the difference of two versions', () => {
  law('is nothing for one and the same', document, (a) => {
    expect(diff(agreementOf(a), agreementOf(a)).changes).toEqual([])
    expect(diff(a, JSON.parse(JSON.stringify(a))).breaking).toBe(false)
  })

  law('holds every leaf that changed: what is left of both without it is the same', pair, ([a, b]) => {
    const { changes } = diff(agreementOf(a), agreementOf(b))
    const [left, right] = [
      cutOut(
        a,
        changes.map(({ from }) => from),
      ),
      cutOut(
        b,
        changes.map(({ to }) => to),
      ),
    ]
    expect(left).toBe(right)
  })

  law('is mirrored when the versions are: what comes goes, and what was stricter is easier', pair, ([a, b]) => {
    const clauses = (changes: readonly Change[]) => changes.filter(({ from, to }) => (to ?? from)?.[0] === 'clauses')
    const there = clauses(diff(agreementOf(a), agreementOf(b)).changes)
    const back = clauses(diff(agreementOf(b), agreementOf(a)).changes)
    if ([...there, ...back].some(({ kind }) => kind === 'moved')) return
    const mirrored = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' }
    const effects = { stricter: 'easier', easier: 'stricter', other: 'other' }
    const seen = (changes: readonly Change[], isBack: boolean) =>
      changes
        .map(({ kind, bearings }) => [
          isBack ? mirrored[kind] : kind,
          // Another party that owes it owes all of it, so the parties are not mirrored.
          bearings.map(({ effect }) => (isBack ? effects[effect] : effect)).sort(),
        ])
        .map((each) => JSON.stringify(each))
        .sort()
    expect(seen(there, false)).toEqual(seen(back, true))
  })
})

describe('[W1] the changes in writing', () => {
  law('escape whatever a person wrote', fc.array(hostileText, { minLength: 1, maxLength: 4 }), (texts) => {
    const named = (text: (index: number) => string) => {
      const places: string[] = []
      return agreementOfNames((place) => {
        if (!places.includes(place)) places.push(place)
        return text(places.indexOf(place))
      })
    }
    const before: AgreementDocument = { agreement: 'x', version: '0', timeZone: 'UTC', parties: {}, clauses: {} }
    const both = [named((index) => `${texts[index % texts.length]}q${index}`), named((index) => `name q${index}`)] as const
    for (const language of ['en', 'de'] as const) {
      for (const [from, to] of [[before, null] as const, [null, before] as const]) {
        const pages = both.map((each) => renderChanges(from ?? each, to ?? each, { language, format: 'html' }))
        expect(tagsOf(pages[0] ?? '')).toEqual(tagsOf(pages[1] ?? ''))
        const markdown = both.map((each) => renderChanges(from ?? each, to ?? each, { language, format: 'md' }))
        expect(signsOfMarkdown(markdown[0] ?? '')).toEqual(signsOfMarkdown(markdown[1] ?? ''))
      }
    }
  })

  law('say every change in a sentence, and nothing that is no text', pair, ([a, b]) => {
    for (const language of ['en', 'de'] as const) {
      const text = renderChanges(agreementOf(a), agreementOf(b), { language, format: 'text' })
      expect(text).not.toMatch(/undefined|NaN|\[object/)
      const { changes } = diff(agreementOf(a), agreementOf(b))
      expect(text.split('\n').filter((line) => line.startsWith('- ')).length).toBeGreaterThanOrEqual(changes.length)
    }
  })
})
