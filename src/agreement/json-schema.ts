/** The JSON Schema of an agreement document, for editors that complete and check `agreement.json`. */
import * as z from 'zod/mini'
import { weekdays } from '../time/plain-date.ts'
import { everyConductFact } from './conduct-facts.ts'
import { agreementSchema } from './schema.ts'

const window = z.string().check(z.regex(/^([01]\d|2[0-4]):[0-5]\d(:[0-5]\d)?-([01]\d|2[0-4]):[0-5]\d(:[0-5]\d)?$/))
const windows = z.array(window)

const dates = z.string().check(z.regex(/^(\d{4}-)?\d\d-\d\d(\/(\d{4}-)?\d\d-\d\d)?$/))
const during = z.string().check(z.regex(/^(\.\.|(\d{4}-)?\d\d-\d\d)(\/(\.\.|(\d{4}-)?\d\d-\d\d))?$/))
const weekday = z.enum(weekdays)
const week = z.strictObject(Object.fromEntries(weekdays.map((day) => [day, z.optional(windows)])))
const anyDate = z.string().check(z.regex(/^(\d{4}-)?\d\d-\d\d$/))
const ruleParts = {
  name: z.optional(z.string()),
  observed: z.optional(z.enum(['weekendToMonday', 'sundayToMonday', 'nearestWeekday'])),
  plus: z.optional(z.int()),
  during: z.optional(during),
}
const holiday = z.union([
  anyDate,
  z.strictObject({ date: anyDate, ...ruleParts }),
  z.strictObject({ nth: z.int(), weekday, month: z.int(), ...ruleParts }),
  z.strictObject({ weekday, before: anyDate, ...ruleParts }),
  z.strictObject({ weekday, after: anyDate, ...ruleParts }),
  z.strictObject({ easter: z.int(), church: z.optional(z.enum(['western', 'orthodox'])), ...ruleParts }),
  z.strictObject({
    name: z.optional(z.string()),
    region: z.optional(z.string()),
    kinds: z.optional(z.array(z.string())),
    years: z.optional(z.tuple([z.int(), z.int()])),
    dates: z.optional(z.array(z.union([anyDate, z.strictObject({ date: anyDate, name: z.optional(z.string()) })]))),
  }),
])
const weekly = z.strictObject({
  title: z.optional(z.string()),
  timeZone: z.string(),
  week,
  seasons: z.optional(z.array(z.strictObject({ title: z.optional(z.string()), during, week }))),
  holidays: z.optional(z.array(holiday)),
  overrides: z.optional(
    z.record(dates, z.union([windows, z.strictObject({ hours: windows, onHolidays: z.optional(z.boolean()) })])),
  ),
  closures: z.optional(z.record(dates, windows)),
  holidayScope: z.optional(z.enum(['civilDay', 'shiftStart'])),
})
const members: z.ZodMiniType = z.lazy(() => z.array(z.union([z.string(), calendar])).check(z.minLength(2)))
const combination = { title: z.optional(z.string()), timeZone: z.optional(z.string()) }
const calendar = z.union([
  weekly,
  z.strictObject({ union: members, ...combination }),
  z.strictObject({ intersection: members, ...combination }),
  z.strictObject({ difference: members, ...combination }),
])

const labels = { name: z.optional(z.string()), priority: z.optional(z.number()) }

/** Conditions over some facts. */
function conditionSchema(facts: readonly string[]): z.ZodMiniType {
  const condition: z.ZodMiniType = z.lazy(() =>
    z.union([
      z.strictObject({ all: z.array(condition), ...labels }),
      z.strictObject({ any: z.array(condition).check(z.minLength(1)), ...labels }),
      z.strictObject({ not: condition, ...labels }),
      z.strictObject({ condition: z.string(), ...labels }),
      z.strictObject({
        fact: z.enum(facts),
        operator: z.string(),
        value: z.unknown(),
        path: z.optional(z.string()),
        params: z.optional(z.record(z.string(), z.unknown())),
        ...labels,
      }),
    ]),
  )
  return condition
}

const condition = conditionSchema(['lead', 'event', 'state', 'owner', 'team'])
const conduct = conditionSchema(everyConductFact)

/**
 * Returns the JSON Schema (draft 2020-12) of an agreement document. The package ships it as
 * `lead-sla/agreement.schema.json`; what names refer to is beyond a schema and checked by `parseAgreement`.
 *
 * @example
 * agreementJsonSchema().type //=> 'object'
 */
export function agreementJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(agreementSchema({ calendar, condition, conduct }), { io: 'input' })
  return { ...schema, title: 'lead-sla agreement' }
}
