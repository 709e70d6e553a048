/**
 * The events as they stand in the editor: NDJSON, a JSON document or CSV, told apart by how the text begins. Every event knows its
 * line, so that what an evaluation refuses later is shown where it was written.
 */
import { NdjsonReader, parseJsonEvents, type Refused, type Row, readCsv } from '../../../../src/index.ts'
import { mostEventCharacters, mostEvents, mostMistakes } from './bounds.ts'
import { brokenPlace, isTooDeep, lineAt, placeOf, rootOf, treeOf, valuesOf } from './json-place.ts'
import { type Mistake, mistakeOf } from './mistake.ts'

export type EventFormat = 'ndjson' | 'json' | 'csv'

export interface ReadEvents {
  readonly format: EventFormat
  readonly events: readonly unknown[]
  /** The line of each event, from 1. */
  readonly lines: readonly number[]
  /** What could not be read; the other events count. */
  readonly mistakes: readonly Mistake[]
  readonly more: number
}

/** Returns the format that a text is written in: an object on a line of its own is NDJSON, one that is broken over lines is not. */
export function formatOf(text: string): EventFormat {
  const begin = text.slice(0, 4_096).trimStart()
  if (begin === '') return 'ndjson'
  if (begin.startsWith('[') || /^\{\s*("events"\s*:|\n)/.test(begin)) return 'json'
  return begin.startsWith('{') ? 'ndjson' : 'csv'
}

/**
 * Returns the events of a text, and what could not be read.
 *
 * **Errors** those of the library's readers; `too-long`, `too-deep` and `too-many-events` beyond the bounds, `unknown-columns`
 * for CSV without the columns of an event.
 */
export async function readEvents(text: string): Promise<ReadEvents> {
  const format = formatOf(text)
  if (text.length > mostEventCharacters)
    return refused(format, 'too-long', `expected at most ${mostEventCharacters} characters, got ${text.length}`)
  const read = format === 'ndjson' ? ndjson(text) : format === 'json' ? json(text) : await csv(text)
  if (read.events.length <= mostEvents) return bounded(read)
  const message = `expected at most ${mostEvents} events, got ${read.events.length}; only the first ones count`
  const line = read.lines[mostEvents] ?? 1
  const mistake: Mistake = { code: 'too-many-events', path: '(root)', message, line, place: placeOfLine(text, line) }
  const events = read.events.slice(0, mostEvents)
  return bounded({ ...read, events, lines: read.lines.slice(0, mostEvents), mistakes: [mistake, ...read.mistakes] })
}

function bounded(read: ReadEvents): ReadEvents {
  return { ...read, mistakes: read.mistakes.slice(0, mostMistakes), more: Math.max(0, read.mistakes.length - mostMistakes) }
}

function refused(format: EventFormat, code: 'too-long' | 'too-deep' | 'unknown-columns', message: string): ReadEvents {
  const mistakes: Mistake[] = [{ code, path: '(root)', message, line: 1, place: { from: 0, to: 1 } }]
  return { format, events: [], lines: [], mistakes, more: 0 }
}

function ndjson(text: string): ReadEvents {
  const reader = new NdjsonReader()
  const events: unknown[] = []
  const lines: number[] = []
  const mistakes: Mistake[] = []
  for (const reading of [...reader.push(text), ...reader.end()]) {
    if ('value' in reading) {
      events.push(reading.value)
      lines.push(reading.line)
    } else if (mistakes.length <= mostMistakes) {
      mistakes.push(mistakeOf(reading.issue, placeOfLine(text, reading.line), reading.line))
    } else mistakes.push(mistakeOf(reading.issue, { from: 0, to: 1 }, reading.line))
  }
  return { format: 'ndjson', events, lines, mistakes, more: 0 }
}

function json(text: string): ReadEvents {
  if (isTooDeep(text)) return refused('json', 'too-deep', 'expected brackets that nest less deep')
  const parsed = parseJsonEvents(text)
  const tree = treeOf(text)
  if (!parsed.ok) {
    const mistakes = parsed.issues.map((found) => {
      const place = (found.code === 'invalid-json' ? brokenPlace(tree, text) : null) ?? placeOf(tree, text, found.path)
      return mistakeOf(found, place, lineAt(text, place.from))
    })
    return { format: 'json', events: [], lines: [], mistakes, more: 0 }
  }
  const root = rootOf(tree)
  const list =
    root?.name === 'Object'
      ? root
          .getChildren('Property')
          .map((member) => valuesOf(member)[0])
          .find(isList)
      : root
  const starts = list ? valuesOf(list).map(({ from }) => from) : []
  return { format: 'json', events: parsed.value, lines: linesAt(text, starts), mistakes: [], more: 0 }
}

function isList(node: { readonly name: string } | undefined): boolean {
  return node?.name === 'Array'
}

function linesAt(text: string, offsets: readonly number[]): number[] {
  let line = 1
  let next = text.indexOf('\n')
  return offsets.map((offset) => {
    while (next >= 0 && next < offset) {
      line++
      next = text.indexOf('\n', next + 1)
    }
    return line
  })
}

const wanted = ['id', 'lead', 'type', 'at']
const known = [...wanted, 'recordedAt', 'sequence', 'actor', 'team', 'kind']

async function csv(text: string): Promise<ReadEvents> {
  const events: unknown[] = []
  const lines: number[] = []
  const mistakes: Mistake[] = []
  const head = text.split('\n', 1)[0] ?? ''
  const delimiter = (head.match(/;/g)?.length ?? 0) > (head.match(/,/g)?.length ?? 0) ? ';' : ','
  const missing = wanted.filter((name) => !head.includes(name))
  if (missing.length > 0)
    return refused(
      'csv',
      'unknown-columns',
      `expected a line of column names with ${wanted.join(', ')}; ${missing.join(', ')} missing`,
    )
  for await (const reading of readCsv([text], { delimiter })) {
    if ('row' in reading) {
      events.push(eventOfRow(reading.row))
      lines.push(reading.line)
    } else mistakes.push(mistakeOf(reading.issue, placeOfLine(text, reading.line), reading.line))
    if (mistakes.length > mostMistakes * 2) break
  }
  return { format: 'csv', events, lines, mistakes, more: 0 }
}

/** A column that is no part of an event goes into its data; numbers and `true` and `false` are read as such. */
function eventOfRow(row: Row): Record<string, unknown> {
  const cell = (name: string): string | undefined => row[name] || undefined
  const data = Object.entries(row).flatMap(([name, text]): [string, unknown][] =>
    known.includes(name) || text === '' ? [] : [[name.replace(/^data\./, ''), valueIn(text)]],
  )
  const sequence = cell('sequence')
  const actor = cell('actor')
  return {
    ...Object.fromEntries(wanted.map((name) => [name, cell(name)])),
    ...(cell('recordedAt') === undefined ? {} : { recordedAt: cell('recordedAt') }),
    ...(sequence === undefined ? {} : { sequence: valueIn(sequence) }),
    ...(actor === undefined ? {} : { actor: { id: actor, team: cell('team'), kind: cell('kind') } }),
    ...(data.length === 0 ? {} : { data: Object.fromEntries(data) }),
  }
}

function valueIn(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/.test(text) ? Number(text) : text
}

/** Returns the place of a line, without its end. */
function placeOfLine(text: string, line: number): { readonly from: number; readonly to: number } {
  let from = 0
  for (let count = 1; count < line; count++) {
    const next = text.indexOf('\n', from)
    if (next < 0) break
    from = next + 1
  }
  const end = text.indexOf('\n', from)
  return { from, to: end < 0 ? text.length : end }
}

/** Returns what an evaluation refused, at the lines at which it was written. */
export function refusedMistakes(text: string, { events, lines }: ReadEvents, turnedAway: readonly Refused[]): Mistake[] {
  if (turnedAway.length === 0) return []
  const lineOf = new Map(events.map((event, index) => [event, lines[index] ?? 1]))
  return turnedAway.slice(0, mostMistakes).map(({ event, code, path, message }) => {
    const line = lineOf.get(event) ?? 1
    return mistakeOf({ code, path, message }, placeOfLine(text, line), line)
  })
}

/** Returns the mistake of a text from which no event could be read, so that the last good ones stay. */
export function noEvents(): Mistake {
  return { code: 'no-events', path: '(root)', message: 'expected at least one event', line: 1, place: { from: 0, to: 1 } }
}
