/** What happens before a promise is due, and what happens step by step when it is late. */
import type { LadderStepDocument, ReminderDocument, TimedClauseDocument } from '../../agreement/clause-document.ts'
import { isClocked } from '../clocked.ts'
import { conditionInWords } from '../condition-in-words.ts'
import type { Pen } from '../pen.ts'
import { msOf } from '../target-in-words.ts'
import { paragraph, type Section, section, terms } from '../text/block.ts'
import { capital, joined, type Phrase } from '../text/phrase.ts'

/** Returns the section, or `null` where nothing is agreed. */
export function remindersPart(pen: Pen): Section | null {
  return followPart('reminders', pen.words.heading.reminders, pen, (clause) => remindersInWords(clause, pen))
}

/** Returns the section, or `null` where nothing is agreed. */
export function escalationPart(pen: Pen): Section | null {
  return followPart('escalation', pen.words.heading.escalation, pen, (clause) => stepsInWords(clause, pen))
}

/** What of a clause says who is told, and when. */
type FollowUps = Pick<TimedClauseDocument, 'reminders' | 'escalation'>

function followPart(id: string, title: Phrase, pen: Pen, sentencesOf: (clause: FollowUps) => Phrase[]): Section | null {
  const rows = Object.entries(pen.agreement.document.clauses).flatMap(([name, clause]): [Phrase, ...Phrase[]][] => {
    const sentences = isClocked(clause) ? sentencesOf(clause) : []
    return sentences.length === 0 ? [] : [[pen.clause(name), ...sentences]]
  })
  return rows.length === 0 ? null : section(id, title, [paragraph(pen.words.follow.clock, 'quiet'), ...terms(rows)])
}

/** Returns a sentence for each reminder. */
export function remindersInWords({ reminders = [] }: Pick<FollowUps, 'reminders'>, pen: Pen): Phrase[] {
  return reminders.map((reminder) => reminderInWords(reminder, pen))
}

function reminderInWords(
  { share, before, on = 'business', deliver = 'openHours', to = 'owner' }: ReminderDocument,
  pen: Pen,
): Phrase {
  const { follow: words } = pen.words
  const whom = recipient(to, pen)
  const said =
    share === undefined
      ? words.before(pen.figures.amount(msOf(before ?? 'PT0S')), on, whom)
      : words.atShare(pen.figures.share(share), whom)
  return joined([said, words.deliver[deliver]])
}

/** Returns a sentence for each step of the ladder. */
export function stepsInWords({ escalation = [] }: Pick<FollowUps, 'escalation'>, pen: Pen): Phrase[] {
  return escalation.map((step) => stepInWords(step, pen))
}

function stepInWords({ after, action = 'notify', to, when }: LadderStepDocument, pen: Pen): Phrase {
  const { follow: words, condition } = pen.words
  const late = after === undefined || msOf(after) === 0 ? null : pen.figures.amount(msOf(after))
  const whom = to === undefined || to === action ? null : recipient(to, pen)
  const said = capital(words.step(action, late, whom))
  return when === undefined ? said : condition.provided(said, conditionInWords(when, pen))
}

/** Returns whom a name means: a part that people play, a person, a team, or whatever else is called so. */
export function recipient(name: string, pen: Pen): Phrase {
  const { follow: words } = pen.words
  if (name === 'owner') return words.owner
  if (name === 'manager') return words.manager
  if (name === 'pool') return words.pool
  const person = pen.agreement.members.has(name) ? pen.person(name) : null
  if (person !== null) return person
  const { parties } = pen.agreement.document
  if (Object.hasOwn(parties, name)) return pen.party(name)
  const isTeam = Object.values(parties).some(({ teams = {} }) => Object.hasOwn(teams, name))
  return isTeam ? pen.team(name) : pen.quoted(name)
}
