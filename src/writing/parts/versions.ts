/**
 * What changed since the versions before. Both are written in the same words and compared statement by statement, so that
 * everything this document says is covered, and every change is shown as people read it.
 */
import type { Agreement } from '../../agreement/agreement.ts'
import type { AgreementDocument } from '../../agreement/document.ts'
import { checked } from '../checked.ts'
import { Pen, type PenOptions } from '../pen.ts'
import { type Block, paragraph, section, table, terms } from '../text/block.ts'
import { code, type Phrase, plainText, written } from '../text/phrase.ts'
import { forceInWords } from './front.ts'
import { type Statement, statementsOf } from './statements.ts'

/** Returns the version, and for each one before it what changed after it, the latest change first. */
export function versionsPart(pen: Pen, previous: readonly (Agreement | AgreementDocument)[], options: PenOptions): Block {
  const { version: words, heading, front } = pen.words
  const { document, hash } = pen.agreement
  const earlier = previous.map((each) => new Pen(checked(each), options))
  const pens = [...earlier, pen]
  const changes = earlier.map((before, index) => changesBetween(before, pens[index + 1] ?? pen, index + 1))
  const now = terms([
    [words.current, written(document.version)],
    [front.inForce, forceInWords(document.effective, pen)],
    [front.content, words.hash(code(hash))],
  ])
  return section('versions', heading.versions, [
    ...now,
    ...(changes.length === 0 ? [paragraph(words.first, 'quiet')] : changes.toReversed()),
  ])
}

function changesBetween(before: Pen, now: Pen, number: number): Block {
  const { version: words } = now.words
  const [old, current] = [statementsOf(before), statementsOf(now)]
  const rows: Phrase[][] = []
  for (const [key, { place, subject, text }] of current) {
    const was = old.get(key)
    if (was && plainText(was.text) !== plainText(text)) rows.push([subject, was.text, text])
    if (!was && hasWhole(place, old)) rows.push([subject, words.added, text])
  }
  for (const [key, { place, subject, text }] of old) {
    if (!current.has(key) && hasWhole(place, current)) rows.push([subject, text, words.removed])
  }
  const title = words.since(written(before.agreement.document.version))
  const blocks = rows.length === 0 ? [paragraph(words.unchanged)] : table('', [words.what, words.before, words.now], rows)
  return section(`changes-${number}`, title, blocks)
}

/** What is new as a whole is not told again part by part. */
function hasWhole(place: readonly string[], statements: ReadonlyMap<string, Statement>): boolean {
  return place.length < 3 || statements.has(JSON.stringify(place.slice(0, 2)))
}
