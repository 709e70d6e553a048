/**
 * What of an agreement is one thing, so that a change of it is one change: a clause and each key of it, a goal, a person, a
 * holiday. Whatever has a name is known by its name. A list whose order means something says so; in any other, order is no
 * change.
 */
import { canonicalText, isRecord } from '../content.ts'

export type Shape =
  /** One thing, however much it holds. */
  | { readonly kind: 'whole' }
  /** A record whose keys the format names. `isHolder`: it says nothing but what its keys say. */
  | { readonly kind: 'record'; readonly keys: Readonly<Record<string, Shape>>; readonly isHolder?: true }
  /** A record whose keys the parties name. */
  | { readonly kind: 'names'; readonly each: Shape }
  /** `by`: how an item is known again, the surest way first. */
  | { readonly kind: 'list'; readonly each: Shape; readonly isOrdered: boolean; readonly by: readonly Identity[] }

/** Returns what an item is known by, `undefined` where it has no such thing. */
export type Identity = (item: unknown) => string | undefined

export const whole: Shape = { kind: 'whole' }

const record = (keys: Readonly<Record<string, Shape>> = {}): Shape => ({ kind: 'record', keys })
const holder = (keys: Readonly<Record<string, Shape>>): Shape => ({ kind: 'record', keys, isHolder: true })
const names = (each: Shape): Shape => ({ kind: 'names', each })
const list = (each: Shape, by: readonly Identity[], isOrdered = false): Shape => ({ kind: 'list', each, isOrdered, by })

const key =
  (name: string): Identity =>
  (item) => {
    const value = isRecord(item) ? item[name] : undefined
    return value === undefined ? undefined : canonicalText(value)
  }
/** Goals are for whom they are for; the one for all others has no condition. */
const forWhom: Identity = (item) => (isRecord(item) ? canonicalText(item.when ?? 'all others') : undefined)
const anyItem: Identity = () => ''

const members = list(whole, [])
const goals = list(record(), [forWhom, key('name')], true)

const clause = record({
  within: goals,
  reminders: list(whole, [key('name'), anyItem]),
  escalation: list(record(), [key('name'), key('action'), anyItem], true),
  weights: list(record(), [key('name'), forWhom], true),
  target: list(whole, [key('from')]),
  deduct: record({ codes: members }),
  sum: record(),
  credit: record(),
  carryOver: record(),
})

const calendar = record({
  week: record(),
  seasons: list(whole, [key('during'), key('title')], true),
  holidays: list(record({ dates: members }), [key('name'), key('region'), key('date')]),
  overrides: names(whole),
  closures: names(whole),
})

const rule = names(record({ budget: whole, bonus: whole, worth: whole, each: whole, exceeded: record(), clauses: members }))

/** The shape of an agreement document. A key that stands nowhere here is one thing. */
export const agreementShape: Shape = record({
  parties: names(record({ members: names(whole), teams: names(whole), signatories: list(whole, [key('name')]) })),
  definitions: names(whole),
  calendars: names(calendar),
  lifecycle: holder({ states: names(record({ to: members, by: members })) }),
  conditions: names(whole),
  touches: names(whole),
  rates: record({ tables: list(record({ rates: names(whole) }), [key('from'), anyItem], true) }),
  fiscalYear: record(),
  exceptions: list(record(), [key('name'), key('reason')]),
  enforcement: holder({
    ladders: names(record({ clauses: members, steps: list(record(), [key('name')], true) })),
  }),
  incentives: holder({
    ...{ levels: rule, conformity: rule, streaks: rule, badges: rule, awards: rule, prizes: rule, spifs: rule, boards: rule },
    capacity: record({ people: names(whole), teams: names(whole) }),
  }),
  review: record(),
  clauses: names(clause),
})
