/** Whether an excuse excuses more than it did, and whether more counts as done than before. */
import type { CountsDocument, ExcuseDocument } from '../agreement/clause-document.ts'
import { parseDuration } from '../time/duration.ts'
import { type Direction, directionOf } from './bearing.ts'
import { targetReasons } from './target-order.ts'
import { triggerDirection } from './trigger-order.ts'

/** **Edges** without an excuse nothing is excused; without codes any reason does, and without a window there is no end. [C15] */
export function excuseDirection(was: ExcuseDocument | undefined, now: ExcuseDocument | undefined): Direction {
  if (was === undefined || now === undefined) return was === now ? 'same' : was === undefined ? 'more' : 'less'
  return together([
    triggerDirection(was.rejected, now.rejected),
    listDirection(was.codes, now.codes),
    windowDirection(was.acceptWindow, now.acceptWindow),
  ])
}

/** `more`: more counts as done. **Edges** where nothing is said all counts, what an automation does as well. [C14] */
export function countsDirection(was: CountsDocument | undefined, now: CountsDocument | undefined): Direction {
  const [before, after] = [was ?? { automations: true }, now ?? { automations: true }]
  return together([
    directionOf(Number(before.automations === true), Number(after.automations === true), 0),
    listDirection(before.channels, after.channels),
    listDirection(before.direction && [before.direction], after.direction && [after.direction]),
    opposite(directionOf(msOf(before.atLeast), msOf(after.atLeast), 0)),
  ])
}

/** Where one part gives and another takes, nobody can tell which weighs more. */
function together(directions: readonly Direction[]): Direction {
  const [first = 'same', ...others] = directions.filter((one) => one !== 'same')
  return others.every((one) => one === first) ? first : 'unknown'
}

function opposite(direction: Direction): Direction {
  return direction === 'more' ? 'less' : direction === 'less' ? 'more' : direction
}

/** A list that is missing holds everything. */
function listDirection(was: readonly string[] | undefined, now: readonly string[] | undefined): Direction {
  if (was === undefined || now === undefined) return was === now ? 'same' : now === undefined ? 'more' : 'less'
  const gains = now.some((name) => !was.includes(name))
  const loses = was.some((name) => !now.includes(name))
  return gains && loses ? 'unknown' : gains ? 'more' : loses ? 'less' : 'same'
}

function windowDirection(was: ExcuseDocument['acceptWindow'], now: ExcuseDocument['acceptWindow']): Direction {
  if (was === undefined || now === undefined) return was === now ? 'same' : now === undefined ? 'more' : 'less'
  const [reason] = targetReasons(was, now)
  return reason === undefined ? 'same' : reason === 'looserTarget' ? 'more' : reason === 'tighterTarget' ? 'less' : 'unknown'
}

function msOf(duration: string | undefined): number {
  const parsed = duration === undefined ? undefined : parseDuration(duration)
  return parsed?.ok ? parsed.value : 0
}
