/** What a role owes, what it owes together with others, and what others owe it. */
import type { CadenceClauseDocument } from '../../agreement/cadence-document.ts'
import type { TimedClauseDocument } from '../../agreement/clause-document.ts'
import type { ClauseDocument } from '../../agreement/document.ts'
import { isClocked } from '../clocked.ts'
import { examplesOf, type StartedExample } from '../example/deadline-example.ts'
import { exampleInWords, placeInWords } from '../example/example-in-words.ts'
import { detailRows, goalsOf, leadsOf } from '../parts/clause.ts'
import { ladderSections } from '../parts/consequences.ts'
import { remindersInWords, stepsInWords } from '../parts/follow-ups.ts'
import { titleOf } from '../parts/promises.ts'
import type { Pen } from '../pen.ts'
import { promiseInWords, yourPromiseInWords } from '../promise-in-words.ts'
import { clockInWords, countedInWords, targetInWords } from '../target-in-words.ts'
import { type Block, paragraph, type Section, section, table, terms } from '../text/block.ts'
import { joined, type Phrase, phrase, spaced, strong, written } from '../text/phrase.ts'
import type { Role } from './role.ts'

type Promises = readonly (readonly [id: string, clause: ClauseDocument])[]

/** Returns every promise with its times, in one table. */
export function glance(promises: Promises, pen: Pen): Block[] {
  const { guide: words } = pen.words
  const rows = promises.map(([id, clause]) => [titleOf(id, clause), byWhen(id, clause, pen)])
  return rows.length === 0 ? [paragraph(words.nothing)] : table('', [words.promise, words.byWhen], rows)
}

function byWhen(id: string, clause: ClauseDocument, pen: Pen): Phrase {
  if (clause.kind === 'cadence') return spaced(targetInWords(clause.within, pen), clockInWords(clause.within, clause, pen))
  if (clause.kind !== 'timed') return promiseInWords(id, pen)
  const goals = goalsOf(clause)
  const times = goals.map((goal) => {
    const time = targetInWords(goal.target, pen)
    return goals.length === 1
      ? time
      : phrase`${time}: ${goal.name === undefined ? leadsOf(goal, goals, pen) : written(goal.name)}`
  })
  if (goals.length === 1) return spaced(joined(times), clockInWords(goals[0]?.target ?? null, clause, pen))
  return joined([...times, countedInWords(clause, pen)], '; ')
}

/** Returns the promises that one keeps lead by lead. */
export function ownPromises(promises: Promises, { manages }: Role, pen: Pen): Section | null {
  const { guide: words } = pen.words
  const sections = promises.flatMap(([id, clause], index): Section[] => {
    if (!isClocked(clause)) return []
    return [section(`promise-${index + 1}`, titleOf(id, clause), dutyBlocks(id, clause, manages, pen))]
  })
  return sections.length === 0 ? null : section('yours', manages ? words.yourPeoples : words.yours, sections)
}

function dutyBlocks(id: string, clause: TimedClauseDocument | CadenceClauseDocument, manages: boolean, pen: Pen): Block[] {
  const { guide: words } = pen.words
  const goals = clause.kind === 'timed' ? goalsOf(clause) : []
  const examples = examplesOf(pen.agreement, id)
  // The last goal is the one for most leads.
  const example = examples.findLast((each) => each !== null)
  const [before, after] = [remindersInWords(clause, pen), stepsInWords(clause, pen)]
  return [
    paragraph(manages ? promiseInWords(id, pen) : yourPromiseInWords(clause, pen), 'promise'),
    ...(goals.length > 1
      ? terms(goals.map((goal) => [leadsOf(goal, goals, pen), targetInWords(goal.target, pen)] as const))
      : []),
    ...(example ? exampleBlocks(example, pen) : []),
    ...terms([
      ...detailRows(id, clause, pen),
      [words.before, ...(before.length > 0 ? before : [words.noReminder])],
      [words.after, ...(after.length > 0 ? after : [words.noStep])],
    ]),
  ]
}

function exampleBlocks(example: StartedExample, pen: Pen): Block[] {
  const said = phrase`${strong(pen.words.detail.example)} ${exampleInWords(example, pen)}`
  return [paragraph(said, 'example'), paragraph(placeInWords(example, pen), 'quiet')]
}

/** Returns the promises that are counted over a period. */
export function periodPromises(promises: Promises, pen: Pen): Section | null {
  const rows = promises.flatMap(([id, clause]): [Phrase, Phrase][] =>
    clause.kind === 'timed' || clause.kind === 'cadence' ? [] : [[titleOf(id, clause), promiseInWords(id, pen)]],
  )
  return rows.length === 0 ? null : section('period', pen.words.guide.period, terms(rows))
}

/** Returns what the other parties owe. */
export function theirPromises(promises: Promises, pen: Pen): Section | null {
  const rows = promises.map(([id, clause]): [Phrase, ...Phrase[]] => {
    const goals = clause.kind === 'timed' ? goalsOf(clause) : []
    const times =
      goals.length > 1 ? goals.map((goal) => phrase`${leadsOf(goal, goals, pen)}: ${targetInWords(goal.target, pen)}`) : []
    return [titleOf(id, clause), promiseInWords(id, pen), ...times]
  })
  return rows.length === 0 ? null : section('theirs', pen.words.guide.theirs, terms(rows))
}

/** Returns the ladders by which these promises of the role's party are judged. */
export function consequencesFor(promises: Promises, { party }: Role, pen: Pen): Section | null {
  const ids = promises.map(([id]) => id)
  const sections = ladderSections(pen, ({ owedBy, clauses = ids }) => owedBy === party && clauses.some((id) => ids.includes(id)))
  return sections.length === 0 ? null : section('consequences', pen.words.heading.consequences, sections)
}
