/** What is agreed about the clock of a timed promise beside its triggers: whose hours it counts, its caps, and what excuses it. */
import type { CountsDocument, ExcuseDocument, TimedClauseDocument } from '../../agreement/clause-document.ts'
import type { Pen } from '../pen.ts'
import { clockInWords, countedInWords, msOf, ownCalendar, targetInWords } from '../target-in-words.ts'
import { joined, type Phrase, spaced, written } from '../text/phrase.ts'
import { triggerInWords } from '../trigger-in-words.ts'

/** The keys of which this part speaks. */
export const clockKeys = ['clockFollows', 'maxPause', 'maxPauses', 'excuse', 'counts'] as const

type Row = [Phrase, ...Phrase[]]

/** Returns whose hours count, what counts as done and what excuses, by their labels. */
export function clockRows(clause: TimedClauseDocument, pen: Pen): Row[] {
  const { clock: words } = pen.words
  const { counts, excuse } = clause
  const rows: Row[] = []
  const whose = choiceInWords(clause, pen)
  if (whose !== null) rows.push([words.whose, whose, words.chosenAtStart])
  if (counts) rows.push([words.counts, ...countsInWords(counts, pen)])
  if (excuse) rows.push([words.excused, words.excuse(triggerInWords(excuse.rejected, pen), limitsInWords(excuse, clause, pen))])
  return rows
}

/** Returns whose calendar counts, `null` where it is always the clause's own. */
export function choiceInWords(clause: TimedClauseDocument, pen: Pen): Phrase | null {
  const { clockFollows } = clause
  return clockFollows === undefined ? null : pen.words.clock.chosen(clockFollows, ownCalendar(clause, pen))
}

/** Returns how long and how often the time may be paused, nothing where there is no limit. */
export function capsInWords(clause: TimedClauseDocument, pen: Pen): Phrase[] {
  const { clock: words } = pen.words
  const { maxPause, maxPauses } = clause
  return [
    ...(maxPause === undefined ? [] : [words.longestPause(pen.figures.amount(msOf(maxPause)), countedInWords(clause, pen))]),
    ...(maxPauses === undefined ? [] : [words.mostPauses(pen.figures.number(maxPauses), maxPauses)]),
  ]
}

/** Returns until when and for which reasons a lead may be sent back. */
export function limitsInWords({ codes, acceptWindow }: ExcuseDocument, clause: TimedClauseDocument, pen: Pen): Phrase {
  const { clock: words, period } = pen.words
  const window =
    acceptWindow === undefined
      ? words.whileOpen
      : words.fromStart(spaced(targetInWords(acceptWindow, pen, clause.clock), clockInWords(acceptWindow, clause, pen)))
  const reasons = codes?.map((code) => written(code)) ?? []
  return joined([window, codes ? period.forReasons(pen.figures.list(reasons, 'or')) : words.anyReason], ', ')
}

function countsInWords({ automations, channels, direction, atLeast }: CountsDocument, pen: Pen): [Phrase, ...Phrase[]] {
  const { clock: words, period } = pen.words
  const ms = atLeast === undefined ? 0 : msOf(atLeast)
  return [
    automations === true ? period.automations : period.peopleOnly,
    ...(channels === undefined ? [] : [words.channels(pen.figures.list(channels.map((channel) => written(channel))))]),
    ...(direction === undefined ? [] : [words.direction[direction]]),
    ...(ms === 0 ? [] : [words.atLeast(pen.figures.amount(ms))]),
  ]
}
