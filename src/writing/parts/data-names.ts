/** The names that both parties' systems write, and how the document reads them. */
import type { TriggerDocument } from '../../agreement/clause-document.ts'
import type { Pen } from '../pen.ts'
import { type Block, paragraph, section, table } from '../text/block.ts'
import { code } from '../text/phrase.ts'
import { eventsInWords, typesOf } from '../trigger-in-words.ts'

const triggers = ['start', 'stop', 'pause', 'resume', 'cancel', 'reset', 'attempt', 'count', 'sum', 'of', 'that'] as const

/** Returns the table of the types of events, with the promises that wait for each. */
export function dataNamesPart(pen: Pen): Block[] {
  const { dataName: words, heading } = pen.words
  const users = new Map<string, Set<string>>()
  for (const [id, clause] of Object.entries(pen.agreement.document.clauses)) {
    for (const key of triggers) {
      const trigger: unknown = Reflect.get(clause, key)
      if (typeof trigger !== 'object' || trigger === null) continue
      for (const type of typesOf(trigger as TriggerDocument)) users.set(type, (users.get(type) ?? new Set()).add(id))
    }
  }
  const rows = [...users].map(([type, ids]) => [
    code(type),
    eventsInWords([type], pen),
    pen.figures.list([...ids].map((id) => code(id))),
  ])
  if (rows.length === 0) return []
  return [
    section('data-names', heading.dataNames, [
      paragraph(words.intro),
      ...table('', [words.type, words.words, words.usedBy], rows),
    ]),
  ]
}
