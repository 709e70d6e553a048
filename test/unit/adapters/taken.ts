import { defineAgreement, evaluate, type LeadEvent } from 'lead-sla'
import { compileMapping, type MappedRow, parseMapping } from '../../../src/adapters/mapping.ts'
import type { MappingDocument, RowEventDocument } from '../../../src/adapters/mapping-document.ts'
import type { Row } from '../../../src/adapters/template.ts'
import { type Issue, printPath, valueOf } from '../../../src/errors.ts'

/** The least an entry of a mapping says, with what the test is about. */
export const entry = (more: Partial<RowEventDocument> = {}): RowEventDocument => ({
  id: '{id}',
  lead: '{id}',
  type: 'lead.created',
  at: '{at}',
  ...more,
})

export const map = (document: MappingDocument, row: Row, rowNumber = 1): MappedRow =>
  valueOf(compileMapping(valueOf(parseMapping(document))))(row, rowNumber)

/** Returns issues as `code at path`, so that a test reads as a sentence. */
export const printed = (issues: readonly Issue[]): string[] => issues.map(({ code, path }) => `${code} at ${printPath(path)}`)

export const mistakesOf = (document: unknown): string[] => {
  const parsed = parseMapping(document)
  return parsed.ok ? [] : printed(parsed.issues)
}

const anyAgreement = defineAgreement({
  agreement: 'any',
  version: '1',
  timeZone: 'UTC',
  parties: { sales: { name: 'Sales' } },
  clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'a' }, stop: { on: 'b' }, within: 'PT1H' } },
})

/** Returns what the library refuses of an event, of whatever type: known types ask for members of `data`. */
export const refusedOf = (event: LeadEvent): string[] =>
  evaluate(anyAgreement, [{ ...event, type: 'a' }], { asOf: '9999-12-31T23:59:59Z' }).refused.map(({ message }) => message)

export async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const taken: Value[] = []
  for await (const value of values) taken.push(value)
  return taken
}
