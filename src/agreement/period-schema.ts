/** The shapes of the clauses that are counted over a period, of cadences, and of the terms that they share. */
import * as z from 'zod/mini'

type When = z.ZodMiniOptional<z.ZodMiniType>

/** What the shapes of all promises are made of. */
interface Basics {
  readonly trigger: z.ZodMiniType
  readonly when: When
  readonly target: z.ZodMiniType
  readonly promise: z.core.$ZodLooseShape
}

const name = z.string().check(z.minLength(1))
const names = z.union([name, z.array(name).check(z.minLength(1))])
const whole = z.int().check(z.gte(0))
const share = z.number().check(z.gte(0), z.lte(1))
const period = z.enum(['week', 'month', 'quarter', 'year', 'fiscalMonth', 'fiscalQuarter', 'fiscalYear'])
const currency = z.string().check(z.regex(/^[A-Z]{3}$/))

const dated = z.array(z.strictObject({ from: z.optional(z.string()), target: whole })).check(z.minLength(1))
const counted = { per: period, suspendedWhile: z.optional(names) }
const paced = {
  ...counted,
  clock: z.optional(name),
  target: z.union([whole, dated]),
  carryOver: z.optional(
    z.strictObject({ shortfall: z.optional(z.boolean()), surplus: z.optional(z.boolean()), cap: z.optional(whole) }),
  ),
}

/** Returns the shape of a `volume` clause. */
export function volumeSchema({ trigger, when, target, promise }: Basics) {
  return z.strictObject({
    ...promise,
    kind: z.literal('volume'),
    count: trigger,
    ...paced,
    cooldown: z.optional(z.string()),
    weights: z.optional(z.array(z.strictObject({ name: z.optional(name), when, worth: whole })).check(z.minLength(1))),
    currency: z.optional(currency),
    deduct: z.optional(z.strictObject({ ...rejectionSchema(trigger, target), lockAfter: z.optional(z.string()) })),
  })
}

/** Returns the shape of an `amount` clause. */
export function amountSchema({ when, promise }: Basics) {
  return z.strictObject({
    ...promise,
    kind: z.literal('amount'),
    sum: z.strictObject({ on: names, path: name, when }),
    currency,
    ...paced,
    credit: z.optional(
      z.strictObject({
        as: z.enum(['sourced', 'influenced']),
        by: z.enum(['declared', 'firstTouch']),
        party: z.optional(name),
      }),
    ),
  })
}

/** Returns the shape of a `ratio` clause. */
export function ratioSchema({ trigger, promise }: Basics) {
  return z.strictObject({
    ...promise,
    kind: z.literal('ratio'),
    of: trigger,
    that: trigger,
    maturity: z.optional(z.string()),
    cooldown: z.optional(z.string()),
    recordedFrom: z.optional(z.string()),
    ...counted,
    atLeast: z.optional(share),
    atMost: z.optional(share),
    minimumSample: z.optional(whole),
  })
}

/** Returns the shape of a `compliance` clause. */
export function complianceSchema({ promise }: Basics) {
  return z.strictObject({
    ...promise,
    kind: z.literal('compliance'),
    clause: name,
    ...counted,
    atLeast: share,
    minimumSample: z.optional(whole),
  })
}

/** Returns the shape of a `cadence` clause. */
export function cadenceSchema({ trigger, target, promise }: Basics, followUps: z.core.$ZodLooseShape) {
  return z.strictObject({
    ...promise,
    kind: z.literal('cadence'),
    clock: name,
    start: trigger,
    attempt: trigger,
    stop: z.optional(trigger),
    cancel: z.optional(trigger),
    once: z.optional(z.boolean()),
    count: z.int().check(z.gte(1)),
    within: target,
    spacing: z.optional(z.string()),
    channels: z.optional(z.int().check(z.gte(1))),
    automations: z.optional(z.boolean()),
    ...followUps,
  })
}

/** Returns the shapes of what period clauses share, by key of the agreement. */
export function termsSchema({ trigger }: Pick<Basics, 'trigger'>) {
  return {
    fiscalYear: z.optional(z.strictObject({ startsOn: z.string(), named: z.optional(z.enum(['end', 'start'])) })),
    rates: z.optional(
      z.strictObject({
        into: currency,
        rounding: z.optional(z.enum(['halfEven', 'halfAwayFromZero'])),
        tables: z
          .array(z.strictObject({ from: z.optional(z.string()), rates: z.record(z.string(), z.string()) }))
          .check(z.minLength(1)),
      }),
    ),
    touches: z.optional(z.record(z.string(), trigger)),
  }
}

/** By which event a lead is sent back, for which reasons, and until when. [C15] */
export function rejectionSchema(trigger: z.ZodMiniType, target: z.ZodMiniType) {
  return {
    rejected: trigger,
    codes: z.optional(z.array(name).check(z.minLength(1))),
    acceptWindow: z.optional(target),
  }
}
