/** The figures of an evaluation as tables: how far each promise was kept, and by whom. */
import type { Agreement } from '../agreement/agreement.ts'
import { clockedClauses } from '../agreement/clocked-clauses.ts'
import { cut } from '../plain-text.ts'
import { type Attainment, attainment, type Grouping, smallSample } from '../report/attainment.ts'
import { briefTime, count, percent, targets } from './figures.ts'
import type { Names } from './names.ts'
import { type Column, type Screen, table, tableLines } from './table.ts'
import type { TableClock } from './table-clock.ts'

type Figures = Column<Attainment>

const right = 'right'
const share: Figures = {
  title: 'kept',
  align: right,
  text: (figures) => `${percent(figures.share)}${figures.isSmall && figures.share !== null ? '*' : ' '}`,
}
const decided: Figures = { title: 'n', align: right, text: (figures) => count(figures.decided) }
const late: Figures = { title: 'late', align: right, text: (figures) => count(figures.late) }
const overdue: Figures = {
  title: 'over-\ndue',
  align: right,
  text: ({ openBreached }) => count(openBreached),
  tone: ({ openBreached }) => (openBreached > 0 ? 'bad' : undefined),
}
const open: Figures = { title: 'open', align: right, text: (figures) => count(figures.open) }
const median: Figures = { title: 'median\nused', align: right, text: ({ medianUsedMs }) => briefTime(medianUsedMs) }

/** Returns the table of promises, under a heading for each party. */
export function summaryByClause(obligations: readonly TableClock[], agreement: Agreement, names: Names, screen: Screen): string {
  const byClause = new Map(attainment(obligations, 'clause').map((figures) => [figures.name, figures]))
  const clauses = clockedClauses(agreement)
  const parties = [...new Set(clauses.map(({ owedBy }) => owedBy))]
  const shown = parties.flatMap((party) =>
    clauses.flatMap(({ id, owedBy }) => {
      const figures = owedBy === party ? byClause.get(id) : undefined
      return figures ? [{ party, figures }] : []
    }),
  )
  const columns: Figures[] = [
    { title: 'clause', least: 24, text: ({ name }) => name ?? '' },
    { title: 'promise', least: 24, dropped: 1, text: ({ name }) => names.promise(name ?? '') },
    ...[decided, share, late, overdue, open],
    { title: 'paused', align: right, dropped: 3, text: ({ paused }) => count(paused) },
    { title: 'can-\ncelled', align: right, dropped: 2, text: ({ cancelled }) => count(cancelled) },
    { ...median, dropped: 5 },
    { title: 'target', dropped: 4, text: ({ name }) => targets(clauses.find(({ id }) => id === name)?.goals ?? []) },
  ]
  const { head, body } = tableLines(
    columns,
    shown.map(({ figures }) => figures),
    screen,
  )
  const lines = body.map((line, index) => {
    const party = shown[index]?.party ?? ''
    const isFirst = party !== shown[index - 1]?.party
    return isFirst ? `${screen.paint('strong', cut(`${names.party(party)} owes:`, screen.width))}\n${line}` : line
  })
  return [...head, ...lines].join('')
}

/** Returns the table by party, team or owner, the worst first and small samples last. */
export function summaryBy(
  by: Exclude<Grouping, 'clause'>,
  obligations: readonly TableClock[],
  names: Names,
  screen: Screen,
): string {
  const rows = attainment(obligations, (obligation) => names.inCharge(obligation, by)).sort(
    (a, b) => Number(a.isSmall) - Number(b.isSmall) || (a.share ?? 2) - (b.share ?? 2) || b.decided - a.decided,
  )
  const columns: Figures[] = [
    { title: by, least: 16, text: ({ name }) => name ?? '' },
    ...[decided, share, late, overdue, open],
    { title: 'paused', align: right, dropped: 1, text: ({ paused }) => count(paused) },
    { title: 'handed\non', align: right, dropped: 2, text: ({ superseded }) => count(superseded) },
    { ...median, dropped: 3 },
  ]
  return table(columns, rows, screen)
}

/** Returns what the columns mean, and the clocks that stand in none. */
export function footnotes(obligations: readonly TableClock[]): string[] {
  const all = attainment(obligations, 'clause')
  const total = (amount: (figures: Attainment) => number): number => all.reduce((sum, figures) => sum + amount(figures), 0)
  const notes = ['kept: in time, as a share of the n that were kept, late, or are overdue now.']
  if (all.some(({ isSmall, share }) => isSmall && share !== null)) notes.push(`*: n is below ${smallSample}, a small sample.`)
  const [superseded, waived] = [total((figures) => figures.superseded), total((figures) => figures.waived)]
  if (superseded + waived > 0)
    notes.push(`In no column: ${count(superseded)} superseded by a new cycle, ${count(waived)} waived.`)
  const aside = total(({ lateUnstopped }) => lateUnstopped)
  if (aside > 0) notes.push(`late: ${count(aside)} of them were cancelled or superseded after the breach.`)
  return notes
}
