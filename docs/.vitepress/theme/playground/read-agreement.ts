/** The agreement as it stands in the editor: checked once per edit, with each mistake at its place in the text. */
import { type Agreement, parseAgreement } from '../../../../src/index.ts'
import { mostAgreementCharacters, mostMistakes } from './bounds.ts'
import { brokenPlace, isTooDeep, lineAt, placeOf, treeOf } from './json-place.ts'
import { type Mistake, mistakeOf } from './mistake.ts'

export interface ReadAgreement {
  /** `null` while there is a mistake. */
  readonly agreement: Agreement | null
  /** In the order of the text, and so many more that are not listed. */
  readonly mistakes: readonly Mistake[]
  readonly more: number
}

/**
 * Returns the agreement of a text, or its mistakes at their places.
 *
 * **Errors** those of `parseAgreement`; `invalid-json` where the text is none; `too-long` and `too-deep` beyond the bounds.
 */
export function readAgreement(text: string): ReadAgreement {
  const start = { from: 0, to: Math.min(1, text.length) }
  const refuse = (code: 'too-long' | 'too-deep', message: string): ReadAgreement => ({
    agreement: null,
    mistakes: [{ code, path: '(root)', message, line: 1, place: start }],
    more: 0,
  })
  if (text.length > mostAgreementCharacters)
    return refuse('too-long', `expected at most ${mostAgreementCharacters} characters, got ${text.length}`)
  if (isTooDeep(text)) return refuse('too-deep', 'expected brackets that nest less deep')
  const tree = treeOf(text)
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    const place = brokenPlace(tree, text) ?? { from: Math.max(text.length - 1, 0), to: text.length }
    const got = text.slice(place.from, place.from + 20).trim()
    const message = `expected JSON, got ${got === '' ? 'the end of the text' : JSON.stringify(got)}`
    const found = mistakeOf({ code: 'invalid-json', path: [], message }, place, lineAt(text, place.from))
    return { agreement: null, mistakes: [found], more: 0 }
  }
  const parsed = parseAgreement(document)
  if (parsed.ok) return { agreement: parsed.value, mistakes: [], more: 0 }
  const mistakes = parsed.issues
    .slice(0, mostMistakes)
    .map((found) => {
      const place = placeOf(tree, text, found.path)
      return mistakeOf(found, place, lineAt(text, place.from))
    })
    .sort((a, b) => a.place.from - b.place.from)
  return { agreement: null, mistakes, more: parsed.issues.length - mistakes.length }
}
