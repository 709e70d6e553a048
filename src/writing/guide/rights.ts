/** What a role may do with a lead: move it, pause its time, reject it; and what comes to the role's desk. */
import type { TriggerDocument } from '../../agreement/clause-document.ts'
import type { ClauseDocument } from '../../agreement/document.ts'
import type { ConditionDocument } from '../../conditions/node.ts'
import { isRecord } from '../../content.ts'
import { isClocked } from '../clocked.ts'
import { capsInWords, limitsInWords } from '../parts/clock-details.ts'
import { remindersInWords, stepsInWords } from '../parts/follow-ups.ts'
import type { Pen } from '../pen.ts'
import { type Block, paragraph, type Section, section, table } from '../text/block.ts'
import { joined, type Phrase, phrase, spaced, written } from '../text/phrase.ts'
import { textsOf, triggerInWords } from '../trigger-in-words.ts'
import type { Role } from './role.ts'

type Promises = readonly (readonly [id: string, clause: ClauseDocument])[]

/** Returns the moves, the pauses and the rejections that the agreement allows. */
export function whatYouMay(promises: Promises, others: Promises, role: Role, pen: Pen): Section {
  const { guide: words } = pen.words
  return section('may', words.may, [
    ...movesOf(role, pen),
    ...pausing(promises, pen),
    ...rejecting([...promises, ...others], role, pen),
  ])
}

function movesOf({ party }: Role, pen: Pen): Block[] {
  const { guide: words, status } = pen.words
  const { states = {} } = pen.agreement.document.lifecycle ?? {}
  const rows = Object.entries(states).flatMap(([name, { to = [] }]) => {
    const allowed = to.filter((next) => mayEnter(next, party, pen))
    return allowed.length === 0
      ? []
      : [
          [
            written(name),
            pen.figures.list(
              allowed.map((next) => written(next)),
              'or',
            ),
          ],
        ]
  })
  return table(words.moves, [status.state, status.next], rows)
}

function mayEnter(state: string, party: string, pen: Pen): boolean {
  const { states = {} } = pen.agreement.document.lifecycle ?? {}
  const by = Object.hasOwn(states, state) ? states[state]?.by : undefined
  return by === undefined || by.includes(party)
}

function pausing(promises: Promises, pen: Pen): Block[] {
  const { guide: words } = pen.words
  const items = promises.flatMap(([id, clause]): Phrase[] => {
    if (clause.kind !== 'timed' || !clause.pause) return []
    const resume = clause.resume ? triggerInWords(clause.resume, pen) : null
    return [spaced(words.pauses(pen.clause(id), triggerInWords(clause.pause, pen, 'a'), resume), ...capsInWords(clause, pen))]
  })
  return withTitle(words.pausing, items.length > 0 ? [{ kind: 'list', items }] : [paragraph(words.noPause)])
}

/**
 * A promise that ends in a status without being kept is given up there, and a lead that another party has delivered is taken
 * back there: that is what rejecting a lead means.
 */
function rejecting(promises: Promises, { party }: Role, pen: Pen): Block[] {
  const { guide: words } = pen.words
  const { states = {} } = pen.agreement.document.lifecycle ?? {}
  const cancelling = promises.flatMap(([, clause]) => {
    const triggers = clause.owedBy === party ? endingsOf(clause) : clause.kind === 'volume' ? [clause.deduct?.rejected] : []
    return triggers.flatMap((trigger) => (trigger && 'enters' in trigger ? textsOf(trigger.enters) : []))
  })
  const rejected = [...new Set(cancelling)].filter((state) => states[state]?.disposition === true && mayEnter(state, party, pen))
  const excuses = excusesOf(promises, party, pen)
  const excused: Block[] = excuses.length === 0 ? [] : [{ kind: 'list', items: excuses }]
  if (rejected.length === 0) {
    return withTitle(words.rejecting, excuses.length === 0 ? [paragraph(words.noRejection)] : excused)
  }
  const reasons = [...new Set(promises.flatMap(([, clause]) => reasonsIn(clause, party)))]
  const known: Block[] =
    reasons.length === 0
      ? // An excuse says for itself which reasons it knows.
        excuses.length === 0
        ? [paragraph(words.noReasons)]
        : []
      : [
          paragraph(
            phrase`${words.reasons}: ${pen.figures.list(
              reasons.map((reason) => written(reason)),
              'or',
            )}.`,
          ),
        ]
  return withTitle(words.rejecting, [paragraph(words.rejects(pen.states(rejected))), ...known, ...excused])
}

/** Returns for which reasons, and until when, a lead that is sent back ends a promise of the party's. [C15] */
function excusesOf(promises: Promises, party: string, pen: Pen): Phrase[] {
  return promises.flatMap(([id, clause]): Phrase[] => {
    if (clause.kind !== 'timed' || clause.owedBy !== party || !clause.excuse) return []
    const trigger = triggerInWords(clause.excuse.rejected, pen, 'a')
    return [pen.words.clock.yourExcuse(pen.clause(id), trigger, limitsInWords(clause.excuse, clause, pen))]
  })
}

function endingsOf(clause: ClauseDocument): (TriggerDocument | undefined)[] {
  if (clause.kind === 'timed') return [clause.cancel, clause.excuse?.rejected]
  return clause.kind === 'cadence' ? [clause.cancel] : []
}

/** Returns the reasons that conditions on the reason of a move compare with, and lists of reasons that a clause has. */
function reasonsIn(clause: ClauseDocument, party: string): string[] {
  if (clause.owedBy !== party) return clause.kind === 'volume' ? [...(clause.deduct?.codes ?? [])] : []
  const found: string[] = []
  for (const [key, value] of Object.entries(clause) as [string, unknown][]) {
    if (/reason/i.test(key)) found.push(...stringsIn(value))
    if ((key === 'cancel' || key === 'stop') && isRecord(value)) {
      const { when } = value as unknown as Extract<TriggerDocument, { readonly when?: unknown }>
      if (when) found.push(...comparedReasons(when))
    }
  }
  return found
}

function comparedReasons(node: ConditionDocument): string[] {
  if ('all' in node) return node.all.flatMap(comparedReasons)
  if ('any' in node) return node.any.flatMap(comparedReasons)
  if (!('fact' in node) || node.path !== '$.data.reason') return []
  return node.operator === 'equal' || node.operator === 'in' ? stringsIn(node.value) : []
}

function stringsIn(value: unknown): string[] {
  if (isRecord(value)) return Object.keys(value)
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')
}

function withTitle(title: Phrase, blocks: readonly Block[]): Block[] {
  return [paragraph([{ kind: 'strong', content: title }]), ...blocks]
}

/** Returns the reminders and the steps of other people's promises that name this role. */
export function reachesYou(promises: Promises, role: Role, pen: Pen): Section | null {
  const { guide: words } = pen.words
  const isNamed = (name: string) =>
    (name === 'manager' && role.manages) ||
    (role.role !== null && name === role.role) ||
    name === role.team ||
    name === role.party ||
    role.people.includes(name)
  const items = promises.flatMap(([id, clause]): Phrase[] => {
    if (!isClocked(clause)) return []
    const reminders = (clause.reminders ?? []).filter(({ to = 'owner' }) => isNamed(to))
    const steps = (clause.escalation ?? []).filter(({ to, action = 'notify' }) =>
      isNamed(to ?? (action === 'notify' ? 'manager' : action)),
    )
    const said = [...remindersInWords({ ...clause, reminders }, pen), ...stepsInWords({ ...clause, escalation: steps }, pen)]
    return said.length === 0 ? [] : [words.reached(pen.clause(id), joined(said, ' '))]
  })
  return items.length === 0 ? null : section('reaches', words.reaches, [{ kind: 'list', items }])
}
