/** All promises, party by party, each in a section of its own; before them the rules by which every time is counted. */
import type { ClauseDocument } from '../../agreement/document.ts'
import type { Pen } from '../pen.ts'
import { type Block, type Section, section, terms } from '../text/block.ts'
import { code, type Phrase, written } from '../text/phrase.ts'
import { detailRows, promiseBlocks, ruleBlocks, timeBlocks } from './clause.ts'
import { type Question, questionBlock } from './questions.ts'

export function promisesPart(pen: Pen, questions: readonly Question[]): Section {
  const { heading: words } = pen.words
  const byParty = partiesWithClauses(pen).map(([party, clauses], index) =>
    section(
      `promises-${index + 1}`,
      words.owedBy(pen.party(party)),
      clauses.map(([id, clause]) => clauseSection(id, clause, pen, questions)),
    ),
  )
  return section('promises', words.promises, [section('rules', words.rules, ruleBlocks(pen)), ...byParty])
}

/** Returns the clauses of each party that owes some, in the order of the document. */
export function partiesWithClauses({ agreement: { document } }: Pen): [party: string, clauses: [string, ClauseDocument][]][] {
  return Object.keys(document.parties).flatMap((party): [string, [string, ClauseDocument][]][] => {
    const clauses = Object.entries(document.clauses).filter(([, { owedBy }]) => owedBy === party)
    return clauses.length === 0 ? [] : [[party, clauses]]
  })
}

/** Returns the name of each clause's section. */
export function sectionsOfClauses({ agreement: { document } }: Pen): ReadonlyMap<string, string> {
  return new Map(Object.keys(document.clauses).map((id, index) => [id, `clause-${index + 1}`]))
}

function clauseSection(id: string, clause: ClauseDocument, pen: Pen, questions: readonly Question[]): Section {
  const blocks: Block[] = [
    ...promiseBlocks(id, clause, pen),
    ...timeBlocks(id, clause, pen),
    ...terms(detailRows(id, clause, pen)),
    ...questionBlock(
      questions.filter((each) => each.clause === id),
      pen,
    ),
  ]
  return section(
    sectionsOfClauses(pen).get(id) ?? 'clause',
    titleOf(id, clause),
    blocks,
    clause.title === undefined ? undefined : code(id),
  )
}

export function titleOf(id: string, { title }: ClauseDocument): Phrase {
  return written(title ?? id)
}
