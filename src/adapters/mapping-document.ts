/**
 * A mapping says, in one JSON document, how the rows of another system become events: which columns are the id, the lead,
 * the type and the time, and what else goes into `data`. Text is a template with columns in braces.
 */
import * as z from 'zod/mini'
import type { ConditionDocument } from '../conditions/condition.ts'
import type { CsvOptions } from './csv.ts'
import type { TimeFormatDocument } from './row-time.ts'

export interface MappingDocument {
  readonly $schema?: string
  readonly title?: string
  /** How the file is written, when it is CSV. */
  readonly csv?: CsvOptions
  /** What one row becomes: an event for each entry whose `when` holds. */
  readonly events: readonly RowEventDocument[]
}

export interface RowEventDocument {
  /** A condition over the fact `row`, whose members are the columns as text. */
  readonly when?: ConditionDocument
  /** A column without which the row holds no such event. */
  readonly skipIfEmpty?: string
  readonly id: string
  readonly lead: string
  readonly type: string
  readonly at: TimeDocument
  readonly recordedAt?: TimeDocument
  /** What orders events of the same instant: a number, or `row` for the order of the file. */
  readonly sequence?: 'row' | number
  readonly actor?: RowActorDocument
  readonly data?: { readonly [key: string]: FieldDocument }
}

/** RFC 3339 text, or text in another format. */
export type TimeDocument = string | (TimeFormatDocument & { readonly text: string })

export interface RowActorDocument {
  /** An empty id means that there is no actor. */
  readonly id: string
  readonly team?: string
  /** The kind of every actor; with `automationIds` or `automationWhen` the kind of all the others, `human` when left out. */
  readonly kind?: 'human' | 'automation'
  /** The ids that are machines. */
  readonly automationIds?: readonly string[]
  /** A condition over `row` under which the actor is a machine. */
  readonly automationWhen?: ConditionDocument
}

/** Text, or text read as another kind of value. An empty cell gives no member, with `orNull` the member null. */
export type FieldDocument =
  | string
  | (TimeFormatDocument & { readonly text: string; readonly kind?: FieldKind; readonly orNull?: true })

export type FieldKind = (typeof fieldKinds)[number]

export const fieldKinds = ['text', 'number', 'boolean', 'json', 'instant'] as const

const text = z.string().check(z.minLength(1))
const timeFormat = {
  text,
  format: z.optional(text),
  zone: z.optional(z.string()),
  dateOnly: z.optional(z.strictObject({ zone: z.optional(z.string()), at: z.string() })),
}
const time = z.union([text, z.strictObject(timeFormat)])

const event = z.strictObject({
  when: z.optional(z.unknown()),
  skipIfEmpty: z.optional(text),
  id: text,
  lead: text,
  type: text,
  at: time,
  recordedAt: z.optional(time),
  sequence: z.optional(z.union([z.literal('row'), z.int().check(z.gte(0))])),
  actor: z.optional(
    z.strictObject({
      id: text,
      team: z.optional(text),
      kind: z.optional(z.enum(['human', 'automation'])),
      automationIds: z.optional(z.array(text)),
      automationWhen: z.optional(z.unknown()),
    }),
  ),
  data: z.optional(
    z.record(
      z.string(),
      z.union([
        text,
        z.strictObject({ ...timeFormat, kind: z.optional(z.enum(fieldKinds)), orNull: z.optional(z.literal(true)) }),
      ]),
    ),
  ),
})

/** The shape of a mapping; templates, formats, zones and conditions are read afterwards. */
export const mappingSchema = z.strictObject({
  $schema: z.optional(z.string()),
  title: z.optional(text),
  csv: z.optional(
    z.strictObject({
      delimiter: z.optional(text),
      quote: z.optional(z.string()),
      comment: z.optional(text),
      encoding: z.optional(z.enum(['utf-8', 'windows-1252'])),
      columns: z.optional(z.array(text).check(z.minLength(1))),
    }),
  ),
  events: z.array(event).check(z.minLength(1)),
})
