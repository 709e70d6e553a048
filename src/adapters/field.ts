/** One value that a mapping takes from a row: a required text, or a member of `data` in its declared kind. */
import { type Issue, type IssuePath, issue, type Parsed } from '../errors.ts'
import { printInstant } from '../time/instant.ts'
import { collect } from './collect.ts'
import { keepsDigits, lossyPath } from './lossy-number.ts'
import type { FieldDocument, FieldKind, TimeDocument } from './mapping-document.ts'
import { parseTimeFormat, type ReadTime, type TimeFormatDocument } from './row-time.ts'
import { parseTemplate, type Row, type Template } from './template.ts'

/** Returns the value for a row, `undefined` for an empty cell, or what is wrong with it. */
export interface Field<Value> {
  readonly columns: readonly string[]
  read(row: Row, issues: Issue[]): Value | undefined
}

/** Returns the reader of a time as RFC 3339 text in UTC. */
export function parseTimeField(document: TimeDocument, path: IssuePath, issues: Issue[]): Field<string> | undefined {
  return parseField(
    typeof document === 'string' ? { text: document, kind: 'instant' } : { ...document, kind: 'instant' },
    path,
    issues,
  ) as Field<string> | undefined
}

/** Returns the reader of a value in its declared kind; puts what is wrong with the document to the issues. */
export function parseField(document: FieldDocument, path: IssuePath, issues: Issue[]): Field<unknown> | undefined {
  const whole = typeof document === 'string' ? { text: document } : document
  const { text, kind = 'text', orNull = false } = whole
  const template = collect(parseTemplate(text, whole === document ? [...path, 'text'] : path), issues)
  const convert = kind === 'instant' ? collect(timeReader(whole, path), issues) : readers[kind]
  for (const key of ['format', 'zone', 'dateOnly'] as const) {
    if (kind === 'instant' || whole[key] === undefined) continue
    issues.push(issue('unknown-key', [...path, key], { expected: 'the kind instant, which alone has a format', got: kind }))
  }
  if (!template || !convert) return undefined
  const empty = orNull ? null : undefined
  return { columns: template.columns, read: (row, found) => readField(template, convert, empty, row, found) }
}

type Read = (text: string, path: IssuePath) => Parsed<unknown>

function readField(template: Template, convert: Read, empty: null | undefined, row: Row, issues: Issue[]): unknown {
  const text = template.read(row)
  return text === '' ? empty : collect(convert(text, template.columns.slice(0, 1)), issues)
}

function timeReader(document: TimeFormatDocument, path: IssuePath): Parsed<Read> {
  const parsed = parseTimeFormat(document, path)
  return parsed.ok ? { ok: true, value: printed(parsed.value) } : parsed
}

function printed(read: ReadTime): Read {
  return (text, path) => {
    const found = read(text, path)
    return found.ok ? { ok: true, value: printInstant(found.value) } : found
  }
}

const plainNumber = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/
const truths: Readonly<Record<string, boolean>> = { true: true, yes: true, 1: true, false: false, no: false, 0: false }

const readers: Readonly<Record<Exclude<FieldKind, 'instant'>, Read>> = {
  text: (text) => ({ ok: true, value: text }),
  number: (text, path) => {
    const value = plainNumber.test(text.trim()) ? Number(text) : Number.NaN
    if (!Number.isFinite(value)) return wrong('wrong-type', path, 'a number such as 1234.5', text)
    return keepsDigits(value)
      ? { ok: true, value }
      : wrong('out-of-range', path, 'a number that keeps its digits, or the kind text', text)
  },
  boolean: (text, path) => {
    const key = text.trim().toLowerCase()
    const value = Object.hasOwn(truths, key) ? truths[key] : undefined
    return value === undefined ? wrong('unknown-value', path, 'true, false, yes, no, 1 or 0', text) : { ok: true, value }
  },
  json: (text, path) => {
    try {
      const value: unknown = JSON.parse(text)
      return lossyPath(value) === undefined
        ? { ok: true, value }
        : wrong('out-of-range', path, 'JSON whose numbers keep their digits', text)
    } catch {
      return wrong('invalid-json', path, 'JSON', text)
    }
  },
}

function wrong(code: Issue['code'], path: IssuePath, expected: string, got: string): Parsed<never> {
  return { ok: false, issues: [issue(code, path, { expected, got })] }
}
