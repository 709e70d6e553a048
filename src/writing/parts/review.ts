/** When and with whom the parties look at their agreement again. */
import { valueInWords } from '../changes/value-in-words.ts'
import type { Pen } from '../pen.ts'
import { paragraph, type Section, section, terms } from '../text/block.ts'
import { type Phrase, spaced } from '../text/phrase.ts'
import { dateInWords } from './front.ts'

/** Returns how the agreement is looked at again, or `null` where nothing is agreed. */
export function reviewPart(pen: Pen): Section | null {
  const { review } = pen.agreement.document
  if (!review) return null
  const { review: words, heading } = pen.words
  const { next, every, remind, with: people = [], agenda = [], held = [] } = review
  const said = spaced(
    words.next(dateInWords(next, pen), every ?? null),
    remind === undefined ? '' : words.told(valueInWords(remind, 'remind', pen)),
  )
  const row = (label: Phrase, values: readonly Phrase[]): [Phrase, ...Phrase[]][] =>
    values.length === 0 ? [] : [[label, ...values]]
  const rows = [
    ...row(words.with, people.length === 0 ? [] : [pen.figures.list(people.map((person) => valueInWords(person, 'with', pen)))]),
    ...row(
      words.agenda,
      agenda.map((point) => pen.text(point)),
    ),
    ...row(
      words.held,
      held.map((date) => dateInWords(date, pen)),
    ),
  ]
  return section('review', heading.review, [paragraph(said), ...terms(rows)])
}
