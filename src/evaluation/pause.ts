/** A pause of a clock: time that does not count, though the calendar is open. [C3] */

/** **Units** epoch milliseconds; `to` is `NaN` while the pause lasts. The names are ids of the events that did it. */
export interface Pause {
  readonly from: number
  to: number
  readonly by: string
  /** `null` while it lasts, and where no event ended it but its cap. */
  until: string | null
  /** It is no pause of the lead, but the time from a stop until the clock was reopened. [C6] */
  readonly isGap: boolean
}

/** Returns how many pauses a clock has had, the open one included; the time until it was reopened is none. */
export function countPauses(pauses: readonly Pause[] | null): number {
  let count = 0
  for (const { isGap } of pauses ?? none) if (!isGap) count++
  return count
}

const none: readonly Pause[] = []

/** Returns true for a pause that no event ended, but that lasted as long as it may. */
export function isCapped({ to, until }: Pause): boolean {
  return to === to && until === null
}
