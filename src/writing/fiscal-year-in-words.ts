/** The fiscal year in words. */
import type { Pen } from './pen.ts'
import type { Phrase } from './text/phrase.ts'

/** Returns the day on which the fiscal year begins; nothing where no promise counts by it. */
export function fiscalYearInWords({ agreement: { document }, figures, words }: Pen): Phrase | null {
  const starts = /^(\d\d)-(\d\d)$/.exec(document.fiscalYear?.startsOn ?? '')
  if (!starts) return null
  const [month, day] = [Number(starts[1]), Number(starts[2])]
  return words.time.yearly(figures.dayOfYear(month, day))
}
