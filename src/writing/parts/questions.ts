/** What is not settled yet: what the agreement leaves open, what its parties ask in it, and what a check found. */
import type { Finding, FindingCode } from '../../finding.ts'
import { findingCodes } from '../../finding.ts'
import { msOfDay } from '../../time/plain-date.ts'
import { isClocked } from '../clocked.ts'
import { openQuestion } from '../open-text.ts'
import type { Pen } from '../pen.ts'
import type { Block } from '../text/block.ts'
import { type Phrase, phrase, question, written } from '../text/phrase.ts'
import { seasonOf } from './calendars.ts'
import { clocksOf } from './clocks.ts'
import { calendarsFollowed } from './whose-calendar.ts'

export interface Question {
  /** The clause that it is about, `null` for the agreement as a whole. */
  readonly clause: string | null
  readonly text: Phrase
}

/** A finding of a check, such as those of `agreement.findings`. */
export type GivenFinding = Pick<Finding, 'path' | 'message'> & { readonly code?: string; readonly clause?: string }

/** Returns the open questions, those of the agreement as a whole first. */
export function questionsOf(pen: Pen, given: readonly GivenFinding[], { asksForConsequences = false } = {}): Question[] {
  const findings: readonly GivenFinding[] = [...pen.agreement.findings, ...given]
  const all = [
    ...gaps(pen),
    ...(asksForConsequences ? consequenceQuestion(pen) : []),
    ...asked(pen),
    ...holidayQuestions(pen),
    ...findings.map((finding) => ofFinding(finding, pen)),
  ]
  const seen = new Set<string>()
  return all.filter(({ clause, text }) => {
    const key = JSON.stringify([clause, text])
    return seen.has(key) ? false : seen.add(key)
  })
}

/** Returns the box with the questions, or nothing when there are none. */
export function questionBlock(questions: readonly Question[], pen: Pen): Block[] {
  if (questions.length === 0) return []
  return [{ kind: 'questions', title: pen.words.question.title(questions.length), items: questions.map(({ text }) => text) }]
}

/** What every agreement should say. */
function gaps(pen: Pen): Question[] {
  const { question: words } = pen.words
  const { purpose, effective, definitions, parties, lifecycle } = pen.agreement.document
  const found: Phrase[] = []
  if (purpose === undefined) found.push(words.noPurpose)
  if (effective?.from === undefined) found.push(words.noDates)
  if (Object.keys(definitions ?? {}).length === 0) found.push(words.noDefinition)
  for (const party of Object.values(parties)) if (!party.signatories?.length) found.push(words.noSignatory(written(party.name)))
  for (const [state, { definition }] of Object.entries(lifecycle?.states ?? {})) {
    if (definition === undefined) found.push(words.undefinedState(pen.quoted(state)))
  }
  return found.map((text) => ({ clause: null, text }))
}

/** A promise without a consequence may be meant so, but not by oversight: at the table it is asked. */
function consequenceQuestion(pen: Pen): Question[] {
  const { enforcement, clauses } = pen.agreement.document
  const hasStep = Object.values(clauses).some((clause) => isClocked(clause) && (clause.escalation ?? []).length > 0)
  return enforcement || hasStep ? [] : [{ clause: null, text: pen.words.question.noConsequence }]
}

/** What the parties ask themselves, in texts that begin with a question mark. */
function asked(pen: Pen): Question[] {
  const { purpose, definitions = {}, lifecycle, clauses } = pen.agreement.document
  const questions: Question[] = []
  const ask = (clause: string | null, subject: Phrase | null, text: string | undefined) => {
    const open = text === undefined ? null : openQuestion(text)
    if (open !== null) questions.push({ clause, text: subject === null ? written(open) : phrase`${subject}: ${written(open)}` })
  }
  ask(null, null, purpose)
  for (const [term, definition] of Object.entries(definitions)) {
    ask(null, pen.quoted(term), typeof definition === 'string' ? definition : definition.words)
  }
  for (const [state, { definition }] of Object.entries(lifecycle?.states ?? {})) ask(null, pen.quoted(state), definition)
  for (const [id, { words, title }] of Object.entries(clauses)) {
    ask(id, null, title)
    ask(id, null, words)
  }
  return questions
}

/** The clock does not answer beyond the years of a list of holidays, so the agreement ends there too. */
function holidayQuestions(pen: Pen): Question[] {
  const { end } = seasonOf(pen)
  const own = [...pen.agreement.clauses.values()].map(({ calendar }) => calendar)
  const used = new Set([...own, ...calendarsFollowed(pen).keys()])
  return [...clocksOf(pen.agreement)].flatMap(([name, clock]): Question[] => {
    const known = Math.floor(clock.zone.localAt(clock.horizon[1]) / msOfDay)
    if (name === 'always' || !used.has(name) || known >= end) return []
    const date = pen.words.time.date(pen.figures.day(known))
    return [{ clause: null, text: pen.words.question.holidaysEnd(pen.calendar(name), date) }]
  })
}

function ofFinding({ code, path, message, clause }: GivenFinding, pen: Pen): Question {
  const subject = subjectOf(path, pen)
  const known = findingCodes.find((each): each is FindingCode => each === code)
  const text = known === undefined ? null : pen.words.question.finding(known, subject)
  const about = clause ?? (path[0] === 'clauses' && typeof path[1] === 'string' ? path[1] : null)
  if (text !== null) return { clause: about, text }
  // What other checks find, they say in English.
  const said: Phrase =
    pen.language.lang === 'en' ? written(message) : [{ kind: 'foreign', lang: 'en', content: written(message) }]
  return { clause: about, text: question(said) }
}

function subjectOf(path: GivenFinding['path'], pen: Pen): Phrase {
  const [first, name] = path
  if (first === 'clauses' && typeof name === 'string') return pen.clause(name)
  if (first === 'calendars' && typeof name === 'string') return pen.calendar(name)
  const last = path.at(-1)
  return typeof last === 'string' ? pen.quoted(last) : ''
}
