/**
 * The shape of the document, as a zod schema: keys, kinds of values and closed sets. What the words refer to is checked
 * afterwards, with the document as a whole in view. Calendars and conditions come in as schemas, because their own layers
 * read them with better sentences; the JSON Schema file describes them in full.
 */
import * as z from 'zod/mini'
import { mostSteps } from './followups.ts'
import { enforcementSchema, incentivesSchema } from './judging-schema.ts'
import {
  amountSchema,
  cadenceSchema,
  complianceSchema,
  ratioSchema,
  rejectionSchema,
  termsSchema,
  volumeSchema,
} from './period-schema.ts'
import { reviewSchema } from './review.ts'

export interface Parts {
  readonly calendar: z.ZodMiniType
  readonly condition: z.ZodMiniType
  /** A condition over the facts of a period. */
  readonly conduct: z.ZodMiniType
}

const name = z.string().check(z.minLength(1))
const names = z.union([name, z.array(name).check(z.minLength(1))])
const whole = z.int().check(z.gte(0))
const boundary = z.enum(['close', 'nextOpen'])

type When = z.ZodMiniOptional<z.ZodMiniType>

function triggerSchema(condition: z.ZodMiniType, when: When) {
  return z.union([
    z.strictObject({ on: names, when }),
    z.strictObject({ enters: names, when }),
    z.strictObject({ leaves: names, when }),
    z.strictObject({ disposed: z.literal(true), when }),
    z.strictObject({ becomes: condition }),
  ])
}

const target = z.union([
  z.string(),
  z.strictObject({ businessDays: whole }),
  z.strictObject({ endOfBusinessDay: whole }),
  z.strictObject({ dueFrom: z.strictObject({ fact: z.enum(['lead', 'event']), path: name }) }),
])

const promise = { title: z.optional(name), words: z.optional(name), owedBy: name, owedTo: z.optional(name) }

function timedSchema(trigger: z.ZodMiniType, when: When) {
  const goals = z.array(z.strictObject({ name: z.optional(name), when, target })).check(z.minLength(1))
  return z.strictObject({
    ...promise,
    kind: z.literal('timed'),
    clock: name,
    clockFollows: z.optional(z.enum(['owner', 'team', 'lead'])),
    start: trigger,
    stop: trigger,
    pause: z.optional(trigger),
    resume: z.optional(trigger),
    maxPause: z.optional(z.string()),
    maxPauses: z.optional(z.int().check(z.gte(1))),
    excuse: z.optional(z.strictObject(rejectionSchema(trigger, target))),
    counts: z.optional(counts),
    cancel: z.optional(trigger),
    reset: z.optional(trigger),
    requires: when,
    once: z.optional(z.boolean()),
    onChange: z.optional(z.enum(['keep', 'retarget', 'restart'])),
    reopenWindow: z.optional(z.string()),
    after: z.optional(name),
    runs: z.optional(z.enum(['lead', 'owner'])),
    attribution: z.optional(z.enum(['ownerAtDue', 'ownerAtStart', 'lastOwner', 'proportional'])),
    boundary: z.optional(boundary),
    within: z.union([target, goals]),
    ...followUpsSchema(when),
  })
}

/** What follows while a clock runs, of clauses that have one. */
function followUpsSchema(when: When) {
  return {
    reminders: z.optional(z.array(reminder).check(z.maxLength(mostSteps))),
    escalation: z.optional(z.array(z.strictObject({ ...ladderStep, when })).check(z.maxLength(mostSteps))),
  }
}

const counts = z.strictObject({
  automations: z.optional(z.boolean()),
  channels: z.optional(z.array(name).check(z.minLength(1))),
  direction: z.optional(z.enum(['inbound', 'outbound'])),
  atLeast: z.optional(z.string()),
})

const reminder = z.strictObject({
  name: z.optional(name),
  share: z.optional(z.number()),
  before: z.optional(z.string()),
  on: z.optional(z.enum(['business', 'wall'])),
  deliver: z.optional(z.enum(['openHours', 'anyTime', 'digest'])),
  to: z.optional(name),
})

const ladderStep = {
  name: z.optional(name),
  after: z.optional(z.string()),
  action: z.optional(z.enum(['notify', 'reassign', 'pool'])),
  to: z.optional(name),
}

const member = z.strictObject({
  name,
  team: z.optional(name),
  role: z.optional(name),
  since: z.optional(z.string()),
  calendar: z.optional(name),
})

const exception = z.strictObject({
  name: z.optional(name),
  from: z.string(),
  to: z.string(),
  reason: name,
  approvedBy: z.optional(name),
  clauses: z.optional(z.array(name)),
  leads: z.optional(z.array(name)),
  owners: z.optional(z.array(name)),
  teams: z.optional(z.array(name)),
})

const party = z.strictObject({
  name,
  members: z.optional(z.record(z.string(), member)),
  teams: z.optional(z.record(z.string(), z.strictObject({ name, calendar: z.optional(name) }))),
  signatories: z.optional(z.array(z.strictObject({ name, title: z.optional(name), signedOn: z.optional(z.string()) }))),
})

/** Returns the schema of an agreement document. */
export function agreementSchema({ calendar, condition, conduct }: Parts) {
  const when = z.optional(condition)
  const trigger = triggerSchema(condition, when)
  const basics = { trigger, when, target, promise }
  const clause = z.discriminatedUnion('kind', [
    timedSchema(trigger, when),
    cadenceSchema(basics, followUpsSchema(when)),
    volumeSchema(basics),
    amountSchema(basics),
    ratioSchema(basics),
    complianceSchema(basics),
  ])
  const state = z.strictObject({
    definition: z.optional(name),
    to: z.optional(z.array(name)),
    disposition: z.optional(z.boolean()),
    entry: when,
    by: z.optional(z.array(name)),
  })
  return z.strictObject({
    $schema: z.optional(z.string()),
    agreement: name,
    version: name,
    title: z.optional(name),
    purpose: z.optional(name),
    effective: z.optional(z.strictObject({ from: z.optional(z.string()), to: z.optional(z.string()) })),
    timeZone: z.string(),
    parties: z.record(z.string(), party),
    definitions: z.optional(z.record(z.string(), z.union([name, z.strictObject({ words: name, when })]))),
    calendars: z.optional(z.record(z.string(), calendar)),
    lifecycle: z.optional(z.strictObject({ initial: name, states: z.record(z.string(), state) })),
    conditions: z.optional(z.record(z.string(), condition)),
    boundary: z.optional(boundary),
    ...termsSchema(basics),
    exceptions: z.optional(z.array(exception)),
    enforcement: z.optional(enforcementSchema(conduct)),
    incentives: z.optional(incentivesSchema(conduct)),
    review: z.optional(reviewSchema()),
    clauses: z.record(z.string(), clause),
  })
}
