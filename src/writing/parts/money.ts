/** What counts as a touch of a lead, and what currencies are worth: terms that several promises over periods share. */
import type { Pen } from '../pen.ts'
import { type Block, paragraph, section, table, terms } from '../text/block.ts'
import { type Phrase, written } from '../text/phrase.ts'
import { triggerInWords } from '../trigger-in-words.ts'
import { dateInWords } from './front.ts'

/** Returns the sections that the agreement has need of. */
export function sharedTermsParts(pen: Pen): Block[] {
  return [...touchesPart(pen), ...ratesPart(pen)]
}

function touchesPart(pen: Pen): Block[] {
  const { period: words, trigger } = pen.words
  const rows = Object.entries(pen.agreement.document.touches ?? {}).flatMap(([party, touch]): [Phrase, Phrase][] =>
    touch ? [[pen.party(party), trigger.when(triggerInWords(touch, pen, 'a'))]] : [],
  )
  return rows.length === 0 ? [] : [section('touches', words.touches, [paragraph(words.touchesIntro), ...terms(rows)])]
}

function ratesPart(pen: Pen): Block[] {
  const { rates } = pen.agreement.document
  if (!rates) return []
  const { period: words, calendar } = pen.words
  const currencies = [...new Set(rates.tables.flatMap((each) => Object.keys(each.rates)))]
  const rows = rates.tables.map(({ from, rates: worth }) => [
    from === undefined ? words.ratesFirst : dateInWords(from, pen),
    // A rate is exact as it is written, and so are its digits.
    ...currencies.map((currency) => written(worth[currency] ?? '')),
  ])
  const head = [calendar.date, ...currencies.map((currency) => written(currency))]
  return [section('rates', words.rates, [paragraph(words.ratesIntro(written(rates.into))), ...table('', head, rows)])]
}
