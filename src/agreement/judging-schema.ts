/** The shapes of `enforcement` and `incentives`, as zod schemas: keys, kinds of values and closed sets. */
import * as z from 'zod/mini'

const name = z.string().check(z.minLength(1))
const whole = z.int().check(z.gte(0))
const positive = z.int().check(z.gte(1))
const share = z.number().check(z.gte(0), z.lte(1))
const per = z.enum(['week', 'month', 'quarter', 'year', 'fiscalMonth', 'fiscalQuarter', 'fiscalYear'])
const anySubject = z.enum(['party', 'team', 'owner'])
const teamOrOwner = z.enum(['team', 'owner'])
const currency = z.string().check(z.regex(/^[A-Z]{3}$/))
const money = z.strictObject({ amountMinor: positive, currency })
const title = z.optional(name)

/** Returns the schema of `enforcement`; conditions come in as a schema of their own. */
export function enforcementSchema(condition: z.ZodMiniType) {
  const when = z.optional(condition)
  const step = { name, words: z.optional(name), when }
  const steps = z.discriminatedUnion('action', [
    z.strictObject({ ...step, action: z.enum(['notice', 'coaching']), to: z.optional(name) }),
    z.strictObject({ ...step, action: z.literal('returnLeads'), to: z.optional(name) }),
    z.strictObject({ ...step, action: z.literal('adjustQuota'), clause: name, by: z.number().check(z.gte(-1), z.lte(10)) }),
    z.strictObject({ ...step, action: z.literal('moveBudget'), from: name, to: name, amountMinor: positive, currency }),
  ])
  const ladder = z.strictObject({
    title,
    owedBy: name,
    for: anySubject,
    clauses: z.optional(z.array(name).check(z.minLength(1))),
    per,
    strike: when,
    minimumSample: z.optional(whole),
    grace: z.optional(whole),
    forgiveAfter: z.optional(positive),
    judgeAfter: z.optional(z.string()),
    steps: z.array(steps).check(z.minLength(1)),
  })
  return z.strictObject({ ladders: z.record(z.string(), ladder) })
}

const level = z.strictObject({
  title,
  clause: name,
  for: anySubject,
  atLeast: z.optional(share),
  met: whole,
  exceeded: z.optional(z.strictObject({ atLeast: z.number().check(z.gte(0)), points: whole })),
  minimumSample: z.optional(whole),
})
const duty = z.strictObject({ title, points: whole, due: z.optional(z.string()), per: z.optional(per) })
const streak = z.strictObject({ title, level: name, every: z.int().check(z.gte(2)), points: whole })
const contest = { title, for: anySubject, per, role: z.optional(name), budget: z.optional(money) }
const bonus = z.strictObject({
  points: z.optional(whole),
  amountMinor: z.optional(positive),
  currency: z.optional(currency),
})
const award = z.strictObject({
  ...contest,
  bonus,
  ties: z.optional(z.enum(['each', 'split'])),
  minimumPoints: z.optional(positive),
})
const prize = z.strictObject({ ...contest, points: positive, worth: money })
const spif = z.strictObject({
  title,
  for: teamOrOwner,
  clause: name,
  from: z.string(),
  to: z.string(),
  each: money,
  budget: money,
})
const board = z.strictObject({
  title,
  for: teamOrOwner,
  per,
  by: z.enum(['points', 'kept', 'keptShare']),
  clauses: z.optional(z.array(name).check(z.minLength(1))),
  perCapacity: z.optional(z.boolean()),
  minimumSample: z.optional(whole),
})
const capacities = z.optional(z.record(z.string(), z.number()))

/** Returns the schema of `incentives`. */
export function incentivesSchema(condition: z.ZodMiniType) {
  const badge = z.strictObject({
    title,
    owedBy: name,
    for: anySubject,
    when: condition,
    minimumSample: z.optional(whole),
    once: z.optional(z.boolean()),
  })
  const rules = <Rule extends z.ZodMiniType>(rule: Rule) => z.optional(z.record(z.string(), rule))
  return z.strictObject({
    per: z.optional(per),
    judgeAfter: z.optional(z.string()),
    levels: rules(level),
    conformity: rules(duty),
    streaks: rules(streak),
    badges: rules(badge),
    awards: rules(award),
    prizes: rules(prize),
    spifs: rules(spif),
    boards: rules(board),
    capacity: z.optional(z.strictObject({ people: capacities, teams: capacities })),
    unnamed: z.optional(z.union([z.literal('everybody'), z.array(name)])),
  })
}
