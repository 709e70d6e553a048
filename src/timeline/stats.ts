/** The figures that both sides argue about. */
import { readInstant } from '../time/instant.ts'
import type { Telling } from './telling.ts'
import type { Timeline } from './timeline-shape.ts'

export interface Stat {
  readonly label: string
  readonly value: string
}

/** Returns the figures, the most important first. */
export function statsOf(timeline: Timeline, telling: Telling): Stat[] {
  const { words } = telling
  const { usedMs, targetMs, dueAt, usedAtDueMs, pausedMs, status, until, asOf } = timeline
  const share = telling.share(usedMs)
  const used = targetMs === null ? telling.amount(usedMs) : words.of(telling.amount(usedMs), telling.amount(targetMs))
  const due = dueAt === null ? null : readInstant(dueAt)
  const isOpen = status === 'open' || status === 'openBreached' || status === 'paused'
  const overMs = usedAtDueMs === null ? 0 : usedMs - usedAtDueMs
  const stats: (Stat | null)[] = [
    { label: words.used, value: share === null ? used : `${used} (${share})` },
    due === null
      ? null
      : { label: timeline.isDueIfResumed ? capital(words.dueIfResumed) : words.due, value: telling.moment(due) },
    { label: isOpen ? words.asOf : words.ended, value: telling.moment(readInstant(isOpen ? asOf : until)) },
    overMs > 0 ? { label: words.late, value: telling.amount(overMs) } : null,
    overMs < 0 && isOpen ? { label: words.left, value: telling.amount(-overMs) } : null,
    pausedMs > 0 ? { label: words.paused, value: telling.amount(pausedMs) } : null,
  ]
  return stats.filter((stat) => stat !== null)
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
