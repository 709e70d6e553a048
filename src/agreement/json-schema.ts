/** The JSON Schema of an agreement document, for editors that complete and check `agreement.json`. */
import * as z from 'zod/mini'
import { weekdays } from '../time/plain-date.ts'
import { agreementSchema } from './schema.ts'

const window = z.string().check(z.regex(/^([01]\d|2[0-4]):[0-5]\d(:[0-5]\d)?-([01]\d|2[0-4]):[0-5]\d(:[0-5]\d)?$/))
const windows = z.array(window)
const date = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))

const calendar = z.strictObject({
  title: z.optional(z.string()),
  timeZone: z.string(),
  week: z.strictObject(Object.fromEntries(weekdays.map((day) => [day, z.optional(windows)]))),
  holidays: z.optional(z.array(z.union([date, z.strictObject({ region: z.string() })]))),
  overrides: z.optional(
    z.record(date, z.union([windows, z.strictObject({ hours: windows, onHolidays: z.optional(z.boolean()) })])),
  ),
  closures: z.optional(z.record(date, windows)),
  holidayScope: z.optional(z.enum(['civilDay', 'shiftStart'])),
})

const labels = { name: z.optional(z.string()), priority: z.optional(z.number()) }
const condition: z.ZodMiniType = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition), ...labels }),
    z.strictObject({ any: z.array(condition).check(z.minLength(1)), ...labels }),
    z.strictObject({ not: condition, ...labels }),
    z.strictObject({ condition: z.string(), ...labels }),
    z.strictObject({
      fact: z.enum(['lead', 'event', 'state', 'owner', 'team']),
      operator: z.string(),
      value: z.unknown(),
      path: z.optional(z.string()),
      params: z.optional(z.record(z.string(), z.unknown())),
      ...labels,
    }),
  ]),
)

/**
 * Returns the JSON Schema (draft 2020-12) of an agreement document. The package ships it as
 * `lead-sla/agreement.schema.json`; what names refer to is beyond a schema and checked by `parseAgreement`.
 *
 * @example
 * agreementJsonSchema().type //=> 'object'
 */
export function agreementJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(agreementSchema({ calendar, condition }), { io: 'input' })
  return { ...schema, title: 'lead-sla agreement' }
}
