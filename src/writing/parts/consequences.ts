/** What follows when promises are not kept: each ladder with what makes a strike, and what each strike leads to. */
import type { ActionDocument, ConsequenceLadderDocument } from '../../agreement/enforcement-document.ts'
import { isRecord } from '../../content.ts'
import { anythingInRows, anythingInWords } from '../anything-in-words.ts'
import { conditionInWords } from '../condition-in-words.ts'
import type { Pen } from '../pen.ts'
import { spanInWords } from '../target-in-words.ts'
import { type Block, paragraph, type Section, section, terms } from '../text/block.ts'
import { capital, code, type Phrase, phrase, spaced, written } from '../text/phrase.ts'
import { recipient } from './follow-ups.ts'

const told = new Set([
  ...['title', 'owedBy', 'for', 'clauses', 'per', 'strike', 'minimumSample', 'grace', 'forgiveAfter', 'judgeAfter', 'steps'],
])

/** Returns the section, or `null` where nothing is agreed. */
export function consequencesPart(pen: Pen): Section | null {
  const { enforcement } = pen.agreement.document
  if (!enforcement) return null
  const { ladders: _ladders, ...rest } = enforcement
  return section('consequences', pen.words.heading.consequences, [...ladderSections(pen), ...anythingInRows(rest, pen)])
}

/** Returns a section for each ladder that is asked for. */
export function ladderSections(pen: Pen, isWanted: (ladder: ConsequenceLadderDocument) => boolean = () => true): Section[] {
  return Object.entries(pen.agreement.document.enforcement?.ladders ?? {}).flatMap(([name, ladder], index): Section[] => {
    if (!isWanted(ladder)) return []
    const mark = ladder.title === undefined ? undefined : code(name)
    return [section(`ladder-${index + 1}`, written(ladder.title ?? name), ladderBlocks(ladder, pen), mark)]
  })
}

function ladderBlocks(ladder: ConsequenceLadderDocument, pen: Pen): Block[] {
  const { consequence: words } = pen.words.judging
  const { figures } = pen
  const { minimumSample, grace, forgiveAfter, judgeAfter, strike, clauses } = ladder
  const judged = words.judged(ladder.for, pen.party(ladder.owedBy), ladder.per, clauses ? pen.clauses(clauses) : null)
  const sentences: Phrase[] = [
    capital(judged),
    words.strike(strike === undefined ? null : conditionInWords(strike, pen)),
    ...(minimumSample ? [words.minimumSample(figures.number(minimumSample))] : []),
    ...(grace ? [words.grace(figures.number(grace), grace)] : []),
    ...(forgiveAfter ? [words.forgiven(figures.number(forgiveAfter), forgiveAfter)] : []),
    ...(judgeAfter === undefined ? [] : [words.judgedAfter(spanInWords(judgeAfter, pen))]),
    ...Object.entries(ladder).flatMap(([key, value]: [string, unknown]) =>
      told.has(key) ? [] : [phrase`${code(key)}: ${anythingInWords(value, pen)}`],
    ),
  ]
  const steps = ladder.steps.map((step, index): [Phrase, ...Phrase[]] => {
    const when =
      step.when === undefined ? words.atStrike(figures.number(index + 1)) : words.onCondition(conditionInWords(step.when, pen))
    const own = step.words === undefined ? [] : [pen.text(step.words)]
    return [phrase`${written(step.name)} (${when})`, ...own, actionInWords(step, pen)]
  })
  return [paragraph(spaced(...sentences)), ...terms(steps)]
}

function actionInWords(step: ActionDocument, pen: Pen): Phrase {
  const { consequence: words } = pen.words.judging
  const to = (otherwise: string) => recipient('to' in step && step.to !== undefined ? step.to : otherwise, pen)
  switch (step.action) {
    case 'notice':
      return capital(words.notice(to('manager')))
    case 'coaching':
      return capital(words.coaching(to('manager')))
    case 'returnLeads':
      return words.returnLeads(to('pool'))
    case 'adjustQuota':
      return words.adjustQuota(pen.clause(step.clause), pen.figures.share(Math.abs(step.by)), step.by > 0)
    case 'moveBudget':
      return words.moveBudget(pen.party(step.from), pen.party(step.to), pen.figures.money(step.amountMinor, step.currency))
    default:
      // A later version of the document may know other actions.
      return isRecord(step) ? anythingInWords(step, pen) : ''
  }
}
