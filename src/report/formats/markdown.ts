/** A report short enough for a chat message: what was kept, what stands open, and who should look. */
import { issue, LeadSlaError } from '../../errors.ts'
import type { Language } from '../../language.ts'
import type { ClauseSection } from '../data/clause-shape.ts'
import type { ClockRow, Person } from '../data/figures-shape.ts'
import type { ConsequenceRow, PartySection, PromiseRow, Report } from '../data/report-shape.ts'
import { type ReportFigures, reportFigures } from '../page/report-figures.ts'
import { markdownText } from './markdown-text.ts'
import { type MarkdownWords, markdownLanguages } from './markdown-words.ts'

export interface ReportMarkdownOptions {
  readonly language: Language
}

/** So many lines of one kind are short enough to be read. */
const mostLines = 20
const mostClocks = 5

interface Scene {
  readonly report: Report
  readonly words: MarkdownWords
  readonly figures: ReportFigures
}

/**
 * Returns the report as Markdown for a chat message: each party's clauses and promises, what is overdue or at risk, what follows,
 * and what is wrong with the data.
 *
 * **Edges** names stay text whatever they hold, and call nobody. Lists are cut at 20 lines, of clocks and consequences at 5, and
 * say so. A share is cut off and never rounded up; of a small sample there is none.
 * **Errors** throws `LeadSlaError` with `unknown-value` for a language that there is not.
 *
 * @example
 * import { report } from 'lead-sla/report'
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', effective: { from: '2026-04-01' }, timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const events = [{ id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' }]
 * const evaluation = evaluate(agreement, events, { asOf: '2026-04-08T00:00:00Z' })
 * reportMarkdown(report(evaluation, { agreement }), { language: 'en' }).split('\n')[3]
 * //=> '- reply: 0 of 1 kept, too few to judge a share by; 1 overdue and open'
 */
export function reportMarkdown(report: Report, { language }: ReportMarkdownOptions): string {
  if (!Object.hasOwn(markdownLanguages, language)) {
    const known = Object.keys(markdownLanguages)
    throw new LeadSlaError([issue('unknown-value', ['language'], { expected: 'a language of the report', got: language, known })])
  }
  const { words, time } = markdownLanguages[language]
  const { header } = report
  const { timeZone, asOf } = header
  const figures = reportFigures({ words: time, names: words.periods, timeZone, asOf })
  const scene: Scene = { report, words, figures }
  const title = markdownText(header.title ?? header.agreement)
  const head = words.head(figures.period(header.period), figures.moment(asOf), markdownText(timeZone))
  const blocks = [
    `**${title}**: ${head}`,
    ...report.parties.map((party) => partyBlock(scene, party)),
    queueBlock(scene),
    consequenceBlock(scene),
    dataBlock(scene),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function partyBlock(scene: Scene, party: PartySection): string {
  const { report, words } = scene
  const clauses = report.clauses.filter((section) => section.party === party.party && section.line.clocks > 0)
  const lines = [...clauses.map((section) => clauseLine(scene, section)), ...party.promises.map((row) => promiseLine(scene, row))]
  return [`**${markdownText(party.name)}**`, ...cutLines(scene, lines.length > 0 ? lines : [words.nothing], mostLines)].join('\n')
}

function cutLines({ words, figures }: Scene, lines: readonly string[], most: number, others = 0): string[] {
  const shown = lines.slice(0, most).map((line) => `- ${atLineStart(line)}`)
  const more = lines.length - shown.length + others
  return more > 0 ? [...shown, `- ${words.more(figures.number(more))}`] : shown
}

/** What would begin a list inside the list is escaped. */
function atLineStart(text: string): string {
  if (/^[-+=]/.test(text)) return `\\${text}`
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

function clauseLine({ words, figures }: Scene, { clause, title, line }: ClauseSection): string {
  const { kept, decided, share, interval, isSmall, openBreached } = line
  const known = share !== null && interval !== null && !isSmall
  const told = known ? `${figures.share(share)} (${figures.interval(interval)})` : words.tooFew
  const open = openBreached > 0 ? `; ${words.overdue(figures.number(openBreached))}` : ''
  return `${markdownText(title ?? clause)}: ${words.kept(figures.number(kept), figures.number(decided))}, ${told}${open}`
}

function promiseLine({ words, figures }: Scene, row: PromiseRow): string {
  const { title, clause, kind, actual, target, currency, status, period } = row
  const figure = (value: number) => {
    if (kind === 'ratio' || kind === 'compliance') return figures.share(value)
    return currency === null ? figures.number(value) : figures.money(value, currency)
  }
  const done = words.promise(actual === null ? words.none : figure(actual), figure(target))
  return `${markdownText(title ?? clause)} (${figures.period(period)}): ${done}, ${words.statuses[status]}`
}

function queueBlock(scene: Scene): string {
  const { report, words, figures } = scene
  const { overdue, atRisk, due, paused } = report.queue
  const counts = [overdue, atRisk, due, paused].map(({ total }) => figures.number(total))
  const [a = '', b = '', c = '', d = ''] = counts
  const urgent = [...overdue.rows, ...atRisk.rows]
  const others = overdue.total + atRisk.total - urgent.length
  const lines = urgent.map((row) => clockLine(scene, row))
  return [`**${words.now}**: ${words.queue(a, b, c, d)}`, ...cutLines(scene, lines, mostClocks, others)].join('\n')
}

function clockLine({ report, words, figures }: Scene, { clause, party, lead, dueAt, owner }: ClockRow): string {
  const title = report.clauses.find((section) => section.clause === clause && section.party === party)?.title ?? clause
  const due = dueAt === null ? '' : `, ${words.due(figures.instant(dueAt))}`
  return `${markdownText(lead)}, ${markdownText(title)}${due}, ${ownerText(words, owner)}`
}

function ownerText(words: MarkdownWords, person: Person | null): string {
  if (person === null) return words.nobody
  const name = person.name ?? person.id
  return name === null ? words.person(String(person.number)) : markdownText(name)
}

function consequenceBlock(scene: Scene): string {
  const { report, words, figures } = scene
  const lists = report.parties.map(({ consequences }) => consequences)
  const rows = lists.flatMap((list) => list.rows)
  const more = lists.reduce((sum, list) => sum + list.more, 0)
  const withheld = lists.reduce((sum, list) => sum + list.withheld, 0)
  if (rows.length + withheld === 0) return ''
  const lines = cutLines(
    scene,
    rows.map((row) => consequenceLine(scene, row)),
    mostClocks,
    more,
  )
  const hidden = withheld === 0 ? [] : [`- ${words.withheld(withheld, figures.number(withheld))}`]
  return [`**${words.consequences}**`, ...lines, ...hidden].join('\n')
}

function consequenceLine({ words }: Scene, { ladder, step, name, person, standing }: ConsequenceRow): string {
  const whom = person === null ? markdownText(name) : ownerText(words, person)
  return `${words.step(markdownText(ladder), markdownText(step), whom)}, ${words.standings[standing]}`
}

function dataBlock({ report, words, figures }: Scene): string {
  const { refused, unassigned } = report.quality
  const codes = refused.byCode.map(({ code, count }) => `${code} ${figures.number(count)}`).join(', ')
  const parts = [
    ...(refused.total > 0 ? [`${words.refused(refused.total, figures.number(refused.total))} (${codes})`] : []),
    ...(unassigned.clocks > 0 ? [words.unassigned(unassigned.clocks, figures.number(unassigned.clocks))] : []),
  ]
  return parts.length === 0 ? '' : `**${words.data}**: ${parts.join('; ')}`
}
