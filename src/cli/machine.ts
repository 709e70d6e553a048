/** Results for programs: JSON, NDJSON and CSV, complete and written piece by piece, so that no result is too large to print. */
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import type { Complaint } from './complaint.ts'
import type { Output } from './output.ts'
import { control, plainText } from './plain-text.ts'

/** The columns of CSV, in their order. */
export const csvColumns = [
  ...(['key', 'clause', 'lead', 'cycle', 'party', 'owner', 'team', 'owners'] as const),
  ...(['agreement', 'version', 'status', 'goal'] as const),
  ...(['startedAt', 'dueAt', 'dueIfResumedAt', 'stoppedAt', 'stoppedBy', 'closedAt', 'breachedAt'] as const),
  ...(['usedMs', 'targetMs', 'pausedMs'] as const),
] satisfies readonly (keyof Obligation)[]

/** So many lines are written at once. */
const linesAtOnce = 500

/** Writes one obligation a line. */
export async function writeNdjson(obligations: readonly Obligation[], out: Output): Promise<void> {
  await writeLines(obligations, out, (obligation) => `${json(obligation)}\n`)
}

/** Writes a header and one obligation a row; on a terminal without the characters that would command it. **Source** RFC 4180. */
export async function writeCsv(obligations: readonly Obligation[], out: Output): Promise<void> {
  const cell = (value: string | number | null | object): string => {
    // Who used how much is a list, and in a cell it is JSON.
    const plain = typeof value === 'object' && value !== null ? json(value) : value
    return csvCell(typeof plain === 'string' && out.isTTY ? plainText(plain) : plain)
  }
  await out.write(`${csvColumns.join(',')}\r\n`)
  await writeLines(obligations, out, (obligation) => `${csvColumns.map((column) => cell(obligation[column])).join(',')}\r\n`)
}

/** Writes the evaluation; what was refused and found odd comes with `file` and `line`, in the order of the files. */
export async function writeJson(
  evaluation: Omit<Evaluation, 'obligations'>,
  obligations: readonly Obligation[],
  complaints: readonly Complaint[],
  out: Output,
): Promise<void> {
  const { asOf, knownAt, agreements, periods } = evaluation
  const members: [string, unknown][] = Object.entries({ asOf, knownAt, agreements })
  await out.write(`{\n${members.map(([name, value]) => `"${name}": ${json(value)},\n`).join('')}`)
  await writeArray('obligations', obligations, out, json)
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

function csvCell(value: string | number | null): string {
  if (value === null) return ''
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
