/** The picture in words, for those who do not see it. */
import { readInstant } from '../time/instant.ts'
import { rankOf } from './mark-rank.ts'
import type { Telling } from './telling.ts'
import type { Timeline } from './timeline-shape.ts'

/** A description of more marks than this nobody listens to. */
const mostMarks = 12

/** Returns a title, and a description with the figures and what happened. */
export function summaryOf(timeline: Timeline, telling: Telling): { readonly title: string; readonly description: string } {
  const { words } = telling
  const { title, lead, status, usedMs, targetMs, dueAt, marks } = timeline
  const used = targetMs === null ? telling.amount(usedMs) : words.of(telling.amount(usedMs), telling.amount(targetMs))
  const chosen = marks
    .map((mark, index) => ({ mark, index, rank: rankOf(mark, index) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, mostMarks)
    .sort((a, b) => a.index - b.index)
  const told = chosen.map(({ mark }) => {
    const { title: word, detail } = telling.mark(mark)
    return `${telling.date(telling.dateAt(readInstant(mark.at)))} ${word}${detail === '' ? '' : ` (${detail})`}`
  })
  const rest = marks.length - chosen.length
  const sentences = [
    `${words.used} ${used}`,
    ...(dueAt === null
      ? []
      : [`${timeline.isDueIfResumed ? words.dueIfResumed : words.due} ${telling.instant(readInstant(dueAt))}`]),
    ...told,
    ...(rest > 0 ? [words.moreMarks(rest)] : []),
    words.timesIn(timeline.zone),
  ]
  return {
    title: `${telling.name(title)}, ${words.lead} ${telling.name(lead)}: ${words.status[status]}`,
    description: `${sentences.join('. ')}.`,
  }
}
