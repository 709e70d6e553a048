/** What the parties promised over periods, as a table: below the clocks of an evaluation, and on a scorecard. */
import type { PeriodResult } from '../evaluation/evaluation.ts'
import type { Language } from '../language.ts'
import { type PeriodRow, periodRows } from '../report/period-rows.ts'
import { type Column, type Screen, table } from './table.ts'

/** The heads of the columns. */
interface Heads {
  readonly clause: string
  readonly period: string
  readonly party: string
  readonly done: string
  readonly owed: string
  readonly expected: string
  readonly forecast: string
  readonly sample: string
  readonly status: string
  readonly note: string
}

const heads: Readonly<Record<Language, Heads>> = {
  en: {
    clause: 'promise over a period',
    period: 'period',
    party: 'owed by',
    done: 'done',
    owed: 'owed',
    expected: 'by now',
    forecast: 'at this\npace',
    sample: 'n',
    status: 'status',
    note: 'note',
  },
  de: {
    clause: 'Zusage je Zeitraum',
    period: 'Zeitraum',
    party: 'schuldet',
    done: 'geleistet',
    owed: 'geschuldet',
    expected: 'bis jetzt',
    forecast: 'bei diesem\nTempo',
    sample: 'n',
    status: 'Stand',
    note: 'Anmerkung',
  },
}

export interface PeriodTableOptions {
  /** Only so many periods of each clause, the latest. */
  readonly latest?: number
  readonly language?: Language
  /** Returns the name of a party; without it the column is left out, for a card has one party. */
  readonly partyName?: (party: string) => string
}

/** Returns a row for each period. */
export function periodTable(periods: readonly PeriodResult[], options: PeriodTableOptions, screen: Screen): string {
  const { language = 'en', latest, partyName } = options
  const head = heads[language]
  const right = 'right'
  const owedBy: Column<PeriodRow>[] = partyName
    ? [{ title: head.party, least: 8, dropped: 5, text: ({ party }) => partyName(party) }]
    : []
  const columns: Column<PeriodRow>[] = [
    { title: head.clause, least: 12, text: ({ clause }) => clause },
    { title: head.period, text: ({ period }) => period },
    ...owedBy,
    { title: head.done, align: right, text: ({ actual }) => actual },
    { title: head.owed, align: right, text: ({ target }) => target },
    { title: head.expected, align: right, dropped: 4, text: ({ expected }) => expected },
    { title: head.forecast, align: right, dropped: 2, text: ({ forecast }) => forecast },
    { title: head.sample, align: right, dropped: 3, text: ({ sample }) => sample },
    { title: head.status, text: ({ verdict }) => verdict, tone: ({ status }) => (status === 'missed' ? 'bad' : undefined) },
    { title: head.note, least: 20, dropped: 1, text: ({ note }) => note },
  ]
  const rows = periodRows(periods, { language, ...(latest === undefined ? {} : { latest }) })
  // A column in which nothing stands tells nothing.
  const shown = columns.filter(({ dropped, text }) => dropped === undefined || rows.some((row) => text(row) !== ''))
  return table(shown, rows, screen)
}
