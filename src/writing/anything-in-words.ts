/**
 * What an agreement says and no sentence was made for: keys that a later version of the document may have. It is shown as it
 * is written, with its times, dates and conditions read, so that nothing that was agreed is left out of the document.
 */
import type { TriggerDocument } from '../agreement/clause-document.ts'
import type { ConditionDocument } from '../conditions/node.ts'
import { isRecord } from '../content.ts'
import { parseDuration } from '../time/duration.ts'
import { readPlainDate } from '../time/plain-date.ts'
import { conditionInWords } from './condition-in-words.ts'
import type { Pen } from './pen.ts'
import { type Block, terms } from './text/block.ts'
import { code, joined, type Phrase, phrase, written } from './text/phrase.ts'
import { triggerInWords } from './trigger-in-words.ts'

/** Returns the value in one line. */
export function anythingInWords(value: unknown, pen: Pen): Phrase {
  if (typeof value === 'string') return textInWords(value, pen)
  if (typeof value === 'number') return pen.figures.number(value)
  if (typeof value === 'boolean') return value ? pen.words.condition.yes : pen.words.condition.no
  if (Array.isArray(value))
    return joined(
      value.map((each) => anythingInWords(each, pen)),
      '; ',
    )
  if (!isRecord(value)) return pen.words.condition.nothing
  if (isCondition(value)) return conditionInWords(value, pen)
  if (isTrigger(value)) return pen.words.trigger.when(triggerInWords(value, pen))
  return joined(
    Object.entries(value).map(([key, inner]) => phrase`${code(key)}: ${anythingInWords(inner, pen)}`),
    '; ',
  )
}

/** Returns the members of a record, one beneath the other. */
export function anythingInRows(record: Readonly<Record<string, unknown>>, pen: Pen): Block[] {
  return terms(
    Object.entries(record).map(([key, value]): [Phrase, ...Phrase[]] => {
      if (isRecord(value) && !isCondition(value) && !isTrigger(value)) {
        return [code(key), ...Object.entries(value).map(([name, inner]) => phrase`${code(name)}: ${anythingInWords(inner, pen)}`)]
      }
      return [code(key), ...(Array.isArray(value) ? value : [value]).map((each) => anythingInWords(each, pen))]
    }),
  )
}

function textInWords(text: string, pen: Pen): Phrase {
  const day = readPlainDate(text)
  if (day === day) return pen.words.time.date(pen.figures.day(day))
  const duration = /^P[\dT]/.test(text) ? parseDuration(text) : undefined
  return duration?.ok ? pen.figures.amount(Math.abs(duration.value)) : written(text)
}

function isCondition(value: Readonly<Record<string, unknown>>): value is ConditionDocument & Record<string, unknown> {
  if (typeof value.condition === 'string') return true
  if (typeof value.fact === 'string') return typeof value.operator === 'string'
  return Array.isArray(value.all) || Array.isArray(value.any) || isRecord(value.not)
}

function isTrigger(value: Readonly<Record<string, unknown>>): value is TriggerDocument & Record<string, unknown> {
  const isNames = (names: unknown) => typeof names === 'string' || Array.isArray(names)
  return isNames(value.on) || isNames(value.enters) || isNames(value.leaves) || value.disposed === true || isRecord(value.becomes)
}
