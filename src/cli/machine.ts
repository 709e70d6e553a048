/** Results for programs: JSON, NDJSON and CSV, complete and written piece by piece, so that no result is too large to print. */
import type { ClockView } from '../evaluation/clock-view.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import { control, plainText } from '../plain-text.ts'
import type { Complaint } from './complaint.ts'
import type { Output } from './output.ts'

/** The columns of CSV, in their order. */
export const csvColumns = [
  ...(['key', 'clause', 'lead', 'cycle', 'party', 'owner', 'team', 'owners'] as const),
  ...(['agreement', 'version', 'status', 'goal'] as const),
  ...(['startedAt', 'dueAt', 'dueIfResumedAt', 'stoppedAt', 'stoppedBy', 'closedAt', 'breachedAt'] as const),
  ...(['usedMs', 'targetMs', 'pausedMs', 'isPaused'] as const),
] satisfies readonly (keyof Obligation)[]

/** The formats for programs. */
export type LineFormat = 'json' | 'ndjson' | 'csv'

/** Lines that come in pieces, as texts or as their bytes. */
export type Lines = Iterable<string> | AsyncIterable<Uint8Array>

/**
 * Returns what makes the line of an obligation: one JSON object, with a comma where it stands in an array, or one CSV row, on a
 * terminal without the characters that would command it. **Source** RFC 4180.
 */
export function lineMaker(format: LineFormat, isTTY: boolean): (obligation: Obligation) => string {
  if (format === 'ndjson') return (obligation) => `${json(obligation)}\n`
  if (format === 'json') return (obligation) => `${json(obligation)},\n`
  const cell = (value: string | number | boolean | null | object): string => {
    // Who used how much is a list, and in a cell it is JSON.
    const plain = typeof value === 'object' && value !== null ? json(value) : value
    return csvCell(typeof plain === 'string' && isTTY ? plainText(plain) : plain)
  }
  return (obligation) => `${csvColumns.map((column) => cell(obligation[column])).join(',')}\r\n`
}

/** Yields the lines of clocks, each made when it is wanted. */
export function* linesOf(clocks: readonly ClockView[], line: (obligation: Obligation) => string): Generator<string, void> {
  for (let from = 0; from < clocks.length; from += linesAtOnce)
    yield clocks
      .slice(from, from + linesAtOnce)
      .map((clock) => line(clock.obligation()))
      .join('')
}

/** Writes one obligation a line. */
export async function writeNdjson(lines: Lines, out: Output): Promise<void> {
  for await (const piece of lines) await out.write(piece)
}

/** Writes a header and one obligation a row. */
export async function writeCsv(lines: Lines, out: Output): Promise<void> {
  await out.write(`${csvColumns.join(',')}\r\n`)
  for await (const piece of lines) await out.write(piece)
}

/** Writes the evaluation; what was refused and found odd comes with `file` and `line`, in the order of the files. */
export async function writeJson(
  evaluation: Omit<Evaluation, 'obligations'>,
  lines: Lines,
  complaints: readonly Complaint[],
  out: Output,
): Promise<void> {
  const { asOf, knownAt, agreements, periods } = evaluation
  const members: [string, unknown][] = Object.entries({ asOf, knownAt, agreements })
  await out.write(`{\n${members.map(([name, value]) => `"${name}": ${json(value)},\n`).join('')}`)
  await writeObligations(lines, out)
  await writeArray('periods', periods, out, json)
  await writeArray(
    'refused',
    complaints.filter(({ kind }) => kind === 'refused'),
    out,
    placed,
  )
  await writeArray(
    'findings',
    complaints.filter(({ kind }) => kind !== 'refused'),
    out,
    placed,
    '',
  )
  await out.write('}\n')
}

/** Returns JSON in which no character can be taken for a command to the terminal. */
export function json(value: unknown): string {
  return JSON.stringify(value).replace(control, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

function placed({ source, place }: Complaint): string {
  return json({ ...source, ...place })
}

/** Each line ends in a comma, which the last one loses. */
async function writeObligations(lines: Lines, out: Output): Promise<void> {
  let before: string | Uint8Array | undefined
  for await (const piece of lines) {
    if (piece.length === 0) continue
    await out.write(before ?? '"obligations": [\n')
    before = piece
  }
  if (before === undefined) return out.write('"obligations": [],\n')
  await out.write(before.slice(0, -',\n'.length))
  await out.write('\n],\n')
}

async function writeArray<Item>(
  name: string,
  items: readonly Item[],
  out: Output,
  text: (item: Item) => string,
  after = ',',
): Promise<void> {
  await out.write(`"${name}": [${items.length === 0 ? '' : '\n'}`)
  await writeLines(items, out, (item, index) => `${text(item)}${index === items.length - 1 ? '' : ','}\n`)
  await out.write(`]${after}\n`)
}

/** So many lines are written at once. */
const linesAtOnce = 500

async function writeLines<Item>(items: readonly Item[], out: Output, line: (item: Item, index: number) => string): Promise<void> {
  let text = ''
  for (const [index, item] of items.entries()) {
    text += line(item, index)
    if (index % linesAtOnce !== linesAtOnce - 1) continue
    await out.write(text)
    text = ''
  }
  await out.write(text)
}

function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
