/** Whether a trigger answers to more than it did: to more types of events, to more states, or without its condition. */
import { canonicalText, isRecord } from '../content.ts'
import type { Direction } from './bearing.ts'

/** **Edges** `unknown` where neither holds all that the other holds; a trigger that is missing answers to nothing. */
export function triggerDirection(was: unknown, now: unknown): Direction {
  if (was === undefined) return 'more'
  if (now === undefined) return 'less'
  if (!isRecord(was) || !isRecord(now)) return 'unknown'
  const directions = [...namesDirections(was, now), conditionDirection(was.when, now.when)].filter((one) => one !== 'same')
  const [first = 'same', ...others] = directions
  return others.every((one) => one === first) ? first : 'unknown'
}

function namesDirections(was: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): Direction[] {
  return ['on', 'enters', 'leaves', 'disposed', 'becomes', 'path'].map((key): Direction => {
    const [before, after] = [namesOf(was[key]), namesOf(now[key])]
    const gains = [...after].some((name) => !before.has(name))
    const loses = [...before].some((name) => !after.has(name))
    return gains && loses ? 'unknown' : gains ? 'more' : loses ? 'less' : 'same'
  })
}

function namesOf(value: unknown): ReadonlySet<string> {
  if (value === undefined) return new Set()
  return new Set((Array.isArray(value) ? value : [value]).map((name) => canonicalText(name)))
}

function conditionDirection(was: unknown, now: unknown): Direction {
  if (canonicalText(was) === canonicalText(now)) return 'same'
  return was === undefined ? 'less' : now === undefined ? 'more' : 'unknown'
}
