/** What every section of the page writes with: the report, the words, the figures, and a list of what was opened. */
import type { Language } from '../../language.ts'
import { clean, html, type Insert, type Markup } from '../../markup.ts'
import type { ClauseSection } from '../data/clause-shape.ts'
import type { Basis, Capped, Person, Team } from '../data/figures-shape.ts'
import type { Report } from '../data/report-shape.ts'
import { type ReportFigures, reportFigures } from './report-figures.ts'
import { type PageLanguage, pageLanguages } from './words/page-languages.ts'
import type { ReportWords } from './words/report-words.ts'

/** A figure that can be opened: what it is, how it came about, and the clocks that it rests on. */
export interface Opened {
  readonly id: string
  readonly about: Insert
  readonly basis: Basis
  /** Numbers of clocks in `Report.clocks`. */
  readonly clocks: readonly number[]
}

export interface Scene {
  readonly report: Report
  readonly language: PageLanguage
  readonly words: ReportWords
  readonly figures: ReportFigures
  /** The name that is not read in another direction because of what stands around it. */
  named(text: string): Markup
  partyName(party: string): string
  /** The place of a clause among the others, from 1: names may hold anything, ids may not. */
  numberOf(section: ClauseSection): number
  personName(person: Person): string
  teamName(team: Team): string
  /** Returns a number as a link to its explanation; a figure about nothing stays plain. */
  opened(basis: Basis, about: Insert, shown: Insert): Markup
  /** Everything that was opened so far. */
  readonly openings: readonly Opened[]
}

/** So many clocks are shown of one figure; how many more there are is said. */
const mostClocks = 8

export function sceneOf(report: Report, choice: Language): Scene {
  const language = pageLanguages[choice]
  const { words } = language
  const { timeZone, asOf } = report.header
  const figures = reportFigures({ words: language.time, names: words.periodNames, timeZone, asOf })
  const parties = new Map(report.parties.map(({ party, name }) => [party, name]))
  const places = new Map(report.clocks.map(({ key }, index) => [key, index]))
  const openings: Opened[] = []
  return {
    report,
    language,
    words,
    figures,
    named: (text) => html`<bdi>${clean(text)}</bdi>`,
    partyName: (party) => clean(parties.get(party) ?? party),
    numberOf: (section) => report.clauses.indexOf(section) + 1,
    personName: ({ name, id, number }) => clean(name ?? id ?? words.unnamedPerson(figures.number(number))),
    teamName: ({ name, id }) => clean(name ?? id),
    opened: (basis, about, shown) => {
      if (isEmpty(basis)) return html`${shown}`
      const id = `e${openings.length + 1}`
      const clocks = basis.keys.slice(0, mostClocks).flatMap((key) => places.get(key) ?? [])
      openings.push({ id, about, basis, clocks })
      return html`<a class="o" href="#${id}">${shown}</a>`
    },
    openings,
  }
}

function isEmpty({ how, total }: Basis): boolean {
  if (how.code === 'arrived' || how.code === 'reached') return how.leads === 0
  return total === 0
}

/** Returns the sentence that says how many rows a list lacks; nothing where it is whole. */
export function moreOf({ words, figures }: Scene, { more }: Capped<unknown>): Markup | null {
  return more === 0 ? null : html`<p class="quiet">${words.more(more, figures.number(more))}</p>\n`
}
