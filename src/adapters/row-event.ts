/** One event that a row holds: the checked form of an entry of a mapping's `events`. */
import { compileCondition } from '../conditions/compile.ts'
import { parseCondition } from '../conditions/condition.ts'
import { type Issue, type IssuePath, issue } from '../errors.ts'
import type { LeadEvent } from '../events/event.ts'
import { collect } from './collect.ts'
import { type Field, parseField, parseTimeField } from './field.ts'
import type { RowActorDocument, RowEventDocument } from './mapping-document.ts'
import { cell, type Row } from './template.ts'

/** A column that a mapping names, and where it does. */
export interface ColumnUse {
  readonly column: string
  readonly path: IssuePath
}

export interface RowEvent {
  readonly columns: readonly ColumnUse[]
  /** Returns the event of a row, or nothing where the row holds none or after putting to `issues` why it cannot be read. */
  read(row: Row, sequence: number, issues: Issue[]): LeadEvent | undefined
}

type Actor = NonNullable<LeadEvent['actor']>
type Holds = (row: Row) => boolean

/** Collects the parts of one entry, with the columns they use and what is wrong with them. */
class Entry {
  readonly columns: ColumnUse[] = []
  constructor(
    readonly path: IssuePath,
    readonly issues: Issue[],
  ) {}

  use<Value>(field: Field<Value> | undefined, path: IssuePath): Field<Value> | undefined {
    for (const column of field?.columns ?? []) this.columns.push({ column, path: [...this.path, ...path] })
    return field
  }

  text(template: string | undefined, ...path: string[]): Field<string> | undefined {
    if (template === undefined) return undefined
    return this.use(parseField(template, [...this.path, ...path], this.issues) as Field<string> | undefined, path)
  }

  condition(value: unknown, ...path: string[]): Holds | undefined {
    if (value === undefined) return undefined
    const condition = collect(parseCondition(value, [...this.path, ...path], { facts: ['row'] }), this.issues)
    const compiled = condition && compileCondition(condition, { allowUndefinedFacts: true, total: true })
    return compiled && ((row) => compiled.test({ row }))
  }
}

/** Returns the reader of one entry; puts what is wrong with the entry to the issues, and then what it returns is of no use. */
export function readRowEvent(document: RowEventDocument, path: IssuePath, issues: Issue[]): RowEvent {
  const entry = new Entry(path, issues)
  const { skipIfEmpty, sequence } = document
  if (skipIfEmpty !== undefined) entry.columns.push({ column: skipIfEmpty, path: [...path, 'skipIfEmpty'] })
  const when = entry.condition(document.when, 'when')
  const id = entry.text(document.id, 'id')
  const lead = entry.text(document.lead, 'lead')
  const type = entry.text(document.type, 'type')
  const at = entry.use(parseTimeField(document.at, [...path, 'at'], issues), ['at'])
  const recorded = document.recordedAt
  const recordedAt =
    recorded === undefined ? undefined : entry.use(parseTimeField(recorded, [...path, 'recordedAt'], issues), ['recordedAt'])
  const actor = document.actor && readActor(document.actor, entry)
  const data = Object.entries(document.data ?? {}).map(
    ([key, field]) => [key, entry.use(parseField(field, [...path, 'data', key], issues), ['data', key])] as const,
  )
  const skips = (row: Row): boolean =>
    (skipIfEmpty !== undefined && cell(row, skipIfEmpty) === '') || (when !== undefined && !when(row))
  return {
    columns: entry.columns,
    read(row, position, found) {
      if (skips(row)) return undefined
      const before = found.length
      const event: LeadEvent = {
        id: required(id, 'id', row, found),
        lead: required(lead, 'lead', row, found),
        type: required(type, 'type', row, found),
        at: required(at, 'at', row, found),
        ...member('recordedAt', recordedAt?.read(row, found)),
        ...member('sequence', sequence === 'row' ? position : sequence),
        ...member('actor', actor?.(row, found)),
        ...(data.length === 0 ? {} : { data: readData(data, row, found) }),
      }
      return found.length === before ? event : undefined
    },
  }
}

function required(field: Field<string> | undefined, name: string, row: Row, issues: Issue[]): string {
  const before = issues.length
  const value = field?.read(row, issues)
  if (value === undefined && issues.length === before) {
    const columns = field?.columns ?? []
    const empty = columns.find((column) => cell(row, column) === '')
    issues.push(issue('missing-key', empty === undefined ? [] : [empty], { expected: `a value for ${name}` }))
  }
  return value ?? ''
}

function member<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [Key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]: Value })
}

function readData(
  fields: readonly (readonly [string, Field<unknown> | undefined])[],
  row: Row,
  issues: Issue[],
): Record<string, unknown> {
  const entries: [string, unknown][] = []
  for (const [key, field] of fields) {
    const value = field?.read(row, issues)
    if (value !== undefined) entries.push([key, value])
  }
  return Object.fromEntries(entries)
}

function readActor(document: RowActorDocument, entry: Entry): (row: Row, issues: Issue[]) => Actor | undefined {
  const id = entry.text(document.id, 'actor', 'id')
  const team = entry.text(document.team, 'actor', 'team')
  const isMachine = entry.condition(document.automationWhen, 'actor', 'automationWhen')
  const machines = document.automationIds && new Set(document.automationIds)
  const others = document.kind ?? (machines || document.automationWhen !== undefined ? 'human' : undefined)
  return (row, issues) => {
    const person = id?.read(row, issues)
    if (person === undefined) return undefined
    const kind = machines?.has(person) || isMachine?.(row) ? 'automation' : others
    return { id: person, ...member('team', team?.read(row, issues)), ...member('kind', kind) }
  }
}
