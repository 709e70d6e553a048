/** Events from files of any shape that the library reads: NDJSON, JSON, and CSV or JSON rows through a mapping. */
import { extname } from 'node:path'
import { readCsv } from '../adapters/csv.ts'
import { parseJsonEvents } from '../adapters/json.ts'
import { rowOfJson } from '../adapters/json-row.ts'
import { compileMapping, type MapRow } from '../adapters/mapping.ts'
import { NdjsonReader, type NdjsonReading } from '../adapters/ndjson.ts'
import type { Row } from '../adapters/template.ts'
import type { Issue, IssuePath } from '../errors.ts'
import { type MappingFile, sentencesOf } from './document-file.ts'
import { Failure } from './failure.ts'
import { chunksOf, nameOf, type OnBytes, standardInput, textOf } from './input.ts'
import { JsonLines, jsonFailure } from './json-lines.ts'
import type { Io } from './output.ts'
import { type Place, sentenceAt } from './place.ts'

export const inputFormats = ['ndjson', 'json', 'csv'] as const
export type InputFormat = (typeof inputFormats)[number]

export interface EventFile {
  readonly path: string
  readonly format: InputFormat
  readonly mapping: MappingFile | undefined
}

/** Returns the line of a path in an event; events are counted from 0. */
export type LineOf = (number: number, path: IssuePath) => number

/** What takes the events of a file. */
export interface Intake {
  /** In a file with `lineOf` the line of an event is its number. */
  begin(file: string, lineOf?: LineOf): void
  event(event: unknown, line: number): void
  /** Told of what is no event: a line that is no JSON, a row that the mapping cannot read. */
  unread(found: Issue, place: Place): void
}

const extensions: Readonly<Record<string, InputFormat>> = {
  ...{ '.ndjson': 'ndjson', '.jsonl': 'ndjson', '.json': 'json', '.csv': 'csv', '.tsv': 'csv' },
}

/** Returns the format that the name of a file tells, NDJSON for standard input. **Errors** throws a `Failure` for other names. */
export function formatOf(path: string): InputFormat {
  const format = path === standardInput ? 'ndjson' : extensions[extname(path.replace(/\.gz$/i, '')).toLowerCase()]
  if (format) return format
  throw new Failure(2, `${path}: its name tells no format; say --input-format ${inputFormats.join(', ')}`)
}

/** Reads a whole file into the intake. **Errors** throws a `Failure` for a file that is empty or no text. */
export async function readEventFile(file: EventFile, io: Pick<Io, 'stdin'>, intake: Intake, onBytes: OnBytes): Promise<void> {
  const reading = new Reading(file, intake)
  if (file.format === 'json') readJson(await textOf(file.path, io, onBytes), reading)
  else if (file.format === 'csv') await readRows(chunksOf(file.path, io, onBytes), reading)
  else await readLines(chunksOf(file.path, io, onBytes), reading)
  reading.finish()
}

/** One file while it is read: counts what came out of it, so that a file that gives nothing is an error and no silence. */
class Reading {
  readonly name: string
  readonly file: EventFile
  readonly #intake: Intake
  #lineOf: LineOf | undefined
  #map: MapRow | undefined
  #values = 0
  #events = 0
  #firstUnread: { readonly found: Issue; readonly place: Place } | undefined

  constructor(file: EventFile, intake: Intake) {
    this.name = nameOf(file.path)
    this.file = file
    this.#intake = intake
  }

  begin(lineOf?: LineOf): void {
    this.#lineOf = lineOf
    this.#intake.begin(this.name, lineOf)
  }

  /** Takes a value: an event, or a row of the mapping. */
  value(value: unknown, line: number): void {
    if (this.file.mapping) {
      const row = rowOfJson(value)
      if (row.ok) this.row(row.value, line)
      else for (const found of row.issues) this.unread(found, line)
    } else {
      this.#values++
      this.#events++
      this.#intake.event(value, line)
    }
  }

  row(row: Row, line: number): void {
    const { mapping, format } = this.file
    this.#map ??= mapping && compiled(mapping, format === 'csv' ? Object.keys(row) : undefined)
    const mapped = this.#map?.(row, ++this.#values)
    for (const event of mapped?.events ?? []) {
      this.#events++
      this.#intake.event(event, line)
    }
    for (const found of mapped?.issues ?? []) this.unread(found, line)
  }

  unread(found: Issue, line: number, column?: number): void {
    const place = { file: this.name, line: this.#lineOf ? this.#lineOf(line, []) : line, column }
    this.#firstUnread ??= { found, place }
    this.#intake.unread(found, place)
  }

  finish(): void {
    checkYield(this.file, { values: this.#values, events: this.#events, firstUnread: this.#firstUnread })
  }
}

/** What came out of a file: values are events, or rows of a mapping. */
export interface Yield {
  readonly values: number
  readonly events: number
  readonly firstUnread: { readonly found: Issue; readonly place: Place } | undefined
}

/** A file that gives nothing is hardly the one that was meant. **Errors** throws a `Failure` for it. */
export function checkYield({ path, mapping, format }: EventFile, { values, events, firstUnread: first }: Yield): void {
  const name = nameOf(path)
  if (values === 0 && !first) throw new Failure(2, `${name}: there is no event in it [unreadable-file]`)
  if (events > 0 || !first) return
  const sentence = sentenceAt(first.place, first.found)
  if (first.found.code === 'unreadable-file') throw new Failure(2, sentence)
  const hint = mapping ? `${mapping.name} does not fit it` : `say --input-format if it is ${others(format)}`
  throw new Failure(2, sentence, `${name}: no event can be read from it as ${formatNames[format]}; ${hint} [unreadable-file]`)
}

const formatNames = { ndjson: 'NDJSON', json: 'JSON', csv: 'CSV' }

function others(format: InputFormat): string {
  const names = inputFormats.filter((each) => each !== format)
  return names.map((name) => formatNames[name]).join(' or ')
}

function compiled(mapping: MappingFile, header: readonly string[] | undefined): MapRow {
  const result = compileMapping(mapping.mapping, header)
  if (result.ok) return result.value
  throw new Failure(2, ...sentencesOf(mapping, result.issues))
}

async function readLines(chunks: AsyncGenerator<Uint8Array>, reading: Reading): Promise<void> {
  reading.begin()
  const reader = new NdjsonReader()
  const take = (readings: readonly NdjsonReading[]): void => {
    for (const each of readings) {
      if ('value' in each) reading.value(each.value, each.line)
      else reading.unread(each.issue, each.line, each.column)
    }
    if (reader.ended) throw new Failure(2, `${reading.name}: expected UTF-8 text [unreadable-file]`)
  }
  for await (const chunk of chunks) take(reader.push(chunk))
  take(reader.end())
}

async function readRows(chunks: AsyncGenerator<Uint8Array>, reading: Reading): Promise<void> {
  reading.begin()
  const { mapping, path } = reading.file
  const isTabbed = /\.tsv(\.gz)?$/i.test(path)
  const csv = { ...(isTabbed ? { delimiter: '\t' } : {}), ...mapping?.mapping.csv }
  for await (const each of readCsv(chunks, csv)) {
    if ('row' in each) reading.row(each.row, each.line)
    else reading.unread(each.issue, each.line)
  }
}

/** The events of a JSON document are counted, and their lines are looked up when one is asked for. */
function readJson(text: string, reading: Reading): void {
  if (text.trim() === '') return
  const parsed = parseJsonEvents(text)
  let lines: JsonLines | undefined
  const lineOf = (path: IssuePath): number => {
    lines ??= new JsonLines(text)
    return lines.lineOf(path)
  }
  if (!parsed.ok) {
    if (parsed.issues.some(({ code }) => code === 'invalid-json')) throw jsonFailure(reading.name, text)
    throw new Failure(2, ...parsed.issues.map((found) => sentenceAt({ file: reading.name, line: lineOf(found.path) }, found)))
  }
  const around = text.trimStart().startsWith('[') ? [] : ['events']
  reading.begin((number, path) => lineOf([...around, number, ...path]))
  for (const [index, value] of parsed.value.entries()) reading.value(value, index)
}
