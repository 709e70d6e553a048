/** A clause and a few events, explained; written as in `evaluation/one-clause.ts`. */
import { type AgreementDocument, type Explanation, explain, type Language, type TimedClauseDocument } from '../../../src/index.ts'
import { at, documentOf, type Happened } from '../evaluation/one-clause.ts'

interface Asked {
  readonly clause?: Partial<TimedClauseDocument>
  readonly more?: Partial<AgreementDocument>
  readonly key?: string
  readonly language?: Language
}

/** Returns the explanation of the first clock of lead L under the clause, or of another key. */
export function explained(
  events: readonly Happened[],
  asOf: string,
  { clause = {}, more = {}, key = 'reply/L/1', language }: Asked = {},
): Explanation {
  const numbered = events.map((event, index) => ({ id: `e${index + 1}`, ...event }))
  const options = { asOf: at(asOf), key, ...(language === undefined ? {} : { language }) }
  return explain(documentOf(clause, more), numbered, options)
}

/** Returns the last sentence, which argues the outcome. */
export function argued(...asked: Parameters<typeof explained>): string | undefined {
  return explained(...asked).sentences.at(-1)
}

/** Returns each turn as `'paused e2 trigger C3'`. */
export function turnsOf({ turns }: Explanation): string[] {
  return turns.map(({ what, event, because, rule }) => [what, event ?? '–', because, rule].join(' '))
}

/** Returns each piece of closed time as `'04-07 17:00 hours'`: when it begins, and why. */
export function closedOf({ spans }: Explanation): string[] {
  return spans.flatMap(({ closed }) =>
    closed.map(({ from, why, name }) => `${from.slice(5, 16).replace('T', ' ')} ${why}${name === null ? '' : ` ${name}`}`),
  )
}
