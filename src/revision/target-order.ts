/** Which of two times, or of two lists of times by kind of lead, is the tighter one. */
import type { GoalDocument, TargetDocument, TimedClauseDocument } from '../agreement/clause-document.ts'
import { canonicalText, isRecord } from '../content.ts'
import { parseDuration } from '../time/duration.ts'
import type { BearingReason } from './bearing.ts'
import type { Difference } from './compare.ts'

/** **Edges** times of different kinds are never converted into one another [T3], and so neither of them is the tighter one. */
export function targetReasons(was: TargetDocument, now: TargetDocument): BearingReason[] {
  const [before, after] = [measureOf(was), measureOf(now)]
  if (canonicalText(was) === canonicalText(now)) return []
  if (before === null || after === null || before.kind !== after.kind) return ['changedRule']
  if (before.amount === after.amount) return []
  return [after.amount < before.amount ? 'tighterTarget' : 'looserTarget']
}

function measureOf(target: TargetDocument): { readonly kind: string; readonly amount: number } | null {
  if (typeof target === 'string') {
    const parsed = parseDuration(target)
    return parsed.ok ? { kind: 'duration', amount: parsed.value } : null
  }
  if ('businessDays' in target) return { kind: 'businessDays', amount: target.businessDays }
  return 'endOfBusinessDay' in target ? { kind: 'endOfBusinessDay', amount: target.endOfBusinessDay } : null
}

/** Returns why a difference in `within` binds otherwise. `from` and `to` are the places in the clause. */
export function withinReasons(
  was: TimedClauseDocument['within'],
  now: TimedClauseDocument['within'],
  { kind, from, to }: Difference,
): BearingReason[] {
  const [before, after] = [goalsIn(was), goalsIn(now)]
  const [old, current] = [goalAt(before, from?.[1]), goalAt(after, to?.[1])]
  const key = (to ?? from)?.[2]
  if (kind === 'moved' || key === 'when') return ['changedRule']
  if (key === 'name') return []
  if (key === 'target' && old && current) return targetReasons(old.target, current.target)
  // A goal that comes takes leads from those behind it, and one that goes leaves its leads to them.
  if (kind === 'added' && current) return comingReasons(current, before, after.slice(after.indexOf(current) + 1))
  if (kind === 'removed' && old) return goingReasons(old, after, before.slice(before.indexOf(old) + 1))
  return unique(before.flatMap((one) => after.flatMap((each) => targetReasons(one.target, each.target))))
}

function comingReasons(coming: GoalDocument, before: readonly GoalDocument[], behind: readonly GoalDocument[]): BearingReason[] {
  const heirs = behind.map((goal) => before.find((one) => isSame(one, goal)) ?? goal)
  const reasons = heirs.flatMap((goal) => targetReasons(goal.target, coming.target))
  return unique([...reasons, ...(before.some(({ when }) => when === undefined) ? [] : (['newDuty'] as const))])
}

function goingReasons(going: GoalDocument, after: readonly GoalDocument[], behind: readonly GoalDocument[]): BearingReason[] {
  const heirs = behind.map((goal) => after.find((one) => isSame(one, goal)) ?? goal)
  const reasons = heirs.flatMap((goal) => targetReasons(going.target, goal.target))
  return unique([...reasons, ...(after.some(({ when }) => when === undefined) ? [] : (['endedDuty'] as const))])
}

function isSame(a: GoalDocument, b: GoalDocument): boolean {
  return canonicalText(a.when) === canonicalText(b.when)
}

function goalsIn(within: TimedClauseDocument['within']): readonly GoalDocument[] {
  return isGoals(within) ? within : [{ target: within }]
}

function isGoals(within: TimedClauseDocument['within']): within is readonly GoalDocument[] {
  return Array.isArray(within)
}

function goalAt(goals: readonly GoalDocument[], index: unknown): GoalDocument | undefined {
  return typeof index === 'number' ? goals[index] : undefined
}

/** Returns why a target of a number or a sum binds otherwise; one that changes by date is compared on each of its dates. */
export function quantityReasons(was: unknown, now: unknown): BearingReason[] {
  const [before, after] = [stepsOf(was), stepsOf(now)]
  const dates = [...new Set([...before, ...after].map(({ from }) => from))]
  const amountAt = (steps: readonly Step[], date: string) => steps.findLast(({ from }) => from <= date)?.target
  return unique(
    dates.flatMap((date): BearingReason[] => {
      const [old, current] = [amountAt(before, date), amountAt(after, date)]
      if (old === undefined || current === undefined) return ['changedRule']
      return old === current ? [] : [current > old ? 'tighterTarget' : 'looserTarget']
    }),
  )
}

interface Step {
  /** A plain date; empty for the beginning. */
  readonly from: string
  readonly target: number
}

function stepsOf(target: unknown): Step[] {
  if (typeof target === 'number') return [{ from: '', target }]
  return (Array.isArray(target) ? target : []).flatMap((one: unknown, index): Step[] => {
    if (!isRecord(one) || typeof one.target !== 'number') return []
    return [{ from: index === 0 || typeof one.from !== 'string' ? '' : one.from, target: one.target }]
  })
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}
