/** One promise: the sentence to sign, the times with a worked deadline each, and everything else that is agreed about it. */
import type { GoalDocument, TimedClauseDocument } from '../../agreement/clause-document.ts'
import type { ClauseDocument } from '../../agreement/document.ts'
import { anythingInWords } from '../anything-in-words.ts'
import { isClocked } from '../clocked.ts'
import { conditionInWords } from '../condition-in-words.ts'
import { examplesOf, type StartedExample } from '../example/deadline-example.ts'
import { exampleInWords, placeInWords } from '../example/example-in-words.ts'
import type { Pen } from '../pen.ts'
import { onlyTarget, promiseInWords } from '../promise-in-words.ts'
import { spanInWords, targetInWords } from '../target-in-words.ts'
import { type Block, paragraph, terms } from '../text/block.ts'
import { code, inlinesOf, joined, type Phrase, paragraphsOf, phrase, plainText, spaced, strong, written } from '../text/phrase.ts'
import { shortTrigger, triggerInWords } from '../trigger-in-words.ts'
import type { Mention } from '../words/clause-words.ts'
import { capsInWords, clockKeys, clockRows } from './clock-details.ts'
import { periodKeys, periodRows } from './period-details.ts'

/** The keys of clauses that have sentences of their own; every other one is shown as it is written. */
const told: ReadonlySet<string> = new Set([
  ...['title', 'words', 'kind', 'owedBy', 'owedTo', 'clock', 'within', 'per', 'target', 'currency', 'clause', 'minimumSample'],
  ...['start', 'stop', 'pause', 'resume', 'cancel', 'reset', 'requires', 'once', 'onChange', 'reopenWindow', 'after', 'runs'],
  ...['attribution', 'boundary', 'reminders', 'escalation', 'attempt', 'count', 'spacing', 'channels', 'sum', 'of', 'that'],
  ...['maturity', 'atLeast', 'atMost', 'automations'],
  ...periodKeys,
  ...clockKeys,
])

/** Returns what a person wrote about the promise, and the promise itself. */
export function promiseBlocks(id: string, clause: ClauseDocument, pen: Pen): Block[] {
  const own = clause.words === undefined ? [] : paragraphsOf(clause.words).map((text) => paragraph(pen.text(text), 'quoted'))
  return [...own, paragraph(promiseInWords(id, pen), 'promise')]
}

/** Returns the times of a timed promise: one with its example, or one for each kind of lead. */
export function timeBlocks(id: string, clause: ClauseDocument, pen: Pen): Block[] {
  if (!isClocked(clause)) return []
  const examples = examplesOf(pen.agreement, id)
  // The examples of one clause may count on several calendars; then each says on which.
  const [place, ...others] = new Map(
    examples.flatMap((each) => (each ? [placeInWords(each, pen)] : [])).map((each) => [plainText(each), each]),
  ).values()
  const beside = place === undefined || others.length > 0 ? [] : [paragraph(place, 'quiet')]
  const said = (example: StartedExample | null | undefined) => {
    if (!example) return pen.words.example.none
    return spaced(exampleInWords(example, pen), others.length === 0 ? '' : placeInWords(example, pen))
  }
  if (clause.kind === 'cadence' || onlyTarget(clause.within) !== null) {
    const [example] = examples
    return [paragraph(phrase`${strong(pen.words.detail.example)} ${said(example)}`, 'example'), ...beside]
  }
  const goals = goalsOf(clause)
  const rows = goals.map((goal, index): [Phrase, ...Phrase[]] => {
    return [leadsOf(goal, goals, pen), targetInWords(goal.target, pen), said(examples[index])]
  })
  return [...terms(rows), ...beside]
}

export function goalsOf({ within }: TimedClauseDocument): readonly GoalDocument[] {
  return Array.isArray(within) ? within : [{ target: within as GoalDocument['target'] }]
}

/** Returns for which leads a goal is: by its name and by its condition. */
export function leadsOf({ name, when }: GoalDocument, goals: readonly GoalDocument[], pen: Pen): Phrase {
  const { detail: words } = pen.words
  const condition = when === undefined ? (goals.length === 1 ? words.everyLead : words.allOthers) : conditionInWords(when, pen)
  if (name === undefined) return condition
  return when === undefined ? written(name) : phrase`${written(name)} (${condition})`
}

/** Returns everything else that is agreed about the promise. */
export function detailRows(id: string, clause: ClauseDocument, pen: Pen): [Phrase, ...Phrase[]][] {
  const { detail: words } = pen.words
  const rows: [Phrase, ...Phrase[]][] = []
  const row = (label: Phrase, ...meanings: Phrase[]) => {
    if (meanings.length > 0) rows.push([label, ...meanings])
  }
  if (clause.owedTo !== undefined) row(words.owedTo, pen.party(clause.owedTo))
  if (clause.kind === 'timed' || clause.kind === 'cadence') {
    const when = (trigger: typeof clause.start, lead: Mention = 'the') =>
      pen.words.trigger.when(triggerInWords(trigger, pen, lead))
    // What the sentence has said in full is not said again.
    if (isLonger(clause.start, pen)) row(words.starts, when(clause.start, 'a'))
    if (clause.stop && (clause.kind === 'cadence' || isLonger(clause.stop, pen))) row(words.done, when(clause.stop))
    if (clause.cancel) row(words.ends, when(clause.cancel))
  }
  if (clause.kind === 'cadence') {
    const { period } = pen.words
    row(
      words.moreover,
      clause.automations === true ? period.automations : period.peopleOnly,
      ...(clause.once === true ? [words.once] : []),
    )
  }
  rows.push(...periodRows(id, clause, pen))
  if (clause.kind === 'timed') {
    const { pause, resume, reset, requires } = clause
    rows.push(...clockRows(clause, pen))
    if (pause) row(words.pauses, pen.words.trigger.when(triggerInWords(pause, pen)), ...capsInWords(clause, pen))
    if (resume) row(words.resumes, pen.words.trigger.when(triggerInWords(resume, pen)))
    if (reset) row(words.restarts, pen.words.trigger.when(triggerInWords(reset, pen)))
    if (requires) row(words.onlyWhile, conditionInWords(requires, pen))
    row(words.moreover, ...deviations(clause, pen))
  }
  for (const [key, value] of Object.entries(clause)) {
    if (!told.has(key) && value !== undefined) row(code(key), anythingInWords(value, pen))
  }
  return rows
}

function isLonger(trigger: TimedClauseDocument['start'], pen: Pen): boolean {
  return joinedText(shortTrigger(trigger, pen)) !== joinedText(triggerInWords(trigger, pen))
}

function joinedText(content: Phrase): string {
  return JSON.stringify(inlinesOf(joined([content])))
}

/** What is agreed otherwise than for all promises. */
function deviations(clause: TimedClauseDocument, pen: Pen): Phrase[] {
  const { detail: words } = pen.words
  const { once, reopenWindow, after, runs, onChange, attribution, boundary } = clause
  const usual = pen.agreement.document.boundary ?? 'close'
  return [
    ...(once === true ? [words.once] : []),
    ...(reopenWindow === undefined ? [] : [words.reopened(spanInWords(reopenWindow, pen))]),
    ...(after === undefined ? [] : [words.after(pen.clause(after))]),
    ...(runs === 'owner' ? [words.perOwner] : []),
    ...(onChange === undefined || onChange === 'retarget' ? [] : [words.onChange[onChange]]),
    ...(attribution === undefined || attribution === 'ownerAtDue' ? [] : [words.attribution[attribution]]),
    ...(boundary === undefined || boundary === usual ? [] : [words.boundary[boundary]]),
  ]
}

/** Returns the rules that hold for the times of all promises. */
export function ruleBlocks(pen: Pen): Block[] {
  const { detail: words } = pen.words
  const usual = pen.agreement.document.boundary ?? 'close'
  return [{ kind: 'list', items: [...words.rules, words.boundary[usual], words.onChange.retarget, words.attribution.ownerAtDue] }]
}
