/** Which version this is, and what changed since the versions before, sentence by sentence. */
import type { Agreement } from '../../agreement/agreement.ts'
import type { AgreementDocument } from '../../agreement/document.ts'
import { changeBlocks } from '../changes/render-changes.ts'
import { checked } from '../checked.ts'
import { Pen, type PenOptions } from '../pen.ts'
import { type Block, paragraph, section, terms } from '../text/block.ts'
import { code, written } from '../text/phrase.ts'
import { forceInWords } from './front.ts'

/** Returns the version, and for each one before it what changed after it, the latest change first. */
export function versionsPart(pen: Pen, previous: readonly (Agreement | AgreementDocument)[], options: PenOptions): Block {
  const { version: words, heading, front } = pen.words
  const { document, hash } = pen.agreement
  const earlier = previous.map((each) => new Pen(checked(each), options))
  const pens = [...earlier, pen]
  const changes = earlier.map((before, index) => {
    const title = words.since(written(before.agreement.document.version))
    return section(`changes-${index + 1}`, title, changeBlocks({ before, after: pens[index + 1] ?? pen }, index + 1))
  })
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
