import ts from 'typescript'
import { expect, test } from 'vitest'
import { source } from './architecture/source.ts'
import { readText } from './repository.ts'

/** What the package promises by name. A name that comes or goes is a line of the changelog. */
const promised = {
  'src/index.ts': {
    values: ['LeadSlaError', 'issueCodes', 'sentence'],
    types: ['Issue', 'IssueCode', 'IssuePath', 'Parsed'],
  },
  'src/clock.ts': {
    values: ['LeadSlaError', 'businessClock', 'issueCodes', 'parseDuration', 'printDuration'],
    types: [
      ...['BusinessClock', 'CalendarDocument', 'DateLike', 'HolidayDocument', 'InstantLike', 'Issue', 'IssueCode', 'IssuePath'],
      ...['OverrideDocument', 'Parsed', 'Transition', 'Zone'],
    ],
  },
}

test.each(Object.entries(promised))('%s exports what is promised and nothing else', (path, { values, types }) => {
  expect(exportsOf(path)).toEqual({ values: [...values].sort(), types: [...types].sort() })
})

/** Reads the names off the `export { … }` lines, which is all an entry consists of. */
function exportsOf(path: string): { values: string[]; types: string[] } {
  const found = { values: [] as string[], types: [] as string[] }
  for (const node of source(path, readText(path)).tree.statements) {
    if (!ts.isExportDeclaration(node) || !node.exportClause || !ts.isNamedExports(node.exportClause)) {
      throw new Error(`${path} holds more than export { … } from: ${node.getText().slice(0, 60)}`)
    }
    for (const { name, isTypeOnly } of node.exportClause.elements) {
      found[node.isTypeOnly || isTypeOnly ? 'types' : 'values'].push(name.text)
    }
  }
  return { values: found.values.sort(), types: found.types.sort() }
}
