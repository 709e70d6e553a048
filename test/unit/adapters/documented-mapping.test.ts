import { expect, test } from 'vitest'
import { readCsv } from '../../../src/adapters/csv.ts'
import { compileMapping, parseMapping } from '../../../src/adapters/mapping.ts'
import { valueOf } from '../../../src/errors.ts'
import { fencesOf } from '../../docs/fences.ts'
import { readText } from '../../repository.ts'
import { all } from './taken.ts'

test('the mapping in docs/input-files.md makes of its CSV the events that the page shows', async () => {
  const fences = fencesOf('docs/input-files.md', readText('docs/input-files.md'))
  const at = fences.findIndex(({ marks }) => marks.includes('file=mapping.json'))
  const [csv, mapping, shown] = [fences[at - 1]?.text ?? '', fences[at]?.text ?? '', fences[at + 1]?.text ?? '']
  const checked = valueOf(parseMapping(JSON.parse(mapping)))
  const rows = (await all(readCsv([csv], checked.csv))).map((reading) => ('row' in reading ? reading.row : {}))
  const map = valueOf(compileMapping(checked, Object.keys(rows[0] ?? {})))
  const mapped = rows.map((row, index) => map(row, index + 1))
  expect(mapped.flatMap(({ issues }) => issues)).toEqual([])
  expect(mapped.flatMap(({ events }) => events.map((event) => JSON.stringify(event))).join('\n')).toBe(shown)
})
