import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const besideCheckout = fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** The folder of the real data, which is not part of the repository: `LEAD_SLA_DATA`, or `shared/data` beside the checkout. */
export const dataFolder = process.env.LEAD_SLA_DATA ?? (existsSync(besideCheckout) ? besideCheckout : undefined)

export function readJson(name: string): unknown {
  return JSON.parse(readFileSync(`${dataFolder}/${name}`, 'utf8'))
}

/** Returns the rows of a plain CSV file: the reference files quote nothing. They are split here without the library's reader. */
export function readRows(name: string): Record<string, string>[] {
  const bytes = readFileSync(`${dataFolder}/${name}`)
  const [header = '', ...lines] = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split(/\r?\n/)
  if (header.includes('"')) throw new Error(`${name} is quoted`)
  const columns = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

export async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const taken: Value[] = []
  for await (const value of values) taken.push(value)
  return taken
}
