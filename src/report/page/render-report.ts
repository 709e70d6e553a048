/** The report as one page of HTML: nothing is loaded, it reads without scripts, and it prints. */
import { issue, LeadSlaError } from '../../errors.ts'
import type { Language } from '../../language.ts'
import { clean, html, type Markup, markup } from '../../markup.ts'
import type { Report } from '../data/report-shape.ts'
import { firstScript, pageScript } from './page-script.ts'
import { pageStyle } from './page-style.ts'
import { type Scene, sceneOf } from './scene.ts'
import { type Section, type SectionId, sectionIds, sectionMarkup } from './section.ts'
import { ageing } from './sections/ageing.ts'
import { arrivals } from './sections/arrivals.ts'
import { compliance } from './sections/compliance.ts'
import { consequences } from './sections/consequences.ts'
import { delay } from './sections/delay.ts'
import { distribution } from './sections/distribution.ts'
import { dueSoon } from './sections/due-soon.ts'
import { funnel } from './sections/funnel.ts'
import { headline } from './sections/headline.ts'
import { how } from './sections/how.ts'
import { leaderboard } from './sections/leaderboard.ts'
import { promises } from './sections/promises.ts'
import { quality } from './sections/quality.ts'
import { scorecard } from './sections/scorecard.ts'
import { trend } from './sections/trend.ts'
import { pageLanguages } from './words/page-languages.ts'

/** `auto` follows the reader's own choice. */
export type Theme = 'auto' | 'light' | 'dark'

export interface RenderReportOptions {
  readonly language: Language
  /** `auto` when left out. */
  readonly theme?: Theme
}

const themes: readonly Theme[] = ['auto', 'light', 'dark']

/** The page may load nothing, whatever a browser or a mail program would allow it; its own script is all that runs. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/** Each section by its id; `null` where there is nothing to show. */
const contents: Readonly<Record<SectionId, (scene: Scene) => Section | null>> = {
  scorecard,
  'due-soon': dueSoon,
  consequences,
  compliance,
  promises,
  trend,
  distribution,
  arrivals,
  ageing,
  delay,
  funnel,
  leaderboard,
  'data-quality': quality,
  how,
}

/**
 * Returns the report as one HTML page in a language: both parties side by side, what needs somebody today, how promises were
 * kept and by whom, how things move, and how good the data is. The same report gives the same page, byte for byte.
 *
 * **Edges** a section about something that the agreement does not have is left out; what could be there and is not is said in
 * a line. Texts of people are escaped wherever they stand.
 * **Errors** throws `LeadSlaError` with `unknown-value` for a language or a theme that is none.
 *
 * @example
 * import { report } from 'lead-sla/report'
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'UTC', parties: { sales: { name: 'Sales <EMEA>' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const events = [{ id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' }]
 * const evaluation = evaluate(agreement, events, { asOf: '2026-04-07T10:00:00Z' })
 * const page = renderReport(report(evaluation, { agreement }), { language: 'en' })
 * page.includes('Needs attention:') //=> true
 * page.includes('Sales &lt;EMEA&gt;') //=> true
 */
export function renderReport(report: Report, { language, theme = 'auto' }: RenderReportOptions): string {
  checkChoice('language', language, Object.keys(pageLanguages))
  checkChoice('theme', theme, themes)
  const scene = sceneOf(report, language)
  const sections = sectionIds.flatMap((id) => contents[id](scene) ?? [])
  return pageOf(scene, theme, sections).html
}

function checkChoice(option: string, got: unknown, known: readonly string[]): void {
  if (typeof got === 'string' && known.includes(got)) return
  throw new LeadSlaError([issue('unknown-value', [option], { expected: 'one of the known ones', got, known: [...known] })])
}

function pageOf(scene: Scene, theme: Theme, sections: readonly Section[]): Markup {
  const { report, words, figures, language } = scene
  const { header } = report
  const said = words.page
  const name = clean(header.title ?? header.agreement)
  return html`<!doctype html>
<html lang="${language.lang}"${theme === 'auto' ? null : html` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${said.title(name, figures.period(header.period))}</title>
<link rel="icon" href="data:,">
<style>
${markup(pageStyle())}
</style>
<script>${markup(firstScript)}</script>
</head>
<body>
<a class="skip" href="#report">${said.skip}</a>
<header>
${heading(scene, name)}${headline(scene)}${navigation(scene, sections)}${controls(scene, theme)}</header>
${hatches}<main id="report">
${sections.map(sectionMarkup)}</main>
<footer><p>${said.foot}</p></footer>
<dialog id="opened" aria-labelledby="opened-title"><h2 id="opened-title"></h2><button type="button" class="close">${said.close}</button><div class="content"></div></dialog>
<script>${markup(pageScript)}</script>
</body>
</html>
`
}

function heading({ report, words, figures, named }: Scene, name: string): Markup {
  const { header } = report
  const said = words.page
  const facts = [
    html`${said.span(figures.date(header.from), figures.dateBefore(header.to))} (${header.isOver ? said.isOver : said.isRunning})`,
    said.asOf(html`<time datetime="${header.asOf}">${figures.moment(header.asOf)}</time>`, header.timeZone),
    ...(header.knownAt === null ? [] : [said.knownAt(figures.moment(header.knownAt))]),
    html`${named(header.agreement)}, ${said.version(named(header.version))}`,
    said.clocks(
      header.clocks.inPeriod,
      figures.number(header.clocks.all),
      figures.number(header.clocks.inPeriod),
      figures.number(header.clocks.open),
    ),
  ]
  return html`<p class="kicker">${said.kicker}</p>
<h1>${named(name)} <span>${figures.period(header.period)}</span></h1>
<p class="facts">${facts.map((fact, index) => (index === 0 ? fact : html` · ${fact}`))}</p>
`
}

/** A link to each section that is there, with its own heading. */
function navigation({ words }: Scene, sections: readonly Section[]): Markup {
  const links = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)
  return html`<nav aria-label="${words.page.contents}"><ul>${links}</ul></nav>\n`
}

/** Only of use where scripts run; the style shows them there. */
function controls({ words }: Scene, theme: Theme): Markup {
  const said = words.page
  const choices = themes.map((value) => {
    return html`<label><input type="radio" name="theme" value="${value}"${value === theme ? html` checked` : null}> ${said.themes[value]}</label>`
  })
  return html`<div class="controls"><label for="filter">${said.filter}<input type="search" id="filter" autocomplete="off"></label><span id="filtered" role="status" data-text="${said.filtered}"></span><fieldset><legend>${said.theme}</legend>${choices}</fieldset></div>
<p class="quiet hint">${said.hint}</p>
`
}

/** The hatchings of marks, which every chart of the page uses. */
const hatches: Markup = html`<svg class="hatches" aria-hidden="true"><defs>${['late', 'behind', 'running', 'system'].map(
  (name) =>
    html`<pattern id="hatch-${name}" class="hatch-${name}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5"/><path d="M0 0V5" stroke-width="2.4"/></pattern>`,
)}</defs></svg>
`
