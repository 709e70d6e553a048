/** An obligation may come back from storage: whatever facts are made of is looked at first. */
import { isRecord } from '../content.ts'
import { type Issue, issue, LeadSlaError } from '../errors.ts'
import { type Obligation, statuses } from '../evaluation/obligation.ts'
import { parseInstant } from '../time/instant.ts'

/** The instants of an obligation. **Units** epoch milliseconds. */
export interface ObligationTimes {
  readonly startedAt: number
  readonly dueAt: number | null
  readonly dueIfResumedAt: number | null
  readonly breachedAt: number | null
  readonly stoppedAt: number | null
  readonly closedAt: number | null
}

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isAmount: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const isShare: Check = (value) => isRecord(value) && orNull(isText)(value.owner)

const shape: readonly (readonly [key: keyof Obligation, expected: string, check: Check])[] = [
  ...(['key', 'agreement', 'version', 'clause', 'lead', 'party', 'goal'] as const).map((key) => [key, 'a text', isText] as const),
  ...(['owner', 'team'] as const).map((key) => [key, 'a text or null', orNull(isText)] as const),
  ...(['cycle', 'usedMs', 'pausedMs'] as const).map((key) => [key, 'a number', isAmount] as const),
  ['targetMs', 'a number of more than zero, or null', orNull((value) => isAmount(value) && Number(value) > 0)],
  ['isPaused', 'true or false', (value) => typeof value === 'boolean'],
  ['owners', 'a list of owners', (value) => Array.isArray(value) && value.every(isShare)],
]

/** Returns the instants. **Errors** throws `LeadSlaError` with all that is wrong with the obligation. */
export function readObligation(obligation: Obligation): ObligationTimes {
  if (!isRecord(obligation)) throw new LeadSlaError([issue('wrong-type', [], { expected: 'an obligation', got: obligation })])
  const issues: Issue[] = shape
    .filter(([key, , check]) => !check(obligation[key]))
    .map(([key, expected]) => issue('wrong-type', [key], { expected, got: obligation[key] }))
  if (!statuses.includes(obligation.status))
    issues.push(issue('unknown-value', ['status'], { expected: 'a status', got: obligation.status, known: statuses }))
  const instant = (key: keyof ObligationTimes): number | null => {
    const { [key]: value } = obligation
    if (value === null && key !== 'startedAt') return null
    const parsed = parseInstant(value, [key])
    if (parsed.ok) return parsed.value
    issues.push(...parsed.issues)
    return null
  }
  const startedAt = instant('startedAt') ?? Number.NaN
  const times = {
    startedAt,
    dueAt: instant('dueAt'),
    dueIfResumedAt: instant('dueIfResumedAt'),
    breachedAt: instant('breachedAt'),
    stoppedAt: instant('stoppedAt'),
    closedAt: instant('closedAt'),
  }
  if (issues.length > 0) throw new LeadSlaError(issues)
  return times
}
