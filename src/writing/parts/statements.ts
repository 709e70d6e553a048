/** Everything that an agreement says, statement by statement and by its place, for comparing one version with another. */
import type { PartyDocument } from '../../agreement/document.ts'
import { anythingInWords } from '../anything-in-words.ts'
import { conditionInWords } from '../condition-in-words.ts'
import type { Pen } from '../pen.ts'
import { promiseInWords } from '../promise-in-words.ts'
import { targetInWords } from '../target-in-words.ts'
import { capital, code, isEmpty, joined, type Phrase, phrase, written } from '../text/phrase.ts'
import { calendarText } from './calendars.ts'
import { goalsOf, leadsOf } from './clause.ts'
import { remindersInWords, stepsInWords } from './follow-ups.ts'
import { forceInWords } from './front.ts'

export interface Statement {
  /** The place in the document: parts, and parts of parts. */
  readonly place: readonly string[]
  readonly subject: Phrase
  readonly text: Phrase
}

/** Returns the statements by place. A part that has parts comes before them. */
export function statementsOf(pen: Pen): Map<string, Statement> {
  const all = new Map<string, Statement>()
  for (const statement of [
    ...ofAgreement(pen),
    ...ofParties(pen),
    ...ofWords(pen),
    ...ofStates(pen),
    ...ofClauses(pen),
    ...ofRest(pen),
  ]) {
    if (!isEmpty(statement.text)) all.set(JSON.stringify(statement.place), statement)
  }
  return all
}

function ofAgreement(pen: Pen): Statement[] {
  const { purpose, effective, title, boundary } = pen.agreement.document
  const { heading, front, detail } = pen.words
  return [
    { place: ['title'], subject: front.id, text: title === undefined ? '' : written(title) },
    { place: ['purpose'], subject: heading.purpose, text: purpose === undefined ? '' : pen.text(purpose) },
    { place: ['effective'], subject: front.inForce, text: forceInWords(effective, pen) },
    { place: ['timeZone'], subject: front.timeZone, text: written(pen.agreement.document.timeZone) },
    { place: ['boundary'], subject: heading.rules, text: detail.boundary[boundary ?? 'close'] },
  ]
}

function ofParties(pen: Pen): Statement[] {
  return Object.entries(pen.agreement.document.parties).flatMap(([id, party]) => [
    { place: ['parties', id], subject: pen.words.heading.parties, text: written(party.name) },
    ...ofParty(id, party, pen),
  ])
}

function ofParty(id: string, { name, teams = {}, members = {}, signatories = [] }: PartyDocument, pen: Pen): Statement[] {
  const { party: words, heading } = pen.words
  const within = (label: Phrase) => phrase`${written(name)}: ${label}`
  return [
    ...Object.entries(teams).map(([team, { name: text }]) => {
      return { place: ['parties', id, 'teams', team], subject: within(words.teams), text: written(text) }
    }),
    ...Object.entries(members).map(([person, member]) => {
      return { place: ['parties', id, 'members', person], subject: within(words.members), text: valuesOf(member, pen) }
    }),
    ...signatories.map((person) => {
      return {
        place: ['parties', id, 'signatories', person.name],
        subject: within(heading.signatures),
        text: valuesOf(person, pen),
      }
    }),
  ]
}

function valuesOf(record: object, pen: Pen): Phrase {
  return joined(
    Object.values(record).map((value: unknown) => anythingInWords(value, pen)),
    ', ',
  )
}

function ofWords(pen: Pen): Statement[] {
  const { definitions = {}, conditions = {}, calendars = {} } = pen.agreement.document
  return [
    ...Object.entries(definitions).map(([term, definition]) => {
      const { words, when } = typeof definition === 'string' ? { words: definition, when: undefined } : definition
      const rule = when === undefined ? '' : phrase` ${pen.words.status.means(conditionInWords(when, pen))}`
      return { place: ['definitions', term], subject: pen.quoted(term), text: phrase`${pen.text(words)}${rule}` }
    }),
    ...Object.entries(conditions).map(([name, condition]) => {
      return { place: ['conditions', name], subject: pen.quoted(name), text: conditionInWords(condition, pen) }
    }),
    ...Object.keys(calendars).map((name) => {
      return { place: ['calendars', name], subject: pen.calendar(name), text: calendarText(name, pen, 'full') }
    }),
  ]
}

function ofStates(pen: Pen): Statement[] {
  const { initial, states = {} } = pen.agreement.document.lifecycle ?? {}
  const { status: words } = pen.words
  return Object.entries(states).map(([name, { definition, to = [], disposition, entry, by }]) => {
    const parts = [
      ...(definition === undefined ? [] : [pen.text(definition)]),
      ...(name === initial ? [words.isInitial] : []),
      ...(disposition === true ? [words.isDisposition] : []),
      ...(to.length === 0 ? [] : [phrase`${words.next}: ${pen.states(to, 'and')}.`]),
      ...(entry === undefined ? [] : [phrase`${words.entry}: ${conditionInWords(entry, pen)}.`]),
      ...(by === undefined ? [] : [phrase`${capital(words.by)}: ${pen.figures.list(by.map((party) => pen.party(party)))}.`]),
    ]
    return { place: ['states', name], subject: pen.quoted(name), text: joined(parts, ' ') }
  })
}

/** Of a promise the sentence and the times are one statement, and everything else that is written there is one each. */
const inSentence = new Set(['kind', 'owedBy', 'within', 'per', 'target', 'reminders', 'escalation', 'clock', 'currency'])

function ofClauses(pen: Pen): Statement[] {
  return Object.entries(pen.agreement.document.clauses).flatMap(([id, clause]) => {
    const place = ['clauses', id]
    const parts = [promiseInWords(id, pen)]
    const more: Statement[] = []
    if (clause.kind === 'timed') {
      const goals = goalsOf(clause)
      if (goals.length > 1)
        parts.push(...goals.map((goal) => phrase`${leadsOf(goal, goals, pen)}: ${targetInWords(goal.target, pen)}.`))
      const { heading } = pen.words
      const about = (label: Phrase) => phrase`${pen.clause(id)}: ${label}`
      const [before, after] = [remindersInWords(clause, pen), stepsInWords(clause, pen)]
      more.push({ place: [...place, 'reminders'], subject: about(heading.reminders), text: joined(before, ' ') })
      more.push({ place: [...place, 'escalation'], subject: about(heading.escalation), text: joined(after, ' ') })
    }
    for (const [key, value] of Object.entries(clause)) {
      if (inSentence.has(key)) continue
      more.push({ place: [...place, key], subject: phrase`${pen.clause(id)}: ${code(key)}`, text: anythingInWords(value, pen) })
    }
    return [{ place, subject: pen.clause(id), text: joined(parts, ' ') }, ...more]
  })
}

function ofRest(pen: Pen): Statement[] {
  const { heading } = pen.words
  const titles: Readonly<Record<string, Phrase>> = {
    exceptions: heading.exceptions,
    enforcement: heading.consequences,
    incentives: heading.incentives,
  }
  const known = new Set(
    [
      '$schema',
      'agreement',
      'version',
      'title',
      'purpose',
      'effective',
      'timeZone',
      'parties',
      'definitions',
      'calendars',
      'lifecycle',
    ].concat(['conditions', 'boundary', 'clauses']),
  )
  return Object.entries(pen.agreement.document).flatMap(([key, value]: [string, unknown]) => {
    if (known.has(key) || value === undefined) return []
    const subject = Object.hasOwn(titles, key) ? (titles[key] ?? code(key)) : code(key)
    const members = typeof value === 'object' && value !== null ? Object.entries(value) : [['', value] as const]
    return members.map(([name, member]: readonly [string, unknown]) => {
      return { place: [key, name], subject: phrase`${subject}: ${code(name)}`, text: anythingInWords(member, pen) }
    })
  })
}
