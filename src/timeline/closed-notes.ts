/** Why the calendar was closed, where that is not only the night. */
import type { ClosedPart } from '../explanation/explanation.ts'
import { readInstant } from '../time/instant.ts'
import type { Telling } from './telling.ts'
import type { Timeline } from './timeline-shape.ts'

/** A stretch of closed time with its reasons, the news first. **Units** epoch milliseconds. */
export interface ClosedNote {
  readonly from: number
  readonly to: number
  readonly reasons: readonly string[]
  /** A holiday or a closure is news; a weekend is not. */
  readonly isNews: boolean
}

/** Returns the notes in their order in time. */
export function closedNotesOf({ spans, ahead }: Timeline, telling: Telling): ClosedNote[] {
  return [...spans, ...ahead].flatMap(({ closed }) => {
    const told = closed.filter(({ why }) => why !== 'hours')
    const [first, last] = [told[0], told.at(-1)]
    if (!first || !last) return []
    // Whoever reads on in vain should have missed the weekend, and not the holiday.
    const [news, usual] = [told.filter(({ why }) => why !== 'noHours'), told.filter(({ why }) => why === 'noHours')]
    const reasons = new Set([...news, ...usual].map((part) => reasonOf(part, telling)))
    return [{ from: readInstant(first.from), to: readInstant(last.to), reasons: [...reasons], isNews: news.length > 0 }]
  })
}

function reasonOf({ why, name, date }: ClosedPart, telling: Telling): string {
  const { words } = telling
  if (name !== null) return telling.name(name)
  if (why === 'hours') return words.closed
  if (why !== 'noHours') return words[why]
  return date !== null && telling.isWeekend(date) ? words.weekend : words.noHours
}
