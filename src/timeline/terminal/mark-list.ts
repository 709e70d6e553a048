/** What happened, line by line, and why it was closed. */
import { cut, widthOf } from '../../plain-text.ts'
import { readInstant } from '../../time/instant.ts'
import { closedNotesOf } from '../closed-notes.ts'
import { rankOf } from '../mark-rank.ts'
import type { Telling } from '../telling.ts'
import type { MarkKind, Timeline } from '../timeline-shape.ts'
import type { Screen } from './screen.ts'

const mostMarks = 24
const mostNotes = 6
/** Beside their words stands nothing but their date. */
const isDated = new Set<MarkKind>(['due', 'now'])

/** Returns the most important marks in their order, and how many there are beside them. */
export function markList({ marks }: Timeline, telling: Telling, { width, signs, paint }: Screen): string[] {
  const chosen = marks
    .map((mark, index) => ({ mark, index, rank: rankOf(mark, index) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, mostMarks)
    .sort((a, b) => a.index - b.index)
    .map(({ mark }) => ({ mark, date: telling.date(telling.dateAt(readInstant(mark.at))), told: telling.mark(mark) }))
  const dateWidth = Math.max(0, ...chosen.map(({ date }) => widthOf(date)))
  const lines = chosen.map(({ mark, date, told }) => {
    const head = `${signs.mark[mark.what]} ${date}${' '.repeat(dateWidth - widthOf(date))}  ${told.title}`
    const line = cut(`${head}${told.detail === '' || isDated.has(mark.what) ? '' : `  ${told.detail}`}`, width)
    return mark.isAhead || mark.what === 'event' ? paint('quiet', line) : line
  })
  const rest = marks.length - chosen.length
  return rest === 0 ? lines : [...lines, paint('quiet', cut(telling.words.moreMarks(rest), width))]
}

/** Returns the holidays and closures, with the time that they took. */
export function noteList(timeline: Timeline, telling: Telling, { width, signs, paint }: Screen): string[] {
  const news = closedNotesOf(timeline, telling).filter(({ isNews }) => isNews)
  return news.slice(0, mostNotes).map(({ from, to, reasons }) => {
    const line = `${signs.ground.closed} ${telling.moment(from)} – ${telling.moment(to)}  ${reasons.join(', ')}`
    return paint('quiet', cut(line, width))
  })
}
