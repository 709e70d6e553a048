/** Any value of an agreement as a person reads it, by the key that it stands under. */
import type { LadderStepDocument, ReminderDocument, TargetDocument, TriggerDocument } from '../../agreement/clause-document.ts'
import type { ExceptionDocument } from '../../agreement/document.ts'
import type { ConditionDocument } from '../../conditions/node.ts'
import { isRecord } from '../../content.ts'
import { msOfDay } from '../../time/plain-date.ts'
import { anythingInWords } from '../anything-in-words.ts'
import { conditionInWords } from '../condition-in-words.ts'
import { writtenDateInWords } from '../dates-in-words.ts'
import { holidaysInWords } from '../holidays-in-words.ts'
import { windowsInWords } from '../hours-in-words.ts'
import { whom } from '../parts/exceptions.ts'
import { recipient, remindersInWords, stepsInWords } from '../parts/follow-ups.ts'
import { forceInWords } from '../parts/front.ts'
import type { Pen } from '../pen.ts'
import { msOf, targetInWords } from '../target-in-words.ts'
import { joined, type Phrase, phrase, written } from '../text/phrase.ts'
import { triggerInWords } from '../trigger-in-words.ts'

const shares: ReadonlySet<string> = new Set(['atLeast', 'atMost', 'share'])
const parties: ReadonlySet<string> = new Set(['owedBy', 'owedTo', 'party', 'by'])
const clauses: ReadonlySet<string> = new Set(['clause', 'suspendedWhile', 'clauses'])
/** Keys whose values come from a closed list. */
const fixed: ReadonlySet<string> = new Set([
  ...[
    'kind',
    'per',
    'every',
    'for',
    'runs',
    'as',
    'action',
    'ties',
    'unnamed',
    'deliver',
    'on',
    'named',
    'to',
    'direction',
    'clockFollows',
  ],
])

/** Returns the value in one line. `key` is the nearest name of the document above it. */
export function valueInWords(value: unknown, key: string, pen: Pen): Phrase {
  if (Array.isArray(value)) return listInWords(value, key, pen)
  if (typeof value === 'string') return textInWords(value, key, pen)
  // A multiple of a target may be more than all of it.
  if (typeof value === 'number' && shares.has(key)) return pen.figures.share(value)
  if (!isRecord(value)) return anythingInWords(value, pen)
  return recordInWords(value, key, pen)
}

function listInWords(values: readonly unknown[], key: string, pen: Pen): Phrase {
  if (values.length === 0) return pen.words.exception.nobody
  const windows = windowsOf(values)
  if (windows) return pen.spoken.calendarText(written(windowsInWords(windows, pen.language.calendar)))
  return joined(
    values.map((each) => valueInWords(each, key, pen)),
    '; ',
  )
}

function windowsOf(values: readonly unknown[]): string[] | null {
  const texts = values.filter((each) => typeof each === 'string' && /^\d\d:\d\d-\d\d:\d\d$/.test(each))
  return texts.length === values.length ? texts.map(String) : null
}

function textInWords(text: string, key: string, pen: Pen): Phrase {
  const { change, time, detail } = pen.words
  if (key === 'clock') return time.counted(text === 'always' ? null : pen.calendar(text))
  if (key === 'within' || key === 'acceptWindow' || (key === 'target' && /^P/.test(text))) return targetInWords(text, pen)
  if (key === 'onChange' || key === 'attribution' || key === 'boundary') {
    const sentence: unknown = Reflect.get(detail[key], text)
    if (typeof sentence === 'string') return sentence
  }
  if (parties.has(key) && Object.hasOwn(pen.agreement.document.parties, text)) return pen.party(text)
  if (clauses.has(key)) return pen.clause(text)
  if (fixed.has(key) && Object.hasOwn(change.values, text)) return change.values[text] ?? text
  if (key === 'states' || (key === 'to' && Object.hasOwn(pen.agreement.document.lifecycle?.states ?? {}, text)))
    return pen.quoted(text)
  if (key === 'with' || key === 'owners' || key === 'unnamed')
    return pen.agreement.members.has(text) ? pen.person(text) : written(text)
  if (key === 'team') return pen.team(text)
  if (key === 'to' && !/^\d/.test(text)) return recipient(text, pen)
  if (key === 'holidays') return holidayInWords(text, pen)
  if (key === 'dates') return pen.spoken.calendarText(written(writtenDateInWords(text, pen.language.calendar)))
  const ms = /^P\d+[DW]/.test(text) ? msOf(text) : Number.NaN
  if (ms > 0 && ms % msOfDay === 0) return change.days(pen.figures.number(ms / msOfDay), ms / msOfDay)
  return anythingInWords(text, pen)
}

function holidayInWords(holiday: unknown, pen: Pen): Phrase {
  const words = pen.language.calendar
  const said = holidaysInWords([holiday as string], { words, detail: 'full' })
  return pen.spoken.calendarText(written(said.replace(`${words.holidaysAre} `, '')))
}

/** The document has been checked, so what looks like a part of it is one. */
function recordInWords(value: Readonly<Record<string, unknown>>, key: string, pen: Pen): Phrase {
  if (key === 'holidays') return holidayInWords(value, pen)
  if (key === 'effective') return forceInWords(value, pen)
  if (key === 'exceptions') return exceptionInWords(value as unknown as ExceptionDocument, pen)
  if (key === 'reminders') return joined(remindersInWords({ reminders: [value as ReminderDocument] }, pen))
  if (key === 'escalation') return joined(stepsInWords({ escalation: [value as LadderStepDocument] }, pen))
  if ('businessDays' in value || 'endOfBusinessDay' in value || 'dueFrom' in value)
    return targetInWords(value as TargetDocument, pen)
  if (isCondition(value)) return conditionInWords(value as unknown as ConditionDocument, pen)
  if (isTrigger(value)) return pen.words.trigger.when(triggerInWords(value as unknown as TriggerDocument, pen))
  if (typeof value.amountMinor === 'number' && typeof value.currency === 'string') {
    const { amountMinor, currency, ...rest } = value
    return joined([pen.figures.money(amountMinor, currency), ...rowsOf(rest, key, pen)], '; ')
  }
  return joined(rowsOf(value, key, pen), '; ')
}

function rowsOf(record: Readonly<Record<string, unknown>>, above: string, pen: Pen): Phrase[] {
  return Object.entries(record).map(([key, inner]) => phrase`${labelOf(key, pen, above)}: ${valueInWords(inner, key, pen)}`)
}

/** Returns a key of the document as people call it, inside of the one above it. */
export function labelOf(key: string, pen: Pen, above = ''): Phrase {
  const { labels, inside } = pen.words.change
  const own = `${above}.${key}`
  if (Object.hasOwn(inside, own)) return inside[own] ?? key
  return Object.hasOwn(labels, key) ? (labels[key] ?? key) : written(key)
}

function exceptionInWords({ name, reason, from, to, approvedBy, ...named }: ExceptionDocument, pen: Pen): Phrase {
  const what = name === undefined ? pen.text(reason) : phrase`${written(name)}: ${pen.text(reason)}`
  const approval = approvedBy === undefined ? '' : phrase`; ${labelOf('approvedBy', pen)} ${written(approvedBy)}`
  return phrase`${what} (${forceInWords({ from, to }, pen)}; ${whom(named, pen)}${approval})`
}

function isCondition(value: Readonly<Record<string, unknown>>): boolean {
  if (typeof value.condition === 'string' || typeof value.operator === 'string') return true
  return Array.isArray(value.all) || Array.isArray(value.any) || isRecord(value.not)
}

function isTrigger(value: Readonly<Record<string, unknown>>): boolean {
  const isNames = (names: unknown) => typeof names === 'string' || Array.isArray(names)
  if ('path' in value || 'share' in value || 'before' in value) return false
  return isNames(value.on) || isNames(value.enters) || isNames(value.leaves) || value.disposed === true || isRecord(value.becomes)
}
